"""The letter as it will stand on paper, in strings: what it says is decided here, how it looks on the sheet."""

from msgspec import Struct

from bowout.connectors.paper.clean import one_line, paragraphs
from bowout.connectors.paper.decline import Decline, Writer
from bowout.connectors.paper.tongue import Tongue
from bowout.connectors.paper.tongues import tongue_of

Lines = tuple[str, ...]


class Part(Struct, frozen=True):
    """Paragraphs of lines under a heading; the first part has none."""

    heading: str
    paras: tuple[Lines, ...]


class Letter(Struct, frozen=True, kw_only=True):
    """All of it, in the order in which it is read."""

    language: str
    company: str
    contact: Lines
    reader: Lines
    date: str
    title: str
    rows: tuple[tuple[str, str], ...]
    """Label and value."""
    parts: tuple[Part, ...]
    bye: str
    signed: Lines
    page: str
    """With ``{page}`` and ``{pages}``."""

    @property
    def text(self) -> str:
        """What it says from the salutation to the name."""
        said = [text for part in self.parts for text in (part.heading, *("\n".join(para) for para in part.paras))]
        return "\n\n".join(text for text in (*said, self.bye, "\n".join(self.signed)) if text)


def letter(decline: Decline) -> Letter:
    """The decline in words. What nobody knows is left out."""
    tongue, writer, reader = tongue_of(decline.language), decline.writer, decline.reader
    return Letter(
        language=tongue.code,
        company=one_line(writer.company),
        contact=_lines(writer.name, writer.phone, writer.mail),
        reader=_lines(reader.account, reader.name),
        date=tongue.day(decline.written_on or decline.parted_on),
        title=tongue.title,
        rows=_rows((tongue.about, decline.about), (tongue.reference, decline.reference)),
        parts=tuple(part for part in _parts(decline, tongue) if part.paras),
        bye=tongue.bye,
        signed=_signed(writer),
        page=tongue.page,
    )


def _parts(decline: Decline, tongue: Tongue) -> tuple[Part, ...]:
    papers = decline.documents
    return (
        Part("", _said(_dear(decline, tongue), tongue.thanks, _parted(decline, tongue))),
        Part(tongue.papers, _said(tongue.fate(papers.fate, papers.done, papers.on) if papers else "")),
        Part(tongue.word, paragraphs(decline.word)),
        Part(tongue.touch, _said(_again(decline, tongue), tongue.door, tongue.wish)),
    )


def _dear(decline: Decline, tongue: Tongue) -> str:
    name = one_line(decline.reader.name)
    return tongue.dear.format(name=name) if name else tongue.dear_all


def _parted(decline: Decline, tongue: Tongue) -> str:
    told = tongue.parted.format(day=tongue.day(decline.parted_on))
    return f"{told} {tongue.bid}" if decline.bid_withdrawn else told


def _again(decline: Decline, tongue: Tongue) -> str:
    again = decline.again
    if again is None or (again.on is None and again.when != "never"):
        return ""
    return tongue.again[again.when].format(day=tongue.day(again.on) if again.on else "")


def _signed(writer: Writer) -> Lines:
    return _lines(writer.name, writer.role, writer.company)


def _said(*texts: str) -> tuple[Lines, ...]:
    return tuple((text,) for text in texts if text)


def _lines(*texts: str) -> Lines:
    return tuple(line for line in map(one_line, texts) if line)


def _rows(*rows: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, told in rows if (value := one_line(told)))
