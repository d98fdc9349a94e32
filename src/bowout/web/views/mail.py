"""What went out, what waits, and what is in doubt."""

from email.message import EmailMessage
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.connectors.mail import carrier
from bowout.desk.outgoing import STUCK, again, arrived, how_many, message, outgoing
from bowout.store import access
from bowout.store.models import Outbox
from bowout.web import post
from bowout.web.paging import number
from bowout.web.seller import SellerRequest, seller

_State = Outbox.State
_WAITING = (_State.WAITING, _State.LEASED, _State.HANDING_OVER)
_TABS: dict[str, tuple[str, tuple[str, ...]]] = {
    "": ("All", ()),
    "waiting": ("Waiting", _WAITING),
    "stuck": ("Need a look", STUCK),
    "sent": ("Sent", (_State.SENT,)),
}


@seller
def listing(request: SellerRequest) -> HttpResponse:
    """The team's outgoing mail, latest first."""
    tab = request.GET.get("show", "")
    states = _TABS.get(tab, _TABS[""])[1]
    many = how_many(request.user)
    tabs = [
        (name, _label(name, label), sum(many.get(state, 0) for state in wanted or many))
        for name, (label, wanted) in _TABS.items()
    ]
    shown = {"page": outgoing(request.user, states, number(request)), "tabs": tabs, "tab": tab, **_way_out()}
    return render(request, "web/mail.html", shown)


@seller
def show(request: SellerRequest, key: int) -> HttpResponse:
    """One mail as it leaves the house, its source, and what to do when it is in doubt."""
    row = get_object_or_404(access.outbox_of(request.user).select_related("walk_away__deal"), pk=key)
    letter = message(row, carrier(settings.BOWOUT_SMTP_URL, settings.BOWOUT_HOME / "mail").sender)
    shown = {
        "row": row,
        "letter": letter,
        "text": _text(letter) if letter else row.payload.get("text", ""),
        "source": letter.as_bytes().decode(errors="replace") if letter else "",
        "stuck": row.state in STUCK,
        **_way_out(),
    }
    return render(request, "web/mail_one.html", shown)


def _text(letter: EmailMessage) -> str:
    """What is written in it, beside an invitation, too."""
    body = letter.get_body(("plain",))
    return str(body.get_content()) if body else ""


@seller
@require_POST
def sent(request: SellerRequest, key: int) -> HttpResponse:
    """Somebody knows that it arrived."""
    return _judged(request, key, arrived(request.user, key, request.now), "Noted: it was sent.")


@seller
@require_POST
def resend(request: SellerRequest, key: int) -> HttpResponse:
    """Somebody wants it sent, even if it then arrives twice."""
    return _judged(request, key, again(request.user, key, request.now), "It is sent again within a minute.")


def _judged(request: SellerRequest, key: int, done: bool, words: str) -> HttpResponse:
    get_object_or_404(access.outbox_of(request.user), pk=key)
    if done:
        messages.success(request, words)
    else:
        messages.warning(request, "Somebody has judged it already; here is how it stands.")
    return redirect("mail-one", key)


def _label(name: str, label: str) -> str:
    return "Written to a file" if name == "sent" and not post.leaves_the_house() else label


def _way_out() -> dict[str, Any]:
    """Whether mail leaves the house at all."""
    return {"folder": "" if post.leaves_the_house() else str(settings.BOWOUT_HOME / "mail")}


urlpatterns = [
    path("mail/", listing, name="mail"),
    path("mail/<number:key>/", show, name="mail-one"),
    path("mail/<number:key>/sent/", sent, name="mail-sent"),
    path("mail/<number:key>/again/", resend, name="mail-again"),
]
