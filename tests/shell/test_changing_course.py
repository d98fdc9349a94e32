"""On the way things change: a reason falls away, they need longer, a call says nothing yet, a leader owns the deal."""

from datetime import datetime, timedelta
from uuid import uuid4

from bowout.core import events as e
from bowout.store import streams
from bowout.store.models import CustomerLink, Outbox, User, WalkAway
from tests.people import NOW, PARIS, Cast
from tests.shell.walking import FIT, KNOWN, Sit, asked, last, raised, ready, the_stream, told

BUDGET = {name.replace("fit", "budget"): value for name, value in FIT.items()}


def consider(stream: object) -> str:
    return f"/walk-aways/{stream}/consider/"


def test_a_reason_that_is_not_ticked_any_more_is_dropped(cast: Cast, sit: Sit) -> None:
    alice = raised(cast, sit)
    alice.get(consider(the_stream()))
    alice.send(consider(the_stream()), **BUDGET)
    alice.get(consider(the_stream()))
    alice.send(consider(the_stream()), **{"fit-use": []})
    state = streams.load(the_stream())
    assert [reason.kind for reason in state.reasons] == ["budget"]
    assert "dropped fit" in alice.text


def test_the_last_reason_stays_and_the_page_says_what_to_do_instead(cast: Cast, sit: Sit) -> None:
    alice = raised(cast, sit)
    alice.get(consider(the_stream()))
    text = alice.send(consider(the_stream()), **{"fit-use": []})
    assert alice.status == 422
    assert "That drops the last reason." in text
    assert "Stay, or take the walk-away back, and say why." in text


