"""A year of 500 walk-aways in twelve countries, an hour at a time: no reminder is missed or doubled, and none is false.

What people and customers do is drawn by chance: they act late or not at all, meetings move, answers cross our thanks.
What the morning mails must say is worked out here from the states alone, in another way than the desk does.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.deal import CalendarEntry, Contact, Deal
from bowout.core.due import Step, next_steps
from bowout.core.guards.stories import FIT, KNOWN
from bowout.core.hours import Office
from bowout.core.process import decide
from bowout.core.reasons import Answer
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway as State
from bowout.core.walkaway import fold
from bowout.desk import digest
from bowout.store import projection
from bowout.store.models import Outbox, User, WalkAway
from tests.people import Cast, member
from tests.shell.many import many_walk_aways

PLACES = {
    "FR": "Europe/Paris", "DE": "Europe/Berlin", "GB": "Europe/London", "US": "America/New_York",
    "BR": "America/Sao_Paulo", "JP": "Asia/Tokyo", "IN": "Asia/Kolkata", "SA": "Asia/Riyadh",
    "AU": "Australia/Sydney", "ZA": "Africa/Johannesburg", "CA": "America/Toronto", "CN": "Asia/Shanghai",
}  # fmt: skip
MANY, BEGINS, ENDS = 500, datetime(2026, 1, 5, tzinfo=UTC), datetime(2027, 1, 5, tzinfo=UTC)
PATIENCE = {"part": timedelta(days=3), "check-back": timedelta(days=14)}
HOUR = timedelta(hours=1)


class Told:
    """One walk-away of the year: its state, where it happens, and its row."""

    def __init__(self, row: WalkAway, owner: int, country: str, begins: datetime, chance: Random) -> None:
        self.row, self.owner, self.begins, self.chance = row, owner, begins, chance
        self.setting = Setting(Deal("deal", zone=PLACES[country], country=country, contacts=(Contact("c", "Claire"),)))
        self.state = State()
        self.steps: tuple[Step, ...] = ()
        self.wakes = begins
        """When something happens next."""

    def does(self, now: datetime, kind: type[i.Intent], by: str = "rep", **fields: Any) -> None:
        """Somebody does it, whatever the guards say, if that is possible at all."""
        intent = kind(at=now, by=Actor(by), override="It happened.", recorded_at=now, **fields)  # type: ignore[arg-type]
        decision = decide(self.state, intent, self.setting)
        self.state = fold(decision.events, self.state)

    def wake(self, now: datetime) -> None:
        """Something happens, or nobody does anything."""
        self._happens(now, self.chance.random())
        self.steps = next_steps(self.state, self.setting)
        self.wakes = now + timedelta(hours=self.chance.randint(1, 400))

    def _happens(self, now: datetime, luck: float) -> None:
        if self.state.version == 0:
            self.does(now, i.Consider, reasons=(FIT,), known=KNOWN)
        elif luck < 0.07:
            # Their meeting is moved, or a first one is made.
            at = now + timedelta(hours=self.chance.randint(3, 400))
            self.setting = Setting(Deal(**{**_fields(self.setting.deal), "calendar": (CalendarEntry("meeting", at),)}))
        elif luck < 0.14:
            self.does(now, i.Feedback, "customer", answers=(Answer("fit", _verdict(self.chance), "So."),))
        elif luck < 0.15:
            self.does(now, i.Complain, "customer", text="Outrageous.")
        elif luck < 0.2:
            until = now + timedelta(hours=self.chance.randint(10, 300))
            self.does(now, i.Snooze, until=until, why="They are away.")
        elif luck < 0.8 and self.steps:
            self._acts(now, self.steps[0])

    def _acts(self, now: datetime, step: Step) -> None:
        """Somebody does what is due, or some other call reaches nobody."""
        outcome = self.chance.choice(["reached", "reached", "voicemail", "no-answer"])
        done: dict[str, tuple[type[i.Intent], str, dict[str, Any]]] = {
            "confirm": (i.Confirm, step.by, {}),
            "call": (i.Call, "rep", {"contact": "c", "outcome": outcome}),
            "recover": (i.Call, "executive", {"contact": "c", "outcome": "reached"}),
            "book-talk": (i.BookTalk, "rep", {"talk_at": now + timedelta(hours=self.chance.randint(5, 200))}),
            "hold-talk": (i.HoldTalk, "rep", {}),
            "ask-feedback": (i.AskFeedback, "rep", {}),
            "acknowledge": (i.Acknowledge, "rep", {"text": "Thank you, we have read it."}),
            "stay": (i.Stay, "rep", {"changed": "They can change it."}),
            "part": (i.Part, "rep", {"thanks": True, "text": "Thank you for your time."}),
            "check-back": (i.CheckBack, "rep", {"outcome": "They are live."}),
        }
        kind, by, fields = done[step.do]
        self.does(now, kind, by, **fields)


def _fields(deal: Deal) -> dict[str, Any]:
    return {name: getattr(deal, name) for name in deal.__struct_fields__}


def _verdict(chance: Random) -> Any:
    return chance.choice(["right", "misread", "can-change"])


def _mornings(user: User, now: datetime) -> tuple[datetime, datetime]:
    """The working morning before now's day, and the end of the next working day after it, on their clock."""
    zone, office = ZoneInfo(user.zone), Office(user.zone, user.team.country)
    today = now.astimezone(zone).date()
    before, after = today - timedelta(days=1), today + timedelta(days=1)
    while office.day_off(before):
        before -= timedelta(days=1)
    while office.day_off(after):
        after += timedelta(days=1)
    midnight = after + timedelta(days=1)
    return (
        datetime(before.year, before.month, before.day, 8, tzinfo=zone),
        datetime(midnight.year, midnight.month, midnight.day, tzinfo=zone),
    )


