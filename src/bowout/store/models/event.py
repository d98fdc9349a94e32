"""The log, and the words in it that a person may ask us to forget."""

from django.conf import settings
from django.db import models


class Event(models.Model):
    """One fact, written once. ``body`` is JSON in which erasable words are numbered (see ``Words``)."""

    stream = models.UUIDField()
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    by_role = models.CharField(max_length=20)
    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="events", null=True, blank=True)
    recorded_at = models.DateTimeField()
    body = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream", "version"], name="event_once")]
        indexes = [models.Index(fields=["kind", "recorded_at"], name="event_by_kind")]


class Words(models.Model):
    """A text of the event ``stream``/``version``, by its number there. Emptied when it must be forgotten."""

    stream = models.UUIDField()
    version = models.PositiveIntegerField()
    number = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream", "version", "number"], name="words_once")]
