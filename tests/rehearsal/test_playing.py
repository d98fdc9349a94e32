"""Acts are played one after another; what is refused changes nothing."""

import json
from datetime import UTC, datetime

from bowout.rehearsal.as_json import json_lines
from bowout.rehearsal.as_text import text_lines
from bowout.rehearsal.paint import Paint
from bowout.rehearsal.play import Rehearsal
from bowout.rehearsal.verbs import VERBS
from tests.rehearsal.files import CONFIRMED, CONSIDER, DEAL, act, rehearsed

CALL = act("call", 'contact = "Claire Martin"', 'outcome = "reached"')
NIGHT = act("call", 'contact = "Claire Martin"', 'outcome = "reached"', at="2026-03-03T23:50:00+01:00")
EXCUSED = NIGHT + 'override = "It happened."\n'


def ending(rehearsal: Rehearsal) -> dict:
    return json.loads(list(json_lines(rehearsal))[-1])


def test_a_refused_act_changes_nothing_and_the_rest_is_played() -> None:
    with_it, without = rehearsed(CONSIDER, CONFIRMED, NIGHT, CALL), rehearsed(CONSIDER, CONFIRMED, CALL)
    assert [act.decision.accepted for act in with_it.acts] == [True, True, True, False, True]
    assert with_it.acts[3].decision.events == ()
    assert (with_it.refused, without.refused) == (1, 0)
    assert with_it.ending.state == without.ending.state


def test_an_override_is_an_event_beside_the_finding() -> None:
    played = rehearsed(CONSIDER, CONFIRMED, EXCUSED).acts[3]
    assert played.decision.accepted
    assert [event.kind for event in played.decision.events] == ["overridden", "called", "told"]


def test_json_is_a_line_for_each_act_and_one_for_the_end() -> None:
    lines = [json.loads(line) for line in json_lines(rehearsed(CONSIDER, CONFIRMED, NIGHT))]
    assert [line.get("act") for line in lines] == [0, 1, 2, 3, None]
    assert set(lines[3]) == {"act", "accepted", "findings", "events"}
    assert set(lines[3]["findings"][0]) == {"rule", "severity", "why", "instead"}
    assert (lines[3]["accepted"], lines[3]["events"]) == (False, [])
    assert lines[0]["accepted"] is True
    assert lines[0]["events"][0]["kind"] == "considered"
    assert {"state", "next", "tests"} <= set(lines[4])
    assert set(lines[4]["next"][0]) == {"do", "due", "why"}


def test_why_says_this_case_first_and_then_what_it_does_to_them() -> None:
    (finding,) = json.loads(list(json_lines(rehearsed(CONSIDER, CONFIRMED, NIGHT)))[3])["findings"]
    assert finding["rule"] == "calls-at-an-indecent-hour"
    assert finding["why"].startswith("Tue 3 Mar 2026, 23:50 (Paris): it is 23:50 there. News like this")


def test_json_is_ascii_whatever_people_are_called() -> None:
    lines = list(json_lines(rehearsed(CONSIDER, act("message", 'channel = "email"', 'contact = "Inès Roy"'))))
    assert all(line.isascii() for line in lines)
    assert "Inès Roy" in json.loads(lines[1])["events"][0]["contact"]


def test_a_due_date_carries_its_offset() -> None:
    due = datetime.fromisoformat(ending(rehearsed(CONSIDER, CONFIRMED, CALL))["next"][0]["due"])
    assert due == datetime(2026, 3, 4, 17, tzinfo=UTC)


def test_the_three_tests_have_two_sides_and_nobody_was_asked() -> None:
    tests = ending(rehearsed(CONSIDER, CONFIRMED, EXCUSED))["tests"]
    assert list(tests) == ["respected", "open", "consulted"]
    assert {test["felt"] for test in tests.values()} == {"not asked"}
    assert tests["respected"]["did"]["for"] == ["Told 1 working day after the doubt was recorded."]
    assert tests["respected"]["did"]["against"] == ["Tue 3 Mar 2026, 23:50 (Paris): it is 23:50 there."]
    assert tests["open"]["did"] == {"for": [], "against": []}


