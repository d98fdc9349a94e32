"""The team's own rules for words, and what people think of ours."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.desk.team import not_useful, say_own
from bowout.lint import BY_NAME
from bowout.lint.own import read
from bowout.store import access
from bowout.web.forms.words import WordsForm
from bowout.web.seller import SellerRequest, seller


@seller
def words(request: SellerRequest) -> HttpResponse:
    """Everybody reads them; managers and RevOps write them."""
    team, may_tune = access.team_of(request.user), access.may_tune(request.user)
    form = WordsForm(request.POST or None, initial={"words": team.words})
    if request.method == "POST":
        if not may_tune:
            raise PermissionDenied
        if form.is_valid():
            own = say_own(request.user, form.cleaned_data["words"])
            left_out = f" {len(own.problems)} of them cannot be used: see below." if own.problems else ""
            messages.success(request, f"Your team's words are saved.{left_out}")
            return redirect("words")
    own = read(team.words)
    shown = {
        "form": form,
        "own": own,
        "off": [(BY_NAME[name], why) for name, why in own.off.items()],
        "may_tune": may_tune,
        "counts": sorted(access.not_useful_of(request.user).items(), key=lambda pair: -pair[1]),
    }
    return render(request, "web/words.html", shown, status=422 if form.errors else 200)


@seller
@require_POST
def count(request: SellerRequest) -> HttpResponse:
    """Somebody found a finding not useful. Nothing of their text comes with it."""
    try:
        not_useful(request.user, request.POST.get("rule", ""), request.now)
    except KeyError as error:
        raise Http404 from error
    if request.headers.get("HX-Request"):
        return HttpResponse('<span class="faint" role="status">Noted: not useful</span>')
    return render(request, "web/not_useful.html")


urlpatterns = [path("words/", words, name="words"), path("words/not-useful/", count, name="not-useful")]
