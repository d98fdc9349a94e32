"""One deal, from the CRM's export to the open door, at a desk and on the customer's phone."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from bowout.store.models import Deal, Outbox
from tests.browser.office import Clock, Visit, letters, wider_than_the_window
from tests.people import NOW, Cast

pytestmark = pytest.mark.needs("chromium")

EXPORT = Path(__file__).parents[1] / "data" / "salesforce_export"
DEAL = "Telemetry for pumping stations"
STATEMENT = "Your stations are underground, and our sensors need the mobile network. We are not well placed for those."
BERLIN = ZoneInfo("Europe/Berlin")
TALK = datetime(2026, 3, 4, 14, 0, tzinfo=BERLIN)
ANSWERED = datetime(2026, 3, 5, 11, 0, tzinfo=BERLIN)
AFTER = datetime(2026, 3, 12, 10, 30, tzinfo=BERLIN)
MONTHS_LATER = datetime(2026, 7, 10, 11, 0, tzinfo=BERLIN)


@pytest.mark.django_db(transaction=True)
def test_a_deal_is_left_the_right_way_and_months_later_they_invite_us_back(
    cast: Cast, clock: Clock, seller: Visit, customer: Visit, tmp_path: Path
) -> None:
    as_far_as_their_page(cast, clock, seller, tmp_path)
    clock.set(ANSWERED)
    answers(customer, page_in_the_mail(tmp_path), "That is right", "Half of our stations have no signal.")
    customer.sees("Alice Adler will read it and get back to you.")
    reads_it(seller)

    clock.set(AFTER)
    seller.page.reload()
    seller.next_is("Thank them and part")
    seller.press("Thank them and part")
    seller.sees("Parted, and the door is open.")
    assert letters(tmp_path)[-1][1] == Outbox.objects.latest("pk").payload["subject"]
    assert "thank" in letters(tmp_path)[-1][2].lower()
    seller.next_is("Ask Owen Bright how it turned out")
    expect(seller.page.get_by_role("heading", name="Ask Owen Bright").locator("..")).to_be_visible()

    seller.go("/")
    seller.sees("Nothing for you today")
    clock.set(MONTHS_LATER)
    seller.go("/")
    seller.follow("Ask how it turned out")
    seller.fill("How it turned out", "They bought elsewhere in May; the deep stations still have no data.")
    seller.press("Check back")
    seller.sees("The check-back is in the log.")
    seller.follow("They invite us back")
    seller.press("Log the invitation")
    seller.sees("Invited back. Well walked.")
    seller.next_is("They invited us back")
    seller.go("/deals/?status=open")
    seller.sees(DEAL)


@pytest.mark.django_db(transaction=True)
def test_the_customer_corrects_us_and_we_stay_with_what_changed(
    cast: Cast, clock: Clock, seller: Visit, customer: Visit, tmp_path: Path
) -> None:
    as_far_as_their_page(cast, clock, seller, tmp_path)
    clock.set(ANSWERED)
    correction = "All stations got a mast on the roof in January."
    answers(customer, page_in_the_mail(tmp_path), "You have misread us", correction)
    reads_it(seller, correction)

    seller.next_is("Decide whether we stay")
    seller.fill("What changed", correction)
    seller.press("We stay")
    seller.sees("We stay. Good that you asked.")
    seller.next_is("We stayed")
    seller.sees(f"What changed: {correction}")
    assert Deal.objects.get(name=DEAL).status == "open"


def as_far_as_their_page(cast: Cast, clock: Clock, seller: Visit, folder: Path) -> None:
    """From the export to the question: what did we get wrong?"""
    bring_in(cast, seller)
    seller.sign_in(cast.alice)
    get_to_know(seller)
    raise_a_doubt(seller)
    get_confirmed(cast, clock, seller)
    tell(cast, clock, seller)
    explain_and_ask(clock, seller)
    assert letters(folder)[-1][0] == "Owen Bright <owen@harrow.example>"


def bring_in(cast: Cast, seller: Visit) -> None:
    """All files of the export at once, through the upload page."""
    seller.sign_in(cast.mia)
    seller.follow("Import")
    seller.page.get_by_label("Files from your CRM").set_input_files(sorted(EXPORT.glob("*.csv")))
    seller.press("Upload and look")
    seller.sees("Nothing has been written yet.")
    deals = seller.page.get_by_role("region", name="Opportunity.csv")
    deals.get_by_label("Currency of amounts").select_option(label="GBP")
    seller.page.get_by_role("button", name=re.compile(r"^Bring in \d+ rows$")).click()
    brought = seller.page.get_by_role("region", name="Opportunity.csv")
    expect(brought).to_contain_text("All in")
    expect(brought).to_contain_text(re.compile(r"New\s*10\b"))
    seller.sign_out()


def get_to_know(seller: Visit) -> None:
    """The deal gets an owner, its customer a place, and both people and dates."""
    page = seller.page
    seller.follow("Deals")
    seller.follow(DEAL)
    seller.follow("Edit the facts")
    page.get_by_label("Owner").select_option(label="Alice Adler")
    seller.press("Save")
    seller.follow("Edit the account")
    page.get_by_label("Country").select_option(label="United Kingdom")
    page.get_by_label("Time zone").select_option(label="London")
    seller.press("Save")
    page.get_by_text("Add somebody").click()
    people = page.get_by_role("region", name="People who decide")
    seller.fill("Name", "Owen Bright", people)
    seller.fill("Role in the decision", "champion", people)
    seller.fill("Phone", "+44 113 496 0100", people)
    seller.fill("E-mail", "owen@harrow.example", people)
    seller.press("Add them")
    seller.sees("Owen Bright")
    page.get_by_text("Add a date").click()
    dates = page.get_by_role("region", name="Their calendar")
    dates.get_by_label("What").select_option(label="Decision")
    seller.fill("When", "2026-04-09T11:00", dates)
    seller.fill("In a few words", "Their board meets", dates)
    seller.press("Add the date")
    seller.sees("Their board meets")


def raise_a_doubt(seller: Visit) -> None:
    seller.follow("Raise a doubt")
    fit = seller.page.get_by_role("region", name="Fit")
    seller.page.get_by_role("checkbox", name=re.compile("^Fit")).check()
    seller.fill("Among ourselves", "No radio reaches the pits. Our roadmap has nothing for it.", fit)
    seller.fill("For the customer", STATEMENT, fit)
    seller.press("Record the doubt")
    seller.sees("has no dated observation behind it")
    seller.fill("What would make us stay", "We would compete if half of the stations had a signal.", fit)
    seller.fill("Seen on", "2026-03-02", fit)
    seller.fill("Where", "Meeting note", fit)
    seller.fill("What was seen", "Owen walked us through six stations; five had no signal.", fit)
    for label, known in (
        ("The sales cycle", "Their board decides on 9 April"),
        ("Its players", "Owen leads, the board decides"),
        ("Their needs", "Levels from 40 stations, every hour"),
        ("Their potential", "40 stations now, 200 later"),
    ):
        seller.fill(label, known)
    seller.press("Record the doubt")
    seller.sees("The doubt is recorded.")


def get_confirmed(cast: Cast, clock: Clock, seller: Visit) -> None:
    seller.next_is("Are we prepared to walk?")
    seller.press("Yes, we are prepared to walk")
    seller.next_is("Waiting for your manager's word")
    seller.sign_out()
    clock.set(NOW + timedelta(minutes=30))
    seller.sign_in(cast.mia)
    seller.follow("Confirm that we are prepared to walk")
    seller.press("Yes, we are prepared to walk")
    seller.sees("Confirmed.")
    seller.sign_out()


def tell(cast: Cast, clock: Clock, seller: Visit) -> None:
    """A voicemail tells nobody, and the page says so; a call does."""
    clock.set(NOW + timedelta(minutes=40))
    seller.sign_in(cast.alice)
    seller.follow("Call them")
    seller.next_is("Call Owen Bright")
    seller.choose("Voicemail")
    seller.sees("it does not count as telling")
    seller.press("Log the call")
    seller.next_is("Call Owen Bright")
    seller.sees("nobody reached. Only a call that reaches them tells them.")
    clock.set(NOW + timedelta(hours=1))
    seller.choose("I reached them and said it")
    seller.press("Log the call")
    seller.next_is("Book the talk with Owen Bright")


def explain_and_ask(clock: Clock, seller: Visit) -> None:
    seller.fill("The talk is on", f"{TALK.astimezone(ZoneInfo('Europe/London')):%Y-%m-%dT%H:%M}")
    seller.press("Log the appointment")
    seller.next_is("Talk the reasons through with Owen Bright")
    clock.set(TALK + timedelta(minutes=40))
    seller.page.reload()
    seller.press("Log the talk")
    seller.next_is("Ask Owen Bright what we got wrong")
    seller.press("Ask them")
    seller.next_is("It is their turn")


def page_in_the_mail(folder: Path) -> str:
    """The address that the last letter leads to."""
    found = re.search(r"http://\S+/c/\S+", letters(folder)[-1][2])
    assert found, letters(folder)[-1]
    return found[0]


def answers(customer: Visit, address: str, verdict: str, words: str) -> None:
    """On a phone, with a second look before anything is sent."""
    customer.go(address)
    customer.sees(STATEMENT)
    customer.page.get_by_role("radio", name=re.compile(verdict)).check()
    customer.fill("In your own words", words)
    assert wider_than_the_window(customer.page) == ""
    customer.press("Look over my answer")
    customer.sees("Nothing has been sent yet.")
    customer.sees(words)
    customer.press("Send to Alice Adler")
    customer.sees("Thank you, your answer has arrived")


def reads_it(seller: Visit, words: str = "") -> None:
    """On Today, then on the walk-away; and the customer hears that it was read."""
    seller.go("/")
    seller.follow("Read their reply and answer it")
    seller.sees(words or "They agree")
    seller.press("Acknowledge it")
    seller.sees("Acknowledged: it is in the log.")
