"""Somebody acts on a walk-away: load, decide, append, project and post, in one transaction or not at all."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.process import Decision, decide
from bowout.core.walkaway import WalkAway as State
from bowout.core.walkaway import fold
from bowout.desk import felt_reminding, links
from bowout.desk.alarm import tell_leaders, tell_menders
from bowout.desk.projecting import project
from bowout.desk.setting import setting_of
from bowout.desk.taking import Taken, take_deal, takes_by_raising
from bowout.desk.withdrawing import follow
from bowout.store import access, facts, outbox, streams
from bowout.store.models import CustomerLink, Deal, User, WalkAway
from bowout.store.streams import Conflict

AnyIntent = TypeVar("AnyIntent", bound=i.Intent)


class AlreadyUnderWay(Conflict):
    """The deal already has a walk-away under way: go on with that one."""


class DealIsOver(Exception):
    """The deal is won, lost or withdrawn: there is nothing left to walk from. ``status`` says which."""

    def __init__(self, status: str) -> None:
        super().__init__(f"the deal is {status}")
        self.status = status


def act(
    user: User,
    stream: UUID,
    intent: i.Intent,
    expected_version: int,
    recorded_at: datetime,
    parcels: Sequence[outbox.Parcel] = (),
) -> Decision:
    """Judge what ``user`` means to do and, when it is accepted, write it together with ``parcels``.

    ``intent.by`` is replaced by who they are. Raises ``WalkAway.DoesNotExist`` for a stranger,
    ``PermissionDenied`` for those who may only look, and ``Conflict`` when the walk-away has moved on since
    ``expected_version``.
    """
    with transaction.atomic():
        walk_away = facts.locked(access.walk_aways_of(user)).get(pk=stream)
        intent = _as(user, walk_away.deal, intent)
        state = streams.load(stream)
        if state.version != expected_version:
            raise Conflict(f"the walk-away is at version {state.version}, not {expected_version}")
        decision = _decide(walk_away, state, intent, user, recorded_at)
        if decision.accepted:
            outbox.put(walk_away, parcels)
        return decision


def start(user: User, deal: Deal, intent: i.Consider, stream: UUID, recorded_at: datetime) -> Decision:
    """Begin a walk-away under the new key ``stream``. Nobody's deal becomes the rep's who raises the doubt.

    Raises as ``act`` does, ``AlreadyUnderWay``, and ``DealIsOver`` for one that is not open any more.
    """
    intent = _as(user, deal, intent)
    walk_away = WalkAway(pk=stream, deal=deal, version=0, status="considering")
    try:
        with transaction.atomic():
            _must_be_open(user, deal)
            decision = _decide(walk_away, State(), intent, user, recorded_at)
            if decision.accepted and takes_by_raising(user, deal):
                _take(user, deal)
            return decision
    except IntegrityError as error:
        raise AlreadyUnderWay(f"{deal} has a walk-away under way") from error


def answer(link: CustomerLink, intent: i.Intent, recorded_at: datetime) -> Decision:
    """Judge and write what the customer does on their page, as the contact whom ``link`` was made for.

    No version is asked for: of two answers at once both are kept, and the later one is judged second.
    """
    by = Actor("customer", str(link.contact_id))
    return hear(link.walk_away_id, replace(intent, by=by), recorded_at)


def hear(stream: UUID, intent: i.Intent, recorded_at: datetime) -> Decision:
    """Judge and write what the customer does by another way, ``intent.by`` being who of them it is."""
    assert intent.by.role == "customer"
    with transaction.atomic():
        walk_away = facts.locked(facts.walk_aways()).get(pk=stream)
        return _decide(walk_away, streams.load(stream), intent, None, recorded_at)


def _as(user: User, deal: Deal, intent: AnyIntent) -> AnyIntent:
    """The same, done by them in the part that they have in the deal."""
    intent = replace(intent, by=access.actor(user, deal))
    return replace(intent, owns=deal.owner_id == user.pk) if isinstance(intent, i.Confirm) else intent


def _decide(walk_away: WalkAway, state: State, intent: i.Intent, user: User | None, recorded_at: datetime) -> Decision:
    setting = setting_of(walk_away.deal)
    decision = decide(state, replace(intent, recorded_at=recorded_at), setting)
    if decision.events:
        after = fold(decision.events, state)
        if walk_away._state.adding:
            walk_away.save(force_insert=True)
        streams.append(walk_away.pk, state.version, decision.events, user, recorded_at)
        project(walk_away, after, setting, recorded_at)
        follow(walk_away.deal, after.status)
        felt_reminding.call_off(walk_away, after, setting)
        tell_leaders(walk_away, decision.events, after.version, recorded_at)
        if after.mangled and not state.mangled:
            tell_menders(walk_away, setting.mender, after.version, recorded_at)
        if after.window_until is not None and after.window_until != state.window_until:
            links.outlive(walk_away, after.window_until, setting.playbook.link_days, recorded_at)
        if after.ended_at is not None and state.ended_at is None:
            # What we leave them with stands on their page.
            links.outlive(walk_away, recorded_at, setting.playbook.link_days, recorded_at)
    return decision


def _take(user: User, deal: Deal) -> None:
    # Somebody may have taken it meanwhile: then it is theirs, and the doubt stands all the same.
    with suppress(Taken):
        deal.owner = take_deal(user, deal.pk).owner


def _must_be_open(user: User, deal: Deal) -> None:
    # As it is now: whoever typed a doubt may have looked at it before an import closed it.
    status = access.deals_of(user).get(pk=deal.pk).status
    if status != Deal.Status.OPEN:
        raise DealIsOver(status)
