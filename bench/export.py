"""A CRM's export of any size: accounts and opportunities under the names that Salesforce's Data Loader writes."""

import csv
from datetime import date, timedelta
from pathlib import Path

STAGES = ("Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review", "Closed Won")
CITIES = (("Paris", "France"), ("Berlin", "Germany"), ("Austin", "United States"), ("Singapore", "Singapore"))
ACCOUNT = ("Id", "IsDeleted", "Name", "Type", "BillingCity", "BillingCountry", "Phone", "Website", "Industry")
DEAL = (
    *("Id", "AccountId", "Name", "Description", "StageName", "Amount", "Probability", "CloseDate", "NextStep"),
    *("LeadSource", "IsClosed", "IsWon", "CreatedDate", "LastModifiedDate"),
)


def write(folder: Path, deals: int) -> tuple[Path, Path]:
    """Write both files, an account for every ten deals; returns where they are."""
    accounts, opportunities = folder / "Account.csv", folder / "Opportunity.csv"
    with accounts.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(ACCOUNT)
        rows.writerows(_account(number) for number in range(deals // 10))
    with opportunities.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(DEAL)
        rows.writerows(_deal(number) for number in range(deals))
    return accounts, opportunities


def _account(number: int) -> tuple[object, ...]:
    city, country = CITIES[number % len(CITIES)]
    name = f"Company {number:06}"
    return (_id("001", number), "false", name, "Prospect", city, country, "", f"https://c{number}.example", "Energy")


def _deal(number: int) -> tuple[object, ...]:
    stage = STAGES[number % len(STAGES)]
    won = str(stage == "Closed Won").lower()
    made = date(2025, 1, 1) + timedelta(days=number % 365)
    return (
        *(_id("006", number), _id("001", number // 10), f"Company {number // 10:06}: plan {number % 10}"),
        *(
            "One plan for all crews,\nnot eleven spreadsheets.",
            stage,
            f"{1000 + number * 7 % 250000}.00",
            10 * (number % 10),
        ),
        *((made + timedelta(days=120)).isoformat(), "Call on Monday", "Web", won, won),
        *(f"{made}T09:30:00.000Z", f"{made}T16:05:00.000Z"),
    )


def _id(prefix: str, number: int) -> str:
    return f"{prefix}bm{number:010}AAA"
