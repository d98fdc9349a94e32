"""What people think of the language guard."""

from django.conf import settings
from django.db import models


class NotUseful(models.Model):
    """Somebody found a finding of this rule not useful; of what they had written, nothing is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    rule = models.CharField(max_length=200)
    on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "rule", "on"], name="once_a_day"),)
