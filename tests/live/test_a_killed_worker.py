"""``kill -9`` at any point: nothing is lost, nothing goes out twice, and what nobody can know is shown."""

import time
from random import Random

import pytest

from bowout.connectors.mail.folder import file_name
from bowout.connectors.mail.message import message_id
from tests.live.installation import Installation, Process, kill, until
from tests.mailserver import MailServer

SLOW = "tests.live.slow_worker"


def drain(bowout: Installation) -> dict[str, str]:
    """Let a new worker do what is left, until every row has come to an end."""
    worker = bowout.start(SLOW, "")
    until(lambda: not set(bowout.states().values()) - {"sent", "in-doubt", "failed"}, "every row settled")
    kill(worker)
    return bowout.states()


def copies(server: MailServer, key: str) -> int:
    return server.counts()[message_id(key, "north.example")]


def stopped_at(bowout: Installation, moment: str) -> Process:
    """A worker that stands still there."""
    worker = bowout.start(SLOW, moment)
    assert worker.stdout
    assert worker.stdout.readline().strip() == moment
    return worker


@pytest.mark.parametrize("stage", ["EHLO", "MAIL", "RCPT", "DATA"])
def test_killed_while_the_server_hesitates_before_the_dot_it_is_sent_once(
    by_smtp: Installation, server: MailServer, stage: str
) -> None:
    by_smtp.post("k")
    server.stall = stage
    worker = by_smtp.start(SLOW, "")
    assert server.reached.wait(60)
    kill(worker)
    server.stall = ""
    server.go_on.set()
    assert drain(by_smtp) == {"k": "sent"}
    assert copies(server, "k") == 1


@pytest.mark.parametrize(("stage", "most"), [("dot", 1), ("taken", 1)])
def test_killed_after_the_dot_it_is_in_doubt_and_not_sent_again(
    by_smtp: Installation, server: MailServer, stage: str, most: int
) -> None:
    by_smtp.post("k", "next")
    server.stall = stage
    worker = by_smtp.start(SLOW, "")
    assert server.reached.wait(60)
    kill(worker)
    server.stall = ""
    server.go_on.set()
    assert drain(by_smtp) == {"k": "in-doubt", "next": "sent"}
    assert copies(server, "k") <= most
    assert copies(server, "next") == 1


@pytest.mark.parametrize(
    ("moment", "ends"),
    [
        ("after-claim", "sent"),
        ("before-hand_over", "sent"),
        ("after-hand_over", "in-doubt"),
        ("before-done", "in-doubt"),
        ("after-done", "sent"),
    ],
)
def test_killed_between_our_own_steps(by_smtp: Installation, server: MailServer, moment: str, ends: str) -> None:
    by_smtp.post("k")
    kill(stopped_at(by_smtp, moment))
    assert drain(by_smtp) == {"k": ends}
    # Whoever stopped after the hand-over and before the dot has sent nothing; that is why it is in doubt.
    assert copies(server, "k") == (0 if moment == "after-hand_over" else 1)


@pytest.mark.parametrize(
    "moment", ["after-claim", "before-write_whole", "before-_settle", "after-write_whole", "before-done", "after-done"]
)
def test_into_a_folder_it_goes_exactly_once_wherever_the_kill_falls(bowout: Installation, moment: str) -> None:
    bowout.post("k")
    kill(stopped_at(bowout, moment))
    assert drain(bowout) == {"k": "sent"}
    assert [file.name for file in (bowout.home / "mail").iterdir()] == ["k.eml"]


def test_two_workers_share_the_work(by_smtp: Installation, server: MailServer) -> None:
    keys = [f"k{number}" for number in range(60)]
    by_smtp.post(*keys)
    workers = [by_smtp.start("bowout", "worker", "--once") for _ in range(2)]
    assert [worker.wait(60) for worker in workers] == [0, 0]
    assert by_smtp.states() == dict.fromkeys(keys, "sent")
    assert [copies(server, key) for key in keys] == [1] * len(keys)


def massacre(bowout: Installation, chance: Random) -> int:
    """Kill pairs of workers at moments of no choosing, as long as there is something to do; how many died."""
    killed = 0
    while (before := bowout.claims()) and any(state in {"waiting", "leased"} for _, state, _ in before):
        workers = [bowout.start(SLOW, "") for _ in range(2)]
        until(lambda then=before: bowout.claims() != then, f"a worker has begun: {before}")  # type: ignore[misc]
        for worker in workers:
            time.sleep(chance.random() / 4)
            kill(worker)
            killed += 1
    return killed


def test_killed_at_random_nothing_is_lost_or_sent_twice(by_smtp: Installation, server: MailServer) -> None:
    keys = [f"k{number}" for number in range(24)]
    by_smtp.post(*keys)
    server.pace = 0.02
    assert massacre(by_smtp, Random(11)) >= 6
    states = drain(by_smtp)
    assert set(states) == set(keys)
    ends = {key: (state, copies(server, key)) for key, state in states.items()}
    # In doubt it may have arrived, and nobody can say: people see it.
    right = {("sent", 1), ("in-doubt", 1), ("in-doubt", 0)}
    assert {key: end for key, end in ends.items() if end not in right} == {}


def test_killed_at_random_every_file_is_there_once(bowout: Installation) -> None:
    keys = [f"k{number}" for number in range(120)]
    bowout.post(*keys)
    assert massacre(bowout, Random(5)) >= 2
    assert set(drain(bowout).values()) == {"sent"}
    assert {file.name for file in (bowout.home / "mail").iterdir()} == {file_name(key) for key in keys}
