"""The invented companies. Their phone numbers are set aside for stories, or cannot exist."""

from bowout.demo.customers import americas, asia, europe, partners

DIRECT = (*europe.COMPANIES, *americas.COMPANIES, *asia.COMPANIES)
PARTNERS = partners.COMPANIES
