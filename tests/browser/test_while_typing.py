"""What the guards say appears beside the form while people type, and takes nothing from them."""

import re

import pytest
from playwright.sync_api import Locator, expect

from bowout.store.models import NotUseful
from tests.browser.conftest import axe_findings
from tests.browser.office import Clock, Visit, wider_than_the_window
from tests.people import NOW, Cast
from tests.shell import steps

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]


def doubts_the_fit(cast: Cast, seller: Visit) -> Locator:
    """Alice is about to record a doubt; where she writes what does not fit."""
    seller.sign_in(cast.alice)
    seller.go(f"/deals/{cast.deal.pk}/raise/")
    seller.page.get_by_role("checkbox", name=re.compile("^Fit")).check()
    return seller.page.get_by_role("region", name="Fit")


def test_a_reason_to_override_is_kept_while_the_guards_speak_again(cast: Cast, clock: Clock, seller: Visit) -> None:
    seller.sign_in(cast.alice)
    page = seller.page
    seller.go(f"/deals/{cast.deal.pk}/raise/")
    override = page.get_by_label("Override: why")
    expect(override).to_be_hidden()
    page.get_by_role("checkbox", name=re.compile("^Fit")).check()
    seller.sees("has no dated observation behind it")
    expect(override).to_be_visible()
    override.fill("Their call is in an hour, and I saw it myself.")
    fit = page.get_by_role("region", name="Fit")
    seller.fill("For the customer", "We think that the process is rigged.", fit)
    seller.sees("The customer statement for fit: “process is rigged”")
    expect(override).to_have_value("Their call is in an hour, and I saw it myself.")
    assert axe_findings(page) == []
    assert wider_than_the_window(page) == ""


def test_the_night_is_named_before_the_call_is_logged(cast: Cast, clock: Clock, seller: Visit) -> None:
    steps.begin(cast)
    seller.sign_in(cast.alice)
    clock.set(NOW.replace(hour=22))
    seller.go(f"/walk-aways/{steps.STREAM}/call/")
    seller.sees("calls-at-an-indecent-hour")
    page = seller.page
    page.get_by_label("Earlier").check()
    page.get_by_label("It happened on").fill("2026-03-03T11:00")
    expect(page.get_by_text("calls-at-an-indecent-hour")).to_have_count(0)
    seller.sees("not-prepared-to-walk")


def test_only_what_belongs_to_the_chosen_way_is_shown(cast: Cast, clock: Clock, seller: Visit) -> None:
    asked = steps.ask(cast)
    clock.set(asked)
    seller.sign_in(cast.alice)
    seller.go(f"/walk-aways/{steps.STREAM}/part/")
    page = seller.page
    expect(page.get_by_label("Subject")).to_be_visible()
    seller.choose("I thanked them on the phone")
    expect(page.get_by_label("Subject")).to_be_hidden()
    expect(page.get_by_label("What you said, in a line")).to_be_visible()
    seller.choose("On another day")
    expect(page.locator("#id_check_back_on")).to_be_visible()
    assert axe_findings(page) == []


def test_the_words_at_fault_are_underlined_where_they_stand(cast: Cast, clock: Clock, seller: Visit) -> None:
    page, fit = seller.page, doubts_the_fit(cast, seller)
    written = fit.get_by_label("For the customer")
    written.fill("Thank you. Your process is rigged, we think.\nYou have wasted our time.")
    marks = fit.locator(".marks mark")
    expect(marks).to_have_text(["process is rigged", "You have wasted our time"])
    expect(written).to_have_value("Thank you. Your process is rigged, we think.\nYou have wasted our time.")
    # What is mended loses its mark at once; what still stands keeps it, also when the guards cannot be asked.
    page.route("**/*check", lambda route: route.abort())
    written.fill("Thank you. Your process is hard for us.\nYou have wasted our time.")
    expect(marks).to_have_text(["You have wasted our time"])
    over, under = written.bounding_box(), marks.first.bounding_box()
    assert over
    assert under
    assert over["y"] < under["y"] < over["y"] + over["height"]
    assert axe_findings(page) == []


def test_not_useful_is_said_without_leaving_the_page(cast: Cast, clock: Clock, seller: Visit) -> None:
    page, fit = seller.page, doubts_the_fit(cast, seller)
    seller.fill("For the customer", "Your process is rigged, we think.", fit)
    page.get_by_role("button", name="Not useful").click()
    seller.sees("Noted: not useful")
    expect(fit.get_by_label("For the customer")).to_have_value("Your process is rigged, we think.")
    assert NotUseful.objects.get().rule == "accuses-the-process"
