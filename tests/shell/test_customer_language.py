"""The customer's page speaks their language and goes by their clock."""

import pytest

from tests.people import Cast
from tests.shell.customers import Customer, sealed, text, words

LANGUAGES = {
    "en": "Have we read you right?",
    "de": "Haben wir Sie richtig verstanden?",
    "fr": "Vous avons-nous bien compris",
}


@pytest.mark.parametrize(("code", "title"), LANGUAGES.items())
def test_it_speaks_the_language_of_the_account(claire: Customer, cast: Cast, code: str, title: str) -> None:
    cast.deal.account.language = f"{code}_XX"
    cast.deal.account.save()
    page = claire.look()
    assert title in words(page)
    assert f'<html lang="{code}">' in text(page)
    assert page["Content-Language"] == code


def test_they_may_switch_and_stay_switched(claire: Customer) -> None:
    page = claire.look("?lang=de")
    assert LANGUAGES["de"] in words(page)
    assert "?lang=de" in text(page)
    seen = claire.review("?lang=de", call="yes")
    assert "Möchten Sie uns das so sagen?" in words(seen)
    sent = claire.post({"step": "send", "answer": sealed(seen)}, "?lang=de")
    assert sent["Location"] == f"{claire.path}?lang=de"


def test_their_browser_decides_where_nobody_has_said(claire: Customer) -> None:
    claire.browser.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr-CA,fr;q=0.9"
    assert LANGUAGES["fr"] in words(claire.look())
    assert LANGUAGES["fr"] in words(claire.look("?lang=klingon"))
    assert LANGUAGES["de"] in words(claire.look("?lang=de"))


@pytest.mark.parametrize(
    ("zone", "country", "language", "said"),
    [
        ("America/New_York", "US", "en", "Tuesday, March 10, 2026, 1:00 PM (New York time)"),
        ("Europe/Vienna", "AT", "de", "Dienstag, 10. März 2026, 18:00 Uhr (Ortszeit Wien)"),
        ("Europe/Paris", "FR", "fr", "mardi 10 mars 2026 à 18:00 (heure locale, Paris)"),
        ("", "", "en", "Tuesday, 10 March 2026, 18:00 (Berlin time)"),
        ("Asia/Kolkata", "IN", "en", "Tuesday, 10 March 2026, 10:30"),
    ],
)
def test_the_end_is_told_by_their_clock(
    claire: Customer, cast: Cast, zone: str, country: str, language: str, said: str
) -> None:
    account = cast.deal.account
    account.zone, account.country, account.language = zone, country, language
    account.save()
    assert said in words(claire.look()).replace("\u202f", " ")
