"""When somebody is back, as automatic answers say it."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.connectors.inbox.absence import back_on

WRITTEN = date(2026, 3, 4)
NINTH = date(2026, 3, 9)
TENTH = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("I am out of the office and will be back on Monday, 9 March.", NINTH),
        ("I will return on March 9th, 2026.", NINTH),
        ("I'm away until 9 March with no access to mail.", TENTH),
        ("Out of office from 2 March to 9 March 2026.", TENTH),
        ("On annual leave through Mon 9 Mar. For urgent matters call Jo.", TENTH),
        ("I am returning to the office on 2026-03-09.", NINTH),
        ("Available again from 9 March.", NINTH),
        ("Ich bin bis einschließlich 9. März nicht im Büro.", TENTH),
        ("Ich bin ab dem 9.3. wieder erreichbar.", NINTH),
        ("Bin im Urlaub und am 09.03.2026 wieder zurück.", NINTH),
        ("Vom 2.3. bis 9.3.26 bin ich nicht erreichbar.", TENTH),
        ("Je suis absente jusqu’au 9 mars inclus.", TENTH),
        ("Je serai de retour le lundi 9 mars.", NINTH),
        ("Absent du 2 au 9 mars, je réponds à mon retour.", TENTH),
        ("Je serai à nouveau joignable à partir du 9 mars 2026.", NINTH),
        ("Back on 16/03/2026.", date(2026, 3, 16)),
        ("Back on 03/16/2026.", date(2026, 3, 16)),
    ],
)
def test_the_day_is_read(text: str, back: date) -> None:
    assert back_on(f"Hello,\n\n{text}\n\nKind regards\nClaire", WRITTEN) == back


@pytest.mark.parametrize(
    "text",
    [
        "I am out of the office.",
        "I will be back soon.",
        "I was back on 2 March 2025.",
        "Back on 09/03/2026.",
        "I am on parental leave until 9 March 2027.",
        "Our office is at 9 March Street.",
        "Thank you for your mail. Our spring offer runs until 9 March!",
        "Back on 31 February.",
        "Our fair is from 9 March on, come and see us.",
        "",
    ],
)
def test_what_says_no_day_or_not_surely_which_is_left_alone(text: str) -> None:
    assert back_on(text, WRITTEN) is None


def test_without_a_year_it_is_the_next_such_day() -> None:
    assert back_on("Back on 7 January.", date(2026, 12, 20)) == date(2027, 1, 7)


@given(st.text(), st.dates(date(2000, 1, 1), date(2098, 12, 31)))
def test_no_text_breaks_it(text: str, written: date) -> None:
    day = back_on(text, written)
    assert day is None or day > written


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    began = process_time()
    for word in ("until ", "back on 9 ", "1/", "bis zum "):
        back_on(word * 200_000, WRITTEN)
    assert process_time() - began < 5
