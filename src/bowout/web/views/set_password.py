"""Where the link leads that a manager hands over."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from bowout.desk.members import choose_password
from bowout.web.forms.signing import NewPassword
from bowout.web.invitation import invited
from bowout.web.seller import in_english


@sensitive_post_parameters("password")
@never_cache
@in_english
def set_password(request: HttpRequest, who: str, token: str) -> HttpResponse:
    """Choose a password and be signed in. Opening the link changes nothing: programs that scan mail do that, too."""
    user = invited(who, token)
    if user is None:
        return render(request, "web/link_over.html", status=410)
    form = NewPassword(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        choose_password(user, form.cleaned_data["password"])
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("today")
    return render(request, "web/set_password.html", {"form": form, "member": user}, status=422 if form.errors else 200)


urlpatterns = [path("set-password/<str:who>/<str:token>/", set_password, name="set-password")]
