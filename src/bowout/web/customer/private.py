"""What no answer under the customer's address may do: be kept, be found, tell others where it came from."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

ADDRESS = "/c/"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


def private(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: set the headers on whatever is answered there, also when Django itself refuses the request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith(ADDRESS):
            for name, value in HEADERS.items():
                response.headers[name] = value
        return response

    return middleware