def test_a_reason_in_new_words_is_asked_about_again(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    alice.step(the_stream(), "feedback", **{"verdict-fit": "right"})
    alice.get(consider(the_stream()))
    alice.send(consider(the_stream()), **{"fit-customer": "Your night shift has no connection, and our maps need one."})
    assert WalkAway.objects.get().next_do == "ask-feedback"
    assert "Answered in its earlier words" in alice.get(f"/walk-aways/{the_stream()}/")


def test_they_are_given_longer_and_the_letter_names_the_day(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    text = alice.step(the_stream(), "give-time", until_on="2026-03-27", way="wrote")
    assert "They have longer now." in text
    assert WalkAway.objects.get().window_until == datetime(2026, 3, 27, 18, tzinfo=PARIS)
    alice.get(f"/walk-aways/{the_stream()}/give-time/")
    alice.send(f"/walk-aways/{the_stream()}/give-time/", until_on="2026-03-20")
    assert alice.status == 422
    assert "They have until Fri 27 Mar 2026, 18:00 (Paris) already." in alice.text


def test_the_letter_promises_the_day_that_was_chosen_after_it_was_drafted(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    alice.step(the_stream(), "give-time", until_on="2026-03-27", way="send")
    text = str(Outbox.objects.order_by("-pk")[0].payload)
    assert "27 March" in text
    assert "17 March" not in text


def test_their_page_stays_open_for_as_long_after_the_later_day(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    link = CustomerLink.objects.get()
    closed = CustomerLink.objects.create(
        pk=uuid4(), walk_away=link.walk_away, contact=link.contact, made_at=NOW, expires_at=NOW + timedelta(minutes=1)
    )
    alice.step(the_stream(), "give-time", until_on="2026-06-26", way="wrote")
    link.refresh_from_db()
    assert link.expires_at == datetime(2026, 6, 26, 18, tzinfo=PARIS) + timedelta(days=30)
    closed.refresh_from_db()
    assert closed.expires_at == NOW + timedelta(minutes=1), "what has ended stays closed"


def test_a_mistyped_year_is_not_promised(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    for day, says in (("9999-12-31", "Give the year with four digits"), ("2062-03-27", "more than 365 days from now")):
        text = alice.step(the_stream(), "give-time", until_on=day, way="wrote")
        assert alice.status == 422
        assert says in text
    assert alice.get(f"/walk-aways/{the_stream()}/")


def test_a_call_that_only_asked_for_a_better_time_tells_nobody(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    alice.step(the_stream(), "call", outcome="reached-untold", contact=str(cast.ines.pk))
    row = WalkAway.objects.get()
    assert (row.status, row.next_do) == ("considering", "call")
    assert isinstance(last(e.Called), e.Called)


def test_after_they_were_told_a_call_is_only_reached_or_not(cast: Cast, sit: Sit) -> None:
    alice = told(cast, sit)
    alice.get(f"/walk-aways/{the_stream()}/call/")
    assert "reached-untold" not in alice.text


def test_a_manager_who_owns_the_deal_gives_both_words_at_once(cast: Cast, sit: Sit) -> None:
    cast.deal.owner = cast.mia
    cast.deal.save()
    mia = sit(cast.mia)
    mia.get(f"/deals/{cast.deal.pk}/raise/")
    mia.send(f"/deals/{cast.deal.pk}/raise/", **FIT, **KNOWN)
    assert "Are we prepared to walk?" in mia.text
    mia.step(the_stream(), "confirm")
    state = streams.load(the_stream())
    assert (state.rep_ready, state.leader_ready) == (True, True)
    assert WalkAway.objects.get().next_do == "call"


def test_a_manager_does_not_speak_for_the_rep(cast: Cast, sit: Sit) -> None:
    raised(cast, sit)
    sit(cast.mia).step(the_stream(), "confirm")
    state = streams.load(the_stream())
    assert (state.rep_ready, state.leader_ready) == (False, True)


def test_what_was_sent_back_lies_with_the_rep_and_not_with_the_manager(cast: Cast, sit: Sit) -> None:
    raised(cast, sit)
    mia = sit(cast.mia)
    mia.step(the_stream(), "send-back", words="One demo is thin. Ask Claire.")
    assert WalkAway.objects.get().next_by == "rep"
    assert "Nothing for you today" in mia.get("/")
    assert "One demo is thin" in sit(cast.alice).get("/")


def test_without_an_executive_the_manager_says_sorry(cast: Cast, sit: Sit) -> None:
    told(cast, sit).step(the_stream(), "complain", text="Nobody asked us.")
    assert WalkAway.objects.get().next_by == "executive"
    mia = sit(cast.mia).at(NOW + timedelta(hours=1))
    mia.client.post(f"/team/{cast.eve.pk}/", {"role": "rep", "active": "on"})
    assert WalkAway.objects.get().next_by == "manager"
    page = mia.get(f"/walk-aways/{the_stream()}/")
    assert "listen and say sorry" in page
    mia.step(the_stream(), "call", outcome="reached")
    assert not WalkAway.objects.get().mangled


def test_in_a_tender_sorry_is_said_by_letter_and_the_page_says_so(cast: Cast, sit: Sit) -> None:
    told(cast, sit)
    cast.deal.regime = "no-contact"
    cast.deal.save()
    part = cast.deal.deal_contacts.get(contact=cast.ines)
    part.role = "procurement officer"
    part.save()
    sit(cast.alice).at(NOW + timedelta(hours=2)).step(the_stream(), "complain", text="Nobody asked us.")
    eve = sit(cast.eve).at(NOW + timedelta(hours=3))
    page = eve.get(f"/walk-aways/{the_stream()}/")
    assert "Write to Inès Petit and say sorry" in page
    assert "Call " not in page.split('id="next-title">')[1].split("</h2>")[0]
    assert "The way we treated you was wrong" in page
    assert User.objects.get(pk=cast.eve.pk).role == "executive"


def test_in_a_tender_only_the_officer_gets_a_page(cast: Cast, sit: Sit) -> None:
    alice = told(cast, sit)
    cast.deal.regime = "no-contact"
    cast.deal.save()
    text = alice.send(f"/walk-aways/{the_stream()}/links/", contact=str(cast.claire.pk))
    assert "is not the procurement officer" in text
    assert not CustomerLink.objects.exists()
