"""Where nobody has said how it felt, they are asked by mail: once, and each of them no more than once, ever (M2)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from msgspec.structs import replace

from bowout.connectors.mail import Mail
from bowout.core.felt_reminder import felt_reminder
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway as State
from bowout.desk import links, mailing
from bowout.desk.customer import writer_of
from bowout.desk.drafts import Speaking, draft, facts_of, tongue_of
from bowout.desk.setting import setting_of
from bowout.desk.tagging import address_for
from bowout.store import felt_due, outbox, streams
from bowout.store.models import CustomerLink, User, WalkAway

SOON, LONGER = timedelta(days=7), 14
"""A page that closes so soon lives so many days longer: whoever is asked must find it open."""


def ask_next(now: datetime) -> bool:
    """See to the walk-away that has been due longest; False when none is.

    Whoever is killed leaves it as it was, and a mail that another has written is dropped by its key.
    """
    if not felt_due.is_any_due(now):
        return False
    with transaction.atomic():
        walk_away = felt_due.claim(now)
        if walk_away is None:
            return False
        _ask(walk_away, now)
        felt_due.seen_to(walk_away, now)
    return True


def call_off(walk_away: WalkAway, state: State, setting: Setting) -> None:
    """Where something has happened since that forbids it, what still waits for their morning is not sent."""
    if walk_away.felt_seen_to_at is not None and felt_reminder(state, setting) is None:
        outbox.call_off(walk_away, _key(walk_away))


def _key(walk_away: WalkAway) -> str:
    return f"how-it-felt-{walk_away.pk.hex}-"


def _ask(walk_away: WalkAway, now: datetime) -> None:
    state, setting = streams.load(walk_away.pk), setting_of(walk_away.deal).at(now)
    # The log is asked again: the row may have been made before somebody changed the playbook, or the deal.
    if felt_reminder(state, setting) is None or setting.only_in_writing:
        return
    for link in _whom(walk_away, now):
        writer = writer_of(link)
        if writer is None:
            continue
        if link.expires_at < now + SOON:
            links.outlive(walk_away, link.expires_at, LONGER, now)
        mail = _mail(link, writer, state, setting, now)
        mailing.enqueue(walk_away.deal.team, f"{_key(walk_away)}{link.contact_id}", mail, walk_away)


def _whom(walk_away: WalkAway, now: datetime) -> Iterable[CustomerLink]:
    """The latest open page of everybody who has one, an address, and still a part in the deal."""
    pages = walk_away.links.filter(revoked_at=None, expires_at__gt=now).exclude(contact__email="")
    pages = pages.filter(contact__deal_contacts__deal=walk_away.deal, contact__forget_at=None)
    latest = {page.contact_id: page for page in pages.select_related("contact", "made_by").order_by("made_at", "pk")}
    return latest.values()


def _mail(link: CustomerLink, writer: User, state: State, setting: Setting, now: datetime) -> Mail:
    to, tongue = link.contact, tongue_of(links.language_of(link))
    speaking = Speaking(writer.name, now, to.name, links.address(link))
    letter = draft("how-it-felt", tongue, facts_of(state, setting, tongue, speaking))
    at = setting.office_of(str(to.pk)).next_open(now)
    mail = mailing.mail(writer, to, letter.subject, letter.text, at, letter.language)
    return replace(mail, automatic=True, answers_to=address_for(link.walk_away_id))
