"""Mei's deals."""

from bowout.demo.facts import Dated, Opportunity

DEALS = (
    Opportunity(
        "T-2058",
        "straitline-marine",
        "mei",
        "Straitline Marine: dry-dock planning",
        120_000,
        "SGD",
        "Demonstration",
        60,
        48,
        calendar=(Dated("meeting", 10, "15:00", "Yard visit"),),
    ),
    Opportunity(
        "T-1822",
        "straitline-marine",
        "mei",
        "Straitline Marine: harbour tugs",
        38_000,
        "SGD",
        "Closed won",
        190,
        -70,
        "won",
    ),
    Opportunity(
        "T-2038",
        "kallang-lifts",
        "mei",
        "Kallang Lift Care: technician routes",
        55_000,
        "SGD",
        "Proposal",
        72,
        29,
        calendar=(Dated("demo", -4, "15:00", "Demo for the lift technicians"),),
    ),
    Opportunity(
        "T-1861", "penang-cold", "mei", "Penang Cold Chain: warehouse engineers", 31_000, "USD", "Proposal", 155, -22
    ),
    Opportunity(
        "T-2030",
        "banksia-solar",
        "mei",
        "Banksia Solar: panel cleaning rounds",
        47_000,
        "AUD",
        "Proposal",
        83,
        31,
        calendar=(Dated("decision", 17, "12:00", "Anton decides"),),
    ),
    Opportunity(
        "T-1744", "banksia-solar", "mei", "Banksia Solar: inverter service", 58_000, "AUD", "Proposal", 270, -130
    ),
    Opportunity(
        "T-2085", "illawarra-rail", "mei", "Illawarra Rail Care: wagon repair", 92_000, "AUD", "Discovery", 25, 84
    ),
    Opportunity(
        "T-2081",
        "otway-grid",
        "mei",
        "Otway Grid Services: pole inspection",
        134_000,
        "AUD",
        "Discovery",
        31,
        77,
        calendar=(Dated("submission", 19, "14:00", "Offer due"),),
    ),
    Opportunity(
        "T-2047",
        "kitahama-denki",
        "mei",
        "Kitahama Denki: plant maintenance",
        6_400_000,
        "JPY",
        "Demonstration",
        64,
        55,
    ),
    Opportunity(
        "T-2091",
        "kitahama-denki",
        "mei",
        "Kitahama Denki: spare parts",
        1_900_000,
        "JPY",
        "Qualification",
        7,
        110,
        next_step="Ask for the list of warehouses.",
    ),
)
