"""A team adds rules of its own and switches ours off; what is broken is named with its line, and sinks nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.lint import lint
from bowout.lint.own import read

SYNERGY = """\
[[rule]]
name = "our-synergy"
phrases = ["synerg*", "leverage our partnership"]
why = "Nobody knows what it means."
instead = "Say what they get."
bad = ["We see synergies."]
fine = ["We work well together."]
"""
BROKEN = SYNERGY.replace("our-synergy", "our-nothing").replace("synerg*", "something else")


def said(text: str, toml: str, step: str = "part") -> set[str]:
    return {finding.rule for finding in lint(text, step, "en", read(toml).book())}  # type: ignore[arg-type]


def problems(toml: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.says) for problem in read(toml).problems]


def test_it_works() -> None:
    text = "Thank you for everything; the door stays open. There are SYNERGIES here."
    own = read(SYNERGY)
    assert own.problems == ()
    (finding,) = lint(text, "part", "en", own.book())
    assert (finding.rule, finding.severity) == ("our-synergy", "warn")
    assert text[finding.start : finding.end] == "SYNERGIES"
    assert finding.instead == "Say what they get."
    assert finding.resembles == "We see synergies."


def test_a_phrase_is_words_and_nothing_else() -> None:
    toml = SYNERGY.replace('"leverage our partnership"', '"can\'t (be) done.", "a+b"')
    assert "our-synergy" in said("That can’t  (be)\tdone. Bye.", toml)
    assert "our-synergy" in said("See A+B there.", toml)
    assert "our-synergy" not in said("That cant be done, aab.", toml)
    assert "our-synergy" not in said("We sell energy synopses; unsynergy.", toml)


def test_it_speaks_at_its_steps_alone() -> None:
    toml = SYNERGY + 'steps = ["explain", "raise"]\nseverity = "block"\nsays = "Says synergy."\n'
    assert "our-synergy" not in said("We see synergies.", toml)
    assert "our-synergy" in said("We see synergies.", toml, "raise")


def test_a_broken_entry_of_the_rules_switched_off_breaks_no_other() -> None:
    toml = '# ours\n[off]\nblames-them = "We are blunt.\n\naccuses-the-process = "We audit tenders."\nsees-guilt =\n'
    own = read(toml)
    assert own.off == {"accuses-the-process": "We audit tenders."}
    assert [problem.line for problem in own.problems] == [3, 6]


def test_a_rule_of_ours_is_switched_off_with_a_reason() -> None:
    toml = '[off]\n"accuses-the-process" = "We audit tenders; that is our trade."\n'
    assert "accuses-the-process" in said("Your process is rigged.", "")
    assert "accuses-the-process" not in said("Your process is rigged.", toml)


@pytest.mark.parametrize(
    ("toml", "line", "says"),
    [
        (BROKEN, 6, "it does not speak of its bad example 'We see synergies.'"),
        (SYNERGY.replace("We work well together", "Ask for synergy, please"), 7, "it speaks of its fine example"),
        (SYNERGY.replace('why = "Nobody knows what it means."\n', ""), 1, "why is missing"),
        (SYNERGY.replace("why", "wy"), 4, "wy is no field of a rule"),
        (SYNERGY.replace('["We see synergies."]', '"We see synergies."'), 6, "bad must be a list of texts"),
        (SYNERGY.replace('"Nobody knows what it means."', "3"), 4, "why must be a text"),
        (SYNERGY.replace("our-synergy", "Says synergy"), 2, "'Says synergy' cannot be its name"),
        (SYNERGY.replace("our-synergy", "blames-them"), 2, "'blames-them' cannot be its name"),
        (SYNERGY + 'severity = "error"\n', 8, "severity is 'error'. Write block, warn or advise."),
        (SYNERGY + 'steps = ["parting"]\n', 8, "steps are parting. Write some of raise"),
        (SYNERGY.replace('instead = "Say what they get."', 'instead = " "'), 5, "instead is empty"),
        (SYNERGY.replace('"synerg*", "leverage our partnership"', ""), 3, "phrases is empty"),
        (SYNERGY.replace("synerg*", "a" * 201), 3, "a phrase has 201 characters"),
        (SYNERGY.replace('bad = ["We', "bad = [We"), 6, "this is no TOML"),
        ('# ours\n\n[off]\nno-such-rule = "x"\n', 4, "no rule of ours is called no-such-rule"),
        ('[off]\nblames-them = ""\n', 2, "say why blames-them is off"),
        ("[off]\nblames-them = true\n", 2, "say why blames-them is off"),
        ('name = "x"\n', 1, "name is neither [[rule]] nor [off]"),
        ("off = 5\n", 1, "off is neither [[rule]] nor [off]"),
        ("rule = 5\n", 1, "rule is neither [[rule]] nor [off]"),
        (SYNERGY + "[Off]\nx = 1\n", 8, "Off is neither [[rule]] nor [off]"),
        ("x = " + "1" * 5_001, 1, "this cannot be read"),
        ("x = " + "[" * 3_000, 1, "this cannot be read"),
        (SYNERGY.replace("synerg*", "x****q"), 3, "* stands only at the end of a word"),
        (SYNERGY.replace("synerg*", "a*b"), 3, "* stands only at the end of a word"),
        (SYNERGY.replace("our-synergy", "thanks"), 2, "'thanks' cannot be its name"),
    ],
)
def test_what_is_broken_is_named_with_its_line(toml: str, line: int, says: str) -> None:
    ((at, why),) = problems(toml)
    assert (at, why[: len(says)]) == (line, says)


def test_it_sinks_nothing_else() -> None:
    torn = SYNERGY.replace('name = "our-synergy"', 'name = "torn')
    toml = f'{BROKEN}\n{SYNERGY}\n{torn}\n[off]\nblames-them = "We are blunt."\nx = "y"\n'
    own = read(toml)
    assert [rule.name for rule in own.rules] == ["our-synergy"]
    assert own.off == {"blames-them": "We are blunt."}
    assert [problem.line for problem in own.problems] == [6, 18, 27]


def test_a_second_rule_of_the_same_name_is_left_out() -> None:
    ((line, says),) = problems(f"{SYNERGY}\n{SYNERGY}")
    assert (line, says) == (10, "another rule is called our-synergy already. Give it its own name.")


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    read(text).book()
    read(f"[[rule]]\n{text}")


@given(st.text(min_size=1, max_size=20))
def test_no_phrase_breaks_it(phrase: str) -> None:
    quoted = "".join(f"\\U{ord(letter):08x}" for letter in phrase if not 0xD800 <= ord(letter) < 0xE000)
    read(SYNERGY.replace("synerg*", quoted)).book().at("part", "en")


def test_the_example_of_the_docs_works() -> None:
    guide = (Path(__file__).parents[2] / "docs/own-rules.md").read_text("utf-8")
    own = read(guide.partition("```toml\n")[2].partition("```")[0])
    assert own.problems == ()
    assert [rule.name for rule in own.rules] == ["our-synergy"]
    assert list(own.off) == ["accuses-the-process"]
