"""Whatever anybody does in whatever order: no event without its guard, and the state is what the log says."""

from datetime import UTC, date, datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.actor import TEAM, Actor
from bowout.core.deal import CalendarEntry, Contact, Deal
from bowout.core.documents import Documents
from bowout.core.due import Step, next_steps
from bowout.core.guards import GUARDS
from bowout.core.guards.stories import BUDGET, FIT, KNOWN, MANAGER, REP, at
from bowout.core.origins import HAPPENED, may_come
from bowout.core.playbook import Playbook
from bowout.core.process import Decision, decide
from bowout.core.reasons import Answer, Evidence, Known, Reason
from bowout.core.setting import Setting
from bowout.core.standing import standing
from bowout.core.walkaway import CALLED_OFF, LEFT, UNDER_WAY, WalkAway, after, fold
from bowout.lint import BY_NAME

ZONES = ("UTC", "Europe/Paris", "America/New_York", "Asia/Kolkata", "Pacific/Apia")
KINDS = ("fit", "budget", "wired", "capacity")
PEOPLE = ("claire", "hugo", "ines", "zoe")
ENDS = LEFT | CALLED_OFF
ORDER = ("none", "considering", "told", "explained", "asked", "answered")

moments = st.builds(
    lambda naive, zone: naive.replace(tzinfo=ZoneInfo(zone)),
    st.datetimes(datetime.fromisoformat("2026-03-01"), datetime.fromisoformat("2026-06-30")),
    st.sampled_from(ZONES),
)
words = st.sampled_from(["", "  ", "Thank you.", "We are dropping out.", "Your process is rigged.", "May I call you?"])
actors = st.builds(Actor, st.sampled_from(["rep", "rep", "rep", "manager", "executive", "customer"]))
common = {"at": moments, "by": actors, "override": st.sampled_from(["", "It happened.", " "])}
evidence = st.builds(Evidence, st.just(datetime(2026, 2, 27, tzinfo=UTC).date()), words, words)
reasons = st.builds(Reason, st.sampled_from(KINDS), words, words, words, st.lists(evidence, max_size=1).map(tuple))
answers = st.builds(Answer, st.sampled_from(KINDS), st.sampled_from(["right", "misread", "can-change"]), words)
people = st.sampled_from(PEOPLE)
documents = st.builds(
    Documents,
    st.sampled_from(["returned", "deleted", "kept"]),
    st.none() | st.dates(date(2026, 3, 1), date(2026, 9, 1)),
    st.booleans(),
)

intents: st.SearchStrategy[i.Intent] = st.one_of(
    st.builds(i.Consider, reasons=st.lists(reasons, max_size=2).map(tuple), known=st.just(Known()), **common),
    st.builds(i.Consider, reasons=st.lists(reasons, min_size=1, max_size=2).map(tuple), known=st.just(KNOWN), **common),
    st.builds(
        i.Consider, reasons=st.just(()), dropped=st.lists(st.sampled_from(KINDS), max_size=2).map(tuple), **common
    ),
    st.builds(i.Confirm, owns=st.booleans(), **common),
    st.builds(i.SendBack, words=words, **common),
    st.builds(
        i.Call,
        contact=people,
        outcome=st.sampled_from(["reached", "reached", "voicemail", "no-answer"]),
        tells=st.sampled_from([True, True, False]),
        **common,
    ),
    st.builds(i.Message, channel=st.sampled_from(["email", "text"]), contact=people, text=words, **common),
    st.builds(i.BookTalk, talk_at=moments, **common),
    st.builds(i.CallOffTalk, text=words, **common),
    st.builds(i.HoldTalk, reasons=st.lists(st.sampled_from(KINDS), max_size=2).map(tuple), **common),
    st.builds(i.AskFeedback, **common),
    st.builds(i.GiveTime, until=moments, **common),
    st.builds(
        i.Feedback,
        answers=st.lists(answers, max_size=2).map(tuple),
        words=words,
        call_me=st.booleans(),
        go_ahead=st.booleans(),
        wait_until=st.none() | st.dates(date(2026, 3, 1), date(2026, 6, 1)),
        **common,
    ),
    st.builds(i.Acknowledge, text=words, **common),
    st.builds(i.Stay, changed=words, **common),
    st.builds(i.Part, thanks=st.booleans(), text=words, never=st.booleans(), **common),
    st.builds(i.NoteDocuments, documents=documents, **common),
    st.builds(i.SetCheckBack, when=st.just("day"), on=st.dates(date(2026, 3, 1), date(2027, 3, 1)), **common),
    st.builds(i.SetCheckBack, when=st.just("never"), **common),
    st.builds(i.Snooze, until=moments, why=words, **common),
    st.builds(i.TakeBack, words=words, **common),
    st.builds(i.CheckBack, outcome=words, **common),
    st.builds(i.TellOutcome, how=st.sampled_from(["well", "not-so-well", "undecided"]), words=words, **common),
    st.builds(i.InvitedBack, **common),
    st.builds(i.Feel, respected=st.integers(-1, 6), consulted=st.integers(0, 5), said=words, **common),
    st.builds(i.Complain, text=words, **common),
    st.builds(i.ComeBack, what=st.sampled_from(["told", "asked", "other"]), **common),
    st.builds(i.Review, **common),
)
entries = st.builds(CalendarEntry, st.sampled_from(["meeting", "demo", "submission", "decision"]), moments)
contacts = (
    Contact("claire", "Claire Martin", "champion"),
    Contact("hugo", "Hugo Petit", "assistant"),
    Contact("ines", "Inès Roy", "procurement officer"),
)
deals = st.builds(
    Deal,
    name=st.just("Garonne"),
    zone=st.sampled_from(ZONES),
    zone_known=st.booleans(),
    country=st.sampled_from(["", "FR", "US", "IN", "XX"]),
    regime=st.sampled_from(["open", "open", "no-contact"]),
    submitted=st.booleans(),
    contacts=st.just(contacts),
    calendar=st.lists(entries, max_size=3).map(tuple),
)
books = st.builds(
    Playbook,
    quickly_days=st.integers(1, 5),
    feedback_days=st.integers(1, 10),
    meeting_block_hours=st.integers(0, 12),
    meeting_warn_days=st.integers(0, 3),
    manager_confirms=st.booleans(),
)
settings_of_deals = st.builds(Setting, deals, books, st.sampled_from(["executive", "executive", "manager"]))
WHO = {"by": REP, "override": "It is the way."}
RIGHT_WAY: list[i.Intent] = [
    i.Consider(at=at(2), reasons=(FIT, BUDGET), known=KNOWN, **WHO),
    i.Confirm(at=at(2), **WHO),
    i.Confirm(at=at(2), by=MANAGER),
    i.Call(at=at(3), contact="claire", outcome="reached", **WHO),
    i.HoldTalk(at=at(4), **WHO),
    i.AskFeedback(at=at(4), **WHO),
]
# By chance alone nobody comes far: most stories begin with some steps of the right way.
stories = st.builds(
    lambda steps, rest: RIGHT_WAY[:steps] + rest, st.integers(0, len(RIGHT_WAY)), st.lists(intents, max_size=10)
)


