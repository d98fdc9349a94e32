"""Fold of a million events, beside decoding the same events alone: no fold of stored events can be faster than that."""

from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import Any

import msgspec

from bench.logs import SHAPES, log, paris
from bench.measure import best, table
from bowout.core import events as e
from bowout.core.walkaway import fold
from bowout.store import words

EVENTS = 1_000_000
NOW = datetime(2026, 6, 17, 12, tzinfo=UTC)
ANY: Any = reduce(or_, e.ALL)


def run() -> None:
    """Measure and print."""
    shapes = [log(shape, NOW, "7", paris()) for shape in range(SHAPES)]
    rounds = -(-EVENTS // sum(map(len, shapes)))
    count = rounds * sum(map(len, shapes))
    bodies = [[msgspec.json.encode(event) for event in events] for events in shapes] * rounds
    stored = [[words.split(event) for event in events] for events in shapes] * rounds
    limit = best(lambda: _decode(bodies))
    rows = [
        ("decode alone (the limit)", limit),
        ("fold alone", best(lambda: _fold(shapes * rounds))),
        ("decode and fold", best(lambda: _decode_and_fold(bodies))),
        ("as the store reads: decode, put the words back, fold", best(lambda: _read(stored), 1)),
    ]
    table(
        f"Fold of {count:,} events in {len(bodies):,} walk-aways",
        ("", "events/s", "processor time ÷ limit"),
        ((name, f"{count / took.wall:,.0f}", f"{took.cpu / limit.cpu:.2f}") for name, took in rows),
    )


def _decode(bodies: list[list[bytes]]) -> None:
    decoder = msgspec.json.Decoder(ANY)
    for log_bodies in bodies:
        for body in log_bodies:
            decoder.decode(body)


def _fold(logs: list[list[e.Event]]) -> None:
    for events in logs:
        fold(events)


def _decode_and_fold(bodies: list[list[bytes]]) -> None:
    decoder = msgspec.json.Decoder(ANY)
    for log_bodies in bodies:
        fold(map(decoder.decode, log_bodies))


def _read(stored: list[list[tuple[bytes, list[str]]]]) -> None:
    for rows in stored:
        fold(_event(body, texts) for body, texts in rows)


def _event(body: bytes, texts: list[str]) -> e.Event:
    plain = words.join(msgspec.json.decode(body), dict(enumerate(texts)))
    return msgspec.convert(plain, e.KINDS[plain["kind"]])


if __name__ == "__main__":
    run()
