"""What has come into the mailbox."""

from django.conf import settings
from django.db import models

from bowout.store.models.account import Contact
from bowout.store.models.team import Team
from bowout.store.models.walkaway import WalkAway


class MailboxPlace(models.Model):
    """How far a mailbox was read, and how the last try went. One worker at a time reads it, under a lease.

    ``trying`` is the message that was begun last, and ``tries`` how often it was without coming to an end.
    """

    name = models.CharField(max_length=500, unique=True)
    validity = models.BigIntegerField(default=0)
    uid = models.BigIntegerField(default=0)
    checked_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    lease_until = models.DateTimeField(null=True)
    lease_token = models.CharField(max_length=64, blank=True)
    trying = models.CharField(max_length=50, blank=True)
    tries = models.PositiveIntegerField(default=0)


class Received(models.Model):
    """One message. ``message_id`` is unique: nothing is read twice.

    ``team`` is null while nobody can say whose it is: then it is for the teams that know its sender (``known_to``).
    What answers a mail that was ``private_to`` somebody is so, too. The message as it came lies in a file of the house,
    named by its hash; nothing of it is ever shown as HTML.
    """

    class Kind(models.TextChoices):
        REPLY = "reply"
        AWAY = "away"
        BOUNCE = "bounce"
        AUTO = "auto"
        CALENDAR = "calendar"
        OURS = "ours"

    team = models.ForeignKey(Team, models.CASCADE, related_name="received", null=True, blank=True)
    known_to = models.ManyToManyField(Team, related_name="+")
    walk_away = models.ForeignKey(WalkAway, models.CASCADE, related_name="received", null=True, blank=True)
    contact = models.ForeignKey(Contact, models.SET_NULL, related_name="+", null=True, blank=True)
    private_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True, blank=True, db_index=False
    )
    message_id = models.CharField(max_length=1000, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)
    sender = models.CharField(max_length=320, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    files = models.JSONField(default=list, blank=True)
    whole = models.BooleanField(default=True)
    file = models.CharField(max_length=80)
    sent_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()

    @property
    def is_kept(self) -> bool:
        """False when the message as it came had to be erased."""
        return not self.file.startswith("-")

    class Meta:
        indexes = [
            models.Index(fields=["walk_away", "-received_at"], name="received_by_walk_away"),
            models.Index(fields=["team", "-received_at"], name="received_by_team"),
        ]
