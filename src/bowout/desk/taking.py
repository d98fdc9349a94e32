"""Somebody takes a deal that nobody owns, so that what is next stands on somebody's day."""

from django.db import transaction

from bowout.desk.editing import keep
from bowout.store import access
from bowout.store.models import Deal, User


class Taken(Exception):
    """Somebody owns the deal already. ``owner`` says who."""

    def __init__(self, owner: User) -> None:
        super().__init__(f"{owner.name} owns it")
        self.owner = owner


def is_nobodys(deal: Deal) -> bool:
    """True when no member who is still here owns the deal, whatever name the CRM gives."""
    return deal.owner is None or not deal.owner.is_active


def may_take(user: User, deal: Deal) -> bool:
    """True when the deal is nobody's and ``user`` may work on it."""
    return is_nobodys(deal) and access.may_act(user, deal)


def takes_by_raising(user: User, deal: Deal) -> bool:
    """True when a doubt of this user makes the deal theirs: a rep's does, for from a rep the next steps are due."""
    return may_take(user, deal) and user.role == User.Role.REP


def take_deal(user: User, key: int) -> Deal:
    """Make the deal with that key ``user``'s, for imports too.

    Raises ``Deal.DoesNotExist`` for a stranger, ``PermissionDenied`` for those who may only look, and ``Taken``.
    """
    with transaction.atomic():
        deal = access.deals_of(user).select_for_update(of=("self",)).select_related("owner").get(pk=key)
        access.actor(user, deal)
        if not is_nobodys(deal):
            assert deal.owner is not None
            raise Taken(deal.owner)
        deal.owner = user
        keep(user, deal, ["owner"])
        deal.save(update_fields=["owner", "kept"])
    return deal
