"""The formal written decline, opened as whoever files it would open it."""

import io
import itertools
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import msgspec
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

import bowout
from bowout.connectors.paper import Again, Decline, Reader, Unprinted, Writer, letter, printing, render
from bowout.connectors.paper.clean import LONGEST_LINE, LONGEST_TEXT
from bowout.connectors.paper.press import SHEET, pressed
from bowout.core.documents import Documents

WRITER = Writer(
    company="Nordlicht Systeme GmbH",
    name="Alice Ädler",
    role="Account Manager",
    mail="alice@nordlicht.example",
    phone="+49 89 1234567",
)
BARE = Decline(
    language="en",
    writer=Writer(company="Nordlicht", name="Alice Ädler"),
    reader=Reader(account="Forêt & Fils"),
    parted_on=date(2026, 3, 1),
)
FULL = Decline(
    language="en",
    writer=WRITER,
    reader=Reader(account="Forêt & Fils", name="Zoë Łukaszewicz"),
    parted_on=date(2026, 3, 1),
    written_on=date(2026, 3, 4),
    about="Ordonnancement des ateliers à Besançon",
    reference="AO-2026/17 b",
    bid_withdrawn=True,
    documents=Documents(fate="deleted", on=date(2026, 3, 10), done=False),
    word="Zwei Ihrer Werke messen verschieden.\n\nLe cœur du problème\nest là.",
    again=Again(when="contract-end", on=date(2027, 4, 30)),
)
FATES = [
    None,
    *(
        Documents(fate=fate, on=on, done=done)
        for fate in ("returned", "deleted", "kept")
        for on in (None, date(2026, 3, 10))
        for done in (True, False)
    ),
]
AGAINS = [None, Again(when="never"), *(Again(when=when, on=date(2027, 4, 30)) for when in ("on", "contract-end"))]


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf), strict=True)


def read(decline: Decline) -> str:
    """All that stands on its pages, lines joined."""
    return " ".join(" ".join(page.extract_text() for page in opened(render(decline)).pages).split())


def unspaced(text: str) -> str:
    """Wherever its lines break."""
    return re.sub(r"[\s\u200b]", "", text)


def tags(reader: PdfReader) -> list[str]:
    """The tags in reading order."""
    return list(_tags(reader.root_object["/StructTreeRoot"]["/K"]))


def _tags(node: Any) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, ArrayObject):
        yield from itertools.chain.from_iterable(map(_tags, node))
    elif isinstance(node, DictionaryObject) and "/S" in node:
        yield node["/S"]
        yield from _tags(node["/K"]) if "/K" in node else ()


def test_it_works() -> None:
    said = read(FULL)
    for told in (
        "Nordlicht Systeme GmbH",
        "Alice Ädler",
        "Account Manager",
        "alice@nordlicht.example",
        "+49 89 1234567",
        "Forêt & Fils",
        "Dear Zoë Łukaszewicz,",
        "Ordonnancement des ateliers à Besançon",
        "AO-2026/17 b",
        "4 March 2026",
        "on 1 March 2026",
        "bid that we had submitted is withdrawn",
        "by 10 March 2026",
        "Zwei Ihrer Werke messen verschieden.",
        "Le cœur du problème est là.",
        "on 30 April 2027",
    ):
        assert told in said


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", ["Unser Rückzug", "Guten Tag Zoë", "1. März 2026", "für nichts anderes", "10. März 2026", "Grüßen"]),
        ("fr-CA", ["Notre retrait", "Bonjour Zoë", "le 1er mars 2026", "jusqu’au 10 mars 2026", "accordés"]),
        ("es", ["Our withdrawal", "Dear Zoë", "1 March 2026", "until 10 March 2026"]),
    ],
)
def test_it_speaks_their_language(language: str, told: list[str]) -> None:
    said = read(replace(FULL, language=language, documents=Documents(fate="kept", on=date(2026, 3, 10))))
    assert [text for text in told if text not in said] == []
    assert "{" not in said


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_screen_reader_can_read_it(language: str) -> None:
    reader = opened(render(replace(FULL, language=language)))
    root, said = reader.root_object, reader.metadata
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert said is not None
    assert said.title == letter(replace(FULL, language=language)).title
    assert said.author == "Alice Ädler, Account Manager, Nordlicht Systeme GmbH"
    assert reader.xmp_metadata is not None
    assert "<pdfuaid:part>1<" in reader.xmp_metadata.rdf_root.toxml()
    found = tags(reader)
    assert [tag for tag in found if tag.startswith("/H")] == ["/H1", "/H2", "/H2", "/H2"]
    assert found.count("/P") >= 12


