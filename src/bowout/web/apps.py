"""The web as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Views, forms, templates and static files."""

    name = "bowout.web"
    label = "web"
