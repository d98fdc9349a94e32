"""Who takes a deal that nobody owns."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from bowout.desk import acting
from bowout.desk.taking import Taken, take_deal
from bowout.store.models import Deal, User
from tests.people import NOW, Cast
from tests.shell.steps import STREAM, begin, consider, must
from tests.shell.web import signed_in, words


@pytest.fixture(autouse=True)
def _clock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEBUG_CLOCK = True
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())


@pytest.fixture
def nobodys(cast: Cast) -> Deal:
    """The cast's deal, which the CRM gives to somebody who is not here."""
    Deal.objects.filter(pk=cast.deal.pk).update(owner=None, owner_name="Zane Levy")
    return Deal.objects.get(pk=cast.deal.pk)


def owner(deal: Deal) -> tuple[User | None, list[str]]:
    """Who owns it now, and what imports leave alone."""
    fresh = Deal.objects.get(pk=deal.pk)
    return fresh.owner, fresh.kept


def test_who_raises_a_doubt_on_nobodys_deal_owns_it_from_then_on(cast: Cast, nobodys: Deal) -> None:
    must(acting.start(cast.bob, nobodys, consider(), STREAM, NOW))
    assert owner(nobodys) == (cast.bob, ["owner"])
    assert "To be confirmed 1" in words(signed_in(cast.bob).get("/"))
    assert "whoever takes the deal" not in words(signed_in(cast.mia).get(f"/walk-aways/{STREAM}/"))


def test_the_page_of_the_doubt_says_so_beforehand(cast: Cast, nobodys: Deal) -> None:
    says = "Nobody here owns this deal; the CRM says Zane Levy. Record the doubt, and it is yours"
    assert says in words(signed_in(cast.bob).get(f"/deals/{nobodys.pk}/raise/"))
    assert says not in words(signed_in(cast.mia).get(f"/deals/{nobodys.pk}/raise/")), "a manager confirms, a rep calls"


def test_a_colleagues_deal_stays_theirs_whoever_raises_the_doubt(cast: Cast) -> None:
    must(acting.start(cast.bob, cast.deal, consider(), STREAM, NOW))
    assert owner(cast.deal) == (cast.alice, [])


def test_a_manager_who_raises_a_doubt_leaves_the_deal_to_a_rep(cast: Cast, nobodys: Deal) -> None:
    must(acting.start(cast.mia, nobodys, consider(), STREAM, NOW))
    assert owner(nobodys) == (None, [])


@pytest.mark.parametrize("name", ["bob", "mia"])
def test_a_button_takes_a_deal_that_nobody_owns(cast: Cast, nobodys: Deal, name: str) -> None:
    user = getattr(cast, name)
    client = signed_in(user)
    assert "Take this deal" in words(client.get(f"/deals/{nobodys.pk}/"))
    response = client.post(f"/deals/{nobodys.pk}/take/", follow=True)
    assert "It is yours now. Imports leave that alone." in words(response)
    assert "Take this deal" not in words(response)
    assert owner(nobodys) == (user, ["owner"])


def test_the_walk_away_of_nobodys_deal_offers_to_take_it_and_comes_back(cast: Cast) -> None:
    begin(cast)
    Deal.objects.filter(pk=cast.deal.pk).update(owner=None)
    page = words(signed_in(cast.bob).get(f"/walk-aways/{STREAM}/"))
    assert "Nobody here owns this deal" in page
    assert "Take this deal" in page
    response = signed_in(cast.bob).post(f"/deals/{cast.deal.pk}/take/", {"back": "walk-away"})
    assert response.headers["Location"] == f"/walk-aways/{STREAM}/"
    assert "Take this deal" not in words(signed_in(cast.bob).get(f"/walk-aways/{STREAM}/"))
    assert "To be confirmed 1" in words(signed_in(cast.bob).get("/"))


def test_who_has_left_owns_nothing_any_more(cast: Cast) -> None:
    User.objects.filter(pk=cast.alice.pk).update(is_active=False)
    assert "Take this deal" in words(signed_in(cast.bob).get(f"/deals/{cast.deal.pk}/"))
    take_deal(cast.bob, cast.deal.pk)
    assert owner(cast.deal) == (cast.bob, ["owner"])


def test_a_deal_is_taken_once(cast: Cast, nobodys: Deal) -> None:
    take_deal(cast.bob, nobodys.pk)
    with pytest.raises(Taken):
        take_deal(cast.alice, nobodys.pk)
    response = signed_in(cast.alice).post(f"/deals/{nobodys.pk}/take/", follow=True)
    assert "Bob Brandt owns this deal already." in words(response)
    assert owner(nobodys) == (cast.bob, ["owner"])


def test_strangers_and_those_who_look_only_take_nothing(cast: Cast, nobodys: Deal) -> None:
    with pytest.raises(Deal.DoesNotExist):
        take_deal(cast.charlie, nobodys.pk)
    with pytest.raises(PermissionDenied):
        take_deal(cast.rita, nobodys.pk)
    assert "Take this deal" not in words(signed_in(cast.rita).get(f"/deals/{nobodys.pk}/"))
    assert signed_in(cast.bob).get(f"/deals/{nobodys.pk}/take/").status_code == 405
    assert owner(nobodys) == (None, [])
