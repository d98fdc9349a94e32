"""The customer's page as they will see it, at any time and by nobody but us: no link is made, nothing can be sent."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import translation
from django.views.decorators.http import require_safe

from bowout.desk.call_times import call_times
from bowout.desk.customer import preview_link, preview_of
from bowout.store import access
from bowout.web.customer.local import LANGUAGES
from bowout.web.customer.shown import base_shown, form_shown, today_of
from bowout.web.customer.typed import Typed
from bowout.web.forms.steps.people import key_contact
from bowout.web.panel import walk_or_404
from bowout.web.seller import SellerRequest, seller


@seller
@require_safe
def as_they_see_it(request: SellerRequest, key: UUID) -> HttpResponse:
    """The form, before anybody has answered; in the language of the account, or in another."""
    walk = walk_or_404(request, key)
    contact = key_contact(walk)
    if contact is None:
        return redirect("walk-away", key)
    row = access.contacts_of(request.user).get(pk=int(contact.key))
    link = preview_link(walk, row)
    page = preview_of(walk, link)
    wished = request.GET.get("lang") or page.language[:2].lower()
    with translation.override(wished if wished in LANGUAGES else "en"):
        form = form_shown(page, Typed(), call_times(link, walk.now), today_of(page, walk.now))
        shown = {"page": page, "preview": walk.row.pk, **base_shown(request, page), **form}
        return render(request, "web/customer/form.html", shown)


urlpatterns = [path("walk-aways/<uuid:key>/as-they-see-it/", as_they_see_it, name="as-they-see-it")]
