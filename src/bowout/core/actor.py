"""Who does something, by role; ``key`` is the user or contact, when there is one."""

from typing import Literal

from msgspec import Struct

Role = Literal["rep", "manager", "executive", "customer"]
TEAM: frozenset[Role] = frozenset({"rep", "manager", "executive"})
LEADERS: frozenset[Role] = frozenset({"manager", "executive"})


class Actor(Struct, frozen=True):
    """A role, and the key of the person who has it."""

    role: Role
    key: str = ""
