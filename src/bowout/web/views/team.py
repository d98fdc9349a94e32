"""Who is in the team."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.desk.members import NobodyLeft, OwnRole, change_member
from bowout.desk.team import AddressTaken, add_member, change_team
from bowout.store import access
from bowout.store.models import User
from bowout.web.forms.team import ChangeMember, ChangeTeam, NewMember
from bowout.web.invitation import link_for
from bowout.web.seller import SellerRequest, seller

_HANDOVER = "handover"


@seller
def team(request: SellerRequest) -> HttpResponse:
    """Members by name; managers and RevOps may change them."""
    return _page(request)


@seller
@require_POST
def add(request: SellerRequest) -> HttpResponse:
    """Add a member, and show once the link with which they choose a password."""
    _must_tune(request)
    form = NewMember(request.POST, auto_id="new_%s")
    if not form.is_valid():
        return _page(request, new=form)
    member = User(**form.cleaned_data)
    try:
        add_member(request.user, member)
    except AddressTaken:
        form.add_error("email", "Somebody signs in with that address already.")
        return _page(request, new=form)
    return _hand_over(request, member)


@seller
def member(request: SellerRequest, key: int) -> HttpResponse:
    """Change a member's part, or whether they may sign in."""
    _must_tune(request)
    found = get_object_or_404(access.members_of(request.user), pk=key)
    form = ChangeMember(request.POST) if request.method == "POST" else ChangeMember.of(found)
    if request.method == "POST" and form.is_valid():
        try:
            change_member(request.user, found, form.cleaned_data["role"], form.cleaned_data["active"])
        except NobodyLeft:
            form.add_error(None, "Somebody must stay who can add members: an active manager or RevOps.")
        except OwnRole:
            form.add_error("role", "Somebody else changes your role: two people confirm a walk-away, never one twice.")
        else:
            messages.success(request, f"{found.name} is changed.")
            return redirect("team")
    shown = {"form": form, "member": found}
    return render(request, "web/member.html", shown, status=422 if form.errors else 200)


@seller
@require_POST
def invite(request: SellerRequest, key: int) -> HttpResponse:
    """Make a new link with which a member chooses a password; what they have now works until then."""
    _must_tune(request)
    return _hand_over(request, get_object_or_404(access.members_of(request.user), pk=key, is_active=True))


@seller
@require_POST
def settle(request: SellerRequest) -> HttpResponse:
    """Change the team's name and place."""
    _must_tune(request)
    form = ChangeTeam(request.POST)
    if not form.is_valid():
        return _page(request, place=form)
    change_team(request.user, **form.cleaned_data)
    messages.success(request, "The team is changed.")
    return redirect("team")


def _page(request: SellerRequest, new: NewMember | None = None, place: ChangeTeam | None = None) -> HttpResponse:
    ours = access.team_of(request.user)
    shown = {
        "members": access.members_of(request.user).order_by("-is_active", "name", "pk"),
        "may_tune": access.may_tune(request.user),
        "team": ours,
        "new": new or NewMember(initial={"zone": ours.zone}, auto_id="new_%s"),
        "place": place or ChangeTeam(initial={name: getattr(ours, name) for name in ("name", "country", "zone")}),
        "handover": request.session.pop(_HANDOVER, None),
    }
    return render(request, "web/team.html", shown, status=422 if new or place else 200)


def _hand_over(request: SellerRequest, member: User) -> HttpResponse:
    request.session[_HANDOVER] = {"name": member.name, "link": link_for(request, member)}
    return redirect("team")


def _must_tune(request: SellerRequest) -> None:
    if not access.may_tune(request.user):
        raise PermissionDenied


urlpatterns = [
    path("team/", team, name="team"),
    path("team/add/", add, name="team-add"),
    path("team/place/", settle, name="team-place"),
    path("team/<number:key>/", member, name="member"),
    path("team/<number:key>/link/", invite, name="member-link"),
]
