"""Every number and choice that the team may tune."""

from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BoundField
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.core.playbook import Entry, Playbook, entries
from bowout.desk.team import tune
from bowout.store import access
from bowout.web.forms.playbook import PlaybookForm, allowed, said
from bowout.web.labels import PLAYBOOK
from bowout.web.seller import SellerRequest, seller


class Line(NamedTuple):
    """A line of the playbook with the team's value."""

    entry: Entry
    field: BoundField
    value: str
    default: str
    changed: bool
    allowed: str


@seller
def playbook(request: SellerRequest) -> HttpResponse:
    """All lines; managers and RevOps may change them."""
    ours = Playbook.of(access.team_of(request.user).playbook)
    if request.method != "POST":
        return _page(request, ours, PlaybookForm(ours))
    _must_tune(request)
    form = PlaybookForm(ours, request.POST)
    if not form.is_valid():
        return _page(request, ours, form)
    tune(request.user, form.overrides())
    messages.success(request, "The playbook is changed. What is due has moved with it.")
    return redirect("playbook")


@seller
@require_POST
def reset(request: SellerRequest) -> HttpResponse:
    """Give one line its default again."""
    _must_tune(request)
    name = request.POST.get("name", "")
    if name not in PLAYBOOK:
        raise Http404
    ours = dict(access.team_of(request.user).playbook)
    ours.pop(name, None)
    tune(request.user, ours)
    messages.success(request, f"“{PLAYBOOK[name]}” has its default again.")
    return redirect("playbook")


def _page(request: SellerRequest, ours: Playbook, form: PlaybookForm) -> HttpResponse:
    lines = [_line(entry, ours, form) for entry in entries()]
    shown = {"form": form, "lines": lines, "may_tune": access.may_tune(request.user)}
    return render(request, "web/playbook.html", shown, status=422 if form.errors else 200)


def _line(entry: Entry, ours: Playbook, form: PlaybookForm) -> Line:
    value = getattr(ours, entry.name)
    changed = value != entry.default
    return Line(entry, form[entry.name], said(entry, value), said(entry, entry.default), changed, allowed(entry))


def _must_tune(request: SellerRequest) -> None:
    if not access.may_tune(request.user):
        raise PermissionDenied


urlpatterns = [path("playbook/", playbook, name="playbook"), path("playbook/reset/", reset, name="playbook-reset")]
