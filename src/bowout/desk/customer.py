"""What the customer may see on their page (M3.4). Nothing else of a walk-away leaves the house."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.documents import Documents
from bowout.core.walkaway import CALLED_OFF, LEFT, fold
from bowout.core.walkaway import WalkAway as State
from bowout.desk.branding import Brand, brand_of
from bowout.desk.colleagues import MOST, brought_in
from bowout.desk.links import language_of
from bowout.desk.replies import Asked, Reply, asked, is_read, outcome_of, reply_of, said_by
from bowout.desk.setting import is_zone
from bowout.desk.walking import Walk
from bowout.store import streams
from bowout.store.models import Contact, CustomerLink, User

Stand = Literal["early", "open", "late", "parted", "stayed"]
"""Where we stand as the customer may know it; ``early`` is before anybody has told them."""


class Colleague(Struct, frozen=True):
    """Somebody whom they have brought in, by name; ``ref`` is the end of the link's key, which opens nothing."""

    ref: str
    name: str


class Page(Struct, frozen=True):
    """Everything that the customer's page may show."""

    contact: str
    writer: str
    writer_email: str
    brand: Brand
    language: str
    country: str
    zone: str
    stand: Stand
    until: datetime | None
    expires_at: datetime
    reasons: tuple[Asked, ...]
    given: Reply | None
    """What they have said as it stands; None when they have not answered."""
    given_at: datetime | None
    read: bool
    """True when somebody has told them that it was read."""
    may_feel: bool
    """True while the three questions are open to them: it is over, they knew of it, and they have not said (M2)."""
    felt: bool
    """True when they have said how it felt."""
    documents: Documents | None
    """What becomes of what they had given us; None: nobody has said."""
    word: str
    """What may help them, as we said at parting."""
    check_back_on: date | None
    check_back_when: e.Return | None
    """What they said of it themselves; None: the day is ours."""
    may_tell: bool
    """True from the check-back on: how it turned out is theirs to say."""
    turned_out: e.OutcomeTold | None
    """What this contact said of it last."""
    invited: bool
    """They want to talk again."""
    colleagues: tuple[Colleague, ...]
    """Whom they have brought in; each has a page of their own."""
    may_bring: bool
    """True while they may bring somebody in."""
    ended: Literal["", "parted", "stayed"]
    """How it ended, once it has ended since their last word; empty while that word is still to be heard."""

    @property
    def company(self) -> str:
        """The name by which they know us."""
        return self.brand.company


def page_of(link: CustomerLink, now: datetime) -> Page:
    """What the holder of that link may see at that moment; four queries."""
    log = streams.log(link.walk_away_id)
    return _page(link, fold(log), log, now, brought_in(link))


def preview_link(walk: Walk, contact: Contact) -> CustomerLink:
    """A link to the contact's page that opens nothing: it is not saved."""
    until = _preview_until(walk) + timedelta(days=walk.setting.playbook.link_days)
    return CustomerLink(
        pk=UUID(int=0),
        walk_away=walk.row,
        contact=contact,
        made_by=walk.user,
        made_at=walk.now,
        expires_at=until,
    )


def preview_of(walk: Walk, link: CustomerLink) -> Page:
    """What that page will look like while nothing is decided: as if they had been told and asked just now."""
    told = replace(walk.state, status="asked", told_at=walk.now, window_until=_preview_until(walk))
    return _page(link, told, (), walk.now, ())


def _preview_until(walk: Walk) -> datetime:
    return walk.setting.window(walk.now, None, walk.state.window_until)


def _page(
    link: CustomerLink, state: State, log: Sequence[e.Event], now: datetime, brought: Sequence[CustomerLink]
) -> Page:
    deal, mine = link.walk_away.deal, said_by(link, log)
    stand = _stand(state, now)
    heard = bool(mine) and state.ended_at is not None and mine[-1].at < state.ended_at
    writer, brand = writer_of(link), brand_of(deal.team)
    felt = any(one.by.key == str(link.contact_id) for one in state.felt)
    return Page(
        contact=link.contact.name,
        writer=writer.name if writer else brand.company,
        writer_email=writer.email if writer else "",
        brand=brand,
        language=language_of(link),
        country=deal.account.country,
        zone=zone_of_contact(link),
        stand=stand,
        until=state.window_until,
        expires_at=link.expires_at,
        reasons=tuple(asked(link, reason) for reason in state.reasons) if state.told_at else (),
        given=reply_of(link, log),
        given_at=mine[-1].at if mine else None,
        read=bool(mine) and is_read(log, mine[-1]),
        may_feel=stand in {"parted", "stayed"} and not felt,
        felt=felt,
        documents=state.documents,
        word=state.word,
        check_back_on=state.check_back_on,
        check_back_when=state.check_back_when,
        may_tell=_may_tell(state, now.astimezone(ZoneInfo(zone_of_contact(link))).date()),
        turned_out=outcome_of(link, log),
        invited=state.status == "invited-back",
        colleagues=tuple(Colleague(one.pk.hex[-8:], one.contact.name) for one in brought),
        may_bring=stand in {"open", "late"} and deal.regime == "open" and len(brought) < MOST,
        ended=stand if heard and stand in {"parted", "stayed"} else "",
    )


def zone_of_contact(link: CustomerLink) -> str:
    """Their own zone where they sit elsewhere than the account; ours where nobody said."""
    deal = link.walk_away.deal
    return next(filter(is_zone, (link.contact.zone, deal.account.zone)), deal.team.zone)


def writer_of(link: CustomerLink) -> User | None:
    """Who writes to the customer: the deal's owner, else who made the link; nobody who has left."""
    for user in (link.walk_away.deal.owner, link.made_by):
        if user is not None and user.is_active:
            return user
    return None


def _may_tell(state: State, today: date) -> bool:
    due = state.check_back_on is not None and today >= state.check_back_on
    return state.status in LEFT | {"invited-back"} and (state.checked_at is not None or due)


def _stand(state: State, now: datetime) -> Stand:
    if state.told_at is None:
        return "early"
    if state.status in LEFT:
        return "parted"
    if state.status in CALLED_OFF:
        return "stayed"
    return "late" if state.window_until is not None and now >= state.window_until else "open"
