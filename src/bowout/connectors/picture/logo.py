"""A logo for the head of a page: small, on a ground on which it shows, and with nothing in it but the picture."""

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from PIL import Image, ImageChops, ImageFilter, ImageOps

MOST = 200_000
"""Bytes of a file that is given."""
WIDE, HIGH = 480, 160
"""Pixels of a logo as it is kept: four to each that a plain screen shows."""
PIXELS = 16_000_000
"""Pixels of a picture that is given. A small file can unfold to gigabytes."""
HEAVY = 60_000
"""Bytes from which 256 colours must do."""
_FORMATS = ("PNG", "JPEG", "WEBP")

Why = Literal["heavy", "svg", "unreadable", "huge", "empty"]


class NotALogo(Exception):
    """Cannot be taken; ``why`` says what is the matter."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Logo:
    """A PNG and what a page must know of it."""

    png: bytes
    width: int
    height: int
    light: bool
    """True where it hardly shows on white: it wants a dark ground."""


def logo(given: bytes) -> Logo:
    """The logo in a PNG, JPEG or WebP file; of one that moves, the first picture. Raises ``NotALogo``."""
    image = _read(given)
    box = image.getbbox()
    if box is None:
        raise NotALogo("empty")
    # Whoever drew it may have left room around it; here the page does.
    image = image.crop(box)
    image.thumbnail((WIDE, HIGH), Image.Resampling.LANCZOS)
    return Logo(_png(image), image.width, image.height, _is_light(image))


def _read(given: bytes) -> Image.Image:
    if len(given) > MOST:
        raise NotALogo("heavy")
    try:
        with Image.open(BytesIO(given), formats=_FORMATS) as image:
            if image.width * image.height > PIXELS:
                raise NotALogo("huge")
            return _plain(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotALogo("huge") from error
    except NotALogo:
        raise
    # A file that is broken on purpose makes decoders fail in ways that nobody lists.
    except Exception as error:
        raise NotALogo("svg" if b"<svg" in given[:4096].lower() else "unreadable") from error


def _plain(image: Image.Image) -> Image.Image:
    """Eight bits of red, green, blue and alpha, and none of what else the file said."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda grey: grey / 256).convert("L")
    plain = image.convert("RGBA")
    plain.info.clear()
    return plain


def _png(image: Image.Image) -> bytes:
    made = BytesIO()
    image.save(made, "PNG", optimize=True)
    if made.tell() > HEAVY:
        made = BytesIO()
        image.quantize(256, method=Image.Quantize.FASTOCTREE).save(made, "PNG", optimize=True)
    return made.getvalue()


def _is_light(image: Image.Image) -> bool:
    """Judged where the drawing meets the ground: a white letter inside a blue disc needs no dark one."""
    drawn = image.getchannel("A").point(lambda alpha: 255 if alpha >= 128 else 0)
    edge = ImageChops.subtract(drawn, drawn.filter(ImageFilter.MinFilter(3)))
    greys = image.convert("L").histogram(edge)
    pale, dark = sum(greys[205:]), sum(greys[:60])
    return pale > dark and pale > 0.3 * sum(greys)