def wanted(user: User, year: Iterable[Told], now: datetime) -> set[UUID]:
    """What the user's mail must name that morning, and nothing else."""
    before, until = _mornings(user, now)
    found = set()
    for one in year:
        steps = one.steps
        if not steps:
            continue
        first, hands = steps[0], {step.by for step in steps if step.do == steps[0].do}
        asleep = one.state.quiet_until is not None and one.state.quiet_until > now
        mine = (one.owner == user.pk and "rep" in hands) or (user.role != "rep" and user.role in hands)
        # Snoozed counts for who is reminded of their own; what was late before it was put off stays the manager's.
        slept = one.state.quiet_until is not None and one.state.quiet_until > before
        late = first.due < before - PATIENCE.get(first.do, timedelta()) and first.do != "recover"
        now_or_next = first.due < until or first.do == "recover"
        theirs = not mine and user.role == "manager" and late and not slept
        if (mine and not asleep and now_or_next) or theirs:
            found.add(one.row.pk)
    return found


def named(text: str) -> list[UUID]:
    """The walk-aways that a mail leads to."""
    return [UUID(found) for found in re.findall(r"/walk-aways/([0-9a-f-]{36})/", text)]


@pytest.fixture
def year(cast: Cast) -> list[Told]:
    """500 walk-aways, begun at any time of the year, of four reps on three continents."""
    chance = Random(26)
    reps = [cast.alice, member(cast.team, "Nia Noon", "rep"), member(cast.team, "Tom Toya", "rep")]
    for rep, zone in zip(reps, ("Europe/Berlin", "America/New_York", "Asia/Tokyo"), strict=True):
        User.objects.filter(pk=rep.pk).update(zone=zone)
    found = []
    for rep in reps:
        for row in many_walk_aways(rep, MANY // len(reps), BEGINS):
            begins = BEGINS + timedelta(hours=chance.randint(0, 8000))
            found.append(Told(row, rep.pk, chance.choice(list(PLACES)), begins, Random(row.pk.int)))
    WalkAway.objects.update(next_due=None, next_do="", next_by="")
    busy = [rep.pk for rep in reps] + [cast.mia.pk, cast.eve.pk]
    User.objects.exclude(pk__in=busy).update(digest=False)
    return found


@pytest.mark.only_on("sqlite")
def test_no_reminder_is_missed_doubled_or_false(cast: Cast, year: list[Told], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest, "MOST", 10_000)
    now, mails, named_late = BEGINS, 0, 0
    while digest.write_next(now):
        pass
    while now < ENDS:
        now += HOUR
        changed = [one for one in year if one.wakes <= now]
        if changed:
            for one in changed:
                one.wake(now)
            projection.save((one.row, projection.row_of(one.state, one.steps, {})) for one in changed)
        due = list(User.objects.filter(team=cast.team, digest_at__lte=now).select_related("team"))
        before = set(Outbox.objects.values_list("pk", flat=True)) if due else set()
        while digest.write_next(now):
            pass
        for user in due:
            expected = wanted(user, year, now)
            new = [row for row in Outbox.objects.filter(key__startswith=f"digest-{user.pk}-") if row.pk not in before]
            told = [key for row in new for key in named(row.payload["text"])]
            assert len(new) == bool(expected), (user, now)
            assert len(told) == len(set(told)), (user, now)
            assert set(told) == expected, (user, now)
            mails += len(new)
            named_late += sum("LATE FOR MORE THAN A DAY" in row.payload["text"] for row in new)
    assert mails > 700
    assert named_late > 100
    assert sum(one.state.status in {"parted", "stayed", "checked-back", "invited-back"} for one in year) > 100
