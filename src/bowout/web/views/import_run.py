"""One upload: what is in it and what must be said, then how far it is, then what came of it."""

from typing import cast
from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from bowout.connectors.tabular import Unreadable
from bowout.desk.importing import mappings, uploads
from bowout.desk.importing.working import import_next, outcomes
from bowout.store import access
from bowout.store.models import ImportRun
from bowout.web import clock
from bowout.web.import_check import Check, checked
from bowout.web.seller import SellerRequest, seller

UNDER_WAY = (ImportRun.Status.WAITING, ImportRun.Status.RUNNING)


def _run(request: SellerRequest, pk: int) -> ImportRun:
    return get_object_or_404(access.import_runs_of(request.user).select_related("by", "team"), pk=pk)


@seller
def import_run(request: SellerRequest, pk: int) -> HttpResponse:
    """The page of an upload, whatever has become of it; a POST answers, starts it or throws it away."""
    run = _run(request, pk)
    if request.method == "POST":
        return _answer(request, run)
    if run.status == ImportRun.Status.UPLOADED:
        return _check(request, run)
    template = "web/import_progress.html" if run.status in UNDER_WAY else "web/import_done.html"
    done = outcomes(run)
    shown = {"run": run, "outcomes": done, "reports": [each.report for each in done], "share": _share(run)}
    return render(request, template, shown)


@seller
@require_safe
def progress(request: SellerRequest, pk: int) -> HttpResponse:
    """How far it is, asked again and again; at the end the page is loaded anew."""
    run = _run(request, pk)
    if run.status not in UNDER_WAY:
        return HttpResponse(headers={"HX-Redirect": reverse("import", args=[run.pk])})
    return render(request, "web/_import_progress.html", {"run": run, "share": _share(run)})


@seller
@require_safe
def errors(request: SellerRequest, pk: int, number: int) -> HttpResponse:
    """The rows of a file that could not be taken in, with what to mend."""
    run = _run(request, pk)
    found = outcomes(run)[number - 1 : number]
    file = settings.BOWOUT_IMPORTS / run.path / found[0].error_file if found and found[0].error_file else None
    if file is None or not file.is_file():
        raise Http404
    name = found[0].report.name.rsplit(".", 1)[0] + ".errors.csv"
    stream = FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type="text/csv; charset=utf-8")
    return cast(HttpResponse, stream)


def _check(request: SellerRequest, run: ImportRun, check: Check | None = None) -> HttpResponse:
    try:
        found = check or checked(run, settings.BOWOUT_IMPORTS)
    except Unreadable as error:
        return render(request, "web/import_done.html", {"run": run, "outcomes": [], "gone": error.problem.says})
    may = access.may_tune(request.user)
    return render(request, "web/import_check.html", {"run": run, "check": found, "may": may})


def _answer(request: SellerRequest, run: ImportRun) -> HttpResponse:
    uploads.must_import(request.user)
    home, do = settings.BOWOUT_IMPORTS, request.POST.get("do", "")
    if run.status != ImportRun.Status.UPLOADED:
        return redirect("import", run.pk)
    if do == "discard":
        uploads.discard(request.user, run, home, request.now)
        messages.success(request, f"{run.file_name}: thrown away, nothing has changed.")
        return redirect("imports")
    check = checked(run, home, request.POST)
    if not check.is_valid():
        return _check(request, run, check)
    _say(request, run, check)
    if do == "start":
        _start(request, run, check.rows if check.as_shown() else 0)
    return redirect("import", run.pk)


def _say(request: SellerRequest, run: ImportRun, check: Check) -> None:
    said = check.said()
    uploads.say(request.user, run, said, check.left_out())
    for number, name in check.to_save().items():
        file = next(each.file for each in check.files if each.number == number)
        mappings.keep(run.team, name, file.table, said[number])


def _start(request: SellerRequest, run: ImportRun, rows: int) -> None:
    home = settings.BOWOUT_IMPORTS
    if not uploads.start(request.user, run, home, rows):
        messages.warning(request, "Something is still open below; nothing has been brought in.")
        return
    run.refresh_from_db()
    if (run.total or 0) <= uploads.SMALL:
        import_next(home, clock.now, uuid4().hex, pk=run.pk)


def _share(run: ImportRun) -> int:
    return min(99, 100 * run.progress // run.total) if run.total else 0


urlpatterns = [
    path("import/<number:pk>/", import_run, name="import"),
    path("import/<number:pk>/progress/", progress, name="import-progress"),
    path("import/<number:pk>/errors/<number:number>/", errors, name="import-errors"),
]
