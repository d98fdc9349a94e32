"""A team's colour and logo for its customers' browsers: nobody signs in, no cookie is set, all is kept for ever."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from bowout.store import logos
from bowout.web.brand import sheet
from bowout.web.brand.shades import colour_of

_HEADERS = {"Cache-Control": "public, max-age=31536000, immutable", "Content-Security-Policy": "default-src 'none'"}


@require_safe
def colour(request: object, digits: str, version: str) -> HttpResponse:
    """The style sheet of a colour, anybody's; of a version that is no more, none."""
    wished = colour_of(digits)
    if wished is None or version != sheet.version(wished):
        raise Http404
    return HttpResponse(sheet.sheet(wished), content_type="text/css; charset=utf-8", headers=_HEADERS)


@require_safe
def logo(request: object, key: UUID) -> HttpResponse:
    """A logo that hangs somewhere now."""
    found = logos.with_key(key)
    if found is None:
        raise Http404
    return HttpResponse(bytes(found.png), content_type="image/png", headers=_HEADERS)


urlpatterns = [
    path("brand/<slug:digits>/<slug:version>.css", colour, name="brand-colour"),
    path("brand/<uuid:key>.png", logo, name="brand-logo"),
]
