"""What we say to customers in English asks for no more than eight years of school."""

from collections.abc import Callable
from datetime import date, datetime
from typing import get_args

import html5lib
import pytest

from bowout.connectors.paper import Again, Decline, Reader, Writer, letter
from bowout.core.documents import Documents
from bowout.desk.drafts import Facts, Kind, draft, tongue_of
from tests.people import Cast
from tests.shell.reading import grade, syllables
from tests.shell.stands import End, Stands, different

HARDEST = 8
OURS = ("h1", "h2", "p", "li", "legend", "label", "button", "option", "dt", "dd")
FACTS = Facts(
    me="Alice Adler",
    name="Claire Martin",
    first="Claire",
    reasons="We are not well placed.",
    misread="We have it.",
    can_change="We will see to it.",
    right="So it is.",
    reply="5 March",
    talk="Friday 6 March at 10:00",
    explained="2 March",
    until="Tuesday 10 March at 18:00",
    link="https://walk.example/c/x/",
    since="2 March",
    deadline="Friday 3 April at 12:00",
    meeting="Friday 6 March at 10:00",
    parted="11 March",
    check_back="14 July",
    forgotten="1 July",
    call="yes",
)


def blocks(html: str) -> list[str]:
    """What is said on a page, by paragraph."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    spoken = [each for each in tree.iter() if each.tag in OURS or each.get("class") == "choice-hint"]
    return [" ".join("".join(each.itertext()).split()) for each in spoken]


@pytest.mark.parametrize(("end", "answers"), [("part", True), ("stay", False)])
def test_every_page(cast: Cast, at: Callable[[datetime], None], end: End, answers: bool) -> None:
    pages = different(Stands(cast, at, end, answers, languages=("en",)).pages())
    grades = sorted((round(grade(*blocks(seen.html)), 1), seen.name) for seen in pages)
    print(f"{len(grades)} pages, the hardest: {grades[-3:]}")
    assert [hard for hard in grades if hard > (HARDEST,)] == []
    assert grades[0] > (0,)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_letter_and_script(kind: Kind) -> None:
    found = grade(*draft(kind, tongue_of("en"), FACTS).text.splitlines())
    print(f"{kind}: {found:.1f}")
    assert found <= HARDEST


@pytest.mark.parametrize("fate", ["returned", "deleted", "kept"])
@pytest.mark.parametrize("done", [True, False])
def test_the_formal_decline(fate: str, done: bool) -> None:
    decline = Decline(
        language="en",
        writer=Writer(company="North", name="Alice Adler"),
        reader=Reader(account="Atelier", name="Claire Martin"),
        parted_on=date(2026, 3, 10),
        bid_withdrawn=True,
        documents=Documents(fate=fate, on=date(2026, 4, 1), done=done),  # type: ignore[arg-type]
        again=Again(when="contract-end", on=date(2027, 3, 1)),
    )
    found = grade(*letter(decline).text.splitlines())
    print(f"{found:.1f}")
    assert found <= HARDEST


def test_what_is_hard_is_found() -> None:
    hard = "Notwithstanding prior communications, organizational considerations necessitate discontinuation."
    assert grade(hard) > 20
    assert grade("The cat sat on the mat.") < 1
    words = {"the": 1, "here": 1, "asked": 1, "decided": 3, "reason": 2, "table": 2, "company": 3, "withdraw": 2}
    assert {word: syllables(word) for word in words} == words
