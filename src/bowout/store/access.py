"""Who may see what, and who may do what: the one place that says so.

A user sees their own team's. Pages look things up in these, so what a stranger asks for is not found.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from bowout.core.actor import LEADERS, Actor
from bowout.store.models import (
    Contact,
    CustomerLink,
    Deal,
    Feeling,
    ImportRun,
    NotUseful,
    Outbox,
    OwnCalendar,
    Received,
    Team,
    User,
    WalkAway,
)

_ACTS: dict[str, str] = {"rep": "rep", "manager": "manager", "executive": "executive"}


def team_of(user: User) -> Team:
    """The user's own team."""
    return user.team


def members_of(user: User) -> QuerySet[User]:
    """Everybody in the team, also those who left it."""
    return User.objects.filter(team=user.team_id)


def contacts_of(user: User) -> QuerySet[Contact]:
    """Contacts the user may see."""
    return Contact.objects.filter(team=user.team_id)


def deals_of(user: User) -> QuerySet[Deal]:
    """Deals the user may see."""
    return Deal.objects.filter(team=user.team_id)


def walk_aways_of(user: User) -> QuerySet[WalkAway]:
    """Walk-aways the user may see."""
    return WalkAway.objects.filter(deal__team=user.team_id).select_related("deal__account", "deal__team")


def links_of(user: User) -> QuerySet[CustomerLink]:
    """Customers' links the user may see and revoke."""
    links = CustomerLink.objects.select_related("walk_away__deal", "contact")
    return links.filter(walk_away__deal__team=user.team_id)


def feelings_of(user: User) -> QuerySet[Feeling]:
    """How it felt to those whose answers the user may read: what is private is for those who lead the team alone."""
    rows = Feeling.objects.filter(walk_away__deal__team=user.team_id)
    return rows if user.role in LEADERS else rows.filter(private=False)


def feelings_kept_from(user: User) -> QuerySet[Feeling]:
    """The team's answers that the user may not read, to be counted and no more."""
    rows = Feeling.objects.filter(walk_away__deal__team=user.team_id, private=True)
    return rows.none() if user.role in LEADERS else rows


def outbox_of(user: User) -> QuerySet[Outbox]:
    """What goes out for the user's team, but for what is private to a colleague."""
    return Outbox.objects.filter(Q(private_to=None) | Q(private_to=user), team=user.team_id)


def own_calendar_of(user: User) -> OwnCalendar | None:
    """The user's own calendar, if it is connected; nobody else's is anybody's to see."""
    return OwnCalendar.objects.filter(user=user).first()


def received_of(user: User) -> QuerySet[Received]:
    """What came by mail for the user's team, but for what is private to a colleague.

    Until somebody says whose a mail is, each team that knows its sender sees it; what no team knows is for those who
    keep the house.
    """
    knowing = Received.known_to.through.objects.filter(received=OuterRef("pk"))
    theirs = Q(team=user.team_id) | Q(Exists(knowing.filter(team=user.team_id)), team=None)
    if keeps_house(user):
        theirs |= Q(~Exists(knowing), team=None)
    return Received.objects.filter(Q(private_to=None) | Q(private_to=user), theirs)


def not_useful_of(user: User) -> dict[str, int]:
    """How often the user's team found a rule's word not useful, by rule."""
    rows = NotUseful.objects.filter(user__team=user.team_id).values_list("rule").annotate(Count("pk"))
    return dict(rows)


def import_runs_of(user: User) -> QuerySet[ImportRun]:
    """Files that the user's team brought in."""
    return ImportRun.objects.filter(team=user.team_id)


def any_link(link: UUID) -> CustomerLink | None:
    """The customer's link with that id, whether it is open or not: the one row that nobody signs in for."""
    links = CustomerLink.objects.select_related(
        "walk_away__deal__team", "walk_away__deal__account", "walk_away__deal__owner", "contact", "made_by"
    )
    return links.filter(id=link).first()


def may_act(user: User, deal: Deal) -> bool:
    """True when the user may move the deal's walk-away: any rep, manager or executive of its team."""
    return user.is_active and user.team_id == deal.team_id and user.role in _ACTS


def may_edit(user: User, team: int) -> bool:
    """True when the user may write on deals, accounts and contacts of the team with that key."""
    return user.is_active and user.team_id == team


def may_tune(user: User) -> bool:
    """True when the user may change the team, its playbook and its imports."""
    return user.is_active and user.role in {User.Role.REVOPS, User.Role.MANAGER}


def keeps_house(user: User) -> bool:
    """True for those who look after what is no team's: they tune the team that was there first, which set Bowout up."""
    return may_tune(user) and Team.objects.order_by("pk").values_list("pk", flat=True).first() == user.team_id


def actor(user: User, deal: Deal) -> Actor:
    """The user as the core knows them. Raises ``PermissionDenied`` for those who may only look."""
    if not may_act(user, deal):
        raise PermissionDenied
    return Actor(_ACTS[user.role], str(user.pk))  # type: ignore[arg-type]
