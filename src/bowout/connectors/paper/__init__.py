"""The formal written decline as a PDF, for the customer's file (M3.5). No database, no clock, no network.

``render(decline)`` gives the PDF; ``letter(decline).text`` is what it says.
"""

from bowout.connectors.paper.decline import Again, Decline, Reader, Writer
from bowout.connectors.paper.letter import Letter, letter
from bowout.connectors.paper.printing import Unprinted, render

__all__ = ["Again", "Decline", "Letter", "Reader", "Unprinted", "Writer", "letter", "render"]
