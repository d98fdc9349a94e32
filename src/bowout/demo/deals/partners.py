"""The partner team's deals, behind their own wall."""

from bowout.demo.facts import Dated, Opportunity

DEALS = (
    Opportunity(
        "P-310",
        "sierra-norte",
        "tomas",
        "Sierra Norte Redes: fibre crews",
        62_000,
        "EUR",
        "Discovery",
        33,
        70,
        calendar=(Dated("meeting", 9, "12:00", "Meeting in Madrid"),),
    ),
    Opportunity("P-304", "fjordnett", "tomas", "Fjordnett: field technicians", 710_000, "NOK", "Proposal", 66, 41),
    Opportunity(
        "P-281", "tejo-ferries", "tomas", "Tejo Ferries: engine room work", 48_000, "EUR", "Proposal", 120, -10
    ),
    Opportunity(
        "P-315",
        "adria-terminals",
        "tomas",
        "Adria Terminals: crane service",
        87_000,
        "EUR",
        "Qualification",
        12,
        100,
        calendar=(Dated("demo", 8, "11:00", "First demo"),),
    ),
    Opportunity(
        "P-262", "vistula-grid", "tomas", "Vistula Grid Works: line crews", 53_000, "EUR", "Closed won", 180, -44, "won"
    ),
    Opportunity(
        "P-270",
        "oresund-care",
        "tomas",
        "Øresund Medical Service: rounds",
        29_000,
        "EUR",
        "Closed lost",
        165,
        -58,
        "lost",
    ),
)
