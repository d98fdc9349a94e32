"""The store as Django knows it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """All tables of Bowout."""

    name = "bowout.store"
    label = "store"
