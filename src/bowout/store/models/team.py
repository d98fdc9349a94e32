"""The team that shares deals and a playbook."""

from django.db import models


class Team(models.Model):
    """People who see the same deals. ``playbook`` holds only what differs from the defaults, ``words`` the rules
    of the language guard that are its own, in TOML; ``known_as`` and ``colour`` (``#rrggbb``) are how its customers
    know the company, and empty until somebody says."""

    name = models.CharField(max_length=200)
    zone = models.CharField(max_length=64, default="UTC")
    country = models.CharField(max_length=2, blank=True)
    playbook = models.JSONField(default=dict, blank=True)
    words = models.TextField(blank=True)
    known_as = models.CharField(max_length=200, blank=True)
    colour = models.CharField(max_length=7, blank=True)

    def __str__(self) -> str:
        return self.name
