"""No secret of ours is on any page of the customer's, in any language, whatever has happened and however they come."""

import io
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.core import signing
from pypdf import PdfReader

import bowout.web
from bowout.core.guards import GUARDS
from tests.people import Cast
from tests.shell.customers import sealed
from tests.shell.hidden import MARK, leaks
from tests.shell.stands import LANGUAGES, End, Seen, Stands

FOLDER = Path(bowout.web.__file__).parent / "templates" / "web" / "customer"
STATUSES = {200, 303, 400, 403, 404, 405, 409, 413, 422}
Walk = Callable[[End, bool], list[Seen]]


@pytest.fixture
def walk(cast: Cast, at: Callable[[datetime], None]) -> Walk:
    """All pages until that end, answered or not."""
    return lambda end, answers: list(Stands(cast, at, end, answers).pages())


def sent(seen: Seen) -> str:
    """All that leaves the house: the page or the letter, its headers, and what a sealed answer holds."""
    headers = "".join(f"{name}: {value}\n" for name, value in seen.response.headers.items())
    if seen.response["Content-Type"] == "application/pdf":
        reader = PdfReader(io.BytesIO(seen.response.content))
        said = "\n".join(page.extract_text() for page in reader.pages)
        assert "AO-17" in said
        # A letter is addressed to their company.
        return headers + re.sub(rf"{MARK}-account.name-\d+", "", f"{said}\n{reader.metadata}")
    if 'name="answer"' not in seen.html:
        return headers + seen.html
    held = signing.loads(sealed(seen.response), salt=f"customer-answer:{seen.customer.link.pk.hex}")
    return headers + seen.html + json.dumps(held)


@pytest.mark.parametrize(("end", "answers"), [("part", True), ("part", False), ("stay", True), ("take-back", False)])
def test_no_page_has_a_secret_in_it(walk: Walk, end: End, answers: bool) -> None:
    pages = walk(end, answers)
    found = {(seen.name, seen.language): leaks(sent(seen)) for seen in pages}
    assert {where: what for where, what in found.items() if what} == {}
    assert any("What they may read, 2." in seen.html for seen in pages)
    for seen in pages:
        assert not [guard.name for guard in GUARDS if guard.name in sent(seen) or guard.says in sent(seen)]


def test_every_template_status_and_language_is_among_them(walk: Walk) -> None:
    pages = walk("part", True)
    for language in LANGUAGES:
        theirs = [seen.response for seen in pages if seen.language == language]
        assert {response.status_code for response in theirs} == STATUSES
        shown = {each.name for response in theirs for each in getattr(response, "templates", ())}
        assert {f"web/customer/{path.name}" for path in FOLDER.iterdir()} - shown == set()


def test_a_mark_on_a_page_would_be_found() -> None:
    assert leaks("<p>Q7X-deal.stage-1, 987,654.32 or 987&nbsp;654</p> Wired") == [
        "987,654",
        "Q7X-deal.stage-1",
        "Wired",
    ]
