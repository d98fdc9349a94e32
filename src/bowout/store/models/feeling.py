"""How it felt to somebody at a customer, as figures count it. Rebuilt from the log at any time."""

from django.db import models

from bowout.store.models.walkaway import WalkAway


class Feeling(models.Model):
    """One answer, without its words; a grade is 0 where they gave none. ``contact`` is the key that the log has."""

    walk_away = models.ForeignKey(WalkAway, models.CASCADE, related_name="feelings")
    contact = models.CharField(max_length=40)
    respected = models.PositiveSmallIntegerField()
    open_person = models.PositiveSmallIntegerField()
    open_company = models.PositiveSmallIntegerField()
    consulted = models.PositiveSmallIntegerField()
    private = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["walk_away", "contact"], name="feeling_once")]
