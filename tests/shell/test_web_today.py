"""Today: what is next for me, most urgent first."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bowout.core import intents as i
from bowout.desk.editing import edit
from bowout.store.models import Deal, Team, User
from tests.people import NOW, Cast, member
from tests.shell.many import many_walk_aways
from tests.shell.steps import NOBODY, answer, ask, begin, do, must
from tests.shell.web import signed_in, words


@pytest.fixture(autouse=True)
def _clock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEBUG_CLOCK = True
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())


def groups(user: User, address: str = "/") -> dict[str, list[str]]:
    """Titles of the groups on the page, each with what is to be done."""
    found = signed_in(user).get(address).context["groups"]
    return {title: [item.walk_away.next_do for item in items] for title, _, _, _, items in found}


def test_a_call_stands_on_the_day_of_who_owns_the_deal(cast: Cast) -> None:
    begin(cast)
    must(do(cast.alice, i.Confirm(at=NOW, by=NOBODY)))
    must(do(cast.mia, i.Confirm(at=NOW, by=NOBODY)))
    page = words(signed_in(cast.alice).get("/"))
    assert "Calls to make 1" in page
    assert "Claire Dubois, champion: +33 1 42 68 53 00" in page
    assert "Their office is open now" in page
    assert groups(cast.bob) == {}
    assert groups(cast.bob, "/?scope=team") == {"Calls to make": ["call"]}
    assert groups(cast.charlie, "/?scope=team") == {}


def test_a_closed_office_says_when_it_opens_on_both_clocks(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(cast)
    must(do(cast.alice, i.Confirm(at=NOW, by=NOBODY)))
    must(do(cast.mia, i.Confirm(at=NOW, by=NOBODY)))
    User.objects.filter(pk=cast.alice.pk).update(zone="America/New_York")
    monkeypatch.setenv("BOWOUT_NOW", (NOW - timedelta(hours=2)).isoformat())
    assert "Opens Tue 3 Mar, 09:00 Paris · 03:00 yours" in words(signed_in(cast.alice).get("/"))


def test_a_confirmation_waits_on_the_managers_day_until_it_is_given(cast: Cast) -> None:
    begin(cast)
    assert groups(cast.mia) == {"To be confirmed": ["confirm"]}
    assert groups(cast.alice) == {"To be confirmed": ["confirm"]}
    must(do(cast.mia, i.Confirm(at=NOW, by=NOBODY)))
    assert groups(cast.mia) == {}
    assert groups(cast.alice) == {"To be confirmed": ["confirm"]}


def test_a_reply_comes_before_calls_and_an_angry_customer_before_all(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask(cast)
    must(do(cast.alice, answer("right", asked + timedelta(minutes=5))))
    many_walk_aways(cast.alice, 1, NOW + timedelta(days=1))
    many_walk_aways(cast.alice, 1, NOW + timedelta(days=1), next_do="acknowledge", unread=True)
    many_walk_aways(cast.alice, 1, NOW + timedelta(hours=4), next_do="recover", next_by="executive")
    assert list(groups(cast.eve, "/?scope=team"))[:3] == ["Mend first", "They have answered", "Calls to make"]
    assert groups(cast.eve) == {"Mend first": ["recover"]}
    assert "Mend first" not in groups(cast.alice)


def test_what_is_late_says_how_late(cast: Cast) -> None:
    many_walk_aways(cast.alice, 1, NOW - timedelta(days=2))
    page = words(signed_in(cast.alice).get("/"))
    assert "Late 1" in page
    assert "2 days late" in page


@pytest.mark.parametrize(("days", "group"), [(-1, "To be decided"), (1, "To be decided"), (-4, "Late")])
def test_parting_is_due_when_the_window_ends_and_late_only_days_after(cast: Cast, days: int, group: str) -> None:
    many_walk_aways(cast.alice, 1, NOW + timedelta(days=days), next_do="part", status="asked")
    assert groups(cast.alice) == {group: ["part"]}


def test_what_cannot_be_done_yet_waits_under_later(cast: Cast) -> None:
    many_walk_aways(cast.alice, 1, NOW + timedelta(days=90), next_do="check-back", status="parted")
    assert groups(cast.alice) == {}
    assert "1 thing waits for a later day" in words(signed_in(cast.alice).get("/"))
    assert groups(cast.alice, "/?when=later") == {"Waiting for its day": ["check-back"]}


def test_a_check_back_is_late_when_its_grace_is_over(cast: Cast) -> None:
    many_walk_aways(cast.alice, 1, NOW - timedelta(days=13), next_do="check-back", status="parted")
    assert groups(cast.alice) == {"Check back": ["check-back"]}
    Team.objects.filter(pk=cast.team.pk).update(playbook={"check_back_grace_days": 7})
    assert groups(cast.alice) == {"Late": ["check-back"]}


def test_a_deal_that_changes_hands_changes_days(cast: Cast) -> None:
    (row,) = many_walk_aways(cast.alice, 1, NOW + timedelta(days=1))
    edit(cast.mia, Deal.objects.get(pk=row.deal_id), {"owner": cast.bob})
    assert groups(cast.alice) == {}


def test_a_long_day_has_pages_and_whole_counts(cast: Cast) -> None:
    many_walk_aways(cast.alice, 120, NOW + timedelta(hours=1))
    first = signed_in(cast.alice).get("/")
    assert "Calls to make 120" in words(first)
    assert "1 to 50 of 120" in words(first)
    last = signed_in(cast.alice).get("/?page=3")
    assert "101 to 120 of 120" in words(last)
    assert len(last.context["groups"][0][4]) == 20


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "９", "9" * 30])
def test_a_page_that_is_not_there_is_no_error(cast: Cast, page: str) -> None:
    many_walk_aways(cast.alice, 1, NOW)
    assert signed_in(cast.alice).get("/", {"page": page}).status_code == 200


def test_two_hundred_things_take_no_more_queries_than_ten(cast: Cast) -> None:
    assert questions(cast, 10) == questions(cast, 200) <= 9


def questions(cast: Cast, number: int) -> int:
    """How many queries Today takes when there are so many more things to do."""
    team = Team.objects.create(name=f"Team {number}", zone="Europe/Berlin", country="DE")
    user = member(team, "Uta Urban", "rep")
    many_walk_aways(user, number, NOW + timedelta(hours=1))
    client = signed_in(user)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get("/?scope=team").status_code == 200
    return len(caught)


def test_a_new_team_is_told_to_import_its_deals(cast: Cast) -> None:
    new = member(Team.objects.create(name="West", zone="UTC"), "Willa West", "manager")
    page = signed_in(new).get("/")
    assert "Start with the deals you have" in words(page)
    assert 'href="/import/"' in page.content.decode()


def test_a_team_with_deals_is_led_to_them(cast: Cast) -> None:
    assert "Which deal would you rather not chase?" in words(signed_in(cast.alice).get("/"))


def test_revops_look_at_the_whole_teams_day(cast: Cast) -> None:
    begin(cast)
    assert groups(cast.rita) == {"To be confirmed": ["confirm"]}


def test_who_was_told_is_who_is_called_again(cast: Cast) -> None:
    begin(cast)
    for user in (cast.alice, cast.mia):
        must(do(user, i.Confirm(at=NOW, by=NOBODY)))
    assert "Claire Dubois, champion" in words(signed_in(cast.alice).get("/"))
    must(do(cast.alice, i.Call(at=NOW, by=NOBODY, contact=str(cast.henri.pk), outcome="reached")))
    assert "Henri Moreau, economic buyer" in words(signed_in(cast.alice).get("/"))


def test_in_a_no_contact_period_the_officer_is_named(cast: Cast) -> None:
    begin(cast)
    for user in (cast.alice, cast.mia):
        must(do(user, i.Confirm(at=NOW, by=NOBODY)))
    edit(cast.alice, cast.deal, {"regime": "no-contact"})
    cast.deal.deal_contacts.filter(contact=cast.ines).update(role="procurement officer")
    page = words(signed_in(cast.alice).get("/"))
    assert "Inès Petit, procurement officer: inès@atelier.example" in page
    assert "+33" not in page, "a number would ask for the call that is not allowed"
    assert "Claire Dubois" not in page


def test_what_nobody_owns_any_more_falls_to_the_manager(cast: Cast) -> None:
    nobodys, _ = many_walk_aways(cast.bob, 2, NOW + timedelta(hours=1))
    Deal.objects.filter(pk=nobodys.deal_id).update(owner=None, owner_name="Somebody of the CRM")
    assert groups(cast.mia) == {"Calls to make": ["call"]}
    User.objects.filter(pk=cast.bob.pk).update(is_active=False)
    assert groups(cast.mia) == {"Calls to make": ["call", "call"]}
    assert groups(cast.alice) == groups(cast.eve) == {}


def test_the_date_on_top_is_mine_also_after_midnight(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOWOUT_NOW", "2026-03-03T23:30+00:00")
    assert "Wednesday, 4 March Today" in words(signed_in(cast.alice).get("/"))
    User.objects.filter(pk=cast.alice.pk).update(zone="America/New_York")
    assert "Tuesday, 3 March Today" in words(signed_in(cast.alice).get("/"))


def test_a_manager_sees_what_was_done_over_a_block_and_the_rep_does_not(cast: Cast) -> None:
    begin(cast)
    must(
        do(cast.alice, i.Call(at=NOW, by=NOBODY, contact=str(cast.claire.pk), outcome="reached", override="She rang."))
    )
    page = words(signed_in(cast.mia).get("/"))
    assert "Done over a block 1" in page
    assert "not-prepared-to-walk Not confirmed yet by: rep and manager." in page
    assert "Alice Adler: She rang." in page
    for other in (cast.alice, cast.rita, cast.charlie):
        assert "Done over a block" not in words(signed_in(other).get("/?scope=team"))


def test_what_was_overridden_long_ago_is_not_news(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(cast)
    must(
        do(cast.alice, i.Call(at=NOW, by=NOBODY, contact=str(cast.claire.pk), outcome="reached", override="She rang."))
    )
    monkeypatch.setenv("BOWOUT_NOW", (NOW + timedelta(days=9)).isoformat())
    assert "Done over a block" not in words(signed_in(cast.mia).get("/"))
