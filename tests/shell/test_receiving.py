"""Answers by mail: each lands on its walk-away once, stops the clock, and is read by people only."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from bowout.connectors.inbox.mailbox import Fetched, Place
from bowout.connectors.mail.message import message_id
from bowout.core import intents as i
from bowout.desk import tagging
from bowout.desk.assigning import assign
from bowout.desk.receiving import receive
from bowout.store import inbox, outbox, streams
from bowout.store.models import MailboxPlace, Outbox, Received, User
from tests.people import Cast
from tests.shell.answers import LATER, Pretend, question, reply, take
from tests.shell.browsing import Browser
from tests.shell.steps import NOBODY, do, must
from tests.shell.walking import the_stream
from tests.shell.web import signed_in


def words() -> list[str]:
    return [getattr(event, "words", "") for event in streams.log(the_stream()) if event.kind == "feedback-given"]


def test_it_works(asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast) -> None:
    text = "You have misread us.\n\nOn Tue, Alice wrote:\n> What did we misread?"
    assert take(mailbox, tmp_path, reply(text)) == 1
    state = streams.load(the_stream())
    assert state.unread
    assert words() == ["You have misread us."]
    assert "They have answered. Until it is read, nothing may be decided." in asked.get(f"/walk-aways/{the_stream()}/")
    row = Received.objects.get()
    assert (row.contact, row.kind) == (cast.claire, "reply")
    assert (tmp_path / row.file).read_bytes() == reply(text)
    told_ = Outbox.objects.get(key__startswith=f"received-{row.pk}-")
    assert told_.payload["to"] == cast.alice.email
    assert "misread" not in told_.payload["text"]


def test_the_mail_that_went_out_asks_for_answers_to_the_house_too(asked: Browser) -> None:
    assert question().payload["answers_to"] == tagging.address_for(the_stream())


def test_by_its_address_alone_it_finds_its_walk_away(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    to = tagging.address_for(the_stream())
    take(mailbox, tmp_path, reply(To=f"Bowout <{to}>", In_Reply_To="<unknown@x>"))
    assert words() == ["You have misread us."]


@pytest.mark.parametrize("forged", ["0" * 10, "x"])
def test_a_forged_address_finds_none(asked: Browser, mailbox: Pretend, tmp_path: Path, forged: str) -> None:
    to = f"deals+{the_stream().hex}.{forged}@north.example"
    take(mailbox, tmp_path, reply(To=to, In_Reply_To="<unknown@x>"))
    assert words() == []
    assert Received.objects.get().walk_away is None


def test_somebody_puts_it_where_it_belongs_and_it_is_heard_there(
    asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast
) -> None:
    take(mailbox, tmp_path, reply("No.\n\n> What did we misread?", In_Reply_To="<unknown@x>"))
    row = Received.objects.get()
    Received.objects.update(team=cast.team)
    assert "Say where it belongs" in asked.get("/mail/received/")
    assert "It belongs here" in asked.get(f"/mail/received/{row.pk}/assign/")
    asked.client.post(f"/mail/received/{row.pk}/assign/", {"walk_away": "x"})
    assert words() == []
    for _ in range(2):
        asked.client.post(f"/mail/received/{row.pk}/assign/", {"walk_away": str(the_stream())})
    assert words() == ["No."]
    row.refresh_from_db()
    assert (row.walk_away_id, row.contact) == (the_stream(), cast.claire)
    stranger = signed_in(cast.charlie)
    assert stranger.post(f"/mail/received/{row.pk}/assign/", {"walk_away": str(the_stream())}).status_code == 404


def test_one_worker_reads_a_mailbox_at_a_time(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    among: list[int | None] = []
    meanwhile = Pretend()
    meanwhile.messages = [reply("Read by the second.", 7)]

    class Slow(Pretend):
        def since(self, place: Place) -> Iterator[Fetched]:
            among.append(receive(meanwhile, tmp_path, lambda: LATER, "second"))
            yield from super().since(place)

    slow = Slow()
    slow.messages = [reply()]
    assert receive(slow, tmp_path, lambda: LATER, "first") == 1
    assert among == [0]
    assert words() == ["You have misread us."]
    assert receive(slow, tmp_path, lambda: LATER, "third") == 0
    assert among == [0, 0], "the first has let it go: the third reads"


def test_a_dead_workers_mailbox_is_read_by_another_once_its_lease_is_over(
    asked: Browser, mailbox: Pretend, tmp_path: Path
) -> None:
    class Dies(Pretend):
        def since(self, place: Place) -> Iterator[Fetched]:
            raise KeyboardInterrupt
            yield

    with pytest.raises(KeyboardInterrupt):
        receive(Dies(), tmp_path, lambda: LATER, "dead")
    mailbox.messages = [reply()]
    soon, late = LATER + inbox.LEASE / 2, LATER + inbox.LEASE
    assert receive(mailbox, tmp_path, lambda: soon, "next") == 0
    assert receive(mailbox, tmp_path, lambda: late, "next") == 1


def test_who_has_lost_the_mailbox_stops_and_says_nothing(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    mailbox.messages = [reply(), reply("And one more thing.", 2)]

    def slow() -> bool:
        MailboxPlace.objects.update(lease_token="another")
        return False

    assert receive(mailbox, tmp_path, lambda: LATER, "slow", slow) == 1
    row = MailboxPlace.objects.get()
    assert (row.lease_token, row.checked_at) == ("another", None)


def test_nothing_is_read_twice(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    take(mailbox, tmp_path, reply())
    assert take(mailbox, tmp_path) == 0
    assert take(mailbox, tmp_path, reply()) == 0
    mailbox.validity = 2
    assert take(mailbox, tmp_path) == 0
    assert len(words()) == Received.objects.count() == 1


def test_two_answers_are_two(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    assert take(mailbox, tmp_path, reply(), reply("And one more thing.", 2)) == 2
    assert words() == ["You have misread us.", "And one more thing."]


def test_a_server_that_dies_in_the_middle_loses_nothing(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    mailbox.dead_after = 1
    assert take(mailbox, tmp_path, reply(), reply("And one more thing.", 2)) == 1
    place = MailboxPlace.objects.get()
    assert (place.uid, place.last_error) == (1, "the line went dead.")
    mailbox.dead_after = 1000
    assert take(mailbox, tmp_path) == 1
    assert MailboxPlace.objects.get().last_error == ""
    assert len(words()) == 2


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({"Auto_Submitted": "auto-replied", "Subject": "Out of office"}, "away"),
        ({"Precedence": "bulk"}, "auto"),
        ({"From": "bob@north.example"}, "ours"),
    ],
)
def test_what_is_not_the_customers_word_stops_no_clock(
    asked: Browser, mailbox: Pretend, tmp_path: Path, headers: dict[str, str], kind: str
) -> None:
    take(mailbox, tmp_path, reply(**headers))
    row = Received.objects.get()
    assert (row.kind, row.walk_away_id) == (kind, the_stream())
    assert not streams.load(the_stream()).unread
    assert words() == []


def test_somebody_new_is_heard_and_named_by_their_address(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    take(mailbox, tmp_path, reply(From="Zoé <zoe@lumiere.example>"))
    assert words() == ["zoe@lumiere.example: You have misread us."]
    assert "not among the contacts" in asked.get(f"/walk-aways/{the_stream()}/")


def test_what_came_back_is_seen_as_not_sent(asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast) -> None:
    row = question()
    Outbox.objects.filter(pk=row.pk).update(state="sent")
    report = reply(From="mailer-daemon@mx.example", Subject="Undelivered")
    take(mailbox, tmp_path, report)
    row.refresh_from_db()
    assert (row.state, row.last_error) == ("failed", "It came back: It came back without a reason.")
    assert Outbox.objects.get(key__startswith="received-").payload["to"] == cast.alice.email


def test_what_comes_back_late_does_not_undo_a_later_question(
    asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast
) -> None:
    Outbox.objects.filter(pk=question().pk).update(state="sent")
    before = streams.load(the_stream()).asked_at
    assert before
    again = before + timedelta(hours=1)
    must(do(cast.alice, i.AskFeedback(at=again, by=NOBODY, override="The first mail was slow."), the_stream()))
    take(mailbox, tmp_path, reply(From="mailer-daemon@mx.example", Subject="Undelivered"))
    assert streams.load(the_stream()).asked_at == again


def test_who_did_not_get_the_question_was_not_asked(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    Outbox.objects.filter(pk=question().pk).update(state="sent")
    take(mailbox, tmp_path, reply(From="mailer-daemon@mx.example", Subject="Undelivered"))
    state = streams.load(the_stream())
    assert (state.asked_at, state.window_until) == (None, None)
    page = asked.get(f"/walk-aways/{the_stream()}/")
    assert "was not asked: the mail came back" in page
    assert "what we got wrong" in page


def test_an_answer_to_what_bowout_told_a_colleague_is_no_customers(
    asked: Browser, mailbox: Pretend, tmp_path: Path
) -> None:
    take(mailbox, tmp_path, reply())
    notice = Outbox.objects.get(key__startswith="received-")
    take(mailbox, tmp_path, reply(number=2, In_Reply_To=message_id(notice.key, "north.example")))
    assert Received.objects.get(message_id="<claire-2@lumiere.example>").kind == "ours"


def test_their_words_and_files_never_run(asked: Browser, mailbox: Pretend, tmp_path: Path, settings: Any) -> None:
    settings.BOWOUT_RECEIVED = tmp_path
    take(mailbox, tmp_path, reply("<script>alert(1)</script>", Subject="<b>Re</b>"))
    text = asked.get(f"/walk-aways/{the_stream()}/")
    assert "<script>alert(1)" not in text
    assert "<b>Re</b>" not in text
    answer = asked.client.get(f"/mail/received/{Received.objects.get().pk}/file/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="mail.eml"'


def test_a_stranger_sees_none_of_it(asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast) -> None:
    take(mailbox, tmp_path, reply())
    client = signed_in(cast.charlie)
    assert "Re: Your view" not in client.get("/mail/received/").content.decode()
    assert client.get(f"/mail/received/{Received.objects.get().pk}/file/").status_code == 404


def test_the_list_says_how_the_last_look_went(asked: Browser, mailbox: Pretend, tmp_path: Path, settings: Any) -> None:
    take(mailbox, tmp_path, reply())
    text = asked.get("/mail/received/")
    assert "Re: Your view" in text
    assert "Looked into last" in text
    mailbox.dead_after = 0
    take(mailbox, tmp_path, reply(number=2))
    assert "the line went dead. It is tried again by itself" in asked.get("/mail/received/")
    settings.BOWOUT_IMAP_URL = ""
    assert "No mailbox is read" in asked.get("/mail/received/")


def test_mail_is_named_as_the_wire_names_it() -> None:
    assert message_id("key", "x.example") == f"<{outbox.id_of('key')}@x.example>"


def away(text: str, number: int = 9, **headers: str) -> bytes:
    return reply(text, number, Auto_Submitted="auto-replied", Subject="Automatic reply: Your view", **headers)


def window() -> Any:
    return streams.load(the_stream()).window_until


def test_an_absence_stops_the_clock_until_they_are_back(asked: Browser, mailbox: Pretend, settings: Any) -> None:
    before = window()
    mailbox.messages.append(away("I am away until 12 March and read no mail."))
    receive(mailbox, settings.BOWOUT_RECEIVED, lambda: LATER, uuid4().hex)
    after = window()
    assert before < after
    # Back on Friday the 13th, and from then on the five working days that everybody has.
    assert after.astimezone(before.tzinfo).date().isoformat() == "2026-03-20"
    page = asked.at(LATER).get(f"/walk-aways/{the_stream()}/")
    assert "is away: until" in page
    assert "It is their turn" in page
    assert Outbox.objects.filter(payload__subject__startswith="Away: ").count() == 1
    # The same answer to another mail of ours changes nothing.
    mailbox.messages.append(away("I am away until 12 March and read no mail.", 10))
    receive(mailbox, settings.BOWOUT_RECEIVED, lambda: LATER, uuid4().hex)
    assert window() == after


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("I am away.", {}),
        ("I am away until 12 March 2027.", {}),
        ("I am away until 12 March.", {"From": "Somebody <else@lumiere.example>"}),
    ],
    ids=["no day", "a year", "not the one who was asked"],
)
def test_what_says_no_day_or_comes_from_another_moves_nothing(
    asked: Browser, mailbox: Pretend, settings: Any, text: str, headers: dict[str, str]
) -> None:
    before = window()
    mailbox.messages.append(away(text, **headers))
    receive(mailbox, settings.BOWOUT_RECEIVED, lambda: LATER, uuid4().hex)
    assert window() == before


HOSTILE = [
    b"Content-Type: text/plain; charset=utf-7\r\n\r\n+2AA-",
    b"Subject: =?utf-7?q?+2AA-?=\r\n\r\nx",
    b"Subject: =?utf-8?q?a=00b?=\r\n\r\nx",
    b"Date: Fri, 31 Dec 9999 23:59:59 -1200\r\n\r\nx",
    b"Message-ID: <" + b"x" * 890 + b"@x>\r\n\r\nx",
    b"From: " + b"a" * 5000 + b"@x.example\r\n\r\nx",
    b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''a%00b.pdf\r\n\r\nx",
    b"",
    b"\xff\xfe\0",
]


def test_no_message_keeps_the_next_from_its_turn(cast: Cast, mailbox: Pretend, tmp_path: Path) -> None:
    mailbox.messages += [*HOSTILE, b"Message-ID: <last@x>\r\nSubject: Last\r\n\r\nx"]
    assert receive(mailbox, tmp_path, lambda: LATER, uuid4().hex) == len(mailbox.messages)
    assert Received.objects.filter(message_id="<last@x>").exists()
    assert MailboxPlace.objects.get().last_error == ""


def test_what_cannot_be_taken_is_laid_aside(
    cast: Cast, mailbox: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("nobody has thought of this")

    with monkeypatch.context() as patch:
        patch.setattr("bowout.desk.hearing.keep", breaks)
        assert take(mailbox, tmp_path, b"Message-ID: <1@x>\r\n\r\nx") == 1
    row = Received.objects.get()
    assert (row.subject, row.kind) == ("A message that cannot be read", "auto")
    assert (tmp_path / row.file).read_bytes() == mailbox.messages[0]
    assert take(mailbox, tmp_path, b"Message-ID: <2@x>\r\n\r\nx") == 1


def test_what_was_made_to_hold_us_up_is_laid_aside(cast: Cast, mailbox: Pretend, tmp_path: Path) -> None:
    deep = b"Content-Type: message/rfc822\r\n\r\n" * 1_000 + b"hi"
    assert take(mailbox, tmp_path, deep, b"Message-ID: <2@x>\r\nSubject: Next\r\n\r\nx") == 2
    assert [row.subject for row in Received.objects.order_by("pk")] == ["A message that cannot be read", "Next"]


def test_a_full_disk_loses_nothing(
    cast: Cast, mailbox: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("bowout.desk.receiving.write_whole", full)
        assert take(mailbox, tmp_path, b"Message-ID: <1@x>\r\n\r\nx") == 0
    assert "No space left" in MailboxPlace.objects.get().last_error
    assert receive(mailbox, tmp_path, lambda: LATER, uuid4().hex) == 1


def test_an_answer_that_came_by_a_list_is_heard(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    take(mailbox, tmp_path, reply(List_Id="<deals.north.example>", Precedence="list"))
    assert streams.load(the_stream()).unread


def test_a_newsletter_is_heard_by_nobody(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    take(mailbox, tmp_path, reply(List_Id="<news.example>", In_Reply_To="<unknown@x>"))
    assert not streams.load(the_stream()).unread
    assert Received.objects.get().kind == "auto"


def test_two_messages_of_one_id_are_both_read(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    assert take(mailbox, tmp_path, reply("First."), reply("Second.")) == 2
    assert take(mailbox, tmp_path, reply("Second.")) == 0
    assert Received.objects.count() == 2


def test_what_answers_a_private_mail_is_private(asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast) -> None:
    private = question()
    Outbox.objects.filter(pk=private.pk).update(private_to=cast.mia)
    take(mailbox, tmp_path, reply("Mailbox full", From="MAILER-DAEMON@mx.example"))
    row = Received.objects.get()
    assert row.private_to == cast.mia
    assert not Outbox.objects.filter(key__startswith="received-").exists()
    for user, status in ((cast.alice, 404), (cast.bob, 404)):
        assert signed_in(user).get(f"/mail/received/{row.pk}/file/").status_code == status
    assert row.subject not in signed_in(cast.alice).get("/mail/received/").content.decode()
    assert row.subject in signed_in(cast.mia).get("/mail/received/").content.decode()


def test_a_colleagues_mail_that_is_put_somewhere_is_no_customers_word(
    asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast
) -> None:
    take(mailbox, tmp_path, reply("They are stalling.", From=cast.bob.email, In_Reply_To="<unknown@x>"))
    Received.objects.update(team=cast.team)
    assert assign(cast.alice, Received.objects.get().pk, the_stream(), LATER)
    assert Received.objects.get().kind == "ours"
    assert not streams.load(the_stream()).unread


def told_of_it() -> list[str]:
    return [row.payload["to"] for row in Outbox.objects.filter(key__startswith="received-").order_by("pk")]


def test_while_the_owner_is_away_the_manager_hears_of_an_answer(
    asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast
) -> None:
    User.objects.filter(pk=cast.alice.pk).update(away_from=LATER.date(), away_until=LATER.date())
    take(mailbox, tmp_path, reply())
    assert told_of_it() == [cast.mia.email]


def test_when_the_owner_has_left_the_manager_hears_of_an_answer(
    asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast
) -> None:
    User.objects.filter(pk=cast.alice.pk).update(is_active=False)
    take(mailbox, tmp_path, reply())
    assert told_of_it() == [cast.mia.email]


def test_when_everybody_is_away_the_owner_finds_it_when_they_are_back(
    asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast
) -> None:
    User.objects.update(away_from=LATER.date(), away_until=LATER.date())
    User.objects.filter(role="manager").update(is_active=False)
    take(mailbox, tmp_path, reply())
    assert told_of_it() == [cast.alice.email]


def test_a_notice_that_comes_back_makes_no_other(asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast) -> None:
    take(mailbox, tmp_path, reply())
    (notice,) = Outbox.objects.filter(key__startswith="received-")
    Outbox.objects.filter(pk=notice.pk).update(state="sent")
    bounce = reply("Full", 2, From="MAILER-DAEMON@mx.example", In_Reply_To=message_id(notice.key, "north.example"))
    take(mailbox, tmp_path, bounce)
    assert Outbox.objects.get(pk=notice.pk).state == "failed"
    assert Outbox.objects.filter(key__startswith="received-").count() == 1


def test_what_has_not_left_cannot_have_come_back(asked: Browser, mailbox: Pretend, tmp_path: Path) -> None:
    waiting = question()
    assert waiting.state == "waiting"
    take(mailbox, tmp_path, reply("Full", From="MAILER-DAEMON@mx.example"))
    assert question().state == "waiting"


def test_the_id_of_a_notice_cannot_be_guessed(
    asked: Browser, mailbox: Pretend, tmp_path: Path, cast: Cast, settings: Any
) -> None:
    take(mailbox, tmp_path, reply())
    (notice,) = Outbox.objects.filter(key__startswith="received-")
    assert notice.mail_id != outbox.id_of(f"received-{Received.objects.get().pk}-{cast.alice.pk}")
    settings.SECRET_KEY = "another key that is long enough to be one"
    take(mailbox, tmp_path, reply("More.", 2))
    ends = {row.key.rpartition("-")[2] for row in Outbox.objects.filter(key__startswith="received-")}
    assert len(ends) == 2
