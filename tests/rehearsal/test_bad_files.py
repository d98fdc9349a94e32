"""A bad file is answered with its line, what is wrong, and what to write instead."""

import pytest

from tests.rehearsal.files import CONFIRMED, CONSIDER, DEAL, act, problems, scenario

HEAD = DEAL.count("\n")
"""Lines before the first act."""


@pytest.mark.parametrize(
    ("part", "line", "says", "mend"),
    [
        (act("call", 'contact = "Claire Martin"', 'outcom = "reached"'), 7, "unknown key `outcom`", '"outcome"'),
        (act("call", 'contact = "Claire Martin"'), 2, "lacks `outcome`", 'outcome = "reached"'),
        (act("call", 'contact = "Claire Martin"', 'outcome = "reachd"'), 7, '"reachd"', 'Did you mean "reached"?'),
        (act("call", 'contact = "Claire Martin"', "outcome = true"), 7, "is true or false", 'outcome = "reached"'),
        (act("call", 'contact = "Clair Martin"', 'outcome = "reached"'), 6, "not among", '"Claire Martin"'),
        (act("call", 'contact = "claire"', 'outcome = "voicemail"'), 6, "not among", '"Claire Martin"'),
        (act("call", 'contact = "Zoe"', 'outcome = "reached"'), 6, "not among", "Claire Martin, Inès Roy"),
        (act("call", "contact = 7", 'outcome = "reached"'), 6, "is a number", 'contact = "Claire Martin"'),
        (act("message", 'contact = "Claire Martin"'), 2, "lacks `channel`", 'channel = "email"'),
        (act("message", 'channel = " "', 'contact = "Claire Martin"'), 6, "lacks `channel`", 'channel = "email"'),
        (act("cal"), 5, '"cal"', 'Did you mean "call"?'),
        (act("dance"), 5, '"dance"', "Write one of: consider, confirm"),
        (act("confirm", by="rpe"), 4, '"rpe"', 'Did you mean "rep"?'),
        (act("confirm", by="boss"), 4, '"boss"', "rep, manager, executive, customer"),
        (act("confirm", "overide = 'x'"), 6, "`overide`", '"override"'),
        (act("confirm", "override = true"), 6, "must be text", "quotes"),
        (act("confirm", at="2026-03-03T10:00:00"), 3, "no offset", "2026-03-03T10:00:00+01:00"),
        (act("confirm", at="2026-07-03T10:00:00"), 3, "no offset", "2026-07-03T10:00:00+02:00"),
        (act("confirm", at="2026-03-03"), 3, "is a date", "T10:00:00+01:00"),
        (act("confirm", at='"tomorrow"'), 3, "is text", "without quotes"),
        (act("confirm", at="10:00:00"), 3, "is a time of day", "+01:00"),
        (act("confirm", at="0026-03-03T10:00:00Z"), 3, "year 26", "Check the year"),
        ('\n[[act]]\nby = "rep"\ndo = "confirm"\n', 2, "lacks `at`", "at = 2026-"),
        ('\n[[act]]\nat = 2026-03-03T10:00:00Z\ndo = "confirm"\n', 2, "lacks `by`", 'by = "rep"'),
        ('\n[[act]]\nat = 2026-03-03T10:00:00Z\nby = "rep"\n', 2, "lacks `do`", 'do = "consider"'),
        ('\n[act]\nby = "rep"\n', 2, "must be a list of tables, and is a table", "[[act]]"),
        (act("book-talk"), 2, "lacks `for`", "for = 2026-"),
        (act("book-talk", "for = 2026-03-04T10:00:00"), 6, "no offset", "for = 2026-03-04T10:00:00+01:00"),
        (act("hold-talk", 'reasons = "fit"'), 6, "must be a list", 'reasons = ["fit"]'),
        (act("hold-talk", 'reasons = ["budgt"]'), 6, "'budgt'", 'Did you mean "budget"?'),
        (act("hold-talk", "reasons = [1]"), 6, "1 in act 0", "fit, budget, wired, capacity"),
        (act("feedback", 'answers = [{ kind = "fit" }]'), 6, "lacks `verdict`", 'verdict = "right"'),
        (act("feedback", 'answers = [{ kind = "fit", verdict = "wrong" }]'), 6, '"wrong"', "misread"),
        (act("feedback", 'answers = [\n{ kind = "fit",', 'verdict = "right" }]'), 7, "not TOML", "quotes"),
        (act("feedback", 'answers = [\n{ verdict = "right", kind = "fits" }]'), 7, '"fits"', '"fit"'),
        (act("feedback", "answers = 3"), 6, "must be a list of tables", "[[act.answers]]"),
        (act("part", 'thanks = "yes"'), 6, "must be true or false", "thanks = true"),
        (act("part", "thanks = 1"), 6, "must be true or false", "thanks = true"),
        (act("part", "check_back = 2026-07-01T10:00:00Z"), 6, "must be a date", "2026-07-01"),
        (act("part", "check_back = 2026-07-01", "never = true"), 7, "and never", "Leave one"),
        (act("stay", "change = 'x'"), 6, "`change`", '"changed"'),
        (act("consider", 'reasons = [{ kind = "fit", custmer = "x" }]'), 6, "`custmer`", '"customer"'),
        (act("consider", "reasons = [{ }]"), 6, "lacks `kind`", 'kind = "fit"'),
        (act("consider", "[[act.reasons]]", 'kind = "fitt"'), 7, '"fitt"', '"fit"'),
        (act("consider", "[[act.reasons]]", 'kind = "fit"', "stay_if = 3"), 8, "is a number", "stay_if ="),
        (act("consider", "[act.reasons]", 'kind = "fit"'), 6, "is a table", "[[act.reasons]]"),
        (act("consider", "[act.known]", 'cicle = "April"'), 7, "`cicle`", '"cycle"'),
        (act("consider", "[act.known]", "cycle = true"), 7, "must be text", 'cycle = "…"'),
        (act("consider", "[[act.reasons]]", 'kind = "fit"', "evidence = [{ text = 'x' }]"), 8, "lacks `at`", "at = 20"),
        (
            act("consider", "[[act.reasons]]", 'kind = "fit"', "[[act.reasons.evidence]]", "at = '1'"),
            9,
            "text",
            "at = ",
        ),
        (act("consider", "[[act.reasons]]", 'kind = "fit"', "evidence = [{ at = 9999-01-01 }]"), 8, "year", "Check"),
    ],
)
def test_an_act_is_answered_with_its_line_and_mend(part: str, line: int, says: str, mend: str) -> None:
    found = problems(part)
    assert [problem.line for problem in found] == [HEAD + line], found
    assert says in found[0].says
    assert mend in found[0].mend


