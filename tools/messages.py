"""The customer's page in other languages: ``python tools/messages.py`` brings the catalogues up to date.

New texts come into ``django.po`` empty, for a person to fill in; ``.mo`` is made from what is there. A test fails
when a text has no translation, or when a catalogue is not up to date.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).parent.parent / "src" / "bowout" / "web"
LOCALE = WEB / "locale"
SOURCES = ("templates/web/customer/*.html", "customer/*.py", "views/customer.py")
LANGUAGES = ("de", "fr")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "later": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
PLURALS = {"de": "nplurals=2; plural=(n != 1);", "fr": "nplurals=2; plural=(n > 1);"}


def texts() -> Catalog:
    """Everything that the sources say, in English, by file and without line numbers."""
    found = Catalog(domain="django", charset="utf-8")
    for pattern in SOURCES:
        for path in sorted(WEB.glob(pattern)):
            for text in _texts_in(path):
                found.add(text, locations=[(str(path.relative_to(WEB)), 0)])
    return found


def _texts_in(path: Path) -> Iterator[str | tuple[str, ...]]:
    source = path.read_text()
    if path.suffix == ".html":
        # Django turns a template into calls of gettext amid X's; indented like HTML, it would be no Python.
        source = "\n".join(line.strip() for line in templatize(source).splitlines())
    for _, function, text, _ in extract_python(BytesIO(source.encode()), list(KEYWORDS), [], {"encoding": "utf-8"}):
        if function and text:
            yield tuple(text[:2]) if function == "ngettext" else (text if isinstance(text, str) else text[0])


def current(language: str) -> Catalog:
    """The catalogue as it is, with all texts of now and no others."""
    path = po(language)
    catalogue = Catalog(locale=language, domain="django", charset="utf-8")
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, domain="django", charset="utf-8")
    catalogue.update(texts(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    return catalogue


def po(language: str) -> Path:
    """Where people translate."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as text: no dates, so that nothing changes when nothing has."""
    lines = [
        'msgid ""',
        'msgstr ""',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Language: {catalogue.locale_identifier}\\n"',
        f'"Plural-Forms: {PLURALS[str(catalogue.locale_identifier)]}\\n"',
    ]
    body = BytesIO()
    write_po(body, catalogue, width=100, omit_header=True, include_lineno=False)
    return "\n".join(lines).encode() + b"\n\n" + body.getvalue().strip() + b"\n"


def as_mo(text: bytes, language: str) -> bytes:
    """The catalogue as Django reads it."""
    catalogue = read_po(BytesIO(text), locale=language, domain="django", charset="utf-8")
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def main() -> None:
    """Write both files of every language."""
    for language in LANGUAGES:
        text = as_po(current(language))
        po(language).parent.mkdir(parents=True, exist_ok=True)
        po(language).write_bytes(text)
        po(language).with_suffix(".mo").write_bytes(as_mo(text, language))


if __name__ == "__main__":
    main()
