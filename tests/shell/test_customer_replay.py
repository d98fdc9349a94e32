"""Whatever is sent from the customer's page, sent once more it changes nothing: a second tap, a lost connection."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.http import HttpResponse

from tests.people import Cast
from tests.shell.customers import Customer
from tests.shell.database import everything
from tests.shell.stands import Stands


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The steps that were sent and changed something; each is sent twice from now on."""
    once, changed = Customer.post, set[str]()

    def twice(self: Customer, fields: dict[str, str], query: str = "", **headers: str) -> HttpResponse:
        before = everything()
        first = once(self, fields, query, **headers)
        after = everything()
        again = once(self, fields, query, **headers)
        assert (everything(), again.status_code) == (after, first.status_code), fields
        assert first.headers.get("Location") == again.headers.get("Location")
        if before != after:
            changed.add(fields["step"])
        return first

    monkeypatch.setattr(Customer, "post", twice)
    return changed


def test_a_second_time_changes_nothing(cast: Cast, at: Callable[[datetime], None], sent: set[str]) -> None:
    assert list(Stands(cast, at, "part").pages())
    assert sent == {"send", "feel", "bring", "outcome", "return"}
