"""The customer's way to their page."""

from django.conf import settings
from django.db import models

from bowout.store.models.account import Contact
from bowout.store.models.walkaway import WalkAway


class CustomerLink(models.Model):
    """Opens one walk-away's page for one contact, until it expires or is revoked.

    ``asked_by`` is the contact who brought a colleague in; null where one of us made it.
    """

    id = models.UUIDField(primary_key=True)
    walk_away = models.ForeignKey(WalkAway, models.CASCADE, related_name="links")
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="links")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
