"""Customers and their people."""

from django.db import models
from django.db.models.functions import Lower

from bowout.store.models.team import Team


class Account(models.Model):
    """A company that we sell to. An empty ``zone`` means that nobody has said where they are."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="accounts")
    source = models.CharField(max_length=40, blank=True)
    external_id = models.CharField(max_length=200, null=True, blank=True)
    name = models.CharField(max_length=300)
    country = models.CharField(max_length=2, blank=True)
    region = models.CharField(max_length=16, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=8, blank=True)
    website = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=64, blank=True)
    kept = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "source", "external_id"], name="account_external")]
        indexes = [models.Index(fields=["team", "name"], name="account_by_name")]

    def __str__(self) -> str:
        return self.name


class Contact(models.Model):
    """A person at an account. Events name them by primary key only.

    ``country``, ``region`` and ``zone`` are set for somebody who sits elsewhere than the account, and ``language`` for
    somebody who speaks another. ``forget_at`` is when it was said that they must be forgotten; null once they are.
    """

    team = models.ForeignKey(Team, models.CASCADE, related_name="contacts")
    account = models.ForeignKey(Account, models.CASCADE, related_name="contacts", null=True, blank=True)
    source = models.CharField(max_length=40, blank=True)
    external_id = models.CharField(max_length=200, null=True, blank=True)
    name = models.CharField(max_length=300)
    title = models.CharField(max_length=300, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=64, blank=True)
    country = models.CharField(max_length=2, blank=True)
    region = models.CharField(max_length=16, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=8, blank=True)
    kept = models.JSONField(default=list, blank=True)
    forget_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "source", "external_id"], name="contact_external")]
        indexes = [
            models.Index(fields=["team", "email"], name="contact_by_email"),
            models.Index(Lower("email"), name="contact_by_address"),
            models.Index(fields=["forget_at"], condition=models.Q(forget_at__isnull=False), name="contact_to_forget"),
        ]

    def __str__(self) -> str:
        return self.name
