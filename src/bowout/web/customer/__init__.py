"""What the customer's page needs besides its view: their language and clock, what they typed, what they confirm."""
