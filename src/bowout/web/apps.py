"""The web as Django knows it."""

from django.apps import AppConfig
from django.urls import register_converter

from bowout.web.numbers import Number


class WebConfig(AppConfig):
    """Views, forms, templates and static files."""

    name = "bowout.web"
    label = "web"

    def ready(self) -> None:
        """Before any address is read."""
        register_converter(Number, "number")
