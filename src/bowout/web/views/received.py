"""What came by mail. Nothing of it is ever shown as HTML, and what is attached is only ever downloaded."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.desk import assigning
from bowout.store import access, inbox
from bowout.store.models import Received, WalkAway
from bowout.web.paging import number
from bowout.web.seller import SellerRequest, seller

PER_PAGE = 50


@seller
def listing(request: SellerRequest) -> HttpResponse:
    """The team's, latest first, and how the last look into the mailbox went."""
    rows = access.received_of(request.user).select_related("walk_away__deal").order_by("-received_at", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(number(request))
    shown = {
        "page": page,
        "mailbox": bool(settings.BOWOUT_IMAP_URL),
        "place": inbox.latest_place(),
    }
    return render(request, "web/received.html", shown)


@seller
def assign(request: SellerRequest, key: int) -> HttpResponse:
    """Say where a mail belongs that found no walk-away: what a customer wrote is heard there."""
    row = get_object_or_404(access.received_of(request.user), pk=key)
    if request.method != "POST":
        return _choice(request, row)
    try:
        chosen = UUID(request.POST.get("walk_away", ""))
    except ValueError:
        messages.error(request, "Choose the walk-away that it belongs to.")
        return redirect("received-assign", key)
    try:
        done = assigning.assign(request.user, key, chosen, request.now)
    except (WalkAway.DoesNotExist, Received.DoesNotExist) as error:
        raise Http404 from error
    if not done:
        messages.warning(request, "Somebody has said already where it belongs.")
    return redirect("walk-away", chosen)


@seller
@require_POST
def give(request: SellerRequest, key: int) -> HttpResponse:
    """Give another team a mail whose sender nobody knows."""
    chosen = request.POST.get("team", "")
    try:
        assigning.give(request.user, key, int(chosen) if chosen.isdecimal() and len(chosen) < 16 else 0)
    except (Received.DoesNotExist, PermissionDenied) as error:
        raise Http404 from error
    messages.success(request, "It is theirs now.")
    return redirect("received")


def _choice(request: SellerRequest, row: Received) -> HttpResponse:
    search = request.GET.get("q", "")[:200]
    shown = {
        "mail": row,
        "search": search,
        "page": assigning.walk_aways(request.user, search, number(request)),
        "teams": assigning.others(request.user, row),
    }
    return render(request, "web/received_assign.html", shown)


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
    path("mail/received/<number:key>/assign/", assign, name="received-assign"),
    path("mail/received/<number:key>/give/", give, name="received-give"),
    path("mail/received/<number:key>/file/", download, name="received-file"),
]
