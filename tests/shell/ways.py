"""What somebody at the customer does on their page, one page after the other: its name, and what they got."""

import re
from collections.abc import Callable, Iterator
from unittest.mock import patch

from django.http import HttpResponse

from bowout.desk.replies import Given, Reply
from bowout.store.models import CustomerLink
from bowout.web.customer.sealed import seal
from tests.shell.customers import Customer, fields_of, refs, sealed, text

Pages = Iterator[tuple[str, HttpResponse]]
Way = Callable[[Customer, str], Pages]


def looks(customer: Customer, query: str) -> Pages:
    yield "look", customer.look(query)
    yield "once more", customer.look(f"{query}&change=1")
    yield "from a mail", customer.look(f"{query}&it=well")
    yield "nothing sent", customer.review(query)
    yield "forged", customer.post({"step": "send", "answer": "forged"}, query)
    yield "head", customer.browser.head(customer.path + query)  # type: ignore[misc]
    yield "options", customer.browser.options(customer.path + query)  # type: ignore[misc]
    yield "put", customer.browser.put(customer.path + query)  # type: ignore[misc]
    yield "too large", customer.review(query, words="x" * 300_000)
    yield "from elsewhere", customer.post({"step": "review", "call": "yes"}, query, **{"Sec-Fetch-Site": "cross-site"})


def fails(customer: Customer, query: str) -> Pages:
    first, second = refs(customer.look(f"{query}&change=1"))
    yield "words alone", customer.review(query, **{f"words-{first}": "Hm.", "wish": "wait", "words": "y" * 5000})
    seen = customer.review(query, **fields_of({first: ("right", "So it is."), second: ("misread", "No.")}))
    yield "to look over", seen
    yield "back to the form", customer.post({"step": "edit", "answer": sealed(seen)}, query)
    yield "a colleague without a name", customer.post({"step": "bring", "name": " "}, query)
    ours = Customer(customer.link)
    ours.browser.force_login(customer.link.made_by)
    yield "by one of us", ours.post({"step": "review", "call": "yes"}, query)
    moved = seal(customer.link, Reply({"0" * 16: Given("right", "So it was.")}))
    yield "reasons that moved", customer.post({"step": "send", "answer": moved}, query)
    with patch("time.time", return_value=0):
        old = seal(customer.link, Reply(words="Long ago."))
    yield "open for a while", customer.post({"step": "send", "answer": old}, query)


def answers(customer: Customer, query: str) -> Pages:
    first, second = refs(customer.look(f"{query}&change=1"))
    times = dict.fromkeys(_times(customer, query)[:2], "yes")
    typed = fields_of({first: ("can-change", "By May."), second: ("right", "")}, words="Hello.", wish="wait", **times)
    seen = customer.review(query, until="2026-03-27", **typed)
    yield "to look over", seen
    yield "sent", customer.post({"step": "send", "answer": sealed(seen)}, query)
    yield "thanks", customer.look(query)
    yield "once more", customer.look(f"{query}&change=1")


def _times(customer: Customer, query: str) -> list[str]:
    return re.findall(r'name="(call-\d{8}T\d{4}Z)"', text(customer.look(f"{query}&change=1")))


def brings(customer: Customer, query: str) -> Pages:
    made = customer.post({"step": "bring", "name": "Hugo Martin"}, query)
    yield "a colleague brought in", made
    yield "a page for a colleague", customer.look(made["Location"].removeprefix(customer.path))
    yield "with a colleague", customer.look(query)
    hugo = Customer(CustomerLink.objects.exclude(asked_by=None).get())
    yield "the colleague's page", hugo.look(query)


def leaves(customer: Customer, query: str) -> Pages:
    """Once we have parted: the letter, and when we may ask."""
    yield "letter", customer.browser.get(f"{customer.path}letter.pdf{query}&reference=AO-17")  # type: ignore[misc]
    yield "no day named", customer.post({"step": "return", "when": "day"}, query)
    yield "another day", customer.post({"step": "return", "when": "contract-end", "on": "2026-07-15"}, query)
    yield "another day, seen", customer.look(query)


def feels(customer: Customer, query: str) -> Pages:
    yield "felt", customer.post({"step": "feel", "respected": "5", "said": "Thank you."}, query)
    yield "felt, seen", customer.look(query)


def tells(customer: Customer, query: str) -> Pages:
    yield "words alone", customer.post({"step": "outcome", "words": "Hm."}, query)
    yield "told", customer.post({"step": "outcome", "it": "not-so-well", "words": "They left in May."}, query)
    yield "told, seen", customer.look(query)
    yield "talk again", customer.post({"step": "outcome", "again": "yes"}, query)
    yield "talk again, seen", customer.look(query)
