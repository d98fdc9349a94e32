"""What to say at each step, in the customer's language; composed of what may leave the team and of nothing else."""

from bowout.desk.drafts.composing import Draft, Spoken, draft
from bowout.desk.drafts.facts import Facts, Speaking, facts_of
from bowout.desk.drafts.tongue import Kind
from bowout.desk.drafts.tongues import LANGUAGES, tongue_of

__all__ = ["LANGUAGES", "Draft", "Facts", "Kind", "Speaking", "Spoken", "draft", "facts_of", "tongue_of"]
