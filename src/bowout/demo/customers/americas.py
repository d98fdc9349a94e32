"""Customers in the Americas; Daniel looks after them."""

from bowout.demo.facts import Company, Person

COMPANIES = (
    Company(
        "brazos-water",
        "Brazos Ridge Water",
        "US",
        "America/Chicago",
        "en",
        (
            Person("Marisol Trevino", "Field services director", "champion", "+1 512 555 0142"),
            Person("Wade Hollister", "General manager", "economic buyer", "+1 512 555 0101"),
        ),
        "+1 512 555 0100",
    ),
    Company(
        "pecan-hvac",
        "Pecan Valley Heating and Air",
        "US",
        "America/Chicago",
        "en",
        (Person("Loretta Baines", "Operations manager", "economic buyer", "+1 512 555 0177"),),
    ),
    Company(
        "harbor-lyle",
        "Harbor & Lyle Elevator",
        "US",
        "America/New_York",
        "en",
        (
            Person("Vincent Marchetti", "Vice president, service", "economic buyer", "+1 212 555 0118"),
            Person("Renee Gallo", "Dispatch supervisor", "champion", "+1 212 555 0133"),
        ),
    ),
    Company(
        "castellan-parking",
        "Castellan Parking",
        "US",
        "America/New_York",
        "en",
        (
            Person("Howard Beale-Smith", "Vice president, maintenance", "economic buyer", "+1 215 555 0171"),
            Person("Tamika Rowe", "Service scheduling", "champion", "+1 215 555 0174"),
        ),
    ),
    Company(
        "hudson-quay",
        "Hudson Quay Properties",
        "US",
        "America/New_York",
        "en",
        (
            Person("Alicia Freeman", "Director of building operations", "champion", "+1 212 555 0164"),
            Person("Stuart Kessel", "Chief operating officer", "economic buyer", "+1 212 555 0160"),
        ),
    ),
    Company(
        "larkspur-clinics",
        "Larkspur Clinics",
        "US",
        "America/New_York",
        "en",
        (Person("Beth Sorrell", "Head of biomedical engineering", "champion", "+1 617 555 0125"),),
    ),
    Company(
        "ironwood-grain",
        "Ironwood Grain Handling",
        "US",
        "America/Chicago",
        "en",
        (Person("Dale Petrie", "Maintenance superintendent", "champion", "+1 402 555 0149"),),
    ),
    Company(
        "maple-run",
        "Maple Run Transit",
        "CA",
        "America/Toronto",
        "en",
        (Person("Sylvie Desrosiers", "Manager, vehicle maintenance", "champion", "+1 416 555 0152"),),
    ),
    Company(
        "serra-azul",
        "Serra Azul Energia",
        "BR",
        "America/Sao_Paulo",
        "pt",
        (
            Person("Renata Queiroz", "Gerente de manutenção", "champion", "+55 11 0555 0142"),
            Person("Otávio Prado", "Diretor de operações", "economic buyer", "+55 11 0555 0104"),
        ),
    ),
    Company(
        "paulista-elevadores",
        "Paulista Elevadores",
        "BR",
        "America/Sao_Paulo",
        "pt",
        (Person("Caio Bittencourt", "Diretor técnico", "economic buyer", "+55 11 0555 0191"),),
    ),
)
