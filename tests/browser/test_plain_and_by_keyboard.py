"""The main job's forms without scripts, and without a mouse."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from bowout.desk import links
from bowout.store.models import WalkAway
from tests.browser.office import Clock, Visit
from tests.browser.test_the_main_job import STATEMENT
from tests.people import NOW, Cast
from tests.shell import steps

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]


def test_without_scripts_a_doubt_is_raised_and_nothing_typed_is_lost(cast: Cast, clock: Clock, plain: Visit) -> None:
    plain.sign_in(cast.alice)
    plain.go(f"/deals/{cast.deal.pk}/raise/")
    fit = plain.page.get_by_role("region", name="Fit")
    plain.page.get_by_role("checkbox", name=re.compile("^Fit")).check()
    plain.fill("For the customer", STATEMENT, fit)
    plain.press("What do the guards say?")
    plain.sees("has no dated observation behind it")
    expect(fit.get_by_label("For the customer")).to_have_value(STATEMENT)
    plain.fill("What would make us stay", "We would compete if half of the stations had a signal.", fit)
    plain.fill("Seen on", "2026-03-02", fit)
    plain.fill("What was seen", "Five of six stations had no signal.", fit)
    plain.press("Record the doubt")
    plain.sees("The doubt is recorded.")


def test_without_scripts_a_call_that_broke_a_rule_is_logged_with_a_word_why(
    cast: Cast, clock: Clock, plain: Visit
) -> None:
    steps.begin(cast)
    plain.sign_in(cast.alice)
    plain.go(f"/walk-aways/{steps.STREAM}/call/")
    plain.page.get_by_label("Whom you call").select_option(label="Henri Moreau, economic buyer")
    plain.choose("I reached them and said it")
    plain.press("Log the call")
    plain.sees("Not recorded yet")
    plain.sees("Not confirmed yet by: rep and manager.")
    expect(plain.page.get_by_label("I reached them and said it")).to_be_checked()
    expect(plain.page.get_by_label("Whom you call")).to_have_value(str(cast.henri.pk))
    plain.fill("Override: why", "He rang me before I could ask Mia.")
    plain.press("Log the call")
    plain.sees("The call is in the log. What the guards said is in the log, too.")
    plain.sees("He rang me before I could ask Mia.")
    assert WalkAway.objects.get(pk=steps.STREAM).status == "told"


def test_without_scripts_the_customer_answers_and_thinks_again(cast: Cast, clock: Clock, plain: Visit) -> None:
    asked = steps.ask(cast)
    clock.set(asked + timedelta(hours=3))
    link = links.create(cast.alice, WalkAway.objects.get(pk=steps.STREAM), cast.claire, asked)
    plain.go(links.address(link))
    plain.page.get_by_role("radio", name=re.compile("We can change that")).check()
    plain.press("Look over my answer")
    plain.press("Change it")
    expect(plain.page.get_by_role("radio", name=re.compile("We can change that"))).to_be_checked()
    plain.fill("In your own words", "The roof masts come in May; Henri sees to it.")
    plain.press("Look over my answer")
    plain.press("Send to Alice Adler")
    plain.sees("Thank you, your answer has arrived")
    plain.sees("The roof masts come in May; Henri sees to it.")


def test_the_next_step_is_done_by_keyboard_alone(cast: Cast, clock: Clock, seller: Visit) -> None:
    steps.begin(cast)
    for user in (cast.alice, cast.mia):
        steps.must(steps.do(user, steps.i.Confirm(at=NOW, by=steps.NOBODY)))
    seller.sign_in(cast.alice)
    seller.go(f"/walk-aways/{steps.STREAM}/")
    seller.page.keyboard.press("Tab")
    assert focused(seller.page) == "Skip to content"
    seller.page.keyboard.press("Enter")
    tab_to(seller.page, "I reached them and said it")
    seller.page.keyboard.press("Space")
    tab_to(seller.page, "Log the call")
    seller.page.keyboard.press("Enter")
    seller.next_is("Book the talk with Claire Dubois")


def tab_to(page: Page, name: str, most: int = 25) -> None:
    """Press Tab until that has the focus, by the first line of its label; which must be seen wherever it goes."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        passed.append(focused(page))
        assert page.evaluate(SHOWS_FOCUS), f"nobody sees that {passed[-1]!r} has the focus"
        if passed[-1].partition("\n")[0] == name:
            return
    raise AssertionError(f"{name!r} is not among {passed}")


def focused(page: Page) -> str:
    """What has the focus, by its label or its words."""
    return str(
        page.evaluate("(({labels, innerText}) => (labels?.[0] ?? {innerText}).innerText)(document.activeElement)")
    )


SHOWS_FOCUS = """() => {
  const ringed = each => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== "none" && style.outlineWidth !== "0px" || style.boxShadow !== "none";
  };
  const at = document.activeElement;
  return [at, ...(at.labels ?? [])].some(ringed);
}"""
