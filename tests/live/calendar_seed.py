"""Connects Alice's calendar, and gives her a deal with Claire: ``python -m tests.live.calendar_seed URL``."""

import sys

from bowout.cli.ready import ready


def main(url: str) -> None:
    """Saved once; run again, it connects another address and lets a worker look at once."""
    ready()
    from bowout.desk import own_calendar
    from bowout.store.models import Account, Contact, Deal, Team, User
    from bowout.web.clock import now

    team, _ = Team.objects.get_or_create(name="North")
    alice, _ = User.objects.get_or_create(email="alice@north.example", defaults={"name": "Alice", "team": team})
    account, _ = Account.objects.get_or_create(team=team, name="Atelier")
    deal, new = Deal.objects.get_or_create(team=team, account=account, name="Planning", owner=alice)
    if new:
        claire = Contact.objects.create(team=team, account=account, name="Claire", email="claire@atelier.example")
        deal.deal_contacts.create(contact=claire)
    own_calendar.connect(alice, url, "alice", "secret", now())


if __name__ == "__main__":
    main(sys.argv[1])
