"""A logo comes from anywhere, and leaves as a small plain picture."""

import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from bowout.connectors.picture import MOST, NotALogo, logo

CLEAR = (0, 0, 0, 0)


def drawn(size: tuple[int, int], ground: Any, ink: Any = None, mode: str = "RGBA") -> Image.Image:
    """A ground with a frame of some width in it."""
    image = Image.new(mode, size, ground)
    if ink is not None:
        ImageDraw.Draw(image).rectangle((10, 10, size[0] - 11, size[1] - 11), outline=ink, width=9)
    return image


def saved(image: Image.Image, kind: str = "PNG", **also: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **also)
    return file.getvalue()


def opened(png: bytes) -> Image.Image:
    image = Image.open(BytesIO(png))
    image.load()
    return image


def refused(given: bytes) -> str:
    with pytest.raises(NotALogo) as caught:
        logo(given)
    return caught.value.why


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_it_works(kind: str) -> None:
    made = logo(saved(drawn((1200, 300), "white", "#204080", "RGB"), kind))
    assert (made.width, made.height) == (480, 120)
    assert opened(made.png).format == "PNG"
    assert opened(made.png).size == (480, 120)


def test_a_tall_one_is_as_high_as_there_is_room_and_a_small_one_stays_small() -> None:
    assert logo(saved(drawn((400, 800), "navy"))).height == 160
    assert logo(saved(drawn((40, 40), "navy"))).width == 40


def test_nothing_of_what_the_file_said_is_left() -> None:
    told = PngInfo()
    told.add_text("Author", "Somebody at North")
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    for given in (
        saved(drawn((60, 60), "navy"), pnginfo=told, exif=exif, icc_profile=b"profile of North"),
        saved(drawn((60, 60), "navy", mode="RGB"), "JPEG", exif=exif, comment=b"Somebody at North"),
    ):
        png = logo(given).png
        assert opened(png).info == {}
        assert b"North" not in png
        assert b"home" not in png


def test_a_picture_that_lies_on_its_side_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = logo(saved(drawn((60, 120), "navy", mode="RGB"), "JPEG", exif=exif))
    assert (made.width, made.height) == (120, 60)


def test_room_around_the_drawing_is_left_out() -> None:
    image = Image.new("RGBA", (400, 400), CLEAR)
    image.paste("navy", (100, 150, 300, 250))
    assert (logo(saved(image)).width, logo(saved(image)).height) == (200, 100)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "CMYK", "I;16"])
def test_every_way_of_writing_colours_is_read(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new("I", (50, 50), 40000).convert(mode) if mode == "I;16" else Image.new(mode, (50, 50))
    if mode == "LA":
        image.putalpha(255)
    made = opened(logo(saved(image, kind)).png)
    assert made.size == (50, 50)
    if mode == "I;16":
        red = made.convert("RGB").getpixel((5, 5))
        assert red == (156, 156, 156)


def test_of_one_that_moves_the_first_picture_stays() -> None:
    frames = [drawn((50, 50), colour) for colour in ("#ff0000", "#00ff00")]
    for kind in ("PNG", "WEBP"):
        given = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
        pixel = opened(logo(given).png).convert("RGB").getpixel((25, 25))
        assert isinstance(pixel, tuple)
        assert pixel[0] > 200


def test_a_photo_is_light_enough_for_a_phone() -> None:
    noise = Image.effect_noise((480, 160), 90)
    photo = Image.merge("RGB", [noise, noise.rotate(180), noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT)])
    assert len(logo(saved(photo, "JPEG", quality=60)).png) < 90_000


def test_what_is_no_picture_of_ours_is_refused() -> None:
    assert refused(b"") == "unreadable"
    assert refused(b"<html>") == "unreadable"
    assert refused(b'<?xml version="1.0"?>\n<SVG xmlns="http://www.w3.org/2000/svg"/>') == "svg"
    assert refused(saved(drawn((50, 50), "navy"), "GIF")) == "unreadable"
    assert refused(saved(drawn((50, 50), "navy"))[:-60]) == "unreadable"
    assert refused(saved(drawn((50, 50), CLEAR))) == "empty"
    assert refused(b"\x89PNG" + bytes(MOST)) == "heavy"


def test_a_small_file_that_unfolds_to_gigabytes_is_refused_unread() -> None:
    assert refused(bomb(4001, 4001)) == "huge"
    assert refused(bomb(30_000, 30_000)) == "huge"


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is so large; that there is hardly a pixel in it would be found out only by unfolding it."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 6, 0, 0, 0))
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("ground", "ink", "light"),
    [
        (CLEAR, "white", True),
        (CLEAR, "#ffee66", True),
        (CLEAR, "black", False),
        (CLEAR, "#e4002b", False),
        ("white", "#204080", False),
        ("#204080", "white", False),
        ("#ffffff", None, False),
    ],
)
def test_only_what_would_vanish_on_white_wants_a_dark_ground(ground: Any, ink: Any, light: bool) -> None:
    assert logo(saved(drawn((200, 100), ground, ink))).light == light


def test_a_white_letter_inside_a_blue_disc_wants_no_dark_ground() -> None:
    image = Image.new("RGBA", (200, 200), CLEAR)
    pen = ImageDraw.Draw(image)
    pen.ellipse((0, 0, 199, 199), fill="#204080")
    pen.rectangle((60, 60, 140, 140), fill="white")
    assert not logo(saved(image)).light


def test_a_white_word_beside_a_coloured_sign_wants_one() -> None:
    image = Image.new("RGBA", (400, 100), CLEAR)
    pen = ImageDraw.Draw(image)
    pen.ellipse((0, 0, 99, 99), fill="#ff8800")
    for at in range(120, 390, 30):
        pen.rectangle((at, 20, at + 12, 80), fill="white")
    assert logo(saved(image)).light
