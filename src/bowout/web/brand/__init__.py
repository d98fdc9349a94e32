"""A team's own colour and logo, as they reach the customer's page."""
