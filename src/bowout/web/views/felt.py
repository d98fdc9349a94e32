"""How it felt to them, over many walk-aways."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from bowout.desk.felt_figures import FEW, Period, figures
from bowout.web.seller import SellerRequest, seller


@seller
def felt(request: SellerRequest) -> HttpResponse:
    """What they said beside what we did: the team's, one's own, and by rep for those who lead."""
    period: Period = "all" if request.GET.get("period") == "all" else "year"
    shown = {"found": figures(request.user, period, request.now), "period": period, "few": FEW}
    return render(request, "web/felt.html", shown)


urlpatterns = [path("felt/", felt, name="felt")]
