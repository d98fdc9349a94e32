"""Addresses of the pages. Each page's file in ``views/`` has its own ``urlpatterns``; to add a page, name its file."""

from django.urls import URLPattern, URLResolver, include, path

PAGES = (
    "as_they_see_it",
    "brand",
    "brand_files",
    "deal",
    "deal_edit",
    "deal_people",
    "deal_take",
    "deals",
    "editors",
    "felt",
    "forgetting",
    "customer",
    "customer_link",
    "health",
    "import_run",
    "imports",
    "letter",
    "me",
    "raising",
    "mail",
    "playbook",
    "received",
    "rules",
    "set_password",
    "signing",
    "team",
    "today",
    "walk_away",
    "stepping",
    "welcome",
    "words",
)

urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"bowout.web.views.{page}")) for page in PAGES]
