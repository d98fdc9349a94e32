"""Times and tables."""

import gc
import os
import platform
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds of the processor, children's included, and seconds on the clock.

    Ratios are made of the first: the clock also counts what else the machine does.
    """

    cpu: float
    wall: float


def best(work: Callable[[], object], tries: int = 3) -> Spent:
    """What the cheapest try took."""
    return min(spent(work) for _ in range(tries))


def spent(work: Callable[[], object]) -> Spent:
    """What it took."""
    gc.collect()
    start = _cpu(), time.perf_counter()
    work()
    return Spent(_cpu() - start[0], time.perf_counter() - start[1])


def _cpu() -> float:
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of them stays under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as Markdown, so that they can be kept as they are."""
    print(f"\n### {title}\n")
    print(f"| {' | '.join(head)} |")
    print(f"|{'|'.join(' --- ' if n == 0 else ' ---: ' for n in range(len(head)))}|")
    for row in rows:
        print(f"| {' | '.join(str(cell) for cell in row)} |", flush=True)


def machine() -> str:
    """The machine in words."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores{_memory()}, Python {platform.python_version()}, {platform.system()}"


def _memory() -> str:
    try:
        kib = int(Path("/proc/meminfo").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return ""
    return f", {kib / 2**20:.0f} GiB"
