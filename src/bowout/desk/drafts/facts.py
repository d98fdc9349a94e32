"""What a text may say: only what the customer may know, in their language."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, get_timezone_location
from msgspec import Struct
from msgspec.structs import asdict

from bowout.core.reasons import Reason, Verdict
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway
from bowout.desk.drafts.tongue import Tongue

_TITLES = {"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "m", "mme", "mlle", "monsieur", "madame", "sir"}


class Facts(Struct, frozen=True):
    """All strings, said in the customer's language; empty where there is nothing to say."""

    me: str
    name: str = ""
    first: str = ""
    reasons: str = ""
    misread: str = ""
    can_change: str = ""
    right: str = ""
    reply: str = ""
    talk: str = ""
    explained: str = ""
    until: str = ""
    link: str = ""
    since: str = ""
    deadline: str = ""
    meeting: str = ""
    parted: str = ""
    check_back: str = ""
    forgotten: str = ""
    call: str = ""

    def named(self) -> dict[str, str]:
        """By the name that texts use."""
        return asdict(self)


class Speaking(Struct, frozen=True):
    """Who speaks, to whom and when, and what is not in the log yet."""

    me: str
    now: datetime
    name: str = ""
    link: str = ""
    """Address of the customer's page."""
    check_back_on: date | None = None
    talk_at: datetime | None = None
    asked_at: datetime | None = None
    """When they will be asked, where that is not now."""


def facts_of(state: WalkAway, setting: Setting, tongue: Tongue, speaking: Speaking) -> Facts:
    """What may be said then."""
    now = speaking.now
    office, dated = setting.office, _Dates(tongue, setting.deal.zone)
    late = state.told_at is None and state.considered_at is not None and now > _quickly(state, setting)
    meetings = setting.deal.ahead(now, "meeting", "demo")
    deadlines = setting.deal.ahead(now, "submission", "decision")
    limit = setting.playbook.eleventh_hour_days
    pressing = deadlines and office.days_between(now, deadlines[0].at, enough=limit + 1) <= limit
    return Facts(
        me=speaking.me,
        name=speaking.name,
        first=first_name(speaking.name),
        reasons=_set_out(state.reasons, tongue),
        misread=_answered(state, "misread", tongue),
        can_change=_answered(state, "can-change", tongue),
        right=_answered(state, "right", tongue),
        reply=dated.day(state.replied_at),
        talk=dated.moment(_ahead(speaking.talk_at or state.talk_at, now)),
        explained=dated.day(state.explained_at),
        until=dated.moment(_until(state, setting, speaking.asked_at or now)),
        link=speaking.link,
        since=dated.day(state.considered_at if late else None),
        deadline=dated.moment(deadlines[0].at if pressing else None),
        meeting=dated.moment(meetings[0].at if meetings else None),
        parted=dated.day(state.ended_at),
        check_back=dated.date(speaking.check_back_on or state.check_back_on),
        forgotten=dated.date(state.check_back_on if _is_past(state.check_back_on, setting, now) else None),
        call="yes" if state.call_wanted else "",
    )


def first_name(name: str) -> str:
    """``Claire`` of ``Claire Dubois``; the whole name where it begins with a title or an initial."""
    head = name.partition(" ")[0]
    return name if head.rstrip(".").casefold() in _TITLES or len(head.rstrip(".")) < 2 else head


class _Dates:
    def __init__(self, tongue: Tongue, zone: str) -> None:
        self.tongue, self.zone = tongue, ZoneInfo(zone)

    def moment(self, at: datetime | None) -> str:
        if at is None:
            return ""
        said = format_datetime(at, self.tongue.moment, tzinfo=self.zone, locale=self.tongue.locale)
        return said + self.tongue.clock.format(self._place())

    def _place(self) -> str:
        name = self.zone.key
        if "/" not in name or name.startswith("Etc/"):
            return name
        return get_timezone_location(name, locale=self.tongue.locale, return_city=True).rpartition("/")[2]

    def day(self, at: datetime | None) -> str:
        return self.date(at.astimezone(self.zone).date()) if at else ""

    def date(self, on: date | None) -> str:
        return format_date(on, "long", locale=self.tongue.locale) if on else ""


def _quickly(state: WalkAway, setting: Setting) -> datetime:
    assert state.considered_at is not None
    return setting.office.add_days(state.considered_at, setting.playbook.quickly_days)


def _until(state: WalkAway, setting: Setting, now: datetime) -> datetime:
    return state.window_until or setting.window(now, state.told_at)


def _ahead(at: datetime | None, now: datetime) -> datetime | None:
    return at if at and at > now else None


def _is_past(on: date | None, setting: Setting, now: datetime) -> bool:
    return on is not None and setting.office.local(now).date() > on


def _set_out(reasons: tuple[Reason, ...], tongue: Tongue) -> str:
    """The reasons in the words that are meant for the customer; numbered when there are several."""
    told = [reason for reason in reasons if reason.customer.strip()]
    blocks = [_one(reason, tongue) for reason in told]
    return "\n\n".join(f"{n}. {block}" for n, block in enumerate(blocks, 1)) if len(blocks) > 1 else "".join(blocks)


def _one(reason: Reason, tongue: Tongue) -> str:
    stay_if = f"\n{tongue.stay_if} {reason.stay_if.strip()}" if reason.stay_if.strip() else ""
    return f"{reason.customer.strip()}{stay_if}"


def _answered(state: WalkAway, verdict: Verdict, tongue: Tongue) -> str:
    """What they answered so, each with their own words when they gave any."""
    told = []
    for reason in state.reasons:
        answer = state.answer(reason.kind)
        if answer and answer.verdict == verdict and reason.customer.strip():
            told.append(tongue.quoted.format(answer.words.strip() or reason.customer.strip()))
    return "\n".join(told)