def walk(story: list[i.Intent], setting: Setting) -> list[tuple[WalkAway, i.Intent, Decision, WalkAway]]:
    """Each intent with the state before it, what came of it, and the state after it."""
    state, steps = WalkAway(), []
    for intent in story:
        decision = decide(state, intent, setting)
        steps.append((state, intent, decision, later := fold(decision.events, state)))
        state = later
    return steps


@given(stories, settings_of_deals)
@settings(max_examples=150)
def test_a_refused_intent_changes_nothing_and_an_accepted_one_leaves_no_block_without_its_word(
    story: list[i.Intent], setting: Setting
) -> None:
    for before, intent, decision, later in walk(story, setting):
        blocks = [finding for finding in decision.findings if finding.severity == "block"]
        if not decision.accepted:
            assert blocks
            assert (decision.events, later) == ((), before)
            continue
        overridden = [event for event in decision.events if isinstance(event, e.Overridden)]
        assert [(event.rule, event.says) for event in overridden] == [(block.rule, block.says) for block in blocks]
        assert all(event.reason == intent.override and event.reason.strip() for event in overridden)
        assert all(block.overridable for block in blocks)
        warned = [event.rule for event in decision.events if isinstance(event, e.Warned)]
        assert warned == [finding.rule for finding in decision.findings if finding.severity == "warn"]
        assert all((event.at, event.by) == (intent.at, intent.by) for event in decision.events)


@given(stories, settings_of_deals)
def test_the_state_is_what_the_log_says_however_it_is_read(story: list[i.Intent], setting: Setting) -> None:
    steps = walk(story, setting)
    log = [event for _, _, decision, _ in steps for event in decision.events]
    final = steps[-1][3] if steps else WalkAway()
    assert fold(log) == final
    one_by_one = WalkAway()
    for event in log:
        one_by_one = after(one_by_one, event)
    assert one_by_one == final
    assert final.version == len(log)
    half = len(log) // 2
    assert fold(log[half:], fold(log[:half])) == final


@given(stories, settings_of_deals)
def test_no_step_goes_back_and_no_end_comes_undone(story: list[i.Intent], setting: Setting) -> None:
    for before, intent, _, later in walk(story, setting):
        if before.status in ENDS:
            assert later.status in ENDS, intent
        elif later.status not in ENDS:
            assert ORDER.index(later.status) >= ORDER.index(before.status), intent
        if before.status in CALLED_OFF and later.status != before.status:
            assert later.status == "invited-back", intent


@given(stories, settings_of_deals)
def test_nobody_counts_as_told_without_a_call_that_reached_them_a_talk_or_a_letter_to_the_officer(
    story: list[i.Intent], setting: Setting
) -> None:
    for before, intent, _, later in walk(story, setting):
        if before.told_at is not None or later.told_at is None:
            continue
        called = isinstance(intent, i.Call) and intent.outcome == "reached" and intent.tells
        wrote = isinstance(intent, i.Message) and setting.deal.regime == "no-contact" and intent.contact == "ines"
        assert called or wrote or isinstance(intent, i.HoldTalk)


