"""What the templates need beyond Django's own tags. ``{% load bowout %}``."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bowout.store import access
from bowout.web import clock, says
from bowout.web.templatetags import names

register = template.Library()
register.filters.update(names.register.filters)
register.tags.update(names.register.tags)
Context = template.context.Context

_WEB = URLValidator(schemes=["http", "https"])


@register.filter
def outside(address: str) -> SafeString | str:
    """A link to another site, when it is one: what an import brought may be anything."""
    bare = address.strip()
    whole = bare if "://" in bare else f"https://{bare}"
    try:
        _WEB(whole)
    except ValidationError:
        return address
    return format_html('<a href="{}" rel="noopener noreferrer">{}</a>', whole, bare.partition("://")[2] or bare)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture from icons.svg; it says nothing that the words beside it don't."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("web/icons.svg"),
        name,
    )


@register.inclusion_tag("web/_menu_item.html", takes_context=True)
def menu_item(context: Context, href: str, label: str, name: str, *also: str) -> dict[str, Any]:
    """A line of the menu; ``also`` are beginnings of addresses that belong to it."""
    path = context["request"].path
    within = href != "/" and path.startswith((href, *also))
    current = "page" if path == href else "true" if within else ""
    return {"href": href, "label": label, "name": name, "current": current}


@register.simple_tag(takes_context=True)
def theirs_and_mine(context: Context, at: datetime | None, zone: str) -> SafeString:
    """The customer's time first, mine after: ``{% theirs_and_mine at deal.zone %}``."""
    mine = _zone(context)
    return _time(at, says.both(at, zone or mine, mine, _today(mine))) if at else SafeString("")


@register.simple_tag(takes_context=True)
def hours_of(context: Context, start: datetime, end: datetime, zone: str) -> SafeString:
    """Hours of a day, the customer's first: ``{% hours_of moment.start moment.end zone %}``."""
    mine = _zone(context)
    return _time(start, says.span(start, end, zone, mine, _today(mine)))


@register.simple_tag(takes_context=True)
def mine(context: Context, at: datetime | None) -> SafeString:
    """A moment on my clock: ``{% mine mail.sent_at %}``."""
    zone = _zone(context)
    return _time(at, says.moment(at, zone, _today(zone))) if at else SafeString("")


@register.simple_tag
def distance(at: datetime | None) -> str:
    """``in 3 days`` or ``2 hours ago``."""
    return says.distance(at, clock.now()) if at else ""


@register.simple_tag
def late(due: datetime | None) -> str:
    """``2 days late``, or nothing."""
    return says.late(due, clock.now()) if due else ""


@register.filter
def may_import(user: Any) -> bool:
    """True for those who bring files in; False also where nobody is signed in."""
    return user.is_authenticated and access.may_tune(user)


@register.filter
def day(on: date | None) -> str:
    """``Tue 3 Mar``, with the year when it is not this one."""
    return says.day(on, clock.now().date()) if on else ""


@register.filter
def short_day(on: date | None) -> str:
    """``3 Mar``, with the year when it is not this one."""
    return says.date_only(on, clock.now().date()) if on else ""


@register.filter
def day_in(at: datetime | None, zone: str) -> str:
    """``{{ walk.considered_at|day_in:zone }}``: the day that it was there then. A moment's own date is that of UTC."""
    return day(at.astimezone(ZoneInfo(zone)).date()) if at else ""


@register.filter
def money(amount: Decimal | None, currency: str = "") -> str:
    """``{{ deal.amount|money:deal.currency }}``: ``€48,000``, or nothing."""
    return says.money(amount, currency)


@register.filter
def thousands(number: int) -> str:
    """``12,345``."""
    return says.thousands(number)


@register.filter
def tel(phone: str) -> str:
    """The number as a ``tel:`` link takes it: digits, and a plus in front."""
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    return f"+{digits}" if phone.strip().startswith("+") else digits


@register.filter
def place(zone: str) -> str:
    """``Paris`` for ``Europe/Paris``."""
    return says.place(zone)


def _time(at: datetime, text: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', at.isoformat(timespec="seconds"), text)


def _zone(context: Context) -> str:
    return getattr(context["request"].user, "zone", "") or "UTC"


def _today(zone: str) -> date:
    return clock.now().astimezone(ZoneInfo(zone)).date()
