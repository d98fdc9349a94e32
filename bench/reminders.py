"""A worker's round with very many open walk-aways: what it costs goes by what is due, not by what is open.

On SQLite, or on the database that DATABASE_URL names: an empty one, which it fills.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from bench.measure import best, spent, table

TEAMS, SHARES = 1_000, (0.001, 0.01, 0.1)
"""One rep a team; of each rep's walk-aways so large a share is due."""
SIZES = (10_000, 100_000, 1_000_000)
NOW = datetime(2026, 3, 4, 7, tzinfo=UTC)


def run() -> None:
    """Measure and print."""
    home = tempfile.mkdtemp(prefix="bowout-bench-")
    try:
        _run(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(home: str) -> None:
    os.environ |= {"BOWOUT_HOME": home, "DJANGO_SETTINGS_MODULE": "bowout.site.settings"}
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    rows, open_now = [], 0
    for size in SIZES:
        _fill(open_now, size)
        open_now = size
        rows.extend(_measured(size))
    table(
        f"Morning mails of {TEAMS:,} reps, {connection.vendor}",
        ("open", "due", "a round with nothing to write, ms", "a mail, ms", "walk-aways named/s"),
        rows,
    )


def _measured(size: int) -> Iterator[tuple[object, ...]]:
    """A line for each share that is due."""
    from bowout.desk.digest import write_next
    from bowout.store.models import Outbox, User

    for share in SHARES:
        due = _make_due(size, share)
        User.objects.update(digest_at=NOW + timedelta(days=1))
        idle = best(lambda: write_next(NOW), 20)
        # A hundred of the thousand tell as much.
        User.objects.filter(pk__in=list(User.objects.values_list("pk", flat=True)[:100])).update(digest_at=NOW)
        Outbox.objects.all().delete()
        took = spent(lambda: [None for _ in range(100) if write_next(NOW)])
        yield (
            f"{size:,}",
            f"{due:,}",
            f"{1000 * idle.wall:.2f}",
            f"{1000 * took.wall / 100:.1f}",
            f"{due / TEAMS * 100 / took.wall:,.0f}",
        )


def _make_due(size: int, share: float) -> int:
    """Let that share of each rep's walk-aways be due this morning, and the others in a year."""
    from bowout.store.models import WalkAway

    each = size // TEAMS
    due = max(1, round(each * share))
    WalkAway.objects.update(next_due=NOW + timedelta(days=365))
    keys = [_key(number) for team in range(TEAMS) for number in range(team * 1_000, team * 1_000 + due)]
    for at in range(0, len(keys), 500):
        WalkAway.objects.filter(pk__in=keys[at : at + 500]).update(next_due=NOW + timedelta(hours=2))
    return due * TEAMS


def _fill(before: int, size: int) -> None:
    """So many open walk-aways, evenly over the teams; those that are there already stay."""
    from django.db import transaction

    from bowout.store.models import Account, Deal, Team, User, WalkAway

    if not before:
        teams = Team.objects.bulk_create(Team(name=f"Team {n}", zone="UTC") for n in range(TEAMS))
        User.objects.bulk_create(
            User(email=f"rep{n}@bench.example", name=f"Rep {n}", team=team, role="rep") for n, team in enumerate(teams)
        )
        Account.objects.bulk_create(
            Account(team=team, name=f"Account {team.pk}", zone="Europe/Paris") for team in teams
        )
    reps = list(User.objects.select_related("team").order_by("pk"))
    accounts = {account.team_id: account for account in Account.objects.all()}
    for number, rep in enumerate(reps):
        numbers = range(number * 1_000 + before // TEAMS, number * 1_000 + size // TEAMS)
        with transaction.atomic():
            deals = Deal.objects.bulk_create(
                Deal(team=rep.team, owner=rep, account=accounts[rep.team_id], name=f"Deal {n}") for n in numbers
            )
            WalkAway.objects.bulk_create(
                WalkAway(
                    id=_key(n), deal=deal, version=1, status="considering",
                    next_do="call", next_by="rep", next_due=NOW + timedelta(days=365), next_why="Call them.",
                )
                for n, deal in zip(numbers, deals, strict=True)
            )  # fmt: skip


def _key(number: int) -> UUID:
    return UUID(int=10_000_000 + number)
