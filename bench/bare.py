"""The limit for pages: a Django view that does nothing, under the same server."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="only for the bench", MIDDLEWARE=[])


def nothing(request: HttpRequest) -> HttpResponse:
    """An answer whose end a client can see."""
    return HttpResponse(b"ok", headers={"Content-Length": "2"})


urlpatterns = [path("", nothing)]
application = get_wsgi_application()
