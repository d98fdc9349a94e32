"""Somebody is forgotten: nothing of them is left in mail, files, invitations, calendars and words; the log folds on."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.serializers import serialize
from msgspec.structs import replace

from bowout.desk import forgetting, own_calendar
from bowout.desk.appointments import kept_in
from bowout.desk.projecting import out_of_step
from bowout.desk.striking import FORGOTTEN, Named
from bowout.store import inbox, outbox, streams
from bowout.store.models import CalendarEntry, Contact, CustomerLink, Event, MailboxPlace, Outbox, Received, Words
from tests.people import NOW, Cast
from tests.shell.answers import LATER, Pretend, reply, take
from tests.shell.browsing import Browser
from tests.shell.test_invitations import booked
from tests.shell.test_own_calendar import connected, look, meeting
from tests.shell.walking import Sit, the_stream
from tests.shell.web import signed_in, words

TRACES = ("claire", "dubois", "lumiere.example")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Of mail that came, and of mail that went."""
    return tmp_path / "received", tmp_path / "mail"


def forget(cast: Cast, folders: tuple[Path, Path]) -> None:
    forgetting.ask(cast.mia, Contact.objects.get(pk=cast.claire.pk), LATER)
    assert forgetting.forget_next(*folders, LATER)
    assert not forgetting.forget_next(*folders, LATER)


def traces(*models: Any) -> list[str]:
    """Rows in which somebody still finds her."""
    rows = [row for model in models for row in json.loads(serialize("json", model.objects.all(), ensure_ascii=False))]
    return [str(row) for row in rows if any(trace in str(row).lower() for trace in TRACES)]


def in_files(*folders: Path) -> list[str]:
    files = [file for folder in folders if folder.is_dir() for file in folder.iterdir()]
    return [file.name for file in files if any(trace in file.read_text().lower() for trace in TRACES)]


def test_nothing_of_them_is_left_and_the_log_still_says_that_they_answered(
    asked: Browser, mailbox: Pretend, folders: tuple[Path, Path], cast: Cast
) -> None:
    take(mailbox, folders[0], reply("You have misread us."))
    henri = {"From": "Henri <henri@atelier.example>"}
    take(mailbox, folders[0], reply("Claire Dubois is right.", 2, **henri, Message_ID="<2@x>"))
    take(mailbox, folders[0], reply("See you.", 3, **henri, Message_ID="<3@x>", Cc="claire@lumiere.example"))
    take(mailbox, folders[0], reply("Where are you?", 4, In_Reply_To="<unknown@x>"))
    CalendarEntry.objects.create(deal=cast.deal, kind="meeting", at=LATER, title="Lunch with Claire Dubois")
    before = streams.load(the_stream())
    assert traces(Received, Outbox, Words, CalendarEntry)
    assert in_files(folders[0])
    forget(cast, folders)
    assert traces(Received, Outbox, Words, CalendarEntry, Contact) == []
    assert in_files(*folders) == []
    after = streams.load(the_stream())
    assert (after.status, after.replied_at, after.told_to) == (before.status, before.replied_at, before.told_to)
    assert Received.objects.filter(contact=cast.claire, kind="reply").count() == 1
    assert Event.objects.filter(kind="feedback-given").count() == 3
    assert not CustomerLink.objects.filter(contact=cast.claire, revoked_at=None).exists()
    assert not list(out_of_step())
    page = asked.get(f"/walk-aways/{the_stream()}/")
    assert FORGOTTEN in page
    assert "The mail as it came is erased" in asked.get("/mail/received/")


def test_an_invitation_that_stands_in_their_calendar_is_kept_no_more(
    cast: Cast, sit: Sit, folders: tuple[Path, Path]
) -> None:
    alice = booked(cast, sit)
    assert kept_in(outbox.last_invitation(the_stream())) is not None
    forget(cast, folders)
    assert kept_in(outbox.last_invitation(the_stream())) is None
    assert traces(Outbox, Words) == []
    assert Outbox.objects.get(key__startswith=str(the_stream())).state == "failed", "nothing is sent to them any more"
    alice.get("/mail/")
    alice.get(f"/mail/{Outbox.objects.get(key__startswith=str(the_stream())).pk}/")


