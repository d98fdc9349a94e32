"""Takes the erasable words out of an event before it is stored, and puts them back when it is read."""

import builtins
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import msgspec

from bowout.core.words import ERASABLE

Taken = list[str]
Take = Callable[[Any, Taken], Any]

MARK = "#"
"""``{"#": 3}`` in a body stands for the third of its words, counted from 0. Empty words stay as they are."""


def split(event: msgspec.Struct) -> tuple[bytes, Taken]:
    """The event as JSON with numbers for its words, and the words in that order."""
    taken: Taken = []
    take = taker(type(event))
    plain = msgspec.to_builtins(event)
    return msgspec.json.encode(take(plain, taken) if take else plain), taken


def join(plain: Any, words: dict[int, str]) -> Any:
    """The decoded body with its words put back; a number without words reads as empty."""
    if isinstance(plain, dict):
        if MARK in plain:
            return words.get(plain[MARK], "")
        return {name: join(value, words) for name, value in plain.items()}
    return [join(value, words) for value in plain] if isinstance(plain, list) else plain


@cache
def taker(kind: Any) -> Take | None:
    """What takes the words out of a plain value of that type; None when it can have none.

    Raises ``TypeError`` for words where nothing would find them again.
    """
    if get_origin(kind) is Annotated:
        base, *notes = get_args(kind)
        return _take_words if any(_erasable(note) for note in notes) else taker(base)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _fields_taker(kind)
    inner = [take for part in get_args(kind) if part is not ... and (take := taker(part))]
    if not inner:
        return None
    match get_origin(kind), get_args(kind):
        case (builtins.tuple, (_, builtins.Ellipsis)):
            return _each_taker(inner[0])
        case (typing.Union | types.UnionType, (_, types.NoneType)):
            return _maybe_taker(inner[0])
    raise TypeError(f"words inside {kind} would not be taken out")


def _erasable(note: Any) -> bool:
    return isinstance(note, msgspec.Meta) and bool((note.extra or {}).get(ERASABLE))


def _take_words(text: str, taken: Taken) -> Any:
    if not text:
        return text
    # PostgreSQL keeps no NUL in a text.
    taken.append(text.replace("\0", ""))
    return {MARK: len(taken) - 1}


def _fields_taker(kind: type[msgspec.Struct]) -> Take | None:
    found = {field.encode_name: taker(field.type) for field in msgspec.structs.fields(kind)}
    takers = {name: take for name, take in found.items() if take}

    def take_fields(plain: dict[str, Any], taken: Taken) -> dict[str, Any]:
        return {name: takers[name](value, taken) if name in takers else value for name, value in plain.items()}

    return take_fields if takers else None


def _each_taker(inner: Take) -> Take:
    return lambda plain, taken: [inner(value, taken) for value in plain]


def _maybe_taker(inner: Take) -> Take:
    return lambda plain, taken: None if plain is None else inner(plain, taken)
