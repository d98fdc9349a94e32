"""People who sign in."""

from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from bowout.store.models.team import Team


class UserManager(BaseUserManager["User"]):
    """Finds and makes users by e-mail address, whatever its case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A saved user; without a password nobody can sign in as them yet."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with that address. Raises ``User.DoesNotExist``."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A member of one team. The address is kept in lower case, so that it is unique whatever its case.

    ``digest_at`` is when their next morning mail is due; null until the worker has seen them first. From ``away_from``
    to ``away_until``, both days included, they do not work.
    """

    class Role(models.TextChoices):
        REP = "rep"
        MANAGER = "manager"
        EXECUTIVE = "executive"
        REVOPS = "revops"

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    team = models.ForeignKey(Team, models.PROTECT, related_name="members")
    role = models.CharField(max_length=10, choices=Role, default=Role.REP)
    zone = models.CharField(max_length=64, default="UTC")
    is_active = models.BooleanField(default=True)
    digest = models.BooleanField(default=True)
    digest_at = models.DateTimeField(null=True)
    away_from = models.DateField(null=True, blank=True)
    away_until = models.DateField(null=True, blank=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        indexes = [models.Index(fields=["digest_at"], name="user_by_digest")]
        constraints = [models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_lower_case")]

    def __str__(self) -> str:
        return self.name

    def is_away(self, day: date) -> bool:
        """True on the days that they do not work."""
        return self.away_from is not None and self.away_until is not None and self.away_from <= day <= self.away_until

    def get_short_name(self) -> str:
        """What colleagues call them."""
        return self.name.partition(" ")[0]
