"""One deal: what is known of it, and where a doubt is raised."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from bowout.desk.deal import deal_page
from bowout.store.models import Deal
from bowout.web.forms.deal import ROLES, EntryForm, PersonForm
from bowout.web.labels import KIND, REGIME
from bowout.web.seller import SellerRequest, seller


@seller
def show(request: SellerRequest, key: int) -> HttpResponse:
    """The deal as it stands."""
    return page(request, key)


def page(request: SellerRequest, key: int, **forms: Any) -> HttpResponse:
    """The deal's page; ``forms`` are those that somebody filled in wrongly, by name."""
    try:
        found = deal_page(request.user, key, request.now, request.GET.get("who", "")[:100])
    except Deal.DoesNotExist as error:
        raise Http404 from error
    shown = {
        "found": found,
        "deal": found.deal,
        "regime": REGIME[found.deal.regime],
        "kinds": KIND,
        "roles": ROLES,
        "person": PersonForm(auto_id="person_%s"),
        "entry": EntryForm(auto_id="entry_%s"),
        **forms,
    }
    return render(request, "web/deal.html", shown, status=422 if forms else 200)


urlpatterns = [path("deals/<number:key>/", show, name="deal")]
