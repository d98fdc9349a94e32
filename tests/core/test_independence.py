"""Words that sound like an arrangement with a rival are found, and innocent ones are not (M6)."""

import pytest
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.guards.stories import CUSTOMER, FIT, KNOWN, REP, at
from bowout.core.independence import arrangements, sounds_arranged

BAD = [
    "We agreed with the incumbent that they take this one and we get Lyon.",
    "Their sales lead promised us the harbour deal in return if the competitor goes alone here.",
    "I spoke to the other bidder and we leave it to them.",
    "Put in a cover bid so it looks right.",
    "They will return the favour in spring.",
    "We coordinated our price with a competitor last week.",
    "Step aside here, the next one is ours.",
    "Das ist mit dem Mitbewerber abgesprochen, wir geben nichts ab.",
    "Wir überlassen den Auftrag der Konkurrenz, dafür bekommen wir Kassel.",
    "Ein Scheinangebot reicht.",
    "Nous avons convenu avec un concurrent de ne pas répondre.",
    "On dépose une offre de couverture, rien de plus.",
    "Il y a une entente avec l'autre soumissionnaire sur les lots.",
]
FINE = [
    "The incumbent has a longer contract with you, we hear, and we may be misreading it.",
    "We have no agreement with any competitor.",
    "This decision was not agreed with any other bidder.",
    "Our decision is independent and was taken without an arrangement with other vendors.",
    "We agreed with Claire that she calls back on Friday.",
    "From what we see, another vendor may be better placed.",
    "Es gibt keine Absprache mit Wettbewerbern.",
    "Wir haben mit Frau Roth vereinbart, am Freitag zu sprechen.",
    "Nous n'avons aucune entente avec un concurrent.",
    "Un concurrent est mieux placé que nous, d'après ce que nous voyons.",
    "The competitor's price is lower than ours.",
    "> We agreed with the incumbent that they take this one.",
    "In return for an early answer we can hold the dates.",
]


@pytest.mark.parametrize("text", BAD)
def test_what_sounds_like_it_is_found(text: str) -> None:
    assert sounds_arranged(f"We looked at it again. {text} More on Monday.") == (text,)


@pytest.mark.parametrize("text", FINE)
def test_what_is_denied_quoted_or_innocent_is_not(text: str) -> None:
    assert sounds_arranged(text) == ()


def test_it_is_looked_for_wherever_one_of_us_wrote() -> None:
    log = (
        e.Considered(at=at(2), by=REP, reasons=(replace(FIT, internal=BAD[0]),), known=KNOWN),
        e.Overridden(at=at(3), by=REP, rule="x", says="y", reason=BAD[3]),
        e.Complained(at=at(4), by=CUSTOMER, text=BAD[4]),
    )
    assert [(one.at, one.sentence) for one in arrangements(log)] == [(at(2), BAD[0]), (at(3), BAD[3])]
