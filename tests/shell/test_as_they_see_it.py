"""The customer's page as they will see it, before anybody has told them anything."""

from bowout.store import streams
from bowout.store.models import CustomerLink
from tests.people import Cast
from tests.shell import steps
from tests.shell.customers import Customer, text
from tests.shell.steps import STREAM
from tests.shell.web import signed_in

PATH = f"/walk-aways/{STREAM}/as-they-see-it/"


def test_it_shows_the_reasons_in_their_words_before_they_are_told(cast: Cast) -> None:
    steps.begin(cast)
    client = signed_in(cast.alice)
    assert PATH in client.get(f"/walk-aways/{STREAM}/").content.decode()
    page = client.get(f"{PATH}?lang=en").content.decode()
    (reason,) = streams.load(STREAM).reasons
    assert reason.customer in page
    assert reason.internal not in page
    assert "Nothing is decided before" in page
    assert "Only you see this" in page
    assert cast.claire.name in page


def test_nothing_comes_of_looking_and_nothing_can_be_sent(cast: Cast) -> None:
    steps.begin(cast)
    client, version = signed_in(cast.alice), streams.load(STREAM).version
    page = client.get(PATH)
    assert client.post(PATH, {"step": "review", "words": "x"}).status_code == 405
    assert "disabled" in page.content.decode()
    assert streams.load(STREAM).version == version
    assert not CustomerLink.objects.exists()


def test_another_language_is_a_click_away(cast: Cast) -> None:
    steps.begin(cast)
    assert "Haben wir Sie richtig verstanden" in signed_in(cast.alice).get(f"{PATH}?lang=de").content.decode()


def test_the_real_page_says_nothing_of_a_preview(claire: Customer) -> None:
    assert "Only you see this" not in text(claire.look())


def test_without_anybody_to_see_it_there_is_nothing_to_show(cast: Cast) -> None:
    steps.begin(cast)
    cast.deal.deal_contacts.all().delete()
    assert signed_in(cast.alice).get(PATH).status_code == 302
