"""Puts mails into the outbox of the database that the environment names: ``python -m tests.live.seed KEY…``."""

import sys

from bowout.cli.ready import ready


def main(keys: list[str]) -> None:
    """One mail a key, from Alice to Claire."""
    ready()
    from bowout.desk import mailing
    from bowout.store.models import Contact, Team, User
    from bowout.web.clock import now

    team, _ = Team.objects.get_or_create(name="North")
    alice = User(email="alice@north.example", name="Alice Adler", team=team)
    claire = Contact(email="claire@atelier.example", name="Claire Dubois")
    for key in keys:
        mail = mailing.mail(alice, claire, f"About {key}", "Bonjour,\n.\nAlice\n", now())
        mailing.enqueue(team, key, mail)


if __name__ == "__main__":
    main(sys.argv[1:])
