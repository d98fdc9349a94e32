"""What an editor asks: a form, or what passes for one."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from msgspec import Struct

from bowout.connectors.languagetool.marked import Marked, marked, unmarked
from bowout.lint import LANGUAGES, Language

LONGEST = 100_000
"""Characters of a text."""
# LibreOffice sends its text as it is, with whatever ampersands it has: what follows the last language is not text.
_AFTER_TEXT = re.compile(rb"(?P<language>[A-Za-z-]+)(?P<rest>(?:&\w+=[^&\s]*)*)")
# No browser and no library leaves these as they are.
_NOT_A_FORM = re.compile(rb"[\x00-\x20\x7f-\xff\"<>{}]|%(?![0-9A-Fa-f]{2})")


class Unreadable(ValueError):
    """What cannot be checked, and the mend, in a sentence for whoever set up the editor."""


class Question(Struct, frozen=True):
    """A text to check. ``language`` is None where it is to be guessed."""

    text: Marked
    language: Language | None
    off: frozenset[str] = frozenset()
    """Rules that the editor does not want."""
    only: frozenset[str] = frozenset()
    """The only rules that it wants; empty: all."""
    key: str = ""


def question(body: bytes, query: str = "") -> Question:
    """The question in a body (and a query string). Raises ``Unreadable``."""
    given = {**dict(parse_qsl(query)), **_form(body)}
    only = _names(given, "enabledRules") if given.get("enabledOnly") in {"true", "yes"} else frozenset[str]()
    return Question(
        text=_text(given),
        language=_language(given.get("language", "auto")),
        off=_names(given, "disabledRules"),
        only=only,
        key=given.get("apiKey", ""),
    )


def _form(body: bytes) -> dict[str, str]:
    before, _, after = body.rpartition(b"&language=")
    if before.startswith(b"text=") and _NOT_A_FORM.search(before) and (raw := _AFTER_TEXT.fullmatch(after)):
        rest = dict(parse_qsl(raw["rest"].decode("ascii", errors="replace")))
        text = before.removeprefix(b"text=").decode(errors="replace")
        return {**rest, "text": text, "language": raw["language"].decode()}
    return dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))


def _text(given: Mapping[str, str]) -> Marked:
    if "text" in given:
        found = unmarked(given["text"])
    elif "data" in given:
        found = marked(_annotation(given["data"]))
    else:
        raise Unreadable("Missing 'text' or 'data' parameter")
    if len(found.text) > LONGEST:
        raise Unreadable(f"Text is too long: {len(found.text):,} characters, and at most {LONGEST:,} are read")
    return found


def _annotation(data: str) -> list[dict[str, Any]]:
    """``{"annotation": [{"text": …} | {"markup": …, "interpretAs": …}]}``, or ``{"text": …}``."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"'data' is no JSON: {error}") from error
    if isinstance(told, dict) and isinstance(told.get("text"), str):
        return [{"text": told["text"]}]
    parts = told.get("annotation") if isinstance(told, dict) else None
    if not isinstance(parts, list) or not all(_is_part(part) for part in parts):
        raise Unreadable("'data' must hold an 'annotation': a list of objects with 'text' or 'markup'")
    return parts


def _is_part(part: object) -> bool:
    if not isinstance(part, dict) or ("text" in part) == ("markup" in part):
        return False
    return all(isinstance(part.get(name, ""), str) for name in ("text", "markup", "interpretAs"))


def _language(code: str) -> Language | None:
    if code in {"", "auto"}:
        return None
    short = code.partition("-")[0].lower()
    if short not in LANGUAGES:
        raise Unreadable(f"'{code}' is not a language that is checked here: en, de, fr, with or without a country")
    return short


def _names(given: Mapping[str, str], field: str) -> frozenset[str]:
    return frozenset(name.strip() for name in given.get(field, "").split(",") if name.strip())