def test_its_fonts_are_in_it() -> None:
    fonts = opened(render(FULL)).pages[0]["/Resources"]["/Font"].values()
    descriptors = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert descriptors
    assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for descriptor in descriptors)


def test_it_is_one_a4_page_and_flows_to_more() -> None:
    [page] = opened(render(FULL)).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    assert "Page" not in page.extract_text()
    longer = opened(render(replace(FULL, word="A sentence that helps. " * 300)))
    assert len(longer.pages) > 1
    assert f"Page 2 of {len(longer.pages)}" in longer.pages[1].extract_text()


def test_the_same_decline_gives_the_same_bytes() -> None:
    assert render(FULL) == render(FULL)
    assert render(FULL) != render(replace(FULL, word=""))


def test_where_the_machine_stands_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    here = render(FULL)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert render(FULL) == here


def test_a_day_stays_on_one_line() -> None:
    assert "on 1\u00a0March\u00a02026" in letter(FULL).text


def test_what_nobody_knows_is_left_out() -> None:
    said = read(BARE)
    assert "Dear Sir or Madam," in said
    assert not [word for word in ("Regarding", "Your reference", "Your documents", "bid", "None", "{") if word in said]
    assert "our door is open" in said
    assert "talk to you again" not in read(replace(FULL, again=Again(when="contract-end")))


def test_they_are_left_in_peace_when_they_asked_for_it() -> None:
    said = read(replace(FULL, again=Again(when="never")))
    assert "we will not contact you about this again" in said


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_letter_has_the_language_guards_blessing(language: str) -> None:
    assert set(get_args(Again.__annotations__["when"])) == {again.when for again in AGAINS if again}
    for papers, again, bid in itertools.product(FATES, AGAINS, (True, False)):
        base = replace(BARE, language=language, documents=papers, again=again, bid_withdrawn=bid)
        assert bowout.lint(letter(base).text, step="part", language=language) == ()


