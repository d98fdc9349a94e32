"""The projection of one event stream: what pages list and sort by. Rebuilt from the log at any time."""

from django.db import models

from bowout.core.walkaway import UNDER_WAY
from bowout.store.models.deal import Deal


class WalkAway(models.Model):
    """One walk-away; ``id`` is the stream's. But for it, ``deal`` and ``felt_seen_to_at`` all is from the log.

    ``next_due`` is null when nothing is due; ``next_by`` holds every role it is due from, e.g. ``rep manager``.
    ``turns_at`` is when time alone changes what is next: a no-contact period begins or ends.
    ``did_…`` is what the log says of each of the three tests: ``for``, ``against``, or nothing. ``felt_due`` is when
    they may be asked by mail how it felt, and ``felt_seen_to_at`` when a worker saw to that, whether it wrote or not.
    """

    id = models.UUIDField(primary_key=True)
    deal = models.ForeignKey(Deal, models.PROTECT, related_name="walk_aways")
    version = models.PositiveIntegerField()
    status = models.CharField(max_length=20)
    considered_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    window_until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    check_back_on = models.DateField(null=True)
    unread = models.BooleanField(default=False)
    call_wanted = models.BooleanField(default=False)
    mangled = models.BooleanField(default=False)
    bluff = models.BooleanField(default=False)
    corrected = models.PositiveSmallIntegerField(default=0)
    overrides = models.PositiveSmallIntegerField(default=0)
    next_do = models.CharField(max_length=40, blank=True)
    next_by = models.CharField(max_length=20, blank=True)
    next_due = models.DateTimeField(null=True)
    next_why = models.TextField(blank=True)
    quiet_until = models.DateTimeField(null=True)
    turns_at = models.DateTimeField(null=True)
    did_respected = models.CharField(max_length=8, blank=True)
    did_open = models.CharField(max_length=8, blank=True)
    did_consulted = models.CharField(max_length=8, blank=True)
    felt_due = models.DateTimeField(null=True)
    felt_seen_to_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["deal"],
                condition=models.Q(status__in=sorted(UNDER_WAY)),
                name="walk_away_one_under_way",
            )
        ]
        indexes = [
            models.Index(fields=["next_due"], name="walk_away_by_due"),
            models.Index(fields=["status", "next_due"], name="walk_away_by_status"),
            models.Index(fields=["turns_at"], condition=models.Q(turns_at__isnull=False), name="walk_away_by_turn"),
            models.Index(
                fields=["felt_due"],
                condition=models.Q(felt_due__isnull=False, felt_seen_to_at=None),
                name="walk_away_by_felt",
            ),
        ]
