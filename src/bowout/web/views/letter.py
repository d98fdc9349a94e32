"""The formal letter as a PDF, for the customer's file and for ours (M3.5)."""

from threading import BoundedSemaphore
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, re_path
from django.views.decorators.http import require_safe

from bowout.connectors.paper import Decline, render
from bowout.desk import links
from bowout.desk.customer import preview_link
from bowout.desk.declining import decline_of
from bowout.store import access, streams
from bowout.web import clock
from bowout.web.customer.local import language_of
from bowout.web.forms.steps.people import key_contact
from bowout.web.panel import walk_or_404
from bowout.web.seller import SellerRequest, seller

_PRESSES = BoundedSemaphore(2)
"""Each letter takes a process and some 100 MB for a moment."""
_PATIENCE = 10
"""Seconds until somebody is asked to come again."""


@require_safe
def theirs(request: HttpRequest, token: str) -> HttpResponse:
    """The letter for the holder of the link, under the reference that they give; nothing of it is kept."""
    link = links.opened(token, clock.now())
    if isinstance(link, links.Gone):
        raise Http404
    language = language_of(request, links.language_of(link))
    return _printed(decline_of(link, streams.load(link.walk_away_id), language, request.GET.get("reference", "")))


@seller
@require_safe
def ours(request: SellerRequest, key: UUID) -> HttpResponse:
    """The same for one of us, to whom they speak."""
    walk = walk_or_404(request, key)
    contact = key_contact(walk)
    if contact is None or not walk.state.thanked:
        messages.info(request, "There is a letter once we have parted, with thanks, from somebody whom we know.")
        return redirect("walk-away", key)
    link = preview_link(walk, access.contacts_of(request.user).get(pk=int(contact.key)))
    language = language_of(request, links.language_of(link))
    return _printed(decline_of(link, walk.state, language, request.GET.get("reference", "")))


def _printed(decline: Decline | None) -> HttpResponse:
    if decline is None:
        raise Http404
    if not _PRESSES.acquire(timeout=_PATIENCE):
        return HttpResponse(status=503, headers={"Retry-After": "30"})
    try:
        pdf = render(decline)
    finally:
        _PRESSES.release()
    headers = {
        "Content-Disposition": f'attachment; filename="{decline.parted_on:%Y-%m-%d}.pdf"',
        "Content-Language": decline.language,
    }
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


urlpatterns = [
    re_path(r"^c/(?P<token>[^/]+)/letter[.]pdf$", theirs, name="customer-letter"),
    path("walk-aways/<uuid:key>/letter.pdf", ours, name="letter"),
]
