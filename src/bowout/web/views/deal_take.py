"""Take a deal that nobody owns."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.desk.taking import Taken, take_deal
from bowout.store.models import Deal
from bowout.web.back import back
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
    return back(request, key)


urlpatterns = [path("deals/<number:key>/take/", take, name="deal-take")]
