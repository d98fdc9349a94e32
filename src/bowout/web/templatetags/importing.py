"""Words about what an import brings in beside the rows of a file."""

from collections.abc import Iterable

from django import template

from bowout.desk.importing import FileReport

register = template.Library()
WORDS = {
    "accounts": ("account", "accounts"),
    "contacts": ("contact", "contacts"),
    "contacts on deals": ("contact on a deal", "contacts on deals"),
    "of them members here": ("of them is a member here", "of them are members here"),
}


@register.filter
def also_new(report: FileReport, reports: Iterable[FileReport]) -> str:
    """All of it in one sentence; ``reports`` are those of the whole upload."""
    own = {each.kind + "s": each.name for each in reports if each.kind in ("account", "contact")}
    return ", ".join(_said(report, what, own.get(what, "")) for what in report.also_new)


def _said(report: FileReport, what: str, file: str) -> str:
    number, names = report.also_new[what], report.also_named.get(what, [])
    more = " …" if number > len(names) else ""
    lacks = f" that {file} lacks" if file and file != report.name else ""
    named = f" ({', '.join(f'“{name}”' for name in names)}{more})" if names else ""
    return f"{number:,} {WORDS.get(what, (what, what))[number != 1]}{lacks}{named}"