NOT_ALLOWED = 77
ALONE = f"""
import ctypes, runpy, socket, sys
new_user, new_network = 0x10000000, 0x40000000
if ctypes.CDLL(None).unshare(new_user | new_network):
    sys.exit({NOT_ALLOWED})
assert socket.socket().connect_ex(("192.0.2.1", 443))
sys.argv = [sys.argv[1], "0"]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
HOSTILE = {
    "markup": '#import "@preview/evil:1.0.0": * #read("/etc/passwd") $x^2$ \\ *b* _i_ = H <l> @r `c` // no /* no */',
    "braces": "{day} {0} {name!r} {page} %s ${x} <!-- & &amp; -->",
    "quotes": '"double" \'single\' “curly” \\"escaped\\" \\u{41} \\u0041',
    "other scripts": "Ελληνικά Кириллица Tiếng Việt",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    writer, reader = replace(WRITER, company=text, role=text), Reader(account=text, name=text)
    said = read(replace(FULL, writer=writer, reader=reader, about=text, reference=text, word=text))
    assert unspaced(said).count(unspaced(text)) == 9


def test_what_is_written_from_right_to_left_stays_whole() -> None:
    said = read(replace(FULL, reader=Reader(account="שלום", name="مرحبا"), word="שלום"))
    assert said.count("שלום") == 2
    assert said.count("مرحبا") == 2


def test_what_cannot_be_seen_is_not_printed() -> None:
    dirty = "Fo\x00r\x1b[31mê\u202et\ue000 \ud800&\u2066 Fi\xadls\ufeff\r\n\x85\u2028Sàrl"
    assert letter(replace(BARE, reader=Reader(account=dirty))).reader == ("For[31mêt & Fils Sàrl",)
    assert "For[31mêt & Fils Sàrl" in read(replace(BARE, reader=Reader(account=dirty)))


def test_emoji_are_left_out() -> None:
    told = letter(replace(FULL, reader=Reader(account="Forêt 🌲 & Fils"), word="Bonne chance 👩🏽\u200d🚀 ❤\ufe0f!"))
    assert told.reader == ("Forêt & Fils",)
    assert told.parts[2].paras == (("Bonne chance ❤!",),)


def test_letters_of_accents_that_stand_alone_are_joined() -> None:
    assert letter(replace(BARE, reader=Reader(account=unicodedata.normalize("NFD", "Forêt")))).reader == ("Forêt",)


@pytest.mark.parametrize("text", ["田中 さん", "Danke 😀👩\u200d🚀", "हिन्दी " * 40, "ไทย", "\u0378\U0001fae8"])
def test_what_our_fonts_lack_costs_nobody_their_letter(text: str) -> None:
    said = read(replace(FULL, reader=Reader(account=f"{text} & Söhne"), word=text))
    assert "& Söhne" in said
    assert "AO-2026/17 b" in said


def test_rare_scripts_over_which_the_library_panics_cost_nobody_their_letter() -> None:
    rare = "".join(chr(code) for code in range(0xA1, 0xD800))[:19_000]
    assert "Dear Zoë" in read(replace(FULL, word=rare))


@pytest.mark.parametrize("text", ["a", "a ", "a\n\n", "\n", "é\u0301", "a ש ", "مرحبا ", "#[", "字"])
def test_the_longest_text_is_printed_in_time(text: str) -> None:
    decline = replace(FULL, word=text * (LONGEST_TEXT // len(text)))
    assert opened(render(decline)).pages


def test_what_is_too_long_is_cut_between_words_and_says_so() -> None:
    told = letter(replace(BARE, reader=Reader(account="Söhne " * 100), word="helps " * 9000 + "END"))
    assert len(told.reader[0]) <= LONGEST_LINE
    assert told.reader[0].endswith("Söhne …")
    [part] = [part for part in told.parts if part.heading == "A word that may help"]
    assert LONGEST_TEXT - 100 < len(part.paras[-1][0]) <= LONGEST_TEXT
    assert part.paras[-1][0].endswith("helps …")


@pytest.mark.parametrize("sign", ["o", "W"])
def test_a_word_without_an_end_stays_on_the_page(sign: str) -> None:
    word = sign * 290
    reader = opened(
        render(replace(BARE, writer=Writer(company=word, name="Alice"), reader=Reader(account=word), word=word))
    )
    said = "\n".join(page.extract_text() for page in reader.pages).replace("\u200b", "")
    assert unspaced(said).count(word) == 4
    assert max(map(len, said.split("\n"))) < 105


def test_a_word_that_fits_a_line_is_not_broken() -> None:
    mail = "maximiliane.alexandra.von.hohenstein-wittelsbach@werkstattplanung.nordlicht.example"
    role = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtin"
    [page] = opened(render(replace(FULL, writer=replace(WRITER, mail=mail, role=role)))).pages
    assert {mail, role} <= set(page.extract_text().split("\n"))


def test_no_page_ends_in_a_heading_and_none_has_only_the_name() -> None:
    headings = {"Your documents", "A word that may help", "Staying in touch"}
    pages_of = [
        [
            page.extract_text().strip().split("\n")
            for page in opened(render(replace(FULL, word="Help.\n" * count))).pages
        ]
        for count in range(10, 30)
    ]
    assert {len(pages) for pages in pages_of} == {1, 2}
    for first, *others in pages_of:
        assert first[-2 if others else -1] not in headings
        assert all("our door is open" in " ".join(page) for page in others)


def test_the_sheet_can_read_nothing_and_load_nothing() -> None:
    assert [path.name for path in SHEET.iterdir()] == ["letter.typ"]
    code = re.sub(r"//.*", "", (SHEET / "letter.typ").read_text())
    assert not re.search(r"\b(import|include|read|eval|plugin|image|csv|yaml|toml|xml|cbor|bibliography)\b", code)


@pytest.mark.skipif(sys.platform != "linux", reason="a process without a network is made the way of Linux")
def test_it_needs_no_network() -> None:
    """Where there is none for the whole process: what is written in Rust does not ask for Python's sockets."""
    told = msgspec.json.encode(letter(FULL))
    command = [sys.executable, "-P", "-c", ALONE, str(SHEET.parent / "press.py")]
    done = subprocess.run(command, input=told, capture_output=True, check=False)
    if done.returncode == NOT_ALLOWED:
        pytest.skip("this machine lets nobody leave the network")
    assert done.returncode == 0, done.stderr
    assert done.stdout == pressed(told.decode(), 0)


def test_a_press_that_fails_or_hangs_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unprinted, match="JSON"):
        printing._press(b"no letter", 0)
    monkeypatch.setattr(printing, "SECONDS", 0.001)
    with pytest.raises(Unprinted, match="seconds"):
        render(FULL)
