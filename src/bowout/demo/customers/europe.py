"""Customers in Europe and the Gulf; Nora looks after them."""

from bowout.demo.facts import Company, Person

COMPANIES = (
    Company(
        "valmont-ascenseurs",
        "Ascenseurs Valmont",
        "FR",
        "Europe/Paris",
        "fr",
        (
            Person("Camille Roussel", "Head of field operations", "champion", "+33 1 99 00 14 20"),
            Person("Étienne Lavigne", "Chief operating officer", "economic buyer", "+33 1 99 00 14 02"),
            Person("Sabine Moulin", "Assistant to the COO", "assistant", "+33 1 99 00 14 01"),
        ),
        "+33 1 99 00 14 00",
    ),
    Company(
        "rhone-froid",
        "Rhône Froid Services",
        "FR",
        "Europe/Paris",
        "fr",
        (
            Person("Yannick Perrin", "Service manager", "champion", "+33 1 99 00 27 11"),
            Person("Odile Garnier", "Finance director", "economic buyer", "+33 1 99 00 27 05"),
        ),
    ),
    Company(
        "montrelle",
        "Ville de Montrelle",
        "FR",
        "Europe/Paris",
        "fr",
        (Person("Baptiste Carlier", "Head of public purchasing", "procurement officer", "+33 1 99 00 61 30"),),
    ),
    Company(
        "spreewerk",
        "Spreewerk Wärme",
        "DE",
        "Europe/Berlin",
        "de",
        (
            Person("Katrin Vogt", "Head of network operations", "champion", "+49 30 23125 042"),
            Person("Holger Sass", "Managing director", "economic buyer", "+49 30 23125 007"),
        ),
    ),
    Company(
        "hallmann-kaelte",
        "Hallmann Kältetechnik",
        "DE",
        "Europe/Berlin",
        "de",
        (
            Person("Birte Claussen", "Dispatch lead", "champion", "+49 40 66969 118"),
            Person("Rolf Hallmann", "Owner", "economic buyer", "+49 40 66969 100"),
        ),
    ),
    Company(
        "elmenau",
        "Stadtwerke Elmenau",
        "DE",
        "Europe/Berlin",
        "de",
        (
            Person("Renate Kolb", "Procurement office", "procurement officer", "+49 30 23125 211"),
            Person("Jens Thiele", "Head of metering", "champion", "+49 30 23125 236"),
        ),
    ),
    Company(
        "calder-water",
        "Calder Water",
        "GB",
        "Europe/London",
        "en",
        (
            Person("Imogen Slater", "Leakage programme lead", "champion", "+44 113 496 0142"),
            Person("Gareth Pugh", "Director of networks", "economic buyer", "+44 113 496 0107"),
        ),
    ),
    Company(
        "polderwind",
        "Polderwind",
        "NL",
        "Europe/Amsterdam",
        "nl",
        (
            Person("Femke de Wit", "Maintenance planner", "champion"),
            Person("Ruud Terpstra", "Plant director", "economic buyer"),
        ),
    ),
    Company(
        "hoglund-vind",
        "Höglund Vind",
        "SE",
        "Europe/Stockholm",
        "sv",
        (Person("Linnea Åberg", "Head of service", "champion", "+46 8 465 004 42"),),
    ),
    Company(
        "zuerisee-lifte",
        "Zürisee Lifte",
        "CH",
        "Europe/Zurich",
        "de",
        (Person("Reto Amstad", "Head of service", "economic buyer"),),
    ),
    Company(
        "najd-cooling",
        "Najd District Cooling",
        "SA",
        "Asia/Riyadh",
        "ar",
        (
            Person("Hessa Al Qahtani", "Director of maintenance", "champion", "+966 10 155 0142"),
            Person("Fahd Al Otaibi", "Chief financial officer", "economic buyer", "+966 10 155 0108"),
        ),
    ),
    Company(
        "almurjan",
        "Al Murjan Facilities",
        "AE",
        "Asia/Dubai",
        "en",
        (
            Person("Rashid Kamali", "General manager, technical services", "economic buyer", "+971 4 155 0142"),
            Person("Divya Menon", "Planning lead", "champion", "+971 4 155 0116"),
        ),
    ),
)
