"""Scenario files for tests, from a few lines."""

from bowout.rehearsal.play import Rehearsal, play
from bowout.rehearsal.problems import BadFile, Problem
from bowout.rehearsal.scenario import Scenario, read

DEAL = """\
[deal]
name = "Garonne"
customer_zone = "Europe/Paris"
customer_country = "FR"

[[deal.contacts]]
name = "Claire Martin"
role = "champion"

[[deal.contacts]]
name = "Inès Roy"
role = "procurement officer"
"""
CONSIDER = """
[[act]]
at = 2026-03-02T09:00:00+01:00
by = "rep"
do = "consider"
reasons = [{ kind = "fit", internal = "No offline maps.", customer = "Our maps need a connection.", stay_if = "We would
compete if the depots had one.", evidence = [{ at = 2026-02-27, source = "note", text = "No reception." }] }]
known = { cycle = "April", players = "Claire", needs = "Routes", potential = "40 trucks" }
""".replace("would\ncompete", "would compete")
CONFIRMED = """
[[act]]
at = 2026-03-02T09:30:00+01:00
by = "rep"
do = "confirm"

[[act]]
at = 2026-03-02T10:00:00+01:00
by = "manager"
do = "confirm"
"""


def act(do: str, *fields: str, at: str = "2026-03-03T10:00:00+01:00", by: str = "rep") -> str:
    """One act with the fields that are its own."""
    return "\n".join(("", "[[act]]", f"at = {at}", f'by = "{by}"', f'do = "{do}"', *fields, ""))


def scenario(*parts: str, deal: str = DEAL) -> Scenario:
    """The scenario that such a file is."""
    return read((deal + "".join(parts)).encode())


def rehearsed(*parts: str, deal: str = DEAL) -> Rehearsal:
    """The same, played."""
    return play(scenario(*parts, deal=deal))


def problems(*parts: str, deal: str = DEAL) -> tuple[Problem, ...]:
    """What must be mended; none when the file can be played."""
    try:
        scenario(*parts, deal=deal)
    except BadFile as error:
        return error.problems
    return ()
