"""Files from a CRM into the database, over and over, without touching what people wrote here (M12).

``prepare`` opens the files and finds out what they are and what must be asked; ``take`` writes, or with
``dry=True`` only counts.
"""

from bowout.desk.importing.aside import Aside
from bowout.desk.importing.files import Choices, Prepared, prepare
from bowout.desk.importing.report import Change, Counts, FileReport
from bowout.desk.importing.running import take

__all__ = ["Aside", "Change", "Choices", "Counts", "FileReport", "Prepared", "prepare", "take"]
