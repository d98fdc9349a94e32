"""A customer with a link, and a browser that keeps nothing."""

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from bowout.desk import links
from bowout.store.models import Contact, CustomerLink, WalkAway
from tests.people import Cast
from tests.shell import steps
from tests.shell.steps import STREAM


def link_for(cast: Cast, contact: Contact, at: datetime, number: int = 3) -> CustomerLink:
    """A link that lives for thirty days."""
    row = WalkAway.objects.get(pk=STREAM)
    return links.make_link(cast.alice, row, contact, UUID(int=number), at, at + timedelta(days=30))


class Customer:
    """Somebody at the customer, on their page."""

    def __init__(self, link: CustomerLink, **headers: str) -> None:
        self.link = link
        self.path = f"/c/{links.token(link)}/"
        self.browser = Client(enforce_csrf_checks=True, headers=headers)

    def look(self, query: str = "") -> HttpResponse:
        """Open the page."""
        return self.browser.get(self.path + query)  # type: ignore[return-value]

    def review(self, query: str = "", **fields: str) -> HttpResponse:
        """Fill in the form and look it over."""
        return self.post({"step": "review", **fields}, query)

    def send(self, seen: HttpResponse) -> HttpResponse:
        """Press the button on the page that shows their answer."""
        return self.post({"step": "send", "answer": sealed(seen)})

    def answer(self, **fields: str) -> HttpResponse:
        """Both posts."""
        return self.send(self.review(**fields))

    def post(self, fields: dict[str, str], query: str = "", **headers: str) -> HttpResponse:
        """As a browser posts a form."""
        return self.browser.post(  # type: ignore[return-value]
            self.path + query,
            data=urlencode(fields),
            content_type="application/x-www-form-urlencoded",
            headers=headers,
        )


def sealed(seen: HttpResponse) -> str:
    """The hidden answer in the page that shows it."""
    (found,) = re.findall(r'name="answer" value="([^"]+)"', text(seen))
    return unescape(found)


def refs(seen: HttpResponse) -> list[str]:
    """What the reasons are called on the page, in order."""
    return list(dict.fromkeys(re.findall(r'name="verdict-([0-9a-f]+)"', text(seen))))


def text(seen: HttpResponse) -> str:
    """The page as it is sent."""
    return seen.content.decode()


def words(seen: HttpResponse) -> str:
    """What a person reads on it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text(seen))).split())


def fields_of(verdicts: dict[str, tuple[str, str]], **others: str) -> dict[str, Any]:
    """Form fields for (verdict, words) by ref."""
    fields = {f"verdict-{ref}": verdict for ref, (verdict, _) in verdicts.items()}
    return {**fields, **{f"words-{ref}": said for ref, (_, said) in verdicts.items()}, **others}


def asked(cast: Cast) -> tuple[Customer, datetime]:
    """Claire, who was asked, and when."""
    when = steps.ask(cast)
    return Customer(link_for(cast, cast.claire, when)), when
