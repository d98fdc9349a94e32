"""What things are called, and the colour that goes with it. Part of ``{% load bowout %}``."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bowout.web import labels, post
from bowout.web.forms.places import countries

register = template.Library()

_SEVERITY = {"block": "Blocked", "warn": "Warning", "advise": "Advice"}
_DOES = {"block": "Blocks", "warn": "Warns", "advise": "Advises"}


@register.filter
def severity_word(severity: str) -> str:
    """The word that stands beside the colour."""
    return _SEVERITY.get(severity, severity)


@register.filter
def severity_name(severity: str) -> str:
    """``Blocks`` for ``block``: what the rule does."""
    return _DOES.get(severity, severity)


@register.simple_tag
def severity_tag(severity: str) -> str:
    """The class of a tag in the severity's colour."""
    return f"tag-{severity}"


@register.filter
def do_label(do: str) -> str:
    """``Thank them and part`` for ``part``."""
    return labels.DO.get(do, do)


@register.filter
def kind_label(kind: str) -> str:
    """``Submission`` for ``submission``."""
    return labels.KIND.get(kind, kind)


@register.filter
def field_words(names: str) -> str:
    """``close date`` for ``close_date``."""
    return names.replace("_", " ")


@register.filter
def country(code: str) -> str:
    """``France`` for ``FR``; a code that is none stays as it is."""
    return dict(countries()).get(code, code)


@register.filter
def in_country(code: str) -> str:
    """``the United States`` for ``US``: as it stands after a preposition."""
    name = country(code)
    return f"the {name}" if name.startswith("United ") or name.endswith(" Islands") else name


@register.filter
def role_label(role: str) -> str:
    """``RevOps`` for ``revops``."""
    return labels.ROLE.get(role, role)


@register.simple_tag
def walk_away_tag(status: str) -> SafeString:
    """The state of a walk-away, as a tag."""
    return _tag(*labels.STATUS.get(status, (status, "done")))


@register.simple_tag
def deal_tag(status: str) -> SafeString:
    """The status of a deal, as a tag."""
    return _tag(*labels.DEAL.get(status, (status, "done")))


@register.simple_tag
def mail_tag(state: str) -> SafeString:
    """The state of something outgoing, as a tag; what only lies in a file was not sent."""
    if state == "sent" and not post.leaves_the_house():
        return _tag(post.ON_FILE, "warn")
    return _tag(*labels.MAIL.get(state, (state, "done")))


@register.simple_tag
def received_tag(kind: str) -> SafeString:
    """What came by mail, as a tag."""
    return _tag(*labels.RECEIVED.get(kind, (kind, "done")))


@register.simple_tag
def mail_warning() -> str:
    """What to know before sending from here; empty while mail leaves the house."""
    return post.warning()


def _tag(text: str, colour: str) -> SafeString:
    return format_html('<span class="tag tag-{}">{}</span>', colour, text)
