"""What is dated on a deal."""

from django.conf import settings
from django.db import models

from bowout.store.models.deal import Deal


class CalendarEntry(models.Model):
    """Something the customer expects of us, or decides, at a moment.

    ``seen_by``: in whose calendar it stands, and ``file`` under which name there (hashed).
    """

    class Kind(models.TextChoices):
        MEETING = "meeting"
        DEMO = "demo"
        SUBMISSION = "submission"
        DECISION = "decision"

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="calendar", db_index=False)
    external_id = models.CharField(max_length=200, null=True, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField()
    title = models.CharField(max_length=300, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True, db_index=False
    )
    file = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deal", "external_id"], name="calendar_external")]
        indexes = [
            models.Index(fields=["deal", "at"], name="calendar_by_deal"),
            models.Index(fields=["seen_by", "at"], name="calendar_by_seer"),
        ]


class StageChange(models.Model):
    """A line of the deal's stage history, as the CRM tells it."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="stage_changes", db_index=False)
    external_id = models.CharField(max_length=200, null=True, blank=True)
    at = models.DateTimeField()
    stage = models.CharField(max_length=100, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    close_date = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deal", "external_id"], name="stage_change_external")]
        indexes = [models.Index(fields=["deal", "at"], name="stage_change_by_deal")]


class OwnCalendar(models.Model):
    """A member's calendar on a server. ``secret`` is their password, encrypted; ``busy`` when they cannot call, in UTC.

    ``next_at`` is when it is looked at again; whoever looks sets it first.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar")
    url = models.CharField(max_length=500)
    login = models.CharField(max_length=200)
    secret = models.TextField()
    next_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True)
    found = models.PositiveIntegerField(default=0)
    busy = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["next_at"], name="own_calendar_by_next")]
