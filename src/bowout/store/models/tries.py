"""Who tries to sign in, so that nobody can guess for ever."""

from django.db import models


class SignInTries(models.Model):
    """Tries since ``since`` under one key: a hash of an account, or of an account and where they come from."""

    key = models.CharField(max_length=64, primary_key=True)
    tries = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["since"], name="sign_in_tries_by_age")]
