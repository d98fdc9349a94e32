"""Every number and choice that a team may tune: name, default, unit and why."""

from typing import Annotated, Any, Self

import msgspec
from msgspec import Meta, Struct


def _of(unit: str, why: str, ge: int | None = None, le: int | None = None) -> Meta:
    return Meta(description=why, extra={"unit": unit}, ge=ge, le=le)


_DAYS, _HOURS = "working days", "working hours"


class Playbook(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The team's numbers. Every field has a default that works."""

    quickly_days: Annotated[
        int, _of(_DAYS, "A doubt shared within two days is news; later it is a confession.", ge=1, le=20)
    ] = 2
    meeting_block_hours: Annotated[
        int, _of(_HOURS, "Less than this before a meeting, they have already prepared for us.", ge=0, le=40)
    ] = 2
    meeting_warn_days: Annotated[
        int, _of(_DAYS, "With a working day they can still tell their colleagues.", ge=0, le=10)
    ] = 1
    eleventh_hour_days: Annotated[
        int, _of(_DAYS, "So close to a submission or decision they cannot replace us any more.", ge=0, le=40)
    ] = 3
    office_opens: Annotated[
        int, _of("hour of the customer's day", "Nobody wants such a call before work starts.", ge=5, le=12)
    ] = 9
    office_closes: Annotated[
        int, _of("hour of the customer's day", "Nobody wants such a call after work ends.", ge=13, le=22)
    ] = 18
    lunch_begins: Annotated[
        int, _of("hour of the customer's day", "Who is called away from a meal listens with half an ear.", ge=10, le=15)
    ] = 12
    lunch_ends: Annotated[
        int,
        _of("hour of the customer's day", "From then on they are back; the hour it begins: none.", ge=10, le=16),
    ] = 13
    late_from: Annotated[
        int, _of("hour of the customer's day", "What they hear last that day they take home.", ge=13, le=22)
    ] = 17
    feedback_days: Annotated[
        int, _of(_DAYS, "A week lets them ask the colleagues who know better than we do.", ge=1, le=60)
    ] = 5
    longest_answer_days: Annotated[
        int, _of("days", "Nobody asks for more than a year; a day beyond it is a slip of the pen.", ge=30, le=1000)
    ] = 365
    book_talk_days: Annotated[
        int, _of(_DAYS, "Having said that we may leave, we owe them the reasons soon.", ge=1, le=20)
    ] = 1
    call_tries: Annotated[
        int,
        _of("attempts", "After three, the next at the same hour and number will not reach them either.", ge=2, le=10),
    ] = 3
    talk_days: Annotated[
        int, _of(_DAYS, "A week of not knowing why is long for whoever has to answer for it.", ge=1, le=40)
    ] = 5
    talk_minutes: Annotated[
        int,
        _of("minutes", "Half an hour is enough for four reasons, and soon found.", ge=15, le=120),
    ] = 30
    ask_days: Annotated[int, _of(_DAYS, "The sooner they are asked, the fresher is what was said.", ge=1, le=20)] = 1
    link_days: Annotated[
        int,
        _of("days after the window", "A late answer is still an answer; a door open for ever is a risk.", ge=0, le=365),
    ] = 30
    acknowledge_days: Annotated[
        int, _of(_DAYS, "A reply that lies unread tells them the question was not meant.", ge=1, le=10)
    ] = 1
    felt_reminder: Annotated[
        bool, _of("yes or no", "Who was asked on a page alone may never have seen the question.")
    ] = True
    felt_reminder_days: Annotated[
        int, _of(_DAYS, "After a week it has settled, and they still know how it was.", ge=1, le=30)
    ] = 5
    check_back_days: Annotated[
        int, _of("days", "After four months most projects have shown how they turned out.", ge=7, le=1000)
    ] = 120
    check_back_grace_days: Annotated[
        int,
        _of("days", "Two weeks late is still a check-back; later, the promise is forgotten.", ge=0, le=120),
    ] = 14
    part_grace_days: Annotated[
        int,
        _of("days", "The end of their time is no deadline of ours: a weekend may pass before our thanks.", ge=0, le=30),
    ] = 3
    ahead_days: Annotated[
        int, _of("days", "What lies further ahead would only crowd out what can be done today.", ge=0, le=30)
    ] = 2
    digest_hour: Annotated[
        int, _of("hour of your own day", "One mail before the day begins is read; ten during it are not.", ge=5, le=12)
    ] = 8
    recover_hours: Annotated[
        int, _of(_HOURS, "Anger that waits a day becomes the story they tell about us.", ge=1, le=40)
    ] = 4
    manager_confirms: Annotated[bool, _of("yes or no", "A walk-away that the manager would take back is a bluff.")] = (
        True
    )
    bystander_roles: Annotated[
        tuple[str, ...],
        _of("contact roles", "They cannot tell us that we misread the deal, so telling them tells nobody."),
    ] = ("assistant", "receptionist", "gatekeeper", "end user", "user", "intern", "reception", "secretary")
    key_roles: Annotated[
        tuple[str, ...],
        _of("contact roles", "Who decides should hear it from us, and not from a colleague in the corridor."),
    ] = ("champion", "economic buyer", "decision maker", "sponsor")
    officer_roles: Annotated[
        tuple[str, ...],
        _of("contact roles", "In a no-contact period only these may be addressed, and only in writing."),
    ] = (
        "procurement",
        "procurement officer",
        "contracting officer",
        "contracting authority",
        "tender officer",
        "purchasing",
        "buyer",
    )

    @classmethod
    def of(cls, overrides: dict[str, Any]) -> Self:
        """A playbook with some values replaced. Raises ``msgspec.ValidationError`` naming the bad field."""
        return msgspec.convert(overrides, cls)


class Entry(Struct, frozen=True):
    """One line of the playbook as people read it."""

    name: str
    default: Any
    unit: str
    why: str
    least: int | None = None
    most: int | None = None
    """Bounds of a number, both allowed; None for what is no number."""


def entries() -> tuple[Entry, ...]:
    """All lines of the playbook, in order; the reference page and the form are made from these."""
    return tuple(_entry(field) for field in msgspec.structs.fields(Playbook))


def _entry(field: msgspec.structs.FieldInfo) -> Entry:
    meta: Meta = field.type.__metadata__[0]
    unit = (meta.extra or {})["unit"]
    # msgspec lets bounds be fractions; ours are whole.
    least, most = (None if bound is None else int(bound) for bound in (meta.ge, meta.le))
    return Entry(field.name, field.default, unit, meta.description or "", least, most)
