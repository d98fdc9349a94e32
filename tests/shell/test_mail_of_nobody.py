"""Mail that found no walk-away: who sees it, who says where it belongs, and that no team learns of another's."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from bowout.store import inbox
from bowout.store.models import Contact, Deal, Received, User, WalkAway
from tests.people import NOW, Cast, member
from tests.shell.steps import STREAM, begin
from tests.shell.web import signed_in, words


def came(sender: str, number: int = 1) -> Received:
    row = Received(message_id=f"<{number}@x>", kind="reply", sender=sender, subject="Is Friday still on?", file="a")
    row.received_at = NOW
    inbox.save(row, inbox.whose(sender))
    return row


def sees(user: User) -> bool:
    return "Is Friday still on?" in words(signed_in(user).get("/mail/received/"))


def assign(client: Client, row: Received, **given: str) -> Any:
    return client.post(f"/mail/received/{row.pk}/assign/", given)


@pytest.fixture
def known(cast: Cast) -> Received:
    """From somebody whom both teams know."""
    Contact.objects.create(team=cast.elsewhere.team, name="Claire", email="Claire@atelier.example")
    return came(cast.claire.email)


def test_where_two_teams_know_the_sender_each_sees_it_until_one_takes_it_on(cast: Cast, known: Received) -> None:
    begin(cast)
    assert sees(cast.alice)
    assert sees(cast.charlie)
    assign(signed_in(cast.alice), known, walk_away=str(STREAM))
    known.refresh_from_db()
    assert (known.team, known.walk_away_id) == (cast.team, STREAM)
    assert sees(cast.alice)
    assert not sees(cast.charlie)
    assert assign(signed_in(cast.charlie), known, walk_away=str(STREAM)).status_code == 404


def test_a_third_team_sees_nothing_of_it(cast: Cast, known: Received) -> None:
    third = cast.team.__class__.objects.create(name="West")
    wim = member(third, "Wim West", "manager")
    assert not sees(wim)
    assert signed_in(wim).get(f"/mail/received/{known.pk}/assign/").status_code == 404
    assert signed_in(wim).get(f"/mail/received/{known.pk}/file/").status_code == 404


def test_what_no_team_knows_is_for_those_who_keep_the_house(cast: Cast) -> None:
    came("nobody@else.example")
    assert [user.name for user in (cast.alice, cast.mia, cast.eve, cast.rita, cast.charlie) if sees(user)] == [
        "Mia Maier",
        "Rita Roth",
    ]


def test_they_give_it_to_the_team_whose_it_is(cast: Cast) -> None:
    row = came("nobody@else.example")
    mia, south = signed_in(cast.mia), cast.elsewhere.team
    assert "South" in words(mia.get(f"/mail/received/{row.pk}/assign/"))
    assert mia.post(f"/mail/received/{row.pk}/give/", {"team": str(south.pk)}).status_code == 302
    assert sees(cast.charlie)
    assert not sees(cast.mia)
    assert mia.post(f"/mail/received/{row.pk}/give/", {"team": str(south.pk)}).status_code == 404


def test_nobody_gives_away_what_is_a_teams_or_may_be(cast: Cast, known: Received) -> None:
    mia = signed_in(cast.mia)
    own = came("nobody@else.example", 2)
    Received.objects.filter(pk=own.pk).update(team=cast.team)
    for row in (known, own):
        assert "South" not in words(mia.get(f"/mail/received/{row.pk}/assign/"))
        assert mia.post(f"/mail/received/{row.pk}/give/", {"team": str(cast.elsewhere.team_id)}).status_code == 404


def test_the_only_team_sees_everything(cast: Cast) -> None:
    cast.elsewhere.delete()
    south = cast.charlie.team
    cast.charlie.delete()
    south.accounts.all().delete()
    south.delete()
    came("nobody@else.example")
    assert sees(cast.alice)


def walk_aways(cast: Cast, many: int) -> None:
    for number in range(many):
        deal = Deal.objects.create(team=cast.team, account=cast.deal.account, name=f"Depot {number:03}")
        WalkAway.objects.create(pk=UUID(int=number + 1), deal=deal, version=0, status="considering")


def test_walk_aways_are_searched_and_shown_a_page_at_a_time(cast: Cast) -> None:
    row = came(cast.claire.email)
    walk_aways(cast, 30)
    mia = signed_in(cast.mia)
    address = f"/mail/received/{row.pk}/assign/"
    assert words(mia.get(address)).count("It belongs here") == 20
    assert words(mia.get(address, {"page": "2"})).count("It belongs here") == 10
    found = words(mia.get(address, {"q": "depot 007"}))
    assert found.count("It belongs here") == 1
    assert "Depot 007" in found
    assert "No walk-away is like that" in words(mia.get(address, {"q": "Nowhere"}))


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_asks_as_often_for_many_as_for_one(cast: Cast, django_assert_num_queries: Any, many: int) -> None:
    row = came(cast.claire.email)
    walk_aways(cast, many)
    mia = signed_in(cast.mia)
    # Session, user, who keeps the house, the mail, how many and which walk-aways.
    with django_assert_num_queries(6):
        mia.get(f"/mail/received/{row.pk}/assign/")
