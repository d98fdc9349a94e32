"""What people write here stays, and what is due moves with it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pytest_django import DjangoAssertNumQueries

from bowout.core import intents as i
from bowout.desk import editing
from bowout.desk.projecting import out_of_step
from bowout.desk.setting import setting_of, settings_of
from bowout.store import access, streams
from bowout.store.models import Contact, Deal, WalkAway
from tests import people
from tests.people import NOW, Cast
from tests.shell import steps


def test_only_what_changed_is_kept_from_imports(cast: Cast) -> None:
    editing.edit(cast.bob, cast.deal, {"stage": cast.deal.stage, "name": "Planning, phase 1"})
    saved = Deal.objects.get(pk=cast.deal.pk)
    assert (saved.name, saved.kept) == ("Planning, phase 1", ["name"])
    editing.edit(cast.bob, saved, {"stage": "Negotiation"})
    assert Deal.objects.get(pk=cast.deal.pk).kept == ["name", "stage"]


def test_a_moved_customer_moves_what_is_due(cast: Cast) -> None:
    # Nothing in their calendar makes it due any earlier than the playbook does.
    cast.deal.calendar.all().delete()
    steps.begin(cast)
    before = WalkAway.objects.get().next_due
    editing.edit(cast.alice, cast.deal.account, {"zone": "America/New_York", "country": "US"})
    after = WalkAway.objects.get().next_due
    assert before
    assert after
    assert after - before == timedelta(hours=6)
    assert not list(out_of_step())


def test_a_no_contact_period_changes_what_is_next(cast: Cast) -> None:
    steps.begin(cast)
    for user in (cast.alice, cast.mia):
        steps.must(steps.do(user, i.Confirm(at=NOW, by=steps.NOBODY)))
    assert WalkAway.objects.get().next_do == "call"
    editing.edit(cast.alice, cast.deal, {"regime": "no-contact"})
    assert WalkAway.objects.get().next_do == "message"
    assert not list(out_of_step())


@pytest.mark.parametrize(("changes", "field"), [({"zone": "Paris"}, "zone"), ({"country": "France"}, "country")])
def test_a_value_that_does_not_fit_is_refused_and_named(cast: Cast, changes: dict[str, str], field: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        editing.edit(cast.alice, cast.deal.account, changes)
    assert list(refusal.value.message_dict) == [field]
    cast.deal.account.refresh_from_db()
    assert (cast.deal.account.zone, cast.deal.account.kept) == ("Europe/Paris", [])


def test_a_stranger_edits_nothing(cast: Cast) -> None:
    contact = cast.claire
    for attempt in (
        lambda: editing.edit(cast.charlie, cast.deal, {"name": "mine"}),
        lambda: editing.edit(cast.charlie, cast.deal.account, {"name": "mine"}),
        lambda: editing.edit(cast.charlie, contact, {"name": "mine"}),
        lambda: editing.add_person(cast.charlie, cast.deal, Contact(name="Spy"), "champion"),
        lambda: editing.add_person(cast.charlie, cast.elsewhere, contact, "champion"),
        lambda: editing.remove_person(cast.charlie, cast.deal, contact.pk, NOW),
        lambda: editing.add_entry(cast.charlie, cast.deal, "demo", NOW, "Demo"),
        lambda: editing.remove_entry(cast.charlie, cast.deal, cast.deal.calendar.get(kind="meeting").pk),
        lambda: editing.edit(cast.alice, cast.deal, {"owner": cast.charlie}),
        lambda: editing.edit(cast.alice, cast.deal, {"account": cast.elsewhere.account}),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert cast.deal.deal_contacts.count() == 3
    assert cast.deal.calendar.count() == 3
    assert Deal.objects.get(pk=cast.deal.pk).name == "Atelier Lumière: planning"


def test_people_and_dates_of_a_deal_reach_the_guards(cast: Cast) -> None:
    zoe = Contact(name="Zoé Roux", email="zoe@atelier.example")
    editing.add_person(cast.alice, cast.deal, zoe, "procurement officer")
    editing.add_person(cast.alice, cast.deal, cast.ines, "end user")
    editing.remove_person(cast.alice, cast.deal, cast.henri.pk, NOW)
    entry = editing.add_entry(cast.alice, cast.deal, "demo", NOW + timedelta(days=1), "On site")
    editing.remove_entry(cast.alice, cast.deal, cast.deal.calendar.get(kind="decision").pk)
    deal = setting_of(cast.deal).deal
    assert [(contact.key, contact.role) for contact in deal.contacts] == [
        (str(cast.claire.pk), "champion"),
        (str(cast.ines.pk), "end user"),
        (str(zoe.pk), "procurement officer"),
    ]
    assert [item.kind for item in deal.calendar] == ["demo", "meeting", "submission"]
    assert deal.calendar[0].at == entry.at
    assert access.contacts_of(cast.bob).get(name="Zoé Roux").account == cast.deal.account


def test_a_customer_whose_zone_nobody_knows_is_taken_to_be_with_us(cast: Cast) -> None:
    for unknown in ("", "Mars/Olympus"):
        cast.deal.account.zone = unknown
        deal = setting_of(cast.deal).deal
        assert (deal.zone, deal.zone_known) == ("Europe/Berlin", False)
    cast.deal.account.zone = "Europe/Paris"
    assert setting_of(cast.deal).deal.zone_known


def test_many_settings_take_as_many_queries_as_one(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(10):
        people.contact(people.deal_in_paris(cast.team, cast.alice), "Luc Roy", "champion")
    deals = list(access.deals_of(cast.alice))
    with django_assert_num_queries(5):
        assert len(settings_of(deals)) == 11


def test_history_is_untouched_by_edits(cast: Cast) -> None:
    steps.begin(cast)
    before = streams.log(steps.STREAM)
    editing.edit(cast.alice, cast.deal, {"close_date": date(2027, 1, 1), "submitted": True})
    editing.edit(cast.alice, cast.claire, {"name": "Claire Durand"})
    assert streams.log(steps.STREAM) == before
