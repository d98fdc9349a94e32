"""The form page of one step: what the guards say, and doing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from bowout.core.process import Decision
from bowout.desk.stepping import take
from bowout.desk.walking import Walk
from bowout.store.streams import Conflict
from bowout.web.acts import Act
from bowout.web.forms.steps.base import StepForm
from bowout.web.forms.steps.letter import LetterForm
from bowout.web.panel import Panel, act_or_404, panel, unseen, walk_or_404
from bowout.web.seller import SellerRequest, seller


@seller
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: SellerRequest, key: UUID, slug: str) -> HttpResponse:
    """Show the step; or say what the guards say to it as it is filled in; or do it."""
    act, walk = act_or_404(slug), walk_or_404(request, key)
    if not walk.may_act:
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, panel(walk, act, language=request.GET.get("language", "")))
    form = act.form(walk, request.POST)
    if "check" in request.GET:
        return _checked(request, panel(walk, act, form))
    if "redraft" in request.POST and isinstance(form, LetterForm):
        form.is_valid()
        return _page(request, panel(walk, act, _with(form, **form.rewritten())))
    if "check" in request.POST or not form.is_valid():
        return _page(request, panel(walk, act, form, refused=bool(form.errors)), 422 if form.errors else 200)
    return _do(request, walk, act, form)


def _do(request: SellerRequest, walk: Walk, act: Act, form: StepForm) -> HttpResponse:
    form.saw_the_blocks = not unseen(form, walk.judge(form.intent()))
    version = form.cleaned_data.get("version")
    try:
        decision = take(request.user, walk.row.pk, form.step(), -1 if version is None else version, request.now)
    except Conflict:
        return _conflict(request, walk.row.pk, act, form, version)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if not decision.accepted:
        return _page(request, Panel(walk, act, form, decision.findings, refused=True), 422)
    messages.success(request, _done(act, decision))
    return redirect("walk-away", walk.row.pk)


def _done(act: Act, decision: Decision) -> str:
    noted = sum(finding.severity != "advise" for finding in decision.findings)
    return f"{act.done} What the guards said is in the log, too." if noted else act.done


def _conflict(request: SellerRequest, key: UUID, act: Act, form: StepForm, version: int | None) -> HttpResponse:
    """Somebody was faster: say what changed, and keep what was typed for the version that there is now."""
    walk = walk_or_404(request, key)
    again = act.form(walk, _data(form, version=str(walk.state.version)))
    since = walk.since(walk.state.version if version is None else version)
    return _page(request, panel(walk, act, again), 409, meanwhile=since, conflict=True)


def _with(form: StepForm, **changed: str) -> StepForm:
    """The same form with some fields written anew."""
    return type(form)(form.walk, _data(form, **changed))


def _data(form: StepForm, **changed: str) -> Any:
    assert isinstance(form.data, QueryDict)
    data = form.data.copy()
    for name, value in changed.items():
        data[name] = value
    return data


def _checked(request: SellerRequest, shown: Panel) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return render(request, "web/walkaway/_check.html", {"check": shown.check})
    return _page(request, shown)


def _page(request: SellerRequest, shown: Panel, status: int = 200, **more: Any) -> HttpResponse:
    walk = shown.walk
    context = {"panel": shown, "walk": walk, "deal": walk.row.deal, "zone": walk.office.zone, **more}
    return render(request, "web/walkaway/step.html", context, status=status)


urlpatterns = [path("walk-aways/<uuid:key>/<slug:slug>/", step, name="step")]
