"""Editors that know LanguageTool ask here: nothing is stored, and nobody needs to sign in (M5)."""

from hmac import compare_digest

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from bowout.connectors import languagetool
from bowout.lint import STEPS

_LOCAL = {"127.0.0.1", "::1"}
LARGEST = 1_000_000
"""Bytes of a question."""


@require_safe
def languages(request: HttpRequest, step: str = "") -> JsonResponse:
    """``GET …/v2/languages``."""
    return JsonResponse(languagetool.languages(), safe=False)


# No cookie is read and nothing is written: there is nothing to forge.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, step: str = "") -> JsonResponse:
    """``POST …/v2/check``; under ``/editors/<step>/v2/`` by the rules of that step."""
    if step and step not in STEPS:
        return _refused(404, f"No step is called '{step}'. There are: {', '.join(STEPS)}")
    if len(request.body) > LARGEST:
        return _refused(413, f"At most {LARGEST:,} bytes are read")
    try:
        asked = languagetool.question(request.body, request.META.get("QUERY_STRING", ""))
    except languagetool.Unreadable as error:
        return _refused(400, str(error))
    if not _may_ask(request, asked.key):
        return _refused(403, "Give the token of this server as API key; without one only its own machine may ask")
    return JsonResponse(languagetool.answer(asked, step or None))


def _may_ask(request: HttpRequest, key: str) -> bool:
    token = settings.BOWOUT_EDITOR_TOKEN
    if token:
        given = key or request.headers.get("Authorization", "").removeprefix("Bearer ")
        return compare_digest(given.encode(), token.encode())
    # Behind a proxy everybody seems to be local; and a stranger's page may have a name that leads here.
    forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    return settings.BOWOUT_IS_LOCAL and request.META.get("REMOTE_ADDR") in _LOCAL and not forwarded


def _refused(status: int, says: str) -> JsonResponse:
    return JsonResponse({"error": says}, status=status)


urlpatterns = [
    path("v2/languages", languages, name="editor-languages"),
    path("v2/check", check, name="editor-check"),
    path("editors/<slug:step>/v2/languages", languages, name="editor-languages-of-step"),
    path("editors/<slug:step>/v2/check", check, name="editor-check-at-step"),
]
