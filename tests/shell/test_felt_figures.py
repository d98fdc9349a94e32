"""How it felt to them over many walk-aways: honest counts, no single answer, and nothing private (M2)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bowout.desk.felt_figures import Figures, Page, figures
from bowout.store.models import CustomerLink, Feeling, Team, User, WalkAway
from tests.people import NOW, Cast, member
from tests.shell.many import many_walk_aways
from tests.shell.web import signed_in, words

DAY = timedelta(days=1)
NONE = {"respected": 0, "open_person": 0, "open_company": 0, "consulted": 0}


def ended(owner: User, number: int, **row: Any) -> list[WalkAway]:
    """So many walk-aways from which we parted a month ago."""
    then = NOW - 30 * DAY
    row = {"status": "parted", "told_at": then - 9 * DAY, "ended_at": then, "next_do": "", "did_respected": "for"} | row
    rows = many_walk_aways(owner, number, NOW, **row)
    return list(WalkAway.objects.filter(pk__in=[one.pk for one in rows]).order_by("pk"))


def page_for(walk_away: WalkAway, days: int = 60, second: bool = False) -> CustomerLink:
    """Their page, open for so many days from four weeks ago."""
    (part,) = walk_away.deal.deal_contacts.all()
    made = NOW - 35 * DAY
    key = UUID(int=walk_away.pk.int + (second << 100))
    return walk_away.links.create(pk=key, contact=part.contact, made_at=made, expires_at=made + days * DAY)


def felt(walk_away: WalkAway, private: bool = False, **grades: int) -> None:
    """They had a page, and answered."""
    link = page_for(walk_away)
    walk_away.feelings.create(contact=str(link.contact_id), private=private, at=NOW, **NONE | grades)


def seen(user: User, period: str = "year") -> Page:
    return figures(user, period, NOW)  # type: ignore[arg-type]


def counts(found: Figures) -> tuple[int, ...]:
    return (found.ended, found.not_asked, found.asked, found.answered, found.silent, found.kept)


def question(found: Figures, name: str) -> Any:
    return next(one for one in found.questions if one.name == name)


def test_it_works(cast: Cast) -> None:
    rows = ended(cast.alice, 12)
    for row, grade in zip(rows[:10], (5, 5, 4, 4, 4, 5, 4, 4, 3, 1), strict=True):
        felt(row, respected=grade)
    page_for(rows[10])
    found = seen(cast.mia).team
    assert counts(found) == (12, 1, 11, 10, 1, 0)
    said = question(found, "respected")
    assert (said.share.hits, said.share.of) == (8, 10)
    assert said.spread == ((5, 3), (4, 5), (3, 1), (2, 0), (1, 1))
    page = words(signed_in(cast.mia).get("/felt/?period=all"))
    assert "80 % gave a 4 or a 5 8 of 10 who answered this · 49 to 94 %" in page
    assert "100 % passed 12 of 12 walk-aways · 76 to 100 %" in page
    assert "Nobody answered this" in page


def test_fewer_than_five_answers_say_nothing(cast: Cast) -> None:
    for row in ended(cast.alice, 4):
        felt(row, respected=1)
    said = question(seen(cast.mia).team, "respected")
    assert (said.share, said.spread, said.did.share) == (None, (), None)
    page = words(signed_in(cast.mia).get("/felt/?period=all"))
    assert "Fewer than 5 answered this" in page
    assert "gave a 4 or a 5" not in page
    felt(ended(cast.bob, 1)[0], respected=1)
    assert question(seen(cast.mia).team, "respected").share.part == 0


def test_what_is_private_is_in_no_figure_that_a_rep_or_revops_sees(cast: Cast) -> None:
    rows = ended(cast.alice, 8)
    for row in rows[:5]:
        felt(row, respected=5)
    for row in rows[5:]:
        felt(row, private=True, respected=1)
    for user in (cast.alice, cast.bob, cast.rita):
        found = seen(user).team
        assert counts(found) == (8, 0, 8, 8, 0, 3)
        assert question(found, "respected").counts == (0, 0, 0, 0, 5)
    for user in (cast.mia, cast.eve):
        assert counts(seen(user).team) == (8, 0, 8, 8, 0, 0)
        assert question(seen(user).team, "respected").counts == (3, 0, 0, 0, 5)
    page = words(signed_in(cast.alice).get("/felt/?period=all"))
    assert "3 answers are for those who lead the team alone, and in none of the figures below." in page


def test_a_rep_sees_their_own_and_the_teams_and_nobody_elses(cast: Cast) -> None:
    for row in ended(cast.alice, 5):
        felt(row, respected=5)
    for row in ended(cast.bob, 5):
        felt(row, respected=1)
    found = seen(cast.alice)
    assert found.own
    assert question(found.own, "respected").share.hits == 5
    assert question(found.team, "respected").share.hits == 5
    assert question(found.team, "respected").share.of == 10
    assert found.by_rep == ()
    page = words(signed_in(cast.alice).get("/felt/?period=all"))
    assert "Your own deals" in page
    assert "Bob" not in page


def test_leaders_see_it_by_rep_and_by_name(cast: Cast) -> None:
    for row in ended(cast.bob, 5):
        felt(row, respected=5)
    for row in ended(cast.alice, 5)[:4]:
        felt(row, respected=1)
    found = seen(cast.mia)
    assert found.own is None
    assert [name for name, _ in found.by_rep] == ["Alice Adler", "Bob Brandt"]
    assert [question(one, "respected").share is None for _, one in found.by_rep] == [True, False]
    assert seen(cast.rita).by_rep == ()


def test_what_nobody_owns_is_the_teams_alone(cast: Cast) -> None:
    for row in ended(cast.alice, 5):
        felt(row, respected=5)
        row.deal.owner = None
        row.deal.save()
    assert counts(seen(cast.mia).team) == (5, 0, 5, 5, 0, 0)
    assert seen(cast.mia).by_rep == ()


@pytest.mark.parametrize(
    ("row", "counted"),
    [
        ({}, 1),
        ({"status": "stayed"}, 1),
        ({"status": "taken-back"}, 1),
        ({"status": "invited-back", "ended_at": None}, 1),
        ({"told_at": None}, 1),
        ({"told_at": None, "status": "taken-back"}, 0),
        ({"status": "asked", "ended_at": None}, 0),
    ],
    ids=["parted", "stayed", "taken back", "invited back", "parted unheard", "dropped unheard", "under way"],
)
def test_what_counts_has_ended_and_was_known_to_them(cast: Cast, row: dict[str, Any], counted: int) -> None:
    ended(cast.alice, 1, **row)
    assert seen(cast.mia, "all").team.ended == counted


def test_the_last_year_is_that_of_the_end(cast: Cast) -> None:
    ended(cast.alice, 2, ended_at=NOW - 364 * DAY)
    ended(cast.alice, 3, ended_at=NOW - 366 * DAY)
    assert [seen(cast.mia, period).team.ended for period in ("year", "all")] == [2, 5]


def test_asked_is_who_could_open_their_page_when_it_was_over_and_once_each(cast: Cast) -> None:
    gone, revoked, twice, later = ended(cast.alice, 4)
    page_for(gone, days=2)
    CustomerLink.objects.filter(pk=page_for(revoked).pk).update(revoked_at=NOW - 31 * DAY)
    page_for(twice)
    page_for(twice, second=True)
    CustomerLink.objects.filter(pk=page_for(later).pk).update(revoked_at=NOW)
    assert counts(seen(cast.mia).team) == (4, 2, 2, 0, 2, 0)


def test_what_we_did_stands_beside_with_what_is_unknown(cast: Cast) -> None:
    ended(cast.alice, 4)
    ended(cast.alice, 2, did_respected="against")
    ended(cast.alice, 1, did_respected="")
    did = question(seen(cast.mia).team, "respected").did
    assert (did.passed, did.against, did.silent, did.ended) == (4, 2, 1, 7)
    assert question(seen(cast.mia).team, "consulted").did.silent == 7


def test_a_stranger_sees_nothing_of_it(cast: Cast) -> None:
    for row in ended(cast.alice, 6):
        felt(row, respected=5)
    assert counts(seen(cast.charlie).team) == (0, 0, 0, 0, 0, 0)
    assert "No walk-away has ended" in words(signed_in(cast.charlie).get("/felt/"))


@pytest.mark.parametrize("role", ["rep", "manager"])
def test_a_hundred_walk_aways_take_no_more_queries_than_two(db: None, role: str) -> None:
    assert questions(2, role) == questions(100, role) <= 8


def questions(number: int, role: str) -> int:
    """How many queries the page takes for so many walk-aways of as many reps."""
    team = Team.objects.create(name=f"Team {number}", zone="UTC")
    user = member(team, "Uta Urban", role)
    for count in range(number):
        rep = User.objects.create(
            email=f"{count}@{number}.example", name=f"Rep {count}", team=team, role="rep", zone="UTC"
        )
        felt(ended(rep, 1)[0], respected=4)
    assert Feeling.objects.count() >= number
    client = signed_in(user)
    with CaptureQueriesContext(connection) as caught:
        assert client.get("/felt/?period=all").status_code == 200
    return len(caught)
