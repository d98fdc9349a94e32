"""The first run: the team and its owner."""

from typing import cast

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from bowout.desk.team import AlreadyFounded, found_team
from bowout.store import teams
from bowout.store.models import Team, User
from bowout.web.forms.signing import Welcome
from bowout.web.seller import in_english


@sensitive_post_parameters("password")
@never_cache
@in_english
def welcome(request: HttpRequest) -> HttpResponse:
    """Make the team and its owner; not found once there is one."""
    if teams.any_team():
        raise Http404
    form = Welcome(request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, _found(form), backend="django.contrib.auth.backends.ModelBackend")
        return redirect("today")
    return render(request, "web/welcome.html", {"form": form}, status=422 if form.errors else 200)


def _found(form: Welcome) -> User:
    given = form.cleaned_data
    team = Team(name=given["team"], zone=given["zone"], country=given["country"])
    owner = User(name=given["name"], email=given["email"], role=cast(User.Role, given["role"]), zone=given["zone"])
    try:
        found_team(team, owner, given["password"])
    except AlreadyFounded as error:
        raise Http404 from error
    return owner


urlpatterns = [path("welcome/", welcome, name="welcome")]
