"""Bowout: walk away from a deal so that the customer is asked first and the door stays open."""

__version__ = "0.1.0"
