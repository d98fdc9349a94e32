"""What I may change about myself."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from bowout.desk.members import change_self, choose_password
from bowout.desk.own_calendar import connect, disconnect
from bowout.store import access
from bowout.web.forms.signing import NewPassword
from bowout.web.forms.team import ChangePassword, ConnectCalendar, Me
from bowout.web.seller import SellerRequest, seller


@seller
def me(request: SellerRequest) -> HttpResponse:
    """Name and clock."""
    if request.method != "POST":
        return _page(request)
    form = Me(request.POST)
    if not form.is_valid():
        return _page(request, form=form)
    change_self(request.user, **form.cleaned_data)
    messages.success(request, "Saved.")
    return redirect("me")


@seller
@require_POST
@sensitive_post_parameters("old", "password")
def password(request: SellerRequest) -> HttpResponse:
    """Choose another password; other sessions of mine end, this one goes on."""
    old, new = ChangePassword(request.POST), NewPassword(request.user, request.POST)
    if old.is_valid() and not request.user.check_password(old.cleaned_data["old"]):
        old.add_error("old", "That is not your password.")
    if old.errors or not new.is_valid():
        return _page(request, old=old, new=new)
    choose_password(request.user, new.cleaned_data["password"])
    update_session_auth_hash(request, request.user)
    messages.success(request, "From now on the new password counts.")
    return redirect("me")


@seller
@require_POST
@sensitive_post_parameters("calendar_password")
def calendar(request: SellerRequest) -> HttpResponse:
    """Connect my calendar, or look no more. The server is asked by a worker: no page waits for it."""
    if "disconnect" in request.POST:
        disconnect(request.user)
        messages.success(request, "Your calendar is not looked at any more.")
        return redirect("me")
    form = ConnectCalendar(request.POST, access.own_calendar_of(request.user))
    if not form.is_valid():
        return _page(request, connecting=form)
    given = form.cleaned_data
    connect(request.user, given["url"], given["login"], given["calendar_password"], request.now)
    messages.success(request, "Saved. Your calendar is looked at within a minute; this page says how it went.")
    return redirect("me")


def _page(
    request: SellerRequest,
    form: Me | None = None,
    old: ChangePassword | None = None,
    new: NewPassword | None = None,
    connecting: ConnectCalendar | None = None,
) -> HttpResponse:
    user = request.user
    own = access.own_calendar_of(user)
    shown = {
        "calendar": own,
        "connecting": connecting or ConnectCalendar(None, own),
        "form": form or Me(initial={name: getattr(user, name) for name in Me.base_fields}),
        "old": old or ChangePassword(),
        "new": new or NewPassword(user),
    }
    return render(request, "web/me.html", shown, status=422 if form or old or connecting else 200)


urlpatterns = [
    path("me/", me, name="me"),
    path("me/password/", password, name="me-password"),
    path("me/calendar/", calendar, name="me-calendar"),
]
