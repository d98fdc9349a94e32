"""The team's deals."""

from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from bowout.desk.deals import choices, deals
from bowout.web.forms.deals import Filter
from bowout.web.paging import number
from bowout.web.seller import SellerRequest, seller


class Column(NamedTuple):
    """A head of the table: ``sort`` is what its link asks for, ``now`` how it is sorted (for aria-sort)."""

    label: str
    sort: str
    now: str
    kind: str


_COLUMNS = (
    ("name", "Deal", ""),
    ("stage", "Stage", ""),
    ("amount", "Amount", "num"),
    ("close", "Close date", ""),
    ("owner", "Owner", ""),
)


@seller
def listing(request: SellerRequest) -> HttpResponse:
    """A page of the deals, as the address asks for them."""
    form = Filter(choices(request.user), request.GET)
    wanted = form.wanted()
    page, lines = deals(request.user, wanted, number(request))
    narrowed = any((wanted.search, wanted.stage, wanted.owner, wanted.walk_away, wanted.status != "open"))
    shown = {
        "form": form,
        "page": page,
        "lines": lines,
        "narrowed": narrowed,
        "sort": wanted.sort,
        "columns": [_column(*column, wanted.sort) for column in _COLUMNS],
    }
    return render(request, "web/deals.html", shown)


def _column(name: str, label: str, kind: str, sort: str) -> Column:
    now = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    return Column(label, f"-{name}" if now == "ascending" else name, now, kind)


urlpatterns = [path("deals/", listing, name="deals")]
