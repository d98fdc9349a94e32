"""What came by mail. Nothing of it is ever shown as HTML, and what is attached is only ever downloaded."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.core.walkaway import LEFT, UNDER_WAY
from bowout.desk import hearing
from bowout.store import access, inbox
from bowout.store.models import WalkAway
from bowout.web.paging import number
from bowout.web.seller import SellerRequest, seller

PER_PAGE, PLACES = 50, 500


@seller
def listing(request: SellerRequest) -> HttpResponse:
    """The team's, latest first, and how the last look into the mailbox went."""
    rows = access.received_of(request.user).select_related("walk_away__deal").order_by("-received_at", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(number(request))
    open_ones = access.walk_aways_of(request.user).filter(status__in=UNDER_WAY | LEFT).order_by("deal__name")
    shown = {
        "places": open_ones[:PLACES],
        "page": page,
        "mailbox": bool(settings.BOWOUT_IMAP_URL),
        "place": inbox.latest_place(),
    }
    return render(request, "web/received.html", shown)


@seller
@require_POST
def assign(request: SellerRequest, key: int) -> HttpResponse:
    """Put a mail that nobody could place where it belongs: what a customer wrote is heard there."""
    get_object_or_404(access.received_of(request.user), pk=key)
    try:
        chosen = UUID(request.POST.get("walk_away", ""))
    except ValueError:
        messages.error(request, "Choose the walk-away that it belongs to.")
        return redirect("received")
    try:
        done = hearing.assign(request.user, key, chosen, request.now)
    except WalkAway.DoesNotExist as error:
        raise Http404 from error
    if not done:
        messages.warning(request, "Somebody has placed it already.")
    return redirect("walk-away", chosen)


@seller
def download(request: SellerRequest, key: int) -> HttpResponse:
    """The message as it came, as a file that no browser opens by itself."""
    row = get_object_or_404(access.received_of(request.user), pk=key)
    file = settings.BOWOUT_RECEIVED / row.file
    if not file.is_file():
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="mail.eml"'}
    return HttpResponse(file.read_bytes(), content_type="application/octet-stream", headers=headers)


urlpatterns = [
    path("mail/received/", listing, name="received"),
    path("mail/received/<number:key>/place/", assign, name="received-place"),
    path("mail/received/<number:key>/file/", download, name="received-file"),
]
