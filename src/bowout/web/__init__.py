"""The pages: for the team, and one for the customer."""
