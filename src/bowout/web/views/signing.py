"""Signing in and out."""

from math import ceil
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from bowout.store import teams, tries
from bowout.web import clock
from bowout.web.forms.signing import SignIn
from bowout.web.seller import in_english


@sensitive_post_parameters("password")
@never_cache
@in_english
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for address and password; go on to where they wanted to go."""
    if request.user.is_authenticated:
        return redirect(_next(request))
    if not teams.any_team():
        return redirect("welcome")
    form = SignIn(request.POST or None)
    if request.method == "POST" and form.is_valid() and _try(request, form):
        return redirect(_next(request))
    status = 200 if request.method != "POST" else 422
    return render(request, "web/sign_in.html", {"form": form, "next": _next(request)}, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign-in")


def _try(request: HttpRequest, form: SignIn) -> bool:
    email, where = form.cleaned_data["email"], _where(request)
    if wait := tries.note(email, where, clock.now()):
        minutes = ceil(wait.total_seconds() / 60)
        form.add_error(None, f"Too many tries. Wait {minutes} minute{'s' * (minutes != 1)}, then try again.")
        return False
    user = authenticate(request, username=email, password=form.cleaned_data["password"])
    if user is None:
        form.add_error(None, "That address and password do not belong together.")
        return False
    tries.clear(email, where)
    login(request, user)
    return True


def _where(request: HttpRequest) -> str:
    """Where they come from. Behind the proxy that does TLS for us, only its own last word counts."""
    told = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _next(request: HttpRequest) -> str:
    """Where to go on to: a page of ours, never somebody else's."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and urlsplit(wanted).path not in {"/sign-in/", "/sign-out/"} else "/"


urlpatterns = [path("sign-in/", sign_in, name="sign-in"), path("sign-out/", sign_out, name="sign-out")]
