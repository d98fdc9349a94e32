"""What the columns of files nobody knows are usually called. Words, best first; and what their values look like."""

from bowout.connectors.tabular.records import Kind

SPOKEN: dict[Kind, dict[str, str]] = {
    "deal": {
        "external_id": (
            "opportunity id, deal id, opp id, oppty id, record id, crm id, external id, opportunity "
            "number, opportunity no, deal number, id, nr, key"
        ),
        "name": (
            "opportunity name, deal name, opportunity, deal, deal title, topic, potential name, project "
            "name, title, name, subject, verkaufschance, projekt, titel, bezeichnung, affaire, "
            "opportunité, intitulé, product"
        ),
        "account_external_id": "account id, company id, customer id, organization id, client id",
        "account_name": (
            "account name, account, company name, company, customer name, customer, client name, client, "
            "organization, organisation, firma, kunde, unternehmen, société, entreprise, compte"
        ),
        "owner_name": (
            "deal owner, opportunity owner, owner name, owner, sales agent, sales rep, salesperson, sales "
            "person, account executive, rep, rep name, seller, assigned to, account manager, verkäufer, "
            "besitzer, zuständig, verantwortlich, inhaber, commercial, propriétaire, responsable"
        ),
        "owner_email": "owner email, rep email, sales rep email",
        "stage": (
            "deal stage, stage, sales stage, stage name, opportunity stage, pipeline stage, phase, "
            "verkaufsphase, etappe, étape, etape, status"
        ),
        "status": ("deal status, opportunity status, status, state, outcome, result, won lost, statut"),
        "amount": (
            "amount, deal value, deal amount, opportunity amount, close value, value, total value, "
            "expected value, revenue, est revenue, price, contract value, tcv, acv, arr, betrag, wert, "
            "volumen, umsatz, auftragswert, montant, valeur, ca"
        ),
        "currency": "currency, currency code, amount currency, währung, devise",
        "close_date": (
            "close date, closing date, expected close date, est close date, expected close, closed at, "
            "closed date, close, target date, due date, decision date, abschlussdatum, abschluss, "
            "schlusstermin, abschlusstermin, date de clôture, date de cloture, échéance"
        ),
        "created_on": (
            "created date, created on, create date, created at, created, creation date, date created, "
            "engage date, open date, opened, start date, erstelldatum, erstellt am, angelegt am, "
            "erstellt, date de création, créé le"
        ),
        "probability": ("probability, probability %, win probability, chance, wahrscheinlichkeit, probabilité"),
        "next_step": "next step, next steps, next action, nächster schritt, prochaine étape",
        "description": (
            "description, notes, note, comments, comment, details, beschreibung, notiz, bemerkung, commentaire"
        ),
        "contact_names": (
            "contact, contact name, primary contact, contact person, key contact, ansprechpartner, "
            "kontakt, interlocuteur"
        ),
        "contact_emails": "contact email, email, e-mail, primary contact email",
    },
    "account": {
        "external_id": ("account id, company id, customer id, organization id, record id, id, nr, key"),
        "name": (
            "account name, account, company name, company, customer name, customer, client, organization, "
            "organisation, name, firma, kunde, unternehmen, société, entreprise"
        ),
        "country": ("country, billing country, country region, office location, location, land, pays"),
        "state": "state, region, province, bundesland, kanton, département",
        "city": "city, town, billing city, ort, stadt, ville",
        "phone": "phone, phone number, telephone, main phone, telefon, téléphone",
        "website": "website, web site, url, domain, homepage, webseite, site web",
        "industry": "industry, sector, vertical, branche, secteur",
        "owner_name": "account owner, owner, account manager, betreuer",
    },
    "contact": {
        "external_id": "contact id, person id, record id, id, nr",
        "first_name": "first name, firstname, given name, vorname, prénom",
        "last_name": ("last name, lastname, surname, family name, nachname, familienname, nom de famille, nom"),
        "name": "full name, contact name, contact, name, person",
        "title": "job title, title, position, role, funktion, titel, fonction",
        "email": "email, email address, e-mail, mail, work email",
        "phone": "phone, phone number, business phone, telephone, telefon, téléphone",
        "mobile": "mobile, mobile phone, cell, cell phone, handy, mobil",
        "account_external_id": "account id, company id, customer id, organization id",
        "account_name": ("account name, account, company name, company, organization, firma, kunde, société"),
    },
    "stage": {
        "external_id": "history id, id",
        "deal_external_id": "opportunity id, deal id",
        "deal_name": "opportunity name, deal name, opportunity, deal",
        "at": (
            "changed at, change date, stage change date, last modified, date entered stage, entered at, "
            "entered, timestamp, date, geändert am"
        ),
        "stage": "to stage, new stage, stage, stage name, phase",
        "amount": "amount, value",
    },
}

CALLED: dict[Kind, dict[str, tuple[str, ...]]] = {
    kind: {field: tuple(words.split(", ")) for field, words in fields.items()} for kind, fields in SPOKEN.items()
}
"""Kind of table, field, and the headers people give it."""

WEAK = frozenset({"product", "title", "close", "ca", "state", "location", "region", "date", "nr", "key", "rep"})
"""Words that may well mean something else."""

SETS_APART: dict[Kind, frozenset[str]] = {
    "deal": frozenset({"stage", "status", "amount", "close_date", "probability", "next_step"}),
    "account": frozenset({"industry", "website", "country", "city"}),
    "contact": frozenset({"email", "first_name", "last_name", "title", "mobile"}),
    "stage": frozenset({"at"}),
}
"""Fields that only one kind of table has."""