def test_a_complaint_makes_it_mangled_until_an_executive_has_spoken_with_them() -> None:
    furious = act("complain", by="customer", at="2026-03-04T09:00:00+01:00")
    tries = act("call", 'contact = "Claire Martin"', 'outcome = "voicemail"', by="executive")
    speaks = act(
        "call", 'contact = "Claire Martin"', 'outcome = "reached"', by="executive", at="2026-03-04T09:30:00+01:00"
    )
    told = (CONSIDER, CONFIRMED, CALL)
    assert ending(rehearsed(*told, furious))["state"] == "mangled"
    assert ending(rehearsed(*told, furious))["next"][0]["do"] == "recover"
    assert ending(rehearsed(*told, furious, tries))["state"] == "mangled"
    assert ending(rehearsed(*told, furious, speaks))["state"] == "told"


def test_looking_later_shows_what_has_been_forgotten_since() -> None:
    now, later = "now = 2026-03-03T12:00:00+01:00\n", "now = 2026-03-09T12:00:00+01:00\n"
    assert ending(rehearsed(CONSIDER, deal=now + DEAL))["findings"] == []
    (finding,) = ending(rehearsed(CONSIDER, deal=later + DEAL))["findings"]
    assert (finding["rule"], finding["severity"]) == ("raised-late", "warn")


def test_a_look_from_before_the_last_act_is_a_look_after_it() -> None:
    early = "now = 2026-03-01T12:00:00+01:00\n"
    assert rehearsed(CONSIDER, CALL, deal=early + DEAL).ending.now == datetime(2026, 3, 3, 9, tzinfo=UTC)


def test_without_acts_there_is_nothing_to_do() -> None:
    end = ending(rehearsed())
    assert (end["state"], end["next"], end["findings"]) == ("none", [], [])


def everything() -> Rehearsal:
    fields = {
        "call": ('contact = "Claire Martin"', 'outcome = "voicemail"'),
        "message": ('channel = "email"', 'contact = "Claire Martin"', 'text = "May I call?"'),
        "book-talk": ("for = 2026-03-04T10:00:00+01:00",),
        "give-time": ("until = 2026-04-10T18:00:00+02:00",),
        "snooze": ("until = 2026-04-10T18:00:00+02:00", 'why = "They are away."'),
        "feedback": (
            'answers = [{ kind = "fit", verdict = "right", words = "Yes." }]',
            'words = "So be it."',
            "call_me = true",
        ),
        "note-documents": ('documents = { fate = "deleted", on = 2026-04-10 }',),
        "set-check-back": ('when = "contract-end"', "on = 2026-09-30"),
        "come-back": ('what = "asked"',),
        "tell-outcome": ('how = "well"',),
    }
    return rehearsed(CONSIDER, *(act(verb, *fields.get(verb, ()), 'override = "It happened."') for verb in VERBS))


def text(rehearsal: Rehearsal, colour: bool = False, width: int = 100) -> str:
    return "\n".join(text_lines(rehearsal, Paint(colour), width))


def test_every_verb_can_be_told_in_a_sentence() -> None:
    lines = text(everything()).splitlines()
    sentences = [line for line in lines if line.startswith("     The rep ")]
    assert len(sentences) == len(VERBS) + 1
    assert len(set(sentences)) == len(sentences)


def test_the_text_shows_the_verdict_the_finding_and_what_is_next() -> None:
    page = text(rehearsed(CONSIDER, CONFIRMED, NIGHT, EXCUSED))
    for words in (
        "  3  Tue 3 Mar 2026, 23:50 (Paris)   refused",
        "The rep phones Claire Martin and reaches them.",
        "block calls-at-an-indecent-hour",
        "it is 23:50 there.",
        "Why: News like this",
        "Instead: Wait until Wed 4 Mar 2026, 09:00 (Paris).",
        "Done all the same: It happened.",
        "Where it has led: told (1 act refused)",
        "next: book-talk (rep) by Wed 4 Mar 2026, 18:00 (Paris)",
        "They know that we may leave; we owe them the reasons.",
        "respected",
    ):
        assert words in page


def test_colours_say_nothing_that_words_do_not_say() -> None:
    import re

    coloured = text(everything(), colour=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == text(everything())


def test_the_text_fits_a_narrow_terminal() -> None:
    long = [line for line in text(rehearsed(CONSIDER, CONFIRMED, NIGHT), width=72).splitlines() if len(line) > 72]
    assert long == []


def test_a_question_written_down_when_its_time_is_over_is_warned_of() -> None:
    ask = act("ask-feedback", "recorded_at = 2026-04-01T10:00:00+02:00", at="2026-03-04T10:00:00+01:00")
    (played,) = rehearsed(CONSIDER, CONFIRMED, CALL, ask).acts[-1:]
    assert "window-over-when-recorded" in {finding.rule for finding in played.decision.findings}