@given(stories, settings_of_deals)
@settings(max_examples=200)
def test_a_parting_without_an_override_was_asked_heard_waited_for_and_thanked(
    story: list[i.Intent], setting: Setting
) -> None:
    for before, intent, decision, _ in walk(story, setting):
        if (
            isinstance(intent, i.Part)
            and decision.accepted
            and not any(isinstance(event, e.Overridden) for event in decision.events)
        ):
            assert before.told_at is not None
            assert before.asked_at is not None or before.answers
            assert not before.unasked
            assert not before.unread
            assert before.window_until is None or intent.at >= before.window_until or not before.unanswered
            assert len(before.corrected) < len(before.reasons) or not before.reasons
            assert intent.thanks
            assert not before.mangled
            assert not setting.deal.submitted


@given(stories, settings_of_deals)
@settings(max_examples=150)
def test_what_is_due_can_be_done(story: list[i.Intent], setting: Setting) -> None:
    state = ([WalkAway()] + [later for *_, later in walk(story, setting)])[-1]
    for step in next_steps(state, setting):
        assert step.due.utcoffset() is not None
        assert step.why
        decision = decide(state, doing(step, state), setting)
        assert decision.accepted, (step, decision.findings)


def doing(step: Step, state: WalkAway) -> i.Intent:
    """The intent that does a due step, with a reason for whatever a guard may still have against it."""
    who = {"at": step.due, "by": Actor(step.by), "override": "It is due."}
    made = {
        "recover": lambda: i.Call(contact="claire", outcome="reached", **who),
        "confirm": lambda: i.Confirm(**who),
        "call": lambda: i.Call(contact="claire", outcome="reached", **who),
        "message": lambda: i.Message(channel="letter", contact="ines", text="We may withdraw.", **who),
        "book-talk": lambda: i.BookTalk(talk_at=step.due + timedelta(days=1), **who),
        "hold-talk": lambda: i.HoldTalk(**who),
        "ask-feedback": lambda: i.AskFeedback(**who),
        "acknowledge": lambda: i.Acknowledge(text="Thank you.", **who),
        "stay": lambda: i.Stay(changed="They corrected us.", **who),
        "part": lambda: i.Part(thanks=True, **who),
        "check-back": lambda: i.CheckBack(outcome="Live.", **who),
    }
    return made[step.do]()


@given(stories, settings_of_deals)
def test_a_due_step_that_is_done_is_not_due_again(story: list[i.Intent], setting: Setting) -> None:
    state = ([WalkAway()] + [later for *_, later in walk(story, setting)])[-1]
    for step in next_steps(state, setting):
        later = fold(decide(state, doing(step, state), setting).events, state)
        again = [next_.do for next_ in next_steps(later, setting) if next_.by == step.by]
        assert step.do not in again, (step, later.status)


@given(stories, settings_of_deals)
def test_the_three_tests_can_be_told_of_any_log(story: list[i.Intent], setting: Setting) -> None:
    for *_, later in walk(story, setting):
        tests = standing(later, setting)
        assert set(tests) == {"respected", "open", "consulted"}
        for stands in tests.values():
            said = (*stands.speaks_for, *stands.speaks_against)
            assert len(set(said)) == len(said)
            assert all(said)


@given(stories, settings_of_deals)
def test_no_step_is_taken_from_where_it_may_not_come(story: list[i.Intent], setting: Setting) -> None:
    for before, intent, decision, later in walk(story, setting):
        if decision.accepted and not may_come(intent, before.status):
            # What happened is logged all the same; it needs a word why, and moves no end.
            assert isinstance(intent, HAPPENED)
            assert intent.override.strip()
            assert later.status not in ENDS or later.status == before.status


@given(stories, settings_of_deals)
def test_a_finding_is_made_by_a_rule_that_judges_such_intents(story: list[i.Intent], setting: Setting) -> None:
    guards = {guard.name: guard for guard in GUARDS}
    for _, intent, decision, _ in walk(story, setting):
        for finding in decision.findings:
            guard = guards.get(finding.rule)
            assert isinstance(intent, guard.on if guard else (i.Consider, *get_args(i.Lettered)))
            gravity = ("advise", "warn", "block")
            gravest = (guard or BY_NAME[finding.rule]).severity
            assert gravity.index(finding.severity) <= gravity.index(gravest)


def test_the_right_way_that_stories_begin_with_is_accepted_step_by_step() -> None:
    steps = walk(RIGHT_WAY, Setting(Deal(name="Garonne", zone="Europe/Paris", contacts=contacts)))
    assert all(decision.accepted for _, _, decision, _ in steps)
    assert [later.status for *_, later in steps] == ["considering"] * 3 + ["told", "explained", "asked"]


def test_roles_are_all_played() -> None:
    assert {"rep", "manager", "executive"} == TEAM
    assert set(ORDER) - {"none"} == UNDER_WAY
