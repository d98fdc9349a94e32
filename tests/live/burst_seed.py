"""Walk-aways in which many contacts were asked: ``python -m tests.live.burst_seed HOW_MANY`` prints their addresses."""

import sys
from datetime import timedelta
from uuid import UUID

from bowout.cli.ready import ready

EACH = 10
"""Contacts of one walk-away."""


def main(how_many: int) -> None:
    """So many contacts, each with a page of their own."""
    ready()
    from bowout.core import intents as i
    from bowout.desk import acting, links
    from bowout.store.models import WalkAway
    from tests import people
    from tests.shell import steps

    cast = people.cast()
    for number in range(1, how_many // EACH + 1):
        stream, deal = UUID(int=number), people.deal_in_paris(cast.team, cast.alice)
        asked = [people.contact(deal, f"Person{number}.{each} Burst", "champion") for each in range(EACH)]
        steps.must(acting.start(cast.alice, deal, steps.consider(), stream, people.NOW))
        at = {"at": people.NOW, "by": steps.NOBODY, "override": "So that they can be asked."}
        for intent in (
            i.Call(contact=str(asked[0].pk), outcome="reached", **at),
            i.HoldTalk(**at),
            i.AskFeedback(**at),
        ):
            steps.must(steps.do(cast.alice, intent, stream))
        row = WalkAway.objects.get(pk=stream)
        for each, contact in enumerate(asked):
            key = UUID(int=1000 * number + each)
            link = links.make_link(cast.alice, row, contact, key, people.NOW, people.NOW + timedelta(days=30))
            print(f"/c/{links.token(link)}/")


if __name__ == "__main__":
    main(int(sys.argv[1]))
