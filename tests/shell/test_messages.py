"""The customer's page in three languages: all of it, and up to date."""

import importlib.util
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message


def _tool() -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "messages.py"
    spec = importlib.util.spec_from_file_location("messages", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


messages = _tool()


def strings(message: Message) -> list[str]:
    """Its translations, one a plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


def says(mo: bytes) -> dict[str, str]:
    """What Django reads from it; the head names the tool that made it, which may be newer."""
    catalogue = GNUTranslations(BytesIO(mo))._catalog  # type: ignore[attr-defined]
    return {text: said for text, said in catalogue.items() if text}


def test_the_texts_are_found_in_templates_and_in_code() -> None:
    found = {message.id for message in messages.texts() if message.id}
    assert {"Have we read you right?", "You have misread us"} <= found
    assert ("Our reason, as we see it", "Our reasons, as we see them") in found


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_text_is_translated_and_the_catalogues_are_up_to_date(language: str) -> None:
    current = messages.current(language)
    assert [message.id for message in current if message.id and not all(strings(message))] == []
    kept = messages.po(language).read_bytes()
    assert messages.as_po(current) == kept, "run: make messages"
    assert says(messages.as_mo(kept, language)) == says(messages.po(language).with_suffix(".mo").read_bytes())


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_a_translation_names_what_the_text_names(language: str) -> None:
    for message in messages.current(language):
        ids = [message.id] if isinstance(message.id, str) else message.id
        wanted = set(re.findall(r"%\(\w+\)s", " ".join(ids)))
        for string in strings(message):
            assert set(re.findall(r"%\(\w+\)s", string)) == wanted
