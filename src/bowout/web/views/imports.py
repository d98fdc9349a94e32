"""Files from a CRM: upload them, and see what came in before."""

from uuid import uuid4

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from bowout.desk.importing import uploads
from bowout.store import access
from bowout.web.forms.uploads import Upload
from bowout.web.paging import number
from bowout.web.seller import SellerRequest, seller

MOST = 200 << 20
"""Bytes in one upload; there is no such limit on the command line."""


@seller
def imports(request: SellerRequest) -> HttpResponse:
    """Upload files; below, the uploads of the team, the newest first."""
    may = access.may_tune(request.user)
    form = Upload(request.POST or None, request.FILES or None, most=MOST)
    if request.method == "POST":
        uploads.must_import(request.user)
        if form.is_valid():
            files = [(file.name, file) for file in form.cleaned_data["given"]]
            run = uploads.receive(request.user, files, settings.BOWOUT_IMPORTS, uuid4().hex, request.now)
            return redirect("import", run.pk)
    runs = access.import_runs_of(request.user).select_related("by").order_by("-made_at", "-pk")
    page = Paginator(runs, 20).get_page(number(request))
    status = 422 if request.method == "POST" else 200
    return render(
        request,
        "web/imports.html",
        {"form": form, "may": may, "page": page, "who": _who(request) if not may else []},
        status=status,
    )


def _who(request: SellerRequest) -> list[str]:
    """Names of those who may."""
    return [member.name for member in access.members_of(request.user).order_by("name") if access.may_tune(member)]


urlpatterns = [path("import/", imports, name="imports")]
