"""What came by mail. Nothing of it is ever shown as HTML, and what is attached is only ever downloaded."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path

from bowout.store import access, inbox
from bowout.web.paging import number
from bowout.web.seller import SellerRequest, seller

PER_PAGE = 50


@seller
def listing(request: SellerRequest) -> HttpResponse:
    """The team's, latest first, and how the last look into the mailbox went."""
    rows = access.received_of(request.user).select_related("walk_away__deal").order_by("-received_at", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(number(request))
    shown = {"page": page, "mailbox": bool(settings.BOWOUT_IMAP_URL), "place": inbox.latest_place()}
    return render(request, "web/received.html", shown)


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
    path("mail/received/<int:key>/file/", download, name="received-file"),
]
