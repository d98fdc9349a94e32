"""Salesforce reports, by their labels in English, German and French.

Labels: help.salesforce.com, "Opportunity Fields" and "Export a Report"; German and French as reports name them.
"""

from bowout.connectors.tabular.dialects.dialect import Dialect

NAME = ("Opportunity Name", "Opportunity: Opportunity Name", "Opportunity-Name", "Nom de l'opportunité")
ID = ("Opportunity ID", "Opportunity: Opportunity ID", "Opportunity-ID", "ID de l'opportunité")
STAGE = ("Stage", "Phase", "Étape", "Etape")
CLOSE = ("Close Date", "Schlusstermin", "Date de clôture")
AMOUNT = ("Amount", "Betrag", "Montant", "Amount (converted)")
MONEY = ("Amount Currency", "Betrag Währung", "Montant Devise", "Opportunity Currency", "Amount (converted) Currency")
CHANCE = ("Probability (%)", "Probability", "Wahrscheinlichkeit (%)", "Probabilité (%)")
ACCOUNT = ("Account Name", "Account Name: Account Name", "Accountname", "Nom du compte")
ACCOUNT_ID = ("Account ID", "Account-ID", "ID du compte")

HISTORY = Dialect(
    system="salesforce",
    title="Salesforce report of stage history",
    kind="stage",
    signature=((*NAME, *ID), ("To Stage", "In Phase", "Vers l'étape"), ("From Stage", "Last Modified", "Edit Date")),
    fields={
        "deal_external_id": ID,
        "deal_name": NAME,
        "at": ("Last Modified", "Last Modified Date", "Edit Date", "Created Date"),
        "stage": ("To Stage", "In Phase", "Vers l'étape"),
        "amount": AMOUNT,
        "currency": MONEY,
        "close_date": CLOSE,
        "probability": CHANCE,
    },
)

DEALS = Dialect(
    system="salesforce",
    title="Salesforce report of opportunities",
    signature=(NAME, (*STAGE, *CLOSE, *AMOUNT)),
    fields={
        "external_id": ID,
        "name": NAME,
        "account_external_id": ACCOUNT_ID,
        "account_name": ACCOUNT,
        "owner_name": (
            "Opportunity Owner", "Opportunity-Inhaber", "Propriétaire de l'opportunité", "Opportunity Owner: Full Name",
        ),
        "owner_email": ("Opportunity Owner Email", "Opportunity Owner: Email"),
        "stage": STAGE,
        "is_closed": ("Closed", "Geschlossen", "Fermée"),
        "is_won": ("Won", "Gewonnen", "Gagnée"),
        "amount": AMOUNT,
        "currency": MONEY,
        "close_date": CLOSE,
        "created_on": ("Created Date", "Erstelldatum", "Date de création"),
        "probability": CHANCE,
        "next_step": ("Next Step", "Nächster Schritt", "Prochaine étape", "Étape suivante"),
        "description": ("Description", "Beschreibung", "Opportunity Description"),
        "contact_names": ("Primary Contact", "Contact: Full Name", "Contact Name"),
        "contact_emails": ("Contact: Email",),
    },
)  # fmt: skip

CONTACTS = Dialect(
    system="salesforce",
    title="Salesforce report of contacts",
    kind="contact",
    signature=(("Last Name", "Nachname", "Nom"), ACCOUNT, ("Email", "E-Mail", "Title", "Titel", "Phone", "Telefon")),
    fields={
        "external_id": ("Contact ID", "Contact-ID"),
        "first_name": ("First Name", "Vorname", "Prénom"),
        "last_name": ("Last Name", "Nachname", "Nom"),
        "title": ("Title", "Titel", "Titre"),
        "email": ("Email", "E-Mail"),
        "phone": ("Phone", "Telefon", "Téléphone", "Business Phone"),
        "mobile": ("Mobile", "Mobile Phone", "Mobil"),
        "account_external_id": ACCOUNT_ID,
        "account_name": ACCOUNT,
    },
)

ACCOUNTS = Dialect(
    system="salesforce",
    title="Salesforce report of accounts",
    kind="account",
    signature=(
        ACCOUNT,
        ("Account Owner", "Accountinhaber", "Propriétaire du compte", *ACCOUNT_ID),
        ("Billing City", "Billing Country", "Billing State/Province", "Industry", "Website", "Phone", "Type",
         "Rating", "Last Activity", "Last Modified Date", "Branche"),
    ),
    fields={
        "external_id": ACCOUNT_ID,
        "name": ACCOUNT,
        "country": ("Billing Country", "Billing Country (text only)", "Land (Rechnungsanschrift)", "Shipping Country"),
        "state": ("Billing State/Province", "Billing State/Province (text only)", "Shipping State/Province"),
        "city": ("Billing City", "Ort (Rechnungsanschrift)", "Shipping City"),
        "phone": ("Phone", "Telefon", "Téléphone"),
        "website": ("Website", "Site Web"),
        "industry": ("Industry", "Branche", "Secteur d'activité"),
        "owner_name": ("Account Owner", "Accountinhaber", "Propriétaire du compte"),
    },
)  # fmt: skip

LEADS = Dialect(
    system="salesforce",
    title="Salesforce report of leads",
    signature=(
        ("Company / Account", "Firma/Account", "Company"),
        ("Lead Owner", "Lead Status", "Lead-Inhaber", "Lead-Status"),
    ),
    aside="Leads are not deals yet. Import them once they have become opportunities.",
)

CHANGES = Dialect(
    system="salesforce",
    title="Salesforce report of field history",
    signature=(NAME, ("Field / Event",), ("Old Value",), ("New Value",)),
    aside="Single field changes are not used. For the stages, export the Opportunity History report.",
)

DIALECTS = (CHANGES, HISTORY, DEALS, LEADS, CONTACTS, ACCOUNTS)
