"""What goes out, as people read it, and what they say of what is in doubt."""

from datetime import timedelta
from typing import Any

import pytest

from bowout.desk.mailing import mail, parcel
from bowout.store import outbox
from bowout.store.models import Outbox, WalkAway
from tests.people import NOW, Cast
from tests.shell.steps import STREAM, begin
from tests.shell.web import signed_in, words

TEXT = "Dear Claire,\n\nwhat did we get wrong? <b>Please</b> say.\n\nAlice"


@pytest.fixture
def row(cast: Cast) -> Outbox:
    """A mail of Alice's to Claire, waiting."""
    begin(cast)
    letter = mail(cast.alice, cast.claire, "What did we get wrong?", TEXT, NOW)
    outbox.put(WalkAway.objects.get(pk=STREAM), [parcel("k", letter)])
    return Outbox.objects.get()


def become(row: Outbox, state: str, error: str = "") -> None:
    Outbox.objects.filter(pk=row.pk).update(state=state, last_error=error)


def test_it_works(cast: Cast, row: Outbox) -> None:
    page = words(signed_in(cast.bob).get("/mail/"))
    assert "What did we get wrong? To Claire Dubois, claire@atelier.example · Atelier Lumière: planning Waiting" in page
    assert "reaches nobody" in page, "no mail server is set up here"


def test_the_letter_is_read_as_it_leaves(cast: Cast, row: Outbox) -> None:
    html = signed_in(cast.bob).get(f"/mail/{row.pk}/").content.decode()
    assert "Alice Adler &lt;alice@north.example&gt;" in html
    assert "Claire Dubois &lt;claire@atelier.example&gt;" in html
    assert "&lt;b&gt;Please&lt;/b&gt; say." in html
    assert "Message-ID: &lt;" in html
    assert "It was sent" not in html


def test_a_letter_with_a_server_says_the_houses_sender(cast: Cast, row: Outbox, settings: Any) -> None:
    settings.BOWOUT_SMTP_URL = "smtp://localhost:25?sender=house@north.example"
    page = words(signed_in(cast.bob).get(f"/mail/{row.pk}/"))
    assert "From Alice Adler <house@north.example>" in page
    assert "No mail server" not in page


def test_a_mail_in_doubt_is_explained_and_judged_by_people(cast: Cast, row: Outbox) -> None:
    become(row, "in-doubt", "no answer after the mail was handed over")
    client = signed_in(cast.alice)
    page = words(client.get(f"/mail/{row.pk}/"))
    assert "Did it arrive?" in page
    assert "nobody can say whether it left" in page
    assert client.post(f"/mail/{row.pk}/sent/").status_code == 302
    assert Outbox.objects.get().state == "sent"
    client.post(f"/mail/{row.pk}/again/")
    assert Outbox.objects.get().state == "sent", "somebody has judged it already"


def test_a_failed_mail_is_sent_again_when_somebody_says_so(cast: Cast, row: Outbox) -> None:
    become(row, "failed", "550 mailbox does not exist")
    client = signed_in(cast.alice)
    assert "550 mailbox does not exist" in words(client.get("/mail/?show=stuck"))
    assert client.get(f"/mail/{row.pk}/again/").status_code == 405, "a program that follows links sends nothing"
    client.post(f"/mail/{row.pk}/again/")
    assert Outbox.objects.get().state == "waiting"


@pytest.mark.parametrize("state", ["waiting", "leased", "handing-over", "sent"])
def test_what_is_not_in_doubt_cannot_be_judged(cast: Cast, row: Outbox, state: str) -> None:
    become(row, state)
    client = signed_in(cast.alice)
    client.post(f"/mail/{row.pk}/sent/")
    client.post(f"/mail/{row.pk}/again/")
    assert Outbox.objects.get().state == state


def test_an_address_that_is_none_is_shown_and_does_not_break_the_page(cast: Cast, row: Outbox) -> None:
    Outbox.objects.filter(pk=row.pk).update(payload=row.payload | {"to": "nowhere"})
    assert "cannot be made into a mail" in words(signed_in(cast.alice).get(f"/mail/{row.pk}/"))


def test_another_teams_mail_is_not_found(cast: Cast, row: Outbox) -> None:
    become(row, "in-doubt")
    client = signed_in(cast.charlie)
    assert "What did we get wrong?" not in words(client.get("/mail/"))
    assert client.get(f"/mail/{row.pk}/").status_code == 404
    for judged in ("sent", "again"):
        assert client.post(f"/mail/{row.pk}/{judged}/").status_code == 404
    assert Outbox.objects.get().state == "in-doubt"


def test_the_list_can_be_narrowed_and_counts_all(cast: Cast, row: Outbox) -> None:
    letter = mail(cast.alice, cast.henri, "Thank you", TEXT, NOW + timedelta(hours=1))
    outbox.put(WalkAway.objects.get(pk=STREAM), [parcel("l", letter)])
    become(Outbox.objects.get(key="l"), "sent")
    page = words(signed_in(cast.alice).get("/mail/?show=sent"))
    assert "All 2 Waiting 1 Need a look 0 Written to a file 1" in page
    assert "Thank you" in page
    assert "Written to a file; reaches nobody until mail is set up" in page
    assert "What did we get wrong?" not in page
    assert signed_in(cast.alice).get("/mail/?show=nonsense").status_code == 200
