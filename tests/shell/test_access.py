"""Who may see and who may act. Everything else asks here."""

import ast
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

import bowout
from bowout.core.actor import Actor
from bowout.desk import links
from bowout.store import access, outbox
from bowout.store.models import ImportRun, User, WalkAway
from tests.people import NOW, Cast

SHELL = Path(bowout.__file__).parent
MAY = {"store", "demo"}
"""Who may name a model's manager: the store, and the demo, which makes its own team from nothing."""
LISTS = (
    access.members_of,
    access.contacts_of,
    access.deals_of,
    access.walk_aways_of,
    access.links_of,
    access.feelings_of,
    access.outbox_of,
    access.import_runs_of,
)


@pytest.fixture
def walk_away(cast: Cast) -> WalkAway:
    """One row of everything, in Alice's team."""
    row = WalkAway.objects.create(pk=UUID(int=1), deal=cast.deal, version=0, status="considering")
    links.make_link(cast.alice, row, cast.claire, UUID(int=2), NOW, NOW + timedelta(days=7))
    outbox.put(row, [outbox.Parcel("mail", "k", {}, NOW)])
    grades = dict.fromkeys(("respected", "open_person", "open_company", "consulted"), 5)
    row.feelings.create(contact=str(cast.claire.pk), private=False, at=NOW, **grades)
    ImportRun.objects.create(team=cast.team, by=cast.alice, file_name="a.csv", path="a", made_at=NOW)
    return row


def seen_by(user: User) -> dict[str, int]:
    found: dict[str, int] = {}
    for listing in LISTS:
        rows: QuerySet = listing(user)
        found[listing.__name__] = rows.filter(**{_team_path(rows): user_team(user)}).count()
        assert found[listing.__name__] == rows.count()
    return found


def user_team(user: User) -> int:
    return user.team_id


def _team_path(rows: QuerySet) -> str:
    paths = {"WalkAway": "deal__team", "CustomerLink": "walk_away__deal__team", "Feeling": "walk_away__deal__team"}
    return paths.get(rows.model.__name__, "team")


def test_the_whole_team_sees_what_is_the_teams(cast: Cast, walk_away: WalkAway) -> None:
    alice = seen_by(cast.alice)
    assert all(alice.values()), alice
    for colleague in (cast.bob, cast.mia, cast.eve, cast.rita):
        assert seen_by(colleague) == alice


def test_a_stranger_sees_only_their_own(cast: Cast, walk_away: WalkAway) -> None:
    assert seen_by(cast.charlie) == {
        listing.__name__: 1 if listing in {access.members_of, access.deals_of} else 0 for listing in LISTS
    }


def test_how_it_felt_in_private_is_for_those_who_lead_the_team(cast: Cast, walk_away: WalkAway) -> None:
    walk_away.feelings.update(private=True)
    users = (cast.alice, cast.rita, cast.mia, cast.eve, cast.charlie)
    assert [access.feelings_of(user).count() for user in users] == [0, 0, 1, 1, 0]
    assert [access.feelings_kept_from(user).count() for user in users] == [1, 1, 0, 0, 0]


@pytest.mark.parametrize(("name", "role"), [("alice", "rep"), ("bob", "rep"), ("mia", "manager"), ("eve", "executive")])
def test_colleagues_act_in_their_role(cast: Cast, name: str, role: str) -> None:
    user = getattr(cast, name)
    assert access.may_act(user, cast.deal)
    assert access.actor(user, cast.deal) == Actor(role, str(user.pk))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["rita", "charlie"])
def test_revops_and_strangers_do_not_act(cast: Cast, name: str) -> None:
    user = getattr(cast, name)
    assert not access.may_act(user, cast.deal)
    with pytest.raises(PermissionDenied):
        access.actor(user, cast.deal)


def test_who_left_the_company_does_nothing_any_more(cast: Cast) -> None:
    cast.mia.is_active = False
    assert not access.may_act(cast.mia, cast.deal)
    assert not access.may_edit(cast.mia, cast.team.pk)
    assert not access.may_tune(cast.mia)


def test_only_revops_and_managers_tune_the_playbook(cast: Cast) -> None:
    tuners = [user.name for user in (cast.alice, cast.mia, cast.eve, cast.rita) if access.may_tune(user)]
    assert tuners == ["Mia Maier", "Rita Roth"]


def test_a_link_opens_until_it_expires_or_is_revoked(cast: Cast, walk_away: WalkAway) -> None:
    link = access.links_of(cast.alice).get()
    token = links.token(link)
    assert links.opened(token, NOW) == link
    assert isinstance(links.opened(token, NOW + timedelta(days=7)), links.Gone)
    assert isinstance(links.opened(token[:-1] + ("a" if token[-1] != "a" else "b"), NOW), links.Gone)
    assert isinstance(links.opened(link.pk.hex, NOW), links.Gone)
    links.revoke(cast.bob, link.pk, NOW)
    assert isinstance(links.opened(token, NOW), links.Gone)


def test_a_link_is_made_only_for_somebody_with_a_part_in_the_deal(cast: Cast, walk_away: WalkAway) -> None:
    nobody = cast.elsewhere.account.contacts.create(team=cast.elsewhere.team, name="Nobody")
    with pytest.raises(cast.deal.deal_contacts.model.DoesNotExist):
        links.make_link(cast.alice, walk_away, nobody, UUID(int=3), NOW, NOW)


def managers_named_in(source: str) -> list[int]:
    """Lines in which a model's manager is named."""
    names = {"objects", "_default_manager", "_base_manager"}
    found = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute))
    return sorted(node.lineno for node in found if node.attr in names)


def test_nobody_goes_around_the_one_place_that_says_who_may_see() -> None:
    assert managers_named_in("Deal.objects.all()\nx = Deal._default_manager") == [1, 2]
    outside = [path for path in SHELL.rglob("*.py") if path.relative_to(SHELL).parts[0] not in MAY]
    detours = {str(path): lines for path in outside if (lines := managers_named_in(path.read_text()))}
    assert not detours, "ask bowout.store.access instead"
