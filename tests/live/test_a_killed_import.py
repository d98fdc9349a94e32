"""``kill -9`` in the middle of a file: what is in is whole, and run again it is all in, once."""

import time
from pathlib import Path
from random import Random

from tests.live.installation import Installation, kill, until

ROWS = 12_000
HEAD = "Id,Name,AccountId,Account.Name,StageName,Amount,CloseDate"


def big_file(folder: Path) -> Path:
    """A CRM's deals, every tenth at the same account."""
    path = folder / "deals.csv"
    rows = (
        f"006{number:015d},Deal {number},001{number // 10:015d},Company {number // 10},Proposal,10,2026-12-31"
        for number in range(ROWS)
    )
    path.write_text("\n".join([HEAD, *rows]) + "\n")
    return path


def counted(bowout: Installation) -> tuple[int, int]:
    """Deals, and accounts without any."""
    ((deals,),) = bowout.query("SELECT count(*) FROM store_deal WHERE source = 'salesforce'")
    ((idle,),) = bowout.query(
        "SELECT count(*) FROM store_account a WHERE source = 'salesforce' "
        "AND NOT EXISTS (SELECT 1 FROM store_deal d WHERE d.account_id = a.id)"
    )
    return deals, idle


def test_killed_at_random_and_run_again_every_deal_is_in_once(bowout: Installation, tmp_path: Path) -> None:
    bowout.post("k")  # makes the team
    path, chance = big_file(tmp_path), Random(7)
    seen = 0
    for _ in range(3):
        running = bowout.start("bowout", "import", str(path))
        until(lambda before=seen: counted(bowout)[0] > before or running.poll() is not None, "a batch is in")  # type: ignore[misc] # noqa: B023
        time.sleep(chance.random() / 4)
        kill(running)
        seen, idle = counted(bowout)
        assert seen % 1000 == 0 or seen == ROWS
        assert idle == 0, "a batch is in as a whole or not at all"
    bowout.run("bowout", "import", str(path))
    assert counted(bowout) == (ROWS, 0)
    assert "Nothing has changed" in bowout.run("bowout", "import", str(path))
