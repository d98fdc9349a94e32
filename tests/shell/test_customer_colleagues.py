"""A customer brings a colleague in: a page of their own, passed on by the one who knows them."""

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest

from bowout.core.actor import Actor
from bowout.store import streams
from bowout.store.models import Contact, CustomerLink, Outbox, WalkAway
from bowout.web import clock
from tests.people import Cast
from tests.shell.customers import Customer, fields_of, refs, text, words
from tests.shell.steps import STREAM
from tests.shell.web import signed_in
from tests.shell.web import words as told


def bring(claire: Customer, name: str) -> Customer:
    """Claire makes a page for a colleague and passes its address on."""
    made = claire.post({"step": "bring", "name": name})
    assert made.status_code == 303
    seen = claire.look(made["Location"].removeprefix(claire.path))
    address = re.search(r'id="address" rows="3" readonly>[^<]*(/c/[^<]+)<', text(seen))
    assert address
    colleague = Customer(CustomerLink.objects.latest("made_at"))
    assert colleague.path == address[1]
    return colleague


def test_a_colleague_answers_on_a_page_of_their_own(claire: Customer, cast: Cast) -> None:
    (ref,) = refs(claire.look())
    claire.answer(**fields_of({ref: ("right", "Sadly so.")}))
    hugo = bring(claire, "Hugo Martin")
    page = hugo.look()
    assert "Hugo Martin, we are considering" in words(page)
    assert "Sadly so." not in words(page)
    hugo.answer(**fields_of({refs(page)[0]: ("misread", "Three depots have it.")}))
    last = streams.log(STREAM)[-1]
    assert last.by == Actor("customer", str(Contact.objects.get(name="Hugo Martin").pk))
    assert "Three depots" not in words(claire.look())
    assert "Three depots have it." in told(signed_in(cast.alice).get(f"/walk-aways/{STREAM}/"))


def test_we_write_to_nobody_whom_we_do_not_know(claire: Customer) -> None:
    seen = claire.post({"step": "bring", "name": "Hugo Martin"})
    mailto = re.search(r'href="(mailto:[^"]+)"', text(claire.look(seen["Location"].removeprefix(claire.path))))
    assert mailto
    assert "Hello Hugo Martin" in unquote(mailto[1])
    (notice,) = Outbox.objects.filter(key__startswith="colleague-")
    assert "Hugo" not in str(notice.payload)
    assert "alice@north.example" in str(notice.payload)


def test_asked_twice_it_is_one_page(claire: Customer) -> None:
    first, second = bring(claire, "Hugo Martin"), bring(claire, "  Hugo\n Martin ")
    assert first.path == second.path
    assert Contact.objects.filter(name="Hugo Martin").count() == 1


def test_whom_we_know_keeps_their_page_to_themselves(claire: Customer, cast: Cast) -> None:
    """Who names a contact of ours gets somebody new, not that contact's page."""
    bring(claire, cast.henri.name)
    assert Contact.objects.filter(name=cast.henri.name).count() == 2
    assert not cast.henri.links.exists()


@pytest.mark.parametrize("name", ["", "   ", "\0"])
def test_a_page_for_nobody_is_asked_about(claire: Customer, name: str) -> None:
    seen = claire.post({"step": "bring", "name": name})
    assert seen.status_code == 422
    assert "Whose page shall it be?" in words(seen)


def test_there_is_an_end_to_it(claire: Customer) -> None:
    for number in range(8):
        claire.post({"step": "bring", "name": f"Hugo {number}"})
    assert CustomerLink.objects.exclude(asked_by=None).count() == 5
    assert "Make their page" not in words(claire.look())


def test_not_where_only_the_officer_may_be_written_to(claire: Customer, cast: Cast) -> None:
    cast.deal.regime = "no-contact"
    cast.deal.save()
    assert claire.post({"step": "bring", "name": "Hugo"}).status_code == 200
    assert not CustomerLink.objects.exclude(asked_by=None).exists()


def test_a_look_makes_no_page_and_shows_no_other(claire: Customer) -> None:
    hugo = bring(claire, "Hugo Martin")
    link = CustomerLink.objects.latest("made_at")
    assert 'id="address"' not in text(hugo.look(f"?colleague={link.pk.hex[-8:]}&step=bring&name=Eve"))
    assert CustomerLink.objects.exclude(asked_by=None).count() == 1
    mine = CustomerLink.objects.exclude(pk=link.pk).latest("made_at")
    assert 'id="address"' not in text(claire.look(f"?colleague={mine.pk.hex[-8:]}"))


def test_the_rep_sees_who_brought_whom(claire: Customer, cast: Cast) -> None:
    bring(claire, "Hugo <b>Martin")
    page = signed_in(cast.alice).get(f"/walk-aways/{STREAM}/")
    assert "brought in by Claire Dubois" in told(page)
    assert "Hugo &lt;b&gt;Martin" in page.content.decode()


def test_a_colleague_s_page_closes_when_theirs_does(claire: Customer, cast: Cast) -> None:
    hugo = bring(claire, "Hugo Martin")
    assert hugo.look().status_code == 200
    WalkAway.objects.get(pk=STREAM).links.update(expires_at=clock.now() - timedelta(days=1))
    assert hugo.look().status_code == 404


def test_a_contact_s_own_language_comes_first(claire: Customer, cast: Cast) -> None:
    cast.claire.language = "de"
    cast.claire.save()
    assert "Haben wir Sie richtig verstanden?" in words(claire.look())
    assert "Haben wir" in words(bring(claire, "Hugo").look())
