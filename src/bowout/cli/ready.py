"""Wakes Django up, for the commands that need the database."""

import os


def ready() -> None:
    """Load settings and models; again changes nothing. Ends the command where a setting cannot be."""
    import django

    from bowout.desk.tagging import TooLong

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bowout.site.settings")
    try:
        django.setup()
    except TooLong as error:
        raise SystemExit(str(error)) from error
