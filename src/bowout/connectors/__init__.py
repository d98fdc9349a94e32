"""Doors to other systems: files in, mail out. No database."""
