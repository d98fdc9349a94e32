"""Somebody at a customer is forgotten: in mail that came and went, in its files, in invitations, calendars and words.

What stays is that somebody was told, answered or was written to, and when: the log names them by a key alone.
What is attached to other people's mail is not looked into, nor what the CRM tells of a deal.
"""

from datetime import datetime
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import transaction

from bowout.connectors.mail.folder import erase, file_name
from bowout.desk.projecting import rebuild
from bowout.desk.striking import FORGOTTEN, Named
from bowout.store import access, forgetting, streams
from bowout.store.models import Contact, Outbox, Received, User

_READ = 1_000_000
"""Bytes of a file that are looked through."""
_SAYS = "Whoever it was for has been forgotten."


def ask(by: User, contact: Contact, now: datetime) -> None:
    """A worker is to forget them. Raises ``PermissionDenied`` for those who do not tune the team."""
    if not access.may_tune(by) or by.team_id != contact.team_id:
        raise PermissionDenied
    forgetting.ask(contact, now)


def forget_next(received: Path, sent: Path, now: datetime) -> bool:
    """Forget who has waited longest; False when nobody waits, or while a mail to them is being sent.

    ``received`` and ``sent`` are the folders of mail that came in, and of mail that was written into files.
    """
    person = forgetting.next_one()
    if person is None:
        return False
    with transaction.atomic():
        return _Forgetting(person, received, sent).run(now)


class _Forgetting:
    """One person, in one transaction.

    Files first: a row says where its file lies and who is in it, so whoever is killed in between leaves all that is
    needed to do it again. Rows first would leave files that nobody finds any more.
    """

    def __init__(self, person: Contact, received: Path, sent: Path) -> None:
        self.person, self.received, self.sent = person, received, sent
        self.named = Named(person.name, frozenset())
        self.deals = forgetting.deals(person)

    def run(self, now: datetime) -> bool:
        forgetting.hold_mailboxes()
        mails = forgetting.hold_mails(self.person, self.deals)
        if not forgetting.hold(self.person, self.deals):
            return True
        outgoing = forgetting.hold_outgoing(self.person, self.deals)
        if outgoing is None:
            return False
        self.named = Named(self.person.name, self._addresses(mails, outgoing))
        for mail in mails:
            self._came(mail)
        for row in outgoing:
            self._went(row)
        self._said()
        self._dated()
        forgetting.empty_person(self.person, FORGOTTEN, now)
        rebuild(deals=self.deals)
        return True

    def _addresses(self, mails: list[Received], outgoing: list[Outbox]) -> frozenset[str]:
        """Theirs now, and those from which they wrote or at which they were written to before."""
        wrote = {row.sender for row in mails if row.contact_id == self.person.pk}
        reached = {row.payload.get("to", "") for row in outgoing if row.payload.get("to_name") == self.person.name}
        return frozenset({self.person.email} | wrote | reached)

    def _came(self, row: Received) -> None:
        theirs = row.contact_id == self.person.pk or self.named.writes(row.sender)
        if theirs and row.team_id is None and not forgetting.let_go(row, self.person.team_id):
            # Another team knows them, too, and has not been asked to forget them.
            return
        if theirs:
            erase(self.received / row.file)
            forgetting.empty_mail(row)
        elif self._names_them(row):
            erase(self.received / row.file)
            self._strike_mail(row)

    def _strike_mail(self, row: Received) -> None:
        row.sender_name, row.subject = self.named.struck(row.sender_name), self.named.struck(row.subject)[:300]
        row.text, row.files = self.named.struck(row.text), [self.named.struck(name) for name in row.files]
        forgetting.save_struck(row)

    def _names_them(self, row: Received) -> bool:
        said = "\n".join((row.sender_name, row.subject, row.text, *row.files))
        # Only where they are likely to stand: nobody else is kept waiting for thousands of files.
        return self.named.within(said) or (
            row.walk_away_id is not None and self.named.within(_beginning(self.received / row.file))
        )

    def _went(self, row: Outbox) -> None:
        payload = row.payload
        if self.named.writes(payload.get("to", "")):
            erase(self.sent / file_name(row.key))
            forgetting.empty_outgoing(row, FORGOTTEN, _SAYS)
            return
        texts = {name: self.named.struck(payload[name]) for name in ("subject", "text") if name in payload}
        if any(payload[name] != text for name, text in texts.items()):
            erase(self.sent / file_name(row.key))
            row.payload = payload | texts
            row.save(update_fields=["payload"])

    def _said(self) -> None:
        """Their own words go, and what was written to them; elsewhere they are no longer named."""
        keys = forgetting.streams(self.deals)
        for stream, log in streams.entries(keys).items():
            for entry in log:
                if _is_theirs(entry, str(self.person.pk)):
                    streams.forget(stream, entry.version)
        for row in forgetting.words(keys):
            # Of somebody who was no contact yet, a mail was heard under their address.
            heard = self.named.writes(row.text.partition(":")[0])
            text = "" if heard else self.named.struck(row.text)
            if text != row.text:
                row.text = text
                row.save(update_fields=["text"])

    def _dated(self) -> None:
        for entry in forgetting.dated(self.deals):
            if self.named.within(entry.title):
                entry.title = self.named.struck(entry.title)[:300]
                entry.save(update_fields=["title"])


def _is_theirs(entry: streams.Entry, key: str) -> bool:
    by = entry.event.by
    return (by.role == "customer" and by.key == key) or getattr(entry.event, "contact", "") == key


def _beginning(file: Path) -> str:
    if not file.is_file():
        return ""
    with file.open("rb") as opened:
        return opened.read(_READ).decode(errors="replace")
