"""Calendars of others: what is dated in an iCalendar file. No database, no clock."""

from bowout.connectors.calendar.dated import Dated, Unreadable, read

__all__ = ["Dated", "Unreadable", "read"]
