"""Colours by lightness, chroma and hue as the eye takes them (OKLCH, Björn Ottosson 2020), and as ``#rrggbb``."""

from collections.abc import Sequence
from math import atan2, cos, hypot, sin

_TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def linear(colour: str) -> tuple[float, ...]:
    """Red, green and blue as light, 0 to 1 each."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def oklch(colour: str) -> tuple[float, float, float]:
    """Lightness 0 to 1, chroma 0 to about 0.33, hue in radians."""
    light, a, b = _times(_TO_LAB, [part ** (1 / 3) for part in _times(_TO_LMS, linear(colour))])
    return light, hypot(a, b), atan2(b, a)


def as_hex(light: float, chroma: float, hue: float) -> str:
    """``#rrggbb``; what no screen can show of the chroma is left out."""
    while True:
        lms = _times(_FROM_LAB, (light, chroma * cos(hue), chroma * sin(hue)))
        parts = _times(_FROM_LMS, [part**3 for part in lms])
        if chroma == 0 or all(-0.0005 <= part <= 1.0005 for part in parts):
            return "#" + "".join(f"{round(255 * _bent(min(max(part, 0.0), 1.0))):02x}" for part in parts)
        chroma = max(0.0, chroma - 0.002)


def _bent(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _times(rows: Sequence[Sequence[float]], column: Sequence[float]) -> list[float]:
    return [sum(each * by for each, by in zip(row, column, strict=True)) for row in rows]
