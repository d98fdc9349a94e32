"""What a team's customers see at the head of their page."""

from django.db import models

from bowout.store.models.team import Team


class Logo(models.Model):
    """A team's logo: a PNG that we made, never the file that was given. It lies in the database, so that a copy of
    that is whole.

    ``key`` is new with every logo, and no team can be found by it; ``light`` wants a dark ground.
    """

    team = models.OneToOneField(Team, models.CASCADE, primary_key=True, related_name="+")
    key = models.UUIDField(unique=True)
    png = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    light = models.BooleanField(default=False)
