"""The customer's pages as HTML: well-formed, with no address inside that leads nowhere, and light."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import html5lib
import pytest

import bowout.web
from tests.people import Cast
from tests.shell.stands import End, Stands, different

STATIC = Path(bowout.web.__file__).parent / "static"
MOST = 50_000
"""Bytes of a page with its style, uncompressed; the font comes on top, once."""


def faults(html: str) -> Iterator[str]:
    """What a validator finds: broken markup, names given twice, and references to what is not there."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    yield from (f"{error} at {where}" for where, error, _ in parser.errors)
    ids = Counter(each.get("id") for each in tree.iter() if each.get("id"))
    yield from (f"id {name} twice" for name, many in ids.items() if many > 1)
    for each in tree.iter():
        named = [each.get(name, "") for name in ("for", "aria-describedby", "aria-labelledby")]
        anchor = each.get("href", "")
        named.append(anchor[1:] if anchor.startswith("#") else "")
        yield from (f"{each.tag} names {name}" for name in " ".join(named).split() if name not in ids)


def weight(html: str) -> int:
    """Bytes of the page and of all that it loads but fonts, which a browser keeps."""
    loaded = re.findall(r'<(?:link rel="(?:stylesheet|icon)" href|img src|script src)="/static/([^"]+)"', html)
    return len(html.encode()) + sum((STATIC / name).stat().st_size for name in loaded)


@pytest.mark.parametrize(("end", "answers"), [("part", True), ("stay", False)])
def test_every_page_is_valid_and_light(cast: Cast, at: Callable[[datetime], None], end: End, answers: bool) -> None:
    pages = different(Stands(cast, at, end, answers).pages())
    assert [(seen.name, seen.language, fault) for seen in pages for fault in faults(seen.html)] == []
    weights = sorted((weight(seen.html), seen.name, seen.language) for seen in pages)
    print(f"{len(pages)} pages, the heaviest: {weights[-1]}")
    assert weights[-1] < (MOST,)
    assert weights[0][0] > (STATIC / "web" / "customer.css").stat().st_size


@pytest.mark.parametrize(
    "broken",
    ["<p>a<div>b</div></p>", "<ul><li id=a><li id=a></ul>", "<label for=no>x</label>", "<a href=#no>x</a>", "<b></i>"],
)
def test_what_is_broken_is_found(broken: str) -> None:
    page = f"<!doctype html><html lang=en><head><title>x</title></head><body>{broken}</body></html>"
    assert list(faults(page)) != []
