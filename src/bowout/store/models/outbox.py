"""What has to leave the house."""

from django.conf import settings
from django.db import models

from bowout.store.models.team import Team
from bowout.store.models.walkaway import WalkAway


class Outbox(models.Model):
    """One outgoing thing; ``key`` is unique, so that asking twice sends once. ``mail_id`` is how answers name it.

    The team sees it, unless it is ``private_to`` one of them.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        LEASED = "leased"
        HANDING_OVER = "handing-over"
        SENT = "sent"
        IN_DOUBT = "in-doubt"
        FAILED = "failed"

    team = models.ForeignKey(Team, models.CASCADE, related_name="outbox")
    walk_away = models.ForeignKey(WalkAway, models.CASCADE, related_name="outbox", null=True, blank=True)
    private_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True, blank=True, db_index=False
    )
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200, unique=True)
    mail_id = models.CharField(max_length=40, blank=True)
    payload = models.JSONField()
    state = models.CharField(max_length=20, choices=State, default=State.WAITING)
    not_before = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    lease_token = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "not_before"], name="outbox_waiting"),
            models.Index(fields=["state", "lease_until"], name="outbox_leased"),
            models.Index(fields=["mail_id"], name="outbox_by_mail_id"),
        ]
