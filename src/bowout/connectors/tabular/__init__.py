"""Tables out of CRMs, CSV or XLSX, as records in our words. No database (M12).

``table = open_table(path)`` · ``propose(table)`` · ``preview(table, mapping)`` · ``read(table, mapping)`` ·
``write_error_file(table, problems, out)``
"""

from bowout.connectors.tabular.errorfile import write_error_file
from bowout.connectors.tabular.errors import Problem, Unreadable
from bowout.connectors.tabular.guess import Proposal, guess, propose, recognise
from bowout.connectors.tabular.mapping import Mapping, from_json, to_json
from bowout.connectors.tabular.parse import read
from bowout.connectors.tabular.preview import Preview, preview
from bowout.connectors.tabular.prose import is_prose
from bowout.connectors.tabular.questions import Option, Question
from bowout.connectors.tabular.read import Table, open_table
from bowout.connectors.tabular.records import (
    AccountRecord,
    ContactRecord,
    DealContactRecord,
    DealRecord,
    Record,
    StageRecord,
    UserRecord,
)

__all__ = [
    "AccountRecord",
    "ContactRecord",
    "DealContactRecord",
    "DealRecord",
    "Mapping",
    "Option",
    "Preview",
    "Problem",
    "Proposal",
    "Question",
    "Record",
    "StageRecord",
    "Table",
    "Unreadable",
    "UserRecord",
    "from_json",
    "guess",
    "is_prose",
    "open_table",
    "preview",
    "propose",
    "read",
    "recognise",
    "to_json",
    "write_error_file",
]
