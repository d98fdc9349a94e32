"""A browser without a browser."""

import re
from html import unescape
from typing import Any

from django.test import Client

from bowout.store.models import User


def signed_in(user: User) -> Client:
    """A client in which ``user`` is signed in."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client


def nobody() -> Client:
    """A client in which nobody is signed in."""
    return Client(SERVER_NAME="localhost")


def words(response: Any) -> str:
    """What a page says, without its markup, on one line."""
    html = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", response.content.decode())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