def test_a_members_calendar_does_not_bring_their_name_back(cast: Cast, folders: tuple[Path, Path]) -> None:
    connected(cast)
    both = meeting("1", NOW + timedelta(days=2), cast.claire.email, cast.henri.email)
    alone = meeting("2", NOW + timedelta(days=3), cast.claire.email)
    visits = [replace(one, title="Claire") for one in (both, alone)]
    look(*visits)
    assert CalendarEntry.objects.filter(title="Claire").count() == 2
    forget(cast, folders)
    look(*visits, now=NOW + timedelta(minutes=10))
    assert [entry.title for entry in CalendarEntry.objects.filter(seen_by=cast.alice)] == [FORGOTTEN]
    assert own_calendar.busy_hours(cast.alice)


def test_whoever_is_killed_between_files_and_rows_is_followed(
    asked: Browser, mailbox: Pretend, folders: tuple[Path, Path], cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(mailbox, folders[0], reply(), reply("And one more thing.", 2))
    forgetting.ask(cast.mia, Contact.objects.get(pk=cast.claire.pk), LATER)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("bowout.store.forgetting.empty_person", killed)
        with pytest.raises(KeyboardInterrupt):
            forgetting.forget_next(*folders, LATER)
    assert in_files(folders[0]) == []
    assert traces(Received)
    assert forgetting.forget_next(*folders, LATER)
    assert traces(Received, Outbox, Words, Contact) == []


def test_what_lies_in_the_mailbox_still_is_not_read_again(
    asked: Browser, mailbox: Pretend, folders: tuple[Path, Path], cast: Cast
) -> None:
    take(mailbox, folders[0], reply())
    forget(cast, folders)
    mailbox.validity = 2
    assert take(mailbox, folders[0]) == 0
    assert MailboxPlace.objects.get().uid == 1
    assert traces(Received) == []
    assert in_files(folders[0]) == []


def test_while_a_mail_to_them_is_being_sent_it_waits(asked: Browser, folders: tuple[Path, Path], cast: Cast) -> None:
    row = outbox.claim(LATER, "token", ["mail"])
    assert row is not None
    forgetting.ask(cast.mia, Contact.objects.get(pk=cast.claire.pk), LATER)
    assert not forgetting.forget_next(*folders, LATER)
    outbox.release(row, "token")
    assert forgetting.forget_next(*folders, LATER)


def test_another_team_that_knows_them_keeps_what_may_be_its_own(cast: Cast, folders: tuple[Path, Path]) -> None:
    theirs = Contact.objects.create(team=cast.elsewhere.team, name="Claire", email=cast.claire.email)
    row = Received(
        message_id="<1@x>", kind="reply", sender=cast.claire.email, subject="Hello", file="a", received_at=NOW
    )
    inbox.save(row, inbox.whose(row.sender))
    forget(cast, folders)
    row.refresh_from_db()
    assert (row.subject, [team.pk for team in row.known_to.all()]) == ("Hello", [cast.elsewhere.team_id])
    assert "Hello" not in words(signed_in(cast.mia).get("/mail/received/"))
    forgetting.ask(cast.charlie, theirs, LATER)
    assert forgetting.forget_next(*folders, LATER)
    row.refresh_from_db()
    assert (row.subject, row.sender) == ("", "")


def test_who_tunes_the_team_asks_for_it_and_says_that_they_know(cast: Cast) -> None:
    address = f"/deals/{cast.deal.pk}/people/{cast.claire.pk}/"
    assert "Must they be forgotten?" not in words(signed_in(cast.alice).get(address))
    assert signed_in(cast.alice).post(f"{address}forget/", {"sure": "yes"}).status_code == 403
    mia = signed_in(cast.mia)
    mia.post(f"{address}forget/")
    assert Contact.objects.get(pk=cast.claire.pk).forget_at is None
    mia.post(f"{address}forget/", {"sure": "yes"})
    assert Contact.objects.get(pk=cast.claire.pk).forget_at is not None
    assert "They are being forgotten" in words(mia.get(address))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask Claire Dubois.", "Ask (forgotten)."),
        ("CLAIRE DUBOIS wrote", "(forgotten) wrote"),
        ("Claire’s office", "(forgotten)’s office"),
        ("claire@x.example: No.", "(forgotten): No."),
        ("Eclairement, clairement", "Eclairement, clairement"),
        ("In May.", "In May."),
    ],
)
def test_only_they_are_struck_out(text: str, left: str) -> None:
    assert Named("Claire Dubois", frozenset({"claire@x.example"})).struck(text) == left
