"""Take a deal that nobody owns."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.core.walkaway import UNDER_WAY
from bowout.desk.taking import Taken, take_deal
from bowout.store import access
from bowout.store.models import Deal
from bowout.web.seller import SellerRequest, seller


@seller
@require_POST
def take(request: SellerRequest, key: int) -> HttpResponse:
    """Take it, and go back to where the button was."""
    try:
        take_deal(request.user, key)
        messages.success(request, "It is yours now. Imports leave that alone.")
    except Deal.DoesNotExist as error:
        raise Http404 from error
    except Taken as error:
        messages.warning(request, f"{error.owner.name} owns this deal already.")
    walks = access.walk_aways_of(request.user).filter(deal=key, status__in=UNDER_WAY)
    walk_away = walks.first() if request.POST.get("back") == "walk-away" else None
    return redirect("walk-away", walk_away.pk) if walk_away else redirect("deal", key)


urlpatterns = [path("deals/<int:key>/take/", take, name="deal-take")]
