"""A team's own words, and what people think of ours."""

from datetime import timedelta

from pytest_django import DjangoAssertNumQueries

from bowout.store.models import NotUseful, Team
from tests.people import NOW, Cast
from tests.shell.walking import FIT, KNOWN, Sit, the_stream, told
from tests.shell.web import signed_in, words

SYNERGY = """\
[[rule]]
name = "our-synergy"
phrases = ["synerg*"]
why = "Nobody knows what it means."
instead = "Say what they get."
bad = ["We see synergies."]
fine = ["We work well together."]
"""


def save(cast: Cast, text: str) -> str:
    client = signed_in(cast.mia)
    response = client.post("/words/", {"words": text}, follow=True)
    return words(response)


def raises(cast: Cast, sit: Sit, customer: str) -> str:
    alice, url = sit(cast.alice), f"/deals/{cast.deal.pk}/raise/"
    alice.get(url)
    return alice.send(url, **{**FIT, "fit-customer": customer}, **KNOWN, check="1")


def test_a_teams_own_words_are_heard_wherever_it_writes(cast: Cast, sit: Sit) -> None:
    page = save(cast, SYNERGY)
    assert "words are saved." in page
    assert "Nobody knows what it means." in page
    text = raises(cast, sit, "There are few synergies between our product and your depots.")
    assert "our-synergy" in text
    assert "“synergies”" in text


def test_another_teams_words_are_not(cast: Cast, sit: Sit) -> None:
    Team.objects.exclude(pk=cast.team.pk).update(words=SYNERGY)
    assert "our-synergy" not in raises(cast, sit, "There are few synergies here.")


def test_a_rule_of_ours_is_silent_once_it_is_off(cast: Cast, sit: Sit) -> None:
    assert "accuses-the-process" in raises(cast, sit, "We think that the process is rigged.")
    page = save(cast, '[off]\naccuses-the-process = "We audit tenders."\n')
    assert "We audit tenders." in page
    assert "accuses-the-process" not in raises(cast, sit, "We think that the process is rigged.")


def test_what_cannot_be_used_is_named_with_its_line_and_kept_for_mending(cast: Cast) -> None:
    page = save(cast, f'{SYNERGY}\n[off]\nno-such-rule = "x"\n')
    assert "1 of them cannot be used" in page
    assert "Line 10" in page
    assert "no rule of ours is called no-such-rule." in page
    assert "no-such-rule = " in signed_in(cast.mia).get("/words/").content.decode()
    assert "our-synergy" in page


def test_a_rep_reads_them_and_cannot_change_them(cast: Cast) -> None:
    save(cast, SYNERGY)
    alice = signed_in(cast.alice)
    assert "our-synergy" in words(alice.get("/words/"))
    assert "<textarea" not in alice.get("/words/").content.decode()
    assert alice.post("/words/", {"words": ""}).status_code == 403
    assert Team.objects.get(pk=cast.team.pk).words == SYNERGY


def test_not_useful_is_counted_once_a_person_and_day_and_keeps_no_word(cast: Cast) -> None:
    alice, mia = signed_in(cast.alice), signed_in(cast.mia)
    for client in (alice, alice, mia):
        page = client.post("/words/not-useful/", {"rule": "blames-them", "text": "You never called."})
        assert "of your text nothing was kept" in words(page)
    assert NotUseful.objects.count() == 2
    assert "blames-them 2" in " ".join(words(mia.get("/words/")).split())
    assert signed_in(cast.charlie).get("/words/").content.decode().count("blames-them") == 1


def test_a_rule_that_is_none_is_not_counted(cast: Cast) -> None:
    assert signed_in(cast.alice).post("/words/not-useful/", {"rule": "be-nice"}).status_code == 404
    assert signed_in(cast.alice).get("/words/not-useful/").status_code == 405


def test_in_a_page_that_listens_the_button_becomes_a_word(cast: Cast) -> None:
    answer = signed_in(cast.alice).post("/words/not-useful/", {"rule": "blames-them"}, HTTP_HX_REQUEST="true")
    assert answer.content.decode() == '<span class="faint" role="status">Noted: not useful</span>'


def test_the_page_costs_the_same_however_often_somebody_pressed(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    mia = signed_in(cast.mia)
    for many in (1, 60):
        NotUseful.objects.bulk_create(
            NotUseful(user=cast.alice, rule=rule, on=(NOW + timedelta(days=many + day)).date())
            for day in range(many)
            for rule in ("blames-them", "gloats")
        )
        with django_assert_num_queries(4):
            mia.get("/words/")


def test_the_words_at_fault_stand_beside_the_form_for_underlining(cast: Cast, sit: Sit) -> None:
    alice = told(cast, sit)
    url = f"/walk-aways/{the_stream()}/ask-feedback/"
    alice.get(url)
    text = alice.send(url, text="Hello.\r\n\r\nYou have wasted our time. [link]", way="send", check="1")
    assert 'data-words="You have wasted our time"' in text
    assert "data-read" in text
