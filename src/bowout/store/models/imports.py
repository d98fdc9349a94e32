"""Files that were brought in, and how their columns were understood."""

from django.conf import settings
from django.db import models

from bowout.store.models.team import Team


class ImportRun(models.Model):
    """One upload of one or several files; ``desk.importing.uploads`` knows what stands in its JSON.

    ``path`` is a folder in BOWOUT_IMPORTS; rows to mend lie in it, too. While it runs, a worker has it by
    ``lease_token``; a worker that dies lets ``lease_until`` pass, and the next one begins again.
    """

    class Status(models.TextChoices):
        UPLOADED = "uploaded"
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    team = models.ForeignKey(Team, models.CASCADE, related_name="import_runs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="import_runs")
    file_name = models.CharField(max_length=300)
    path = models.CharField(max_length=500)
    mapping = models.JSONField(default=dict, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    problem = models.TextField(blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.UPLOADED)
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    lease_until = models.DateTimeField(null=True)
    lease_token = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["status", "lease_until"], name="import_run_waiting")]


class SavedMapping(models.Model):
    """How a team maps files with these headers (``signature``)."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="mappings", db_index=False)
    name = models.CharField(max_length=200)
    signature = models.CharField(max_length=64)
    mapping = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "signature"], name="mapping_once")]
