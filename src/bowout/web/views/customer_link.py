"""The customer's link: make one, close one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.desk import links
from bowout.store import access
from bowout.web.panel import walk_or_404
from bowout.web.seller import SellerRequest, seller


@seller
@require_POST
def make(request: SellerRequest, key: UUID) -> HttpResponse:
    """Make a link for one of the deal's contacts."""
    walk = walk_or_404(request, key)
    if not walk.may_act:
        raise PermissionDenied
    chosen = request.POST.get("contact", "")
    if walk.setting.deal.contact(chosen) is None:
        raise Http404
    contact = access.contacts_of(request.user).get(pk=int(chosen))
    try:
        links.hand_out(request.user, walk.row, contact, request.now)
    except links.NotYet:
        messages.error(request, "Nobody has been told yet. A page that they find first would tell them in writing.")
    except links.NotTheirs:
        messages.error(request, f"{contact.name} is not the procurement officer, and this is a no-contact period.")
    else:
        messages.success(request, f"{contact.name} has a page now. Copy the address and send it yourself.")
    return redirect("walk-away", key)


@seller
@require_POST
def revoke(request: SellerRequest, key: UUID, link: UUID) -> HttpResponse:
    """Close a link for good."""
    walk_or_404(request, key)
    try:
        links.revoke(request.user, link, request.now)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    messages.success(request, "The link is closed. Who opens it is told so, and whom to ask.")
    return redirect("walk-away", key)


urlpatterns = [
    path("walk-aways/<uuid:key>/links/", make, name="link-make"),
    path("walk-aways/<uuid:key>/links/<uuid:link>/revoke/", revoke, name="link-revoke"),
]
