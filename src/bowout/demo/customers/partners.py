"""Customers of the partner team, whom the direct team does not see."""

from bowout.demo.facts import Company, Person

COMPANIES = (
    Company(
        "sierra-norte",
        "Sierra Norte Redes",
        "ES",
        "Europe/Madrid",
        "es",
        (Person("Nuria Beltrán", "Jefa de planta externa", "champion", "+34 010 55 01 42"),),
    ),
    Company(
        "fjordnett",
        "Fjordnett",
        "NO",
        "Europe/Oslo",
        "nb",
        (Person("Sigrid Haugland", "Head of field service", "champion", "+47 05 55 01 42"),),
    ),
    Company(
        "tejo-ferries",
        "Tejo Ferries",
        "PT",
        "Europe/Lisbon",
        "pt",
        (Person("Duarte Leitão", "Director of maintenance", "economic buyer", "+351 010 55 01 42"),),
    ),
    Company(
        "adria-terminals",
        "Adria Terminals",
        "IT",
        "Europe/Rome",
        "it",
        (Person("Giulia Cossutta", "Terminal engineering", "champion"),),
    ),
    Company(
        "vistula-grid",
        "Vistula Grid Works",
        "PL",
        "Europe/Warsaw",
        "pl",
        (Person("Marta Zielińska", "Head of line crews", "economic buyer", "+48 00 555 01 42"),),
    ),
    Company(
        "oresund-care",
        "Øresund Medical Service",
        "DK",
        "Europe/Copenhagen",
        "da",
        (Person("Mikkel Bruun", "Technical manager", "champion", "+45 10 55 01 42"),),
    ),
)
