"""The list of deals: narrowed, sorted and paged by its address alone."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bowout.store.models import Deal, Team, User
from tests.people import NOW, Cast, member
from tests.shell.many import many_deals, many_walk_aways
from tests.shell.steps import begin
from tests.shell.web import signed_in, words


def names(user: User, **asked: str) -> list[str]:
    """Names of the deals on the page."""
    return [line.deal.name for line in signed_in(user).get("/deals/", asked).context["lines"]]


@pytest.fixture
def three(cast: Cast) -> list[Deal]:
    """Three deals of Bob's, beside Alice's one."""
    deals = many_deals(cast.bob, 3)
    values = [
        {"amount": Decimal(10), "close_date": date(2026, 5, 1), "stage": "Discovery"},
        {"amount": None, "close_date": None, "stage": "Proposal"},
        {"amount": Decimal(900_000), "close_date": date(2026, 3, 1), "stage": "Discovery", "status": "won"},
    ]
    for deal, given in zip(deals, values, strict=True):
        Deal.objects.filter(pk=deal.pk).update(**given)
    return deals


def test_it_works(cast: Cast, three: list[Deal]) -> None:
    page = words(signed_in(cast.alice).get("/deals/"))
    assert "Atelier Lumière: planning Proposal €48,000 30 Apr Alice Adler" in page
    assert "Customer 00002" not in page, "won deals are not asked for"


def test_nobody_sees_another_teams_deals(cast: Cast, three: list[Deal]) -> None:
    assert names(cast.charlie, status="all") == [cast.elsewhere.name]
    assert "Proposal" in words(signed_in(cast.charlie).get("/deals/"))
    assert "Discovery" not in words(signed_in(cast.charlie).get("/deals/"))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"status": "won"}, [2]),
        ({"status": "all", "stage": "Discovery"}, [2, 0]),
        ({"q": "customer 00001"}, [1]),
        ({"q": "00001: d"}, [1]),
        ({"status": "all", "owner": "me"}, [2, 0, 1]),
        ({"status": "lost"}, []),
        (
            {"status": "nonsense", "stage": "nonsense", "owner": "nonsense", "sort": "nonsense", "q": "Customer"},
            [2, 0, 1],
        ),
    ],
)
def test_filters_narrow_the_list(cast: Cast, three: list[Deal], asked: dict[str, str], found: list[int]) -> None:
    assert names(cast.bob, **asked) == [three[number].name for number in found]


@pytest.mark.parametrize(
    ("sort", "found"),
    [("amount", [0, 2, 1]), ("-amount", [2, 0, 1]), ("close", [2, 0, 1]), ("-close", [0, 2, 1]), ("-name", [2, 1, 0])],
)
def test_what_is_not_known_comes_last_whichever_way(cast: Cast, three: list[Deal], sort: str, found: list[int]) -> None:
    assert names(cast.bob, status="all", owner="me", sort=sort) == [three[number].name for number in found]


def test_a_column_says_how_it_is_sorted_and_turns_round(cast: Cast, three: list[Deal]) -> None:
    html = signed_in(cast.bob).get("/deals/", {"sort": "amount", "q": "Cust", "page": "1"}).content.decode()
    assert 'aria-sort="ascending"><a href="?sort=-amount&amp;q=Cust"' in html


def test_an_owner_whom_only_the_crm_knows_can_be_chosen(cast: Cast, three: list[Deal]) -> None:
    Deal.objects.filter(pk=three[0].pk).update(owner=None, owner_name="Pat of the CRM")
    assert names(cast.alice, owner="name:Pat of the CRM") == [three[0].name]
    assert "Pat of the CRM" in words(signed_in(cast.alice).get("/deals/"))


def test_walk_aways_narrow_the_list_too(cast: Cast, three: list[Deal]) -> None:
    begin(cast)
    (parted,) = many_walk_aways(cast.bob, 1, NOW, status="parted")
    assert names(cast.bob, walk="under-way") == [cast.deal.name]
    assert names(cast.bob, walk="considering") == [cast.deal.name]
    assert names(cast.bob, walk="left", status="all") == [parted.deal.name]
    assert names(cast.bob, walk="none", owner="me") == [three[0].name, three[1].name]


def test_a_long_list_has_pages_that_keep_what_was_asked(cast: Cast) -> None:
    many_deals(cast.bob, 120)
    page = signed_in(cast.bob).get("/deals/", {"q": "Customer", "sort": "name", "page": "2"})
    assert "51 to 100 of 120" in words(page)
    assert 'href="?q=Customer&amp;sort=name&amp;page=3"' in page.content.decode()


def test_two_hundred_deals_take_no_more_queries_than_ten(cast: Cast) -> None:
    assert questions(10) == questions(200) <= 9


def questions(number: int) -> int:
    """How many queries the list takes with so many deals, half of them with a walk-away."""
    user = member(Team.objects.create(name=f"Team {number}", zone="UTC"), "Uta Urban", "rep")
    many_deals(user, number // 2)
    many_walk_aways(user, number // 2, NOW)
    client = signed_in(user)
    with CaptureQueriesContext(connection) as caught:
        assert len(client.get("/deals/").context["lines"]) == min(number, 50)
    return len(caught)


def test_a_team_without_deals_is_told_to_import_them(cast: Cast) -> None:
    new = member(Team.objects.create(name="West", zone="UTC"), "Willa West", "manager")
    assert "Import deals" in words(signed_in(new).get("/deals/"))
    assert "No deal is like that" in words(signed_in(new).get("/deals/?q=x"))
