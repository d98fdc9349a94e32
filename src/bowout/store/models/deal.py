"""Opportunities, and who at the customer has which part in them."""

from django.conf import settings
from django.db import models

from bowout.store.models.account import Account, Contact
from bowout.store.models.team import Team


class Deal(models.Model):
    """One opportunity. ``kept`` names the fields that people edited here; imports leave those alone."""

    class Status(models.TextChoices):
        OPEN = "open"
        WON = "won"
        LOST = "lost"
        WITHDRAWN = "withdrawn"

    class Regime(models.TextChoices):
        OPEN = "open"
        NO_CONTACT = "no-contact"

    team = models.ForeignKey(Team, models.CASCADE, related_name="deals", db_index=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="deals", null=True, blank=True, db_index=False
    )
    owner_name = models.CharField(max_length=200, blank=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="deals")
    source = models.CharField(max_length=40, blank=True)
    external_id = models.CharField(max_length=200, null=True, blank=True)
    name = models.CharField(max_length=300)
    stage = models.CharField(max_length=100, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    close_date = models.DateField(null=True, blank=True)
    created_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    regime = models.CharField(max_length=10, choices=Regime, default=Regime.OPEN)
    regime_from = models.DateField(null=True, blank=True)
    regime_until = models.DateField(null=True, blank=True)
    regime_source = models.CharField(max_length=300, blank=True)
    officer = models.ForeignKey(Contact, models.SET_NULL, related_name="+", null=True, blank=True, db_index=False)
    submitted = models.BooleanField(default=False)
    withdraw_until = models.DateField(null=True, blank=True)
    binding_until = models.DateField(null=True, blank=True)
    description = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    kept = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "source", "external_id"], name="deal_external")]
        indexes = [
            models.Index(fields=["owner", "status", "close_date"], name="deal_by_owner"),
            models.Index(fields=["team", "status", "close_date"], name="deal_by_close_date"),
            models.Index(fields=["team", "status", "amount"], name="deal_by_amount"),
            models.Index(fields=["team", "status", "stage"], name="deal_by_stage"),
            models.Index(fields=["team", "status", "name"], name="deal_by_name"),
        ]

    def __str__(self) -> str:
        return self.name


class DealContact(models.Model):
    """A contact's part in one deal, e.g. champion or economic buyer."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="deal_contacts", db_index=False)
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="deal_contacts")
    role = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deal", "contact"], name="deal_contact_once")]


class TakenOut(models.Model):
    """People here took this contact out of this deal; no import puts them back."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="taken_out", db_index=False)
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="taken_out")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deal", "contact"], name="taken_out_once")]
