"""What every page of the team has in common: somebody is signed in, and it is some moment."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.cache import never_cache

from bowout.store import teams
from bowout.store.models import User
from bowout.web import clock


class SellerRequest(HttpRequest):
    """A request of somebody in a team; ``now`` is the one moment that the whole page speaks of."""

    user: User
    now: datetime


Page = Callable[..., HttpResponse]


def seller(page: Page) -> Page:
    """Let in who is signed in, and send others to the sign-in, or to the first run where there is no team yet."""

    @wraps(page)
    @never_cache
    @in_english
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path()) if teams.any_team() else redirect("welcome")
        request.now = clock.now()
        return page(request, *args, **kwargs)

    return guarded


def in_english(page: Page) -> Page:
    """The team's pages are written in English, so Django's own words on them are, too."""

    @wraps(page)
    def spoken(*args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override("en"):
            return page(*args, **kwargs)

    return spoken
