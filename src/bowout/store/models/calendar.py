"""What is dated on a deal."""

from django.db import models

from bowout.store.models.deal import Deal


class CalendarEntry(models.Model):
    """Something the customer expects of us, or decides, at a moment."""

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

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deal", "external_id"], name="calendar_external")]
        indexes = [models.Index(fields=["deal", "at"], name="calendar_by_deal")]


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
