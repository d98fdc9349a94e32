"""What is next for me."""

from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from bowout.desk.overriding import lately
from bowout.desk.today import Today
from bowout.desk.today import today as read
from bowout.desk.urgency import Scope
from bowout.store import access
from bowout.web.labels import GROUP
from bowout.web.paging import number
from bowout.web.seller import SellerRequest, seller


@seller
def today(request: SellerRequest) -> HttpResponse:
    """The day's work, most urgent first: mine, or the whole team's."""
    scope = _scope(request)
    later = request.GET.get("when") == "later"
    found = read(request.user, scope, request.now, number(request), later)
    shown = {
        "found": found,
        "groups": [(*GROUP[name], name, count, items) for name, count, items in found.groups],
        "scope": scope,
        "later": later,
        "overrode": () if later or found.page.number > 1 else lately(request.user, request.now),
        "date": request.now.astimezone(ZoneInfo(request.user.zone)).date(),
        **_emptiness(request, found),
    }
    return render(request, "web/today.html", shown)


def _scope(request: SellerRequest) -> Scope:
    # RevOps owns no deals: what they can look at is the team's day.
    asked = request.GET.get("scope") or ("team" if request.user.role == "revops" else "mine")
    return "team" if asked == "team" else "mine"


def _emptiness(request: SellerRequest, found: Today) -> dict[str, Any]:
    """Why there is nothing to show; asked only when there isn't."""
    if found.page.object_list:
        return {"empty": ""}
    if not access.deals_of(request.user).exists():
        return {"empty": "no-deals"}
    return {"empty": "nothing-due" if access.walk_aways_of(request.user).exists() else "no-walk-aways"}


urlpatterns = [path("", today, name="today")]
