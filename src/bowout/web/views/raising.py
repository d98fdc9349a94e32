"""Record a doubt on a deal, or sharpen it later."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from bowout.core.walkaway import UNDER_WAY
from bowout.desk import acting
from bowout.desk.stepping import Step, take
from bowout.desk.taking import takes_by_raising
from bowout.desk.walking import Walk, unbegun
from bowout.finding import Finding
from bowout.store import access
from bowout.store.models import Deal
from bowout.store.streams import Conflict
from bowout.web.forms.raising import ConsiderForm
from bowout.web.panel import Check, unseen, walk_or_404
from bowout.web.seller import SellerRequest, seller


@seller
@require_http_methods(["GET", "HEAD", "POST"])
def raise_doubt(request: SellerRequest, key: int) -> HttpResponse:
    """Begin a walk-away; where one is under way, go on with that one."""
    deals = access.deals_of(request.user).select_related("account", "team", "owner")
    deal = get_object_or_404(deals, pk=key)
    if not access.may_act(request.user, deal):
        raise PermissionDenied
    under_way = access.walk_aways_of(request.user).filter(deal=deal, status__in=UNDER_WAY).first()
    if under_way and request.method != "POST":
        return redirect("walk-away", under_way.pk)
    if under_way:
        return _overtaken(request, under_way.pk)
    if deal.status != Deal.Status.OPEN and request.method != "POST":
        messages.error(request, f"{_over(deal.status)} A doubt can be recorded while it is open.")
        return redirect("deal", key)
    return _answer(request, unbegun(request.user, deal, request.now), None)


@seller
@require_http_methods(["GET", "HEAD", "POST"])
def consider(request: SellerRequest, key: UUID) -> HttpResponse:
    """Sharpen the reasons, or add one."""
    walk = walk_or_404(request, key)
    if not walk.may_act:
        raise PermissionDenied
    return _answer(request, walk, key)


def _answer(request: SellerRequest, walk: Walk, key: UUID | None) -> HttpResponse:
    if request.method != "POST":
        return _page(request, ConsiderForm(walk), key)
    form = ConsiderForm(walk, request.POST)
    valid = form.is_valid()
    findings = walk.judge(form.intent())
    if "check" in request.GET and request.headers.get("HX-Request"):
        return render(request, "web/walkaway/_check.html", {"check": _check(form, findings)})
    if "add" in request.POST or "check" in request.GET or "check" in request.POST:
        return _page(request, form, key, findings)
    if not valid:
        return _page(request, form, key, findings, 422)
    if key is not None and not form.says_something:
        messages.success(request, "Nothing was changed, so nothing was written.")
        return redirect("walk-away", key)
    form.saw_the_blocks = not unseen(form, findings)
    return _do(request, form, key)


def _do(request: SellerRequest, form: ConsiderForm, key: UUID | None) -> HttpResponse:
    walk, stream, intent = form.walk, key or uuid4(), form.intent()
    version = form.cleaned_data.get("version")
    try:
        if key is None:
            decision = acting.start(request.user, walk.row.deal, intent, stream, request.now)
        else:
            decision = take(request.user, key, Step(intent), -1 if version is None else version, request.now)
    except acting.AlreadyUnderWay:
        begun = access.walk_aways_of(request.user).get(deal=walk.row.deal, status__in=UNDER_WAY)
        return _overtaken(request, begun.pk)
    except acting.DealIsOver as error:
        return _page(request, form, key, status=409, over=_over(error.status))
    except Conflict:
        return _overtaken(request, stream, version)
    if not decision.accepted:
        return _page(request, form, key, decision.findings, 422, refused=True)
    messages.success(request, "The doubt is recorded. Next: are we prepared to walk?" if key is None else "Sharpened.")
    return redirect("walk-away", stream)


def _over(status: str) -> str:
    return f"This deal is {status}, so there is nothing left to walk from."


def _overtaken(request: SellerRequest, key: UUID, version: int | None = 0) -> HttpResponse:
    """Somebody was faster: say what changed, and keep what was typed as an addition to that."""
    walk = walk_or_404(request, key)
    data = request.POST.copy()
    data["version"] = str(walk.state.version)
    form = ConsiderForm(walk, data)
    form.is_valid()
    meanwhile = walk.since(walk.state.version if version is None else version)
    return _page(request, form, key, walk.judge(form.intent()), 409, meanwhile=meanwhile, conflict=True)


def _page(
    request: SellerRequest,
    form: ConsiderForm,
    key: UUID | None,
    findings: tuple[Finding, ...] | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    deal: Deal = form.walk.row.deal
    shown = {
        "form": form,
        "walk": form.walk,
        "deal": deal,
        "zone": form.walk.office.zone,
        "action": reverse("consider", args=[key]) if key else reverse("raise", args=[deal.pk]),
        "check": _check(form, findings, bool(more.get("refused"))),
        "begun": key is not None,
        "wrong": form.wrong() if status == 422 else [],
        "takes": key is None and takes_by_raising(request.user, deal),
        **more,
    }
    return render(request, "web/walkaway/raise.html", shown, status=status)


def _check(form: ConsiderForm, findings: tuple[Finding, ...] | None, refused: bool = False) -> Check:
    """What the guards say; nothing at all before anybody has typed."""
    return Check(form, findings, "If you record this now", refused)


urlpatterns = [
    path("deals/<number:key>/raise/", raise_doubt, name="raise"),
    path("walk-aways/<uuid:key>/consider/", consider, name="consider"),
]
