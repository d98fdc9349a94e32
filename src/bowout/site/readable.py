"""What no page is asked: signs that are none, which a database refuses with an error."""

import re
from collections.abc import Callable, Iterator

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

_NO_SIGN = re.compile("[\0\ud800-\udfff]")


def readable(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: 400 for NUL or half a sign behind the ``?`` of an address or in a cookie, and for other than UTF-8.

    A form refuses NUL itself and keeps what was typed; a path with it leads nowhere; UTF-8 has no halves of signs.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if (request.encoding or "").lower() not in {"", "utf-8", "utf8"}:
            raise BadRequest("not in UTF-8")
        if any(map(_NO_SIGN.search, _said(request))):
            raise BadRequest("a sign that is none")
        return get_response(request)

    return middleware


def _said(request: HttpRequest) -> Iterator[str]:
    yield from request.COOKIES.values()
    for name, values in request.GET.lists():
        yield from (name, *values)
