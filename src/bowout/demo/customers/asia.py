"""Customers in Asia and Australia; Mei looks after them."""

from bowout.demo.facts import Company, Person

COMPANIES = (
    Company(
        "straitline-marine",
        "Straitline Marine",
        "SG",
        "Asia/Singapore",
        "en",
        (
            Person("Priya Nadarajan", "Fleet maintenance manager", "champion", "+65 0555 0142"),
            Person("Kelvin Seah", "Managing director", "economic buyer", "+65 0555 0110"),
        ),
    ),
    Company(
        "kallang-lifts",
        "Kallang Lift Care",
        "SG",
        "Asia/Singapore",
        "en",
        (Person("Jasmine Quek", "General manager", "economic buyer", "+65 0555 0168"),),
    ),
    Company(
        "penang-cold",
        "Penang Cold Chain",
        "MY",
        "Asia/Kuala_Lumpur",
        "en",
        (Person("Farid Hashim", "Head of engineering", "champion", "+60 4 155 0142"),),
    ),
    Company(
        "banksia-solar",
        "Banksia Solar",
        "AU",
        "Australia/Sydney",
        "en",
        (
            Person("Georgia Hale", "Operations and maintenance lead", "champion", "+61 2 5550 0142"),
            Person("Anton Reid", "Chief executive", "economic buyer", "+61 2 5550 0108"),
        ),
    ),
    Company(
        "illawarra-rail",
        "Illawarra Rail Care",
        "AU",
        "Australia/Sydney",
        "en",
        (Person("Tessa Doyle", "Depot manager", "champion", "+61 2 5550 0175"),),
    ),
    Company(
        "otway-grid",
        "Otway Grid Services",
        "AU",
        "Australia/Melbourne",
        "en",
        (Person("Marcus Leighton", "Field delivery manager", "economic buyer", "+61 3 5550 0139"),),
    ),
    Company(
        "kitahama-denki",
        "Kitahama Denki",
        "JP",
        "Asia/Tokyo",
        "ja",
        (Person("Haruka Morinaga", "Maintenance planning section", "champion"),),
    ),
)
