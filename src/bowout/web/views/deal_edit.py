"""Forms about a deal and its account. What is written here, imports leave alone."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.desk.deal import phones
from bowout.desk.editing import edit
from bowout.desk.placing import Place, suggested
from bowout.store import access, facts
from bowout.store.models import Account, Deal
from bowout.web.back import back
from bowout.web.forms.deal import AccountForm, Careful, DealForm
from bowout.web.seller import SellerRequest, seller


@seller
def facts_of(request: SellerRequest, key: int) -> HttpResponse:
    """Change the deal's facts."""
    deal = _deal(request, key)
    members = access.members_of(request.user).filter(is_active=True).order_by("name")
    people = access.contacts_of(request.user).filter(deal_contacts__deal=deal).order_by("name")
    form = DealForm(members, people, deal, request.POST or None)
    if request.method == "POST" and form.is_valid() and _saved(request, form, deal):
        return redirect("deal", key)
    stages = access.deals_of(request.user).exclude(stage="").order_by("stage").values_list("stage", flat=True)
    return _form(request, "web/deal_edit.html", deal, form, stages=stages.distinct())


@seller
def account(request: SellerRequest, key: int) -> HttpResponse:
    """Change where the customer is."""
    deal = _deal(request, key)
    form = AccountForm(deal.account, request.POST or None)
    if request.method == "POST" and form.is_valid() and _saved(request, form, deal.account):
        return redirect("deal", key)
    return _form(request, "web/account_edit.html", deal, form, place=_place(deal))


@seller
@require_POST
def take_suggested(request: SellerRequest, key: int) -> HttpResponse:
    """Put the customer where their phone number says, or into one of their country's zones."""
    deal = _deal(request, key)
    place = _place(deal)
    zone = request.POST.get("zone", "")
    if place and (zone in place.zones or not place.zones):
        edit(request.user, deal.account, {"country": place.country, "zone": zone if place.zones else place.zone})
        messages.success(request, f"{deal.account.name} is there now. Office hours and holidays count from there.")
    return back(request, key)


def _place(deal: Deal) -> Place | None:
    return suggested(deal.account, phones(facts.people([deal]).get(deal.pk, [])), deal.team.country)


def _deal(request: SellerRequest, key: int) -> Deal:
    return get_object_or_404(access.deals_of(request.user).select_related("account", "team"), pk=key)


def _saved(request: SellerRequest, form: Careful, row: Deal | Account) -> bool:
    try:
        edit(request.user, row, form.changes())
    except ValidationError as error:
        form.add_error(None, error)
        return False
    messages.success(request, "Saved. Imports leave alone what you changed.")
    return True


def _form(request: SellerRequest, template: str, deal: Deal, form: Careful, **more: Any) -> HttpResponse:
    return render(request, template, {"deal": deal, "form": form, **more}, status=422 if form.errors else 200)


urlpatterns = [
    path("deals/<number:key>/edit/", facts_of, name="deal-edit"),
    path("deals/<number:key>/account/", account, name="deal-account"),
    path("deals/<number:key>/account/suggested/", take_suggested, name="deal-account-suggested"),
]
