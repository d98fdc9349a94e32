"""All addresses are the web's."""

from django.urls import include, path

urlpatterns = [path("", include("bowout.web.urls"))]
