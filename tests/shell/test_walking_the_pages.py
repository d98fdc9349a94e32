"""A walk-away from the doubt to the check-back, through the forms alone, without a script."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bowout.core import events as e
from bowout.desk import acting
from bowout.store import streams
from bowout.store.models import CustomerLink, Outbox, WalkAway
from tests.people import NOW, PARIS, Cast
from tests.shell import steps
from tests.shell.walking import FIT, KNOWN, Sit, asked, last, raised, ready, the_stream, told


def test_it_works_from_doubt_to_check_back(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    until = WalkAway.objects.get().window_until
    assert until
    alice.at(until + timedelta(hours=15))
    assert "Parted, and the door is open" in alice.step(the_stream(), "part")
    row = WalkAway.objects.get()
    assert (row.status, row.next_do) == ("parted", "check-back")
    assert row.check_back_on
    alice.at(datetime(2026, 7, 10, 11, tzinfo=PARIS))
    assert "The check-back is in the log" in alice.step(the_stream(), "check-back", note="They are live.")
    assert "Invited back" in alice.step(the_stream(), "invited-back")
    assert WalkAway.objects.get().status == "invited-back"


def test_the_doubt_is_recorded_as_it_was_typed(cast: Cast, sit: Sit) -> None:
    raised(cast, sit)
    considered = last(e.Considered)
    assert isinstance(considered, e.Considered)
    assert considered.reasons[0].customer == steps.REASON.customer
    assert [(seen.on, seen.source) for seen in considered.reasons[0].evidence] == [(date(2026, 3, 2), "Meeting note")]
    assert considered.known.players == "Claire, Henri"


def test_adding_a_line_of_evidence_keeps_everything_typed(cast: Cast, sit: Sit) -> None:
    alice = sit(cast.alice)
    url = f"/deals/{cast.deal.pk}/raise/"
    alice.get(url)
    alice.send(url, add="fit", **FIT, **KNOWN)
    assert alice.status == 200
    kept = alice.form(url)
    assert {name: kept[name] for name in (*FIT, *KNOWN)} == {n: [v] for n, v in {**FIT, **KNOWN}.items()}
    assert kept["fit-1-text"] == [""]
    assert not WalkAway.objects.exists()
    alice.send(url, **{"fit-1-on": "2026-02-27", "fit-1-text": "Henri said so, too."})
    considered = last(e.Considered)
    assert isinstance(considered, e.Considered)
    assert len(considered.reasons[0].evidence) == 2


def test_a_half_written_reason_that_is_not_ticked_is_no_reason(cast: Cast, sit: Sit) -> None:
    alice = sit(cast.alice)
    url = f"/deals/{cast.deal.pk}/raise/"
    alice.get(url)
    alice.send(url, **FIT, **KNOWN, **{"budget-internal": "perhaps", "budget-0-text": "no day yet"})
    considered = last(e.Considered)
    assert isinstance(considered, e.Considered)
    assert [reason.kind for reason in considered.reasons] == ["fit"]


def test_evidence_without_a_day_is_asked_for_and_nothing_is_lost(cast: Cast, sit: Sit) -> None:
    alice = sit(cast.alice)
    url = f"/deals/{cast.deal.pk}/raise/"
    alice.get(url)
    text = alice.send(url, **{**FIT, "fit-0-on": ""})
    assert alice.status == 422
    assert "On which day?" in text
    assert alice.form(url)["fit-customer"] == [steps.REASON.customer]
    assert not WalkAway.objects.exists()


def test_internal_words_are_blocked_and_may_be_overridden_with_a_reason(cast: Cast, sit: Sit) -> None:
    alice = sit(cast.alice)
    url = f"/deals/{cast.deal.pk}/raise/"
    alice.get(url)
    said = {**FIT, "fit-customer": "Your battlecard project needs a network on site."}
    text = alice.send(url, **said, **KNOWN)
    assert alice.status == 422
    assert "talks-sales-jargon" in text
    assert not WalkAway.objects.exists()
    alice.send(url, override="That is the name of their project.")
    overridden = last(e.Overridden)
    assert isinstance(overridden, e.Overridden)
    assert overridden.reason == "That is the name of their project."


def test_a_reason_to_override_counts_only_for_what_was_on_the_page(cast: Cast, sit: Sit) -> None:
    raised(cast, sit)
    alice = sit(cast.alice)
    url = f"/walk-aways/{the_stream()}/call/"
    alice.get(url)
    assert alice.form(url)["seen"] == ["not-prepared-to-walk"]
    alice.at(NOW.replace(hour=23))
    text = alice.send(url, outcome="reached", override="My manager agreed on the corridor.")
    assert alice.status == 422
    assert "calls-at-an-indecent-hour" in text
    assert not [event for event in streams.log(the_stream()) if isinstance(event, e.Called)]
    assert "My manager agreed on the corridor." in text
    alice.send(url)
    assert [event.rule for event in streams.log(the_stream()) if isinstance(event, e.Overridden)] == [
        "not-prepared-to-walk",
        "calls-at-an-indecent-hour",
    ]


def test_what_happened_earlier_is_logged_with_its_own_time(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit).at(NOW + timedelta(hours=5))
    text = alice.step(the_stream(), "call", outcome="reached", when="earlier", happened="2026-03-03T11:30")
    assert "Recorded" in text
    called = last(e.Called)
    assert called.at == datetime(2026, 3, 3, 11, 30, tzinfo=PARIS)
    entries = streams.entries([the_stream()])[the_stream()]
    assert entries[-1].recorded_at == NOW + timedelta(hours=5)


def test_what_lies_ahead_has_not_happened(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    text = alice.step(the_stream(), "call", outcome="reached", when="earlier", happened="2026-03-04T11:30")
    assert alice.status == 422
    assert "That lies ahead" in text


def test_a_voicemail_is_logged_and_tells_nobody(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    alice.step(the_stream(), "call", outcome="voicemail")
    assert WalkAway.objects.get().told_at is None
    assert "voicemail-is-not-telling" in alice.get(f"/walk-aways/{the_stream()}/")


def test_an_e_mail_that_asks_for_a_call_goes_out_once_it_is_approved(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    text = alice.step(the_stream(), "message")
    assert "The message is in the log" in text
    mail = Outbox.objects.get(walk_away=the_stream())
    assert mail.payload["to"] == cast.claire.email
    assert "Would ten minutes on the phone suit you" in mail.payload["text"]
    messaged = last(e.Messaged)
    assert isinstance(messaged, e.Messaged)
    assert messaged.text == mail.payload["text"].replace("\n", "\r\n") or messaged.text == mail.payload["text"]


def test_a_message_that_was_sent_by_hand_sends_nothing(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    alice.step(the_stream(), "message", way="wrote", channel="letter", text="May I call you this week?")
    assert not Outbox.objects.filter(kind="mail", walk_away=the_stream()).exists()
    messaged = last(e.Messaged)
    assert isinstance(messaged, e.Messaged)
    assert messaged.channel == "letter"


def test_a_draft_is_written_anew_in_another_language_and_the_rest_is_kept(cast: Cast, sit: Sit) -> None:
    alice = told(cast, sit)
    url = f"/walk-aways/{the_stream()}/stay/"
    alice.get(url)
    alice.send(url, redraft="1", language="fr", changed="Le réseau est là.")
    kept = alice.form(url)
    assert kept["text"][0].startswith("Bonjour Claire Dubois,")
    assert kept["changed"] == ["Le réseau est là."]
    assert WalkAway.objects.get().status == "told"


def test_the_talk_is_booked_on_their_clock(cast: Cast, sit: Sit) -> None:
    cast.alice.zone = "America/New_York"
    cast.alice.save()
    alice = told(cast, sit)
    alice.step(the_stream(), "book-talk", talk_at="2026-03-04T15:00", clock="theirs")
    booked = last(e.TalkBooked)
    assert isinstance(booked, e.TalkBooked)
    assert booked.talk_at == datetime(2026, 3, 4, 15, tzinfo=PARIS)
    alice.step(the_stream(), "book-talk", talk_at="2026-03-04T10:00", clock="mine")
    booked = last(e.TalkBooked)
    assert isinstance(booked, e.TalkBooked)
    assert booked.talk_at == datetime(2026, 3, 4, 16, tzinfo=PARIS)


def test_asking_makes_the_page_and_mails_its_address(cast: Cast, sit: Sit) -> None:
    asked(cast, sit)
    link = CustomerLink.objects.get()
    assert link.contact == cast.claire
    mail = Outbox.objects.get(walk_away=the_stream(), kind="mail")
    assert f"/c/{link.pk.hex}" in mail.payload["text"]
    assert "[link]" not in mail.payload["text"]
    assert "Tuesday 10 March at 18:00" in mail.payload["text"]
    until = WalkAway.objects.get().window_until
    assert until == datetime(2026, 3, 10, 18, tzinfo=PARIS)


def test_a_question_that_lay_over_night_promises_the_new_day(cast: Cast, sit: Sit) -> None:
    alice = told(cast, sit).at(NOW + timedelta(hours=2))
    alice.step(the_stream(), "hold-talk")
    url = f"/walk-aways/{the_stream()}/ask-feedback/"
    assert "Tuesday 10 March at 18:00" in alice.get(url)
    alice.at(NOW + timedelta(days=1)).send(url)
    mail = Outbox.objects.get(walk_away=the_stream(), kind="mail")
    assert "Wednesday 11 March at 18:00" in mail.payload["text"]
    assert "Tuesday 10 March" not in mail.payload["text"]


def test_asking_again_promises_the_day_that_is_kept(cast: Cast, sit: Sit) -> None:
    later = NOW + timedelta(days=14)
    asked(cast, sit).at(later).step(the_stream(), "ask-feedback", way="send", override="They lost the first mail.")
    until = WalkAway.objects.get().window_until
    assert until
    assert until > later
    mail = Outbox.objects.filter(walk_away=the_stream(), kind="mail").order_by("-pk")[0]
    assert f"{until.astimezone(PARIS).day} March at 18:00" in mail.payload["text"]
    assert "10 March" not in mail.payload["text"]


@pytest.mark.parametrize("drafted", ["0001-01-01T00:00", "9999-12-31T23:59", "yesterday"])
def test_a_day_that_no_draft_can_have_said_changes_nothing(cast: Cast, sit: Sit, drafted: str) -> None:
    alice = told(cast, sit).at(NOW + timedelta(hours=2))
    alice.step(the_stream(), "hold-talk")
    alice.step(the_stream(), "ask-feedback", drafted_until=drafted)
    assert alice.status in {200, 422}


def test_a_mail_without_the_page_s_address_is_not_sent(cast: Cast, sit: Sit) -> None:
    alice = told(cast, sit).at(NOW + timedelta(hours=2))
    alice.step(the_stream(), "hold-talk")
    text = alice.step(the_stream(), "ask-feedback", text="Hello Claire, what do you think?")
    assert alice.status == 422
    assert "Leave [link] where" in text
    assert not CustomerLink.objects.exists()
    assert not Outbox.objects.filter(walk_away=the_stream()).exists()


def test_a_refused_question_leaves_no_page_behind(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    alice.step(the_stream(), "ask-feedback")
    assert alice.status == 422
    assert not CustomerLink.objects.exists()
    assert not Outbox.objects.filter(walk_away=the_stream()).exists()


def test_their_answer_is_taken_down_and_leads_to_staying(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit).at(NOW + timedelta(days=1))
    words = "Since January all sites have a network."
    alice.step(the_stream(), "feedback", **{"verdict-fit": "misread", "words-fit": words})
    row = WalkAway.objects.get()
    assert (row.status, row.corrected, row.next_do) == ("answered", 1, "stay")
    url = f"/walk-aways/{the_stream()}/stay/"
    assert words in alice.get(url)
    alice.send(url, changed="The sites have a network.")
    assert WalkAway.objects.get().status == "stayed"
    mail = Outbox.objects.filter(walk_away=the_stream(), kind="mail").latest("pk")
    assert mail.payload["subject"] == "We stay"


def test_an_empty_answer_is_no_answer(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    assert "What did they say?" in alice.step(the_stream(), "feedback")
    assert alice.status == 422


def test_parting_inside_the_window_is_blocked(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    assert "parts-inside-the-window" in alice.step(the_stream(), "part")
    assert alice.status == 422
    assert WalkAway.objects.get().status == "asked"


def test_thanks_on_the_phone_are_noted_and_nothing_is_mailed(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit).at(NOW + timedelta(days=8))
    before = Outbox.objects.count()
    alice.step(the_stream(), "part", way="said")
    assert alice.status == 422
    alice.send(f"/walk-aways/{the_stream()}/part/", note="Thanked Claire, five minutes.", check_back="never")
    parted = last(e.Parted)
    assert isinstance(parted, e.Parted)
    assert (parted.thanked, parted.text, parted.check_back_on) == (True, "Thanked Claire, five minutes.", None)
    assert Outbox.objects.count() == before


def test_parting_without_thanks_is_blocked(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit).at(NOW + timedelta(days=8))
    assert "parts-without-thanks" in alice.step(the_stream(), "part", way="none")
    assert WalkAway.objects.get().status == "asked"


def test_their_own_day_for_the_check_back_is_kept_and_said(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit).at(NOW + timedelta(days=8))
    url = f"/walk-aways/{the_stream()}/part/"
    alice.get(url)
    alice.send(url, redraft="1", check_back="own", check_back_on="2026-10-01")
    assert "On 1 October 2026 I will ask" in alice.form(url)["text"][0]
    alice.send(url)
    assert WalkAway.objects.get().check_back_on == date(2026, 10, 1)


def test_the_manager_sends_it_back_with_a_word_and_the_rep_sharpens_it(cast: Cast, sit: Sit) -> None:
    alice = raised(cast, sit)
    alice.step(the_stream(), "confirm")
    sit(cast.mia).step(the_stream(), "send-back", words="Ask how many sites.")
    assert "Ask how many sites." in alice.get(f"/walk-aways/{the_stream()}/")
    url = f"/walk-aways/{the_stream()}/consider/"
    alice.get(url)
    alice.send(url, **{"fit-customer": "Nine of your ten sites have no network."})
    state = streams.load(the_stream())
    assert state.reasons[0].customer == "Nine of your ten sites have no network."
    assert state.reasons[0].evidence == (
        steps.REASON.evidence[0].__class__(date(2026, 3, 2), "Meeting note", "Claire showed us the sites."),
    )


def test_sharpening_nothing_writes_nothing(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    before = streams.load(the_stream()).version
    url = f"/walk-aways/{the_stream()}/consider/"
    alice.get(url)
    assert "nothing was written" in alice.send(url)
    assert streams.load(the_stream()).version == before


def test_a_complaint_stops_the_routine_until_an_executive_has_called(cast: Cast, sit: Sit) -> None:
    alice = told(cast, sit)
    alice.step(the_stream(), "complain", text="You could have told us in January.")
    assert "An executive takes it from here" in alice.get(f"/walk-aways/{the_stream()}/")
    eve = sit(cast.eve)
    text = eve.get(f"/walk-aways/{the_stream()}/")
    assert "I am calling to say sorry" in text
    eve.step(the_stream(), "call", outcome="reached")
    assert not WalkAway.objects.get().mangled


def test_taking_it_back_before_anybody_was_told_is_a_second_thought(cast: Cast, sit: Sit) -> None:
    alice = raised(cast, sit)
    alice.step(the_stream(), "take-back", words="An old note.")
    row = WalkAway.objects.get()
    assert (row.status, row.bluff) == ("taken-back", False)


def test_a_reply_is_acknowledged_in_words_that_go_out(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    at = NOW + timedelta(days=1)
    says = steps.answer("misread", at)
    steps.must(acting.answer(CustomerLink.objects.get(), says, at))
    alice.at(at + timedelta(hours=1))
    page = alice.get(f"/walk-aways/{the_stream()}/")
    assert "Thank you for asking." in page
    alice.send(f"/walk-aways/{the_stream()}/acknowledge/")
    assert not WalkAway.objects.get().unread
    mail = Outbox.objects.filter(walk_away=the_stream(), kind="mail").latest("pk")
    assert mail.payload["subject"] == "Thank you for your answer"
    assert "Thank you for asking." in mail.payload["text"]


@pytest.mark.parametrize("slug", ["ask-feedback", "part", "acknowledge"])
def test_without_a_mail_server_they_send_it_themselves(cast: Cast, sit: Sit, settings: Any, slug: str) -> None:
    alice = asked(cast, sit)
    url = f"/walk-aways/{the_stream()}/{slug}/"
    assert "reaches nobody" not in alice.get(url)
    assert alice.form(url)["way"] == ["send"]
    settings.BOWOUT_SMTP_URL = ""
    assert "written to a file and reaches nobody" in alice.get(url)
    # Nothing is chosen: what nobody sent is in no log.
    assert alice.form(url).get("way", []) == []
    alice.send(url)
    assert "How did they get it" in alice.text


def test_the_demo_says_gently_that_no_mail_leaves_it(cast: Cast, sit: Sit, settings: Any, tmp_path: Path) -> None:
    alice = asked(cast, sit)
    settings.BOWOUT_SMTP_URL, settings.BOWOUT_HOME = "", tmp_path
    (tmp_path / ".bowout-demo").touch()
    page = alice.get(f"/walk-aways/{the_stream()}/part/")
    assert "This is the demo, so no mail leaves it" in page
    assert "No mail server is set up" not in page


def test_what_lies_in_a_file_is_never_called_sent(cast: Cast, sit: Sit, settings: Any) -> None:
    alice = asked(cast, sit)
    Outbox.objects.update(state="sent", sent_at=NOW)
    settings.BOWOUT_SMTP_URL = ""
    assert "Written to a file; reaches nobody until mail is set up" in alice.get(f"/walk-aways/{the_stream()}/")
    assert ">Sent<" not in alice.text


def test_a_doubt_that_was_not_saved_says_what_is_wrong_and_where(cast: Cast, sit: Sit) -> None:
    alice, url = sit(cast.alice), f"/deals/{cast.deal.pk}/raise/"
    alice.get(url)
    text = alice.send(url, **{**FIT, "fit-0-on": ""}, **KNOWN)
    assert '<a href="#id_fit-0-on">Seen on</a>: On which day?' in text
    assert "If you record this now: 1 block" in text


def test_the_voicemail_words_stand_apart_from_the_call(cast: Cast, sit: Sit) -> None:
    page = ready(cast, sit).get(f"/walk-aways/{the_stream()}/call/")
    assert "What to say when they answer" in page
    assert "<h3>If you get their voicemail: only ask for a call</h3>" in page
