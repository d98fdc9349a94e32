"""How customers see us: the company's name, colour and logo."""

from math import floor
from typing import NamedTuple
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_safe

from bowout.core.walkaway import UNDER_WAY
from bowout.desk.branding import brand_of, dress, hang, take_down
from bowout.store import access
from bowout.store.models import WalkAway
from bowout.web.brand.shades import OURS, PAPER, WHITE, Shades, contrast, shades
from bowout.web.customer.private import POLICY
from bowout.web.customer.shown import head_shown
from bowout.web.forms.brand import BrandForm
from bowout.web.seller import SellerRequest, seller


class Swatch(NamedTuple):
    """A colour, and how well it is read; a ratio is rounded down, so that none passes by rounding."""

    name: str
    colour: str
    on_button: float
    on_paper: float


@seller
def brand(request: SellerRequest) -> HttpResponse:
    """Everybody looks; managers and RevOps change it."""
    team, may_tune = access.team_of(request.user), access.may_tune(request.user)
    worn = brand_of(team)
    if request.method == "POST":
        if not may_tune:
            raise PermissionDenied
        form = BrandForm(request.POST, request.FILES, team=team, has_logo=worn.logo is not None)
        if form.is_valid():
            _save(request, form)
            return redirect("brand")
    else:
        form = BrandForm(team=team, has_logo=worn.logo is not None)
    made = shades(team.colour or OURS)
    shown = {
        "form": form,
        "may_tune": may_tune,
        "brand": worn,
        "shades": made,
        "swatches": _swatches(made, own=bool(team.colour)),
        "walk_away": _latest(request),
    }
    return render(request, "web/brand.html", shown, status=422 if form.errors else 200)


@seller
@require_safe
def sample(request: SellerRequest) -> HttpResponse:
    """The head of the customer's page, a promise and a button, to be looked at inside our own page."""
    worn = brand_of(access.team_of(request.user))
    page = {"brand": worn, "company": worn.company, "writer": request.user.name}
    shown = {"page": page, "language": "en", **head_shown(worn, request.user.name)}
    response = render(request, "web/brand_sample.html", shown)
    response.headers["Content-Security-Policy"] = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _save(request: SellerRequest, form: BrandForm) -> None:
    given = form.cleaned_data
    with transaction.atomic():
        dress(request.user, given["known_as"], given["colour"])
        if given["logo"]:
            hang(request.user, uuid4(), given["logo"])
        elif given.get("no_logo"):
            take_down(request.user)
    darker = given["colour"] and shades(given["colour"]).darkened
    note = " Your colour is used darker, so that everybody can read: see below." if darker else ""
    messages.success(request, f"Customers see it from now on.{note}")


def _swatches(made: Shades, own: bool) -> list[Swatch]:
    if not made.darkened:
        return [_swatch("Your colour" if own else "Bowout’s green", made.accent)]
    return [_swatch("Your colour", made.wished), _swatch("Used", made.accent)]


def _swatch(name: str, colour: str) -> Swatch:
    return Swatch(name, colour, *(floor(10 * contrast(colour, ground)) / 10 for ground in (WHITE, PAPER)))


def _latest(request: SellerRequest) -> WalkAway | None:
    """One with a page to look at."""
    rows = access.walk_aways_of(request.user).filter(status__in=UNDER_WAY, deal__deal_contacts__isnull=False)
    return rows.order_by("-considered_at").first()


urlpatterns = [
    path("team/brand/", brand, name="brand"),
    path("team/brand/sample/", sample, name="brand-sample"),
]
