"""Who decides at the customer, and what is in their calendar."""

from django.contrib import messages
from django.forms import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.connectors.calendar import Unreadable
from bowout.desk.calendar_file import LARGEST, take
from bowout.desk.editing import add_entry, add_person, edit, remove_entry, remove_person
from bowout.desk.known_people import others
from bowout.desk.setting import setting_of
from bowout.store import access
from bowout.store.models import Contact, Deal
from bowout.web.forms.deal import ROLES, EntryForm, PersonForm, RoleForm
from bowout.web.forms.steps.base import on_clock
from bowout.web.seller import SellerRequest, seller
from bowout.web.views.deal import page


@seller
@require_POST
def add(request: SellerRequest, key: int) -> HttpResponse:
    """Add somebody at the customer."""
    deal = _deal(request, key)
    form = PersonForm(request.POST, auto_id="person_%s")
    if not form.is_valid():
        return page(request, key, person=form)
    given = dict(form.cleaned_data)
    role = given.pop("role")
    add_person(request.user, deal, Contact(**given), role)
    messages.success(request, f"{given['name']} is added.")
    return redirect("deal", key)


@seller
@require_POST
def add_known(request: SellerRequest, key: int) -> HttpResponse:
    """Give one of the account's contacts a part in the deal."""
    deal = _deal(request, key)
    chosen = request.POST.get("contact", "")
    contact = get_object_or_404(
        others(request.user, deal), pk=int(chosen) if chosen.isdecimal() and len(chosen) < 16 else 0
    )
    form = RoleForm(request.POST)
    if not form.is_valid():
        return page(request, key, known=form)
    add_person(request.user, deal, contact, form.cleaned_data["role"])
    messages.success(request, f"{contact.name} has a part in the deal now.")
    return redirect("deal", key)


@seller
def person(request: SellerRequest, key: int, contact: int) -> HttpResponse:
    """Change somebody, or their part."""
    deal = _deal(request, key)
    part = get_object_or_404(deal.deal_contacts.select_related("contact"), contact=contact)
    form = PersonForm.of(part, request.POST or None)
    if request.method == "POST" and form.is_valid():
        changes = form.changes()
        if "role" in changes:
            add_person(request.user, deal, part.contact, changes.pop("role"))
        edit(request.user, part.contact, changes)
        messages.success(request, "Saved. Imports leave alone what you changed.")
        return redirect("deal", key)
    shown = {"deal": deal, "part": part, "form": form, "roles": ROLES}
    return render(request, "web/person.html", shown, status=422 if form.errors else 200)


@seller
@require_POST
def leave(request: SellerRequest, key: int, contact: int) -> HttpResponse:
    """Take somebody out of the deal."""
    deal = _deal(request, key)
    part = get_object_or_404(deal.deal_contacts.select_related("contact"), contact=contact)
    remove_person(request.user, deal, contact, request.now)
    messages.success(request, f"{part.contact.name} has no part in this deal any more, and their links are closed.")
    return redirect("deal", key)


@seller
@require_POST
def add_date(request: SellerRequest, key: int) -> HttpResponse:
    """Put something in the deal's calendar, on the customer's clock."""
    deal = _deal(request, key)
    form = EntryForm(request.POST, auto_id="entry_%s")
    if form.is_valid():
        given = form.cleaned_data
        try:
            add_entry(
                request.user, deal, given["kind"], on_clock(given["at"], setting_of(deal).deal.zone), given["title"]
            )
            return redirect("deal", key)
        except ValidationError as error:
            form.add_error("at", error)
    return page(request, key, entry=form)


@seller
@require_POST
def add_file(request: SellerRequest, key: int) -> HttpResponse:
    """Put what stands in a calendar file into the deal's calendar; a second time, what has changed in it."""
    deal = _deal(request, key)
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, "Choose a calendar file (.ics) first.")
    elif (file.size or 0) > LARGEST:
        messages.error(request, f"{file.name} is larger than 2 MB. Export the deal's appointments alone.")
    else:
        try:
            messages.success(request, f"{file.name}: {take(request.user, deal, file.read(), request.now).says}")
        except Unreadable as error:
            messages.error(request, f"{file.name}: {error}")
    return redirect("deal", key)


@seller
@require_POST
def remove_date(request: SellerRequest, key: int, entry: int) -> HttpResponse:
    """Take something out of the calendar."""
    deal = _deal(request, key)
    get_object_or_404(deal.calendar, pk=entry)
    remove_entry(request.user, deal, entry)
    return redirect("deal", key)


def _deal(request: SellerRequest, key: int) -> Deal:
    return get_object_or_404(access.deals_of(request.user), pk=key)


urlpatterns = [
    path("deals/<number:key>/people/", add, name="deal-people"),
    path("deals/<number:key>/people/known/", add_known, name="deal-people-known"),
    path("deals/<number:key>/people/<number:contact>/", person, name="deal-person"),
    path("deals/<number:key>/people/<number:contact>/leave/", leave, name="deal-person-leave"),
    path("deals/<number:key>/calendar/", add_date, name="deal-calendar"),
    path("deals/<number:key>/calendar/file/", add_file, name="deal-calendar-file"),
    path("deals/<number:key>/calendar/<number:entry>/remove/", remove_date, name="deal-calendar-remove"),
]
