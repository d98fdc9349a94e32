"""Two hundred customers answer within one moment, each with a nervous finger: all of it arrives, and once."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import urlencode

from tests.live.burst_seed import EACH
from tests.live.installation import HANGS, Installation, until
from tests.live.test_serving import answers, free_port
from tests.people import NOW

CUSTOMERS, TAPS = 200, 2
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def ask(port: int, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
    """Status and page, on a connection of its own."""
    connection = HTTPConnection("127.0.0.1", port, timeout=HANGS)
    connection.request(method, path, urlencode(fields) if fields else None, FORM if fields else {})
    answer = connection.getresponse()
    page = answer.read().decode()
    connection.close()
    return answer.status, page


def looked_over(port: int, path: str, number: int) -> dict[str, str]:
    """Open the page and fill in the form; returns what the last button sends."""
    status, page = ask(port, "GET", path)
    ref = re.findall(r'name="verdict-([0-9a-f]+)"', page)[0]
    typed = {"step": "review", f"verdict-{ref}": "misread", f"words-{ref}": f"I am number {number}."}
    confirmed, page = ask(port, "POST", path, typed)
    assert (status, confirmed) == (200, 200)
    return {"step": "send", "answer": unescape(re.findall(r'name="answer" value="([^"]+)"', page)[0])}


def test_none_is_lost_and_none_is_doubled(bowout: Installation) -> None:
    bowout.env |= {"BOWOUT_DEBUG_CLOCK": "1", "BOWOUT_NOW": NOW.isoformat()}
    paths = bowout.run("tests.live.burst_seed", str(CUSTOMERS)).split()
    port = free_port()
    bowout.start("bowout", "web", "--port", str(port))
    until(lambda: answers(port), "the web answers")
    with ThreadPoolExecutor(CUSTOMERS * TAPS) as crowd:
        ready = list(crowd.map(lambda path, number: looked_over(port, path, number), paths, range(CUSTOMERS)))
        together = Barrier(CUSTOMERS * TAPS)

        def send(path: str, fields: dict[str, str]) -> tuple[int, float]:
            together.wait()
            began = time.monotonic()
            status, _ = ask(port, "POST", path, fields)
            return status, time.monotonic() - began

        ended = list(crowd.map(send, paths * TAPS, ready * TAPS))
    took = sorted(seconds for _, seconds in ended)
    print(f"{len(took)} posts at once: p50 {took[len(took) // 2]:.2f} s, p95 {took[len(took) * 95 // 100]:.2f} s")
    assert {status for status, _ in ended} == {303}
    words = bowout.query("SELECT text FROM store_words WHERE text LIKE 'I am number %'")
    assert sorted(words) == sorted((f"I am number {number}.",) for number in range(CUSTOMERS))
    events = bowout.query("SELECT stream, count(*) FROM store_event WHERE kind = 'feedback-given' GROUP BY stream")
    assert [many for _, many in events] == [EACH] * (CUSTOMERS // EACH)
    assert len([key for key in bowout.states() if key.startswith("answered-")]) == CUSTOMERS