@pytest.mark.parametrize(
    ("text", "line", "says", "mend"),
    [
        ("[deal]\n", 1, "lacks `name`", "name ="),
        ("[deal]\nname = 'x'\nofficer = 'Rui'\n", 3, '"Rui" is none of the contacts', "add them as a contact"),
        ("[deal]\nname = 'x'\nregime_until = 'June'\n", 3, "must be a date", "regime_until = 2026"),
        ("[deal]\nname = 'x'\nzone = 'Europe/Paris'\ncustomer_country = 'FR'\n", 3, "`zone`", '"customer_zone"'),
        ("", 1, "lacks `deal`", '[deal] with name = "…"'),
        ("[deal]\namount = 3\n", 1, "lacks `name`", "name ="),
        ("[deal]\nname = 'x'\ncustomer_zone = 'Europe/Pariss'\n", 3, "no time zone", '"Europe/Paris"'),
        ("[deal]\nname = 'x'\ncustomer_zone = 'Paris'\n", 3, "no time zone", '"Europe/Paris"'),
        ("[deal]\nname = 'x'\ncustomer_zone = 'Europe'\n", 3, "no time zone", "IANA"),
        ("[deal]\nname = 'x'\ncustomer_zone = '../../etc/passwd'\n", 3, "no time zone", "IANA"),
        ("[deal]\nname = 'x'\ncustomer_zone = 1\n", 3, "must be text", "quotes"),
        ("[deal]\nname = 'x'\ncustomer_zone = 'Asia/Tokyo'\ncustomer_country = 'France'\n", 4, "no code", '"FR"'),
        ("[deal]\nname = 'x'\ncustomer_zone = 'Asia/Tokyo'\ncustomer_country = 'DE-BY'\n", 4, "no code", '"DE"'),
        ("[deal]\nname = 'x'\ncustomer_zone = 'Asia/Tokyo'\ncustomer_country = 'XX'\n", 4, "no code", "ISO 3166"),
        ("[deal]\nname = 'x'\nregime = 'no contact'\ncustomer_country = 'FR'\n", 3, '"no contact"', '"no-contact"'),
        ("[deal]\nname = 'x'\nregmie = 'no-contact'\ncustomer_country = 'FR'\n", 3, "`regmie`", '"regime"'),
        ("[deal]\nname = 'x'\nsubmitted = 'no'\ncustomer_country = 'FR'\n", 3, "true or false", "submitted = true"),
        ("[deal]\nname = 'x'\namount = '48k'\ncustomer_country = 'FR'\n", 3, "must be a number", "amount ="),
        ("[deal]\nname = 'x'\namount = true\ncustomer_country = 'FR'\n", 3, "must be a number", "amount ="),
        ("[deal]\nname = 'x'\namount = inf\ncustomer_country = 'FR'\n", 3, "must be a number", "amount ="),
        ("[deal]\nname = 'x'\nnow = 2026-03-03T10:00:00Z\n", 3, "inside [deal]", "above the first [table]"),
        ("deal = 'x'\n", 1, "must be a table", "[deal]"),
        ("[deal]\nname = 'x'\ncontacts = ['Claire']\n", 3, "list of tables", "[[deal.contacts]]"),
        ("[deal]\nname = 'x'\n[[deal.contacts]]\nrole = 'champion'\n", 3, "lacks `name`", "name ="),
        ("[deal]\nname = 'x'\n[[deal.contacts]]\nname = 'A'\n[[deal.contacts]]\nname = 'A'\n", 6, "two", "apart"),
        ("[deal]\nname = 'x'\n[[deal.contacts]]\nname = 'A'\nmail = 'a@b.example'\n", 5, "`mail`", '"email"'),
        ("[deal]\nname = 'x'\n[[deal.calendar]]\nkind = 'demo'\n", 3, "lacks `at`", "at ="),
        ("[deal]\nname = 'x'\n[[deal.calendar]]\nkind = 'demo'\nat = 2026-03-03\n", 5, "is a date", "T10:00:00"),
        ("[deal]\nname = 'x'\n[[deal.calendar]]\nkind = 'lunch'\nat = 2026-03-03T10:00:00Z\n", 4, '"lunch"', "demo"),
        ("[deal]\nname = 'x'\n[playbook]\nfeedback_day = 3\n", 4, "`feedback_day`", '"feedback_days"'),
        ("[deal]\nname = 'x'\n[playbook]\nfeedback_days = 0\n", 4, "cannot be 0", "working days"),
        ("[deal]\nname = 'x'\n[playbook]\nfeedback_days = 'ten'\n", 4, "cannot be 'ten'", "it is 5"),
        ("[deal]\nname = 'x'\n[playbook]\nmanager_confirms = 'no'\n", 4, "expected bool", "yes or no"),
        ("now = 2026-03-03T10:00:00\n[deal]\nname = 'x'\ncustomer_zone = 'Asia/Tokyo'\n", 1, "no offset", "+09:00"),
        ("now = 'now'\n[deal]\nname = 'x'\n", 1, "is text", "without quotes"),
        ("nwo = 1\n[deal]\nname = 'x'\n", 1, "`nwo`", '"now"'),
        ("[deal]\nname = 'x'\n[acts]\n", 3, "`acts`", '"act"'),
        ("[deal]\nname = x\n", 2, "not TOML", "quotes"),
        ("[deal]\nname = 'x'\nname = 'y'\n", 3, "not TOML", "quotes"),
        ("[deal]\nname = 'x\n", 2, "not TOML", "quotes"),
        ("[deal\n", 1, "not TOML", "brackets"),
    ],
)
def test_the_deal_and_the_rest_are_answered_so_too(text: str, line: int, says: str, mend: str) -> None:
    found = problems(deal=text)
    assert [problem.line for problem in found] == [line], found
    assert says in found[0].says
    assert mend in found[0].mend


