"""Wakes Django up, for the commands that need the database."""

import os


def ready() -> None:
    """Load settings and models; again changes nothing."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bowout.site.settings")
    django.setup()
