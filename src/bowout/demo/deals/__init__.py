"""The invented deals, as a CRM would bring them: about forty, in all states."""

from bowout.demo.deals import americas, asia, europe, partners

DIRECT = (*europe.DEALS, *americas.DEALS, *asia.DEALS)
PARTNERS = partners.DEALS
