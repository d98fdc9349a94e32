"""Back to where a button was."""

from django.http import HttpResponse
from django.shortcuts import redirect

from bowout.core.walkaway import UNDER_WAY
from bowout.store import access
from bowout.web.seller import SellerRequest


def back(request: SellerRequest, deal: int) -> HttpResponse:
    """To the deal's walk-away under way, where the form says so; else to the deal."""
    if request.POST.get("back") == "walk-away":
        walks = access.walk_aways_of(request.user).filter(deal=deal, status__in=UNDER_WAY)
        if (walk_away := walks.first()) is not None:
            return redirect("walk-away", walk_away.pk)
    return redirect("deal", deal)