def test_all_that_is_wrong_is_named_at_once_in_the_order_of_the_lines() -> None:
    found = problems(act("call", 'contact = "Zoe"', 'outcome = "x"'), act("dance"), deal=DEAL + "\n[playbook]\nx = 1\n")
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    assert len(found) == 4


@pytest.mark.parametrize("raw", [b"\xff\xfe[\x00d\x00", b"[deal]\nname = 'Caf\xe9'\n"])
def test_a_file_that_is_not_utf_8_is_named_as_such(raw: bytes) -> None:
    from bowout.rehearsal.problems import BadFile
    from bowout.rehearsal.scenario import read

    with pytest.raises(BadFile, match="UTF-8"):
        read(raw)


def test_lists_without_an_end_are_no_crash() -> None:
    found = problems(deal="a = " + "[" * 5000 + "]" * 5000)
    assert "nested" in found[0].says


def test_a_number_without_an_end_is_no_crash() -> None:
    assert "not TOML" in problems(deal="[deal]\nname = 'x'\namount = " + "9" * 5000)[0].says


@pytest.mark.parametrize(
    ("part", "line", "says"),
    [
        (act("confirm", 'text = "x"'), HEAD + 6, "means nothing in act 0 (confirm)"),
        (act("book-talk", "for = 2026-03-04T10:00:00Z", 'contact = "Claire Martin"'), HEAD + 7, "means nothing"),
        (CONSIDER + CONFIRMED + act("confirm", at="2026-03-01T10:00:00Z"), None, "act 3 is earlier than act 2"),
    ],
)
def test_what_can_be_passed_over_is_a_warning(part: str, line: int | None, says: str) -> None:
    warnings = scenario(part).warnings
    assert len(warnings) == 1
    assert says in warnings[0].says
    assert line in {None, warnings[0].line}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[deal]\nname = 'x'\nowner = 'Alice'\ncustomer_zone = 'Asia/Tokyo'\n", 3, "unknown key `owner`"),
        (
            "[deal]\nname = 'x'\ncustomer_zone = 'Asia/Tokyo'\n[[deal.contacts]]\nname = 'A'\ntitle = 'CFO'\n",
            6,
            "`title`",
        ),
        ("[deal]\nname = 'x'\ncustomer_country = 'JP'\n", 1, "taken to be Asia/Tokyo"),
    ],
)
def test_optional_places_warn_of_what_they_do_not_know(text: str, line: int, says: str) -> None:
    warnings = scenario(deal=text).warnings
    assert [(warning.line, says in warning.says) for warning in warnings] == [(line, True)]
