"""How figures are said. ``{% load figures %}``."""

from django import template

from bowout.core.share import Share
from bowout.web.labels import FELT

register = template.Library()


@register.filter
def percent(share: Share) -> str:
    """``83 %``."""
    return f"{share.part:.0%}".replace("%", "\u202f%")


@register.filter
def between(share: Share) -> str:
    """``55 to 95 %``: where the true share lies, in 95 of 100 cases."""
    low, high = share.interval
    return f"{low * 100:.0f} to {high * 100:.0f}\u202f%"


@register.filter
def felt_name(question: str) -> str:
    """A question's name."""
    return FELT[question][0]


@register.filter
def felt_asks(question: str) -> str:
    """What a question asks."""
    return FELT[question][1]
