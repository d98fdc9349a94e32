"""The customer's page. Looking at it changes nothing; an answer takes two posts, and the second is signed (M3.4)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from bowout.desk import links
from bowout.desk.answering import ReasonsChanged, record
from bowout.desk.call_times import call_times
from bowout.desk.colleagues import Enough, bring_in, brought_in
from bowout.desk.customer import Page, page_of
from bowout.desk.feeling import feel
from bowout.desk.replies import Reply
from bowout.desk.returning import may_return
from bowout.desk.turning_out import turned_out
from bowout.store.models import CustomerLink
from bowout.web import clock
from bowout.web.customer import typed
from bowout.web.customer.afterwards import ended_shown, outcome_shown
from bowout.web.customer.local import LANGUAGES, language_of
from bowout.web.customer.sealed import Broken, seal, unseal
from bowout.web.customer.shown import answer_shown, base_shown, colleague_shown, form_shown, today_of
from bowout.web.customer.typed import LONGEST, Typed

LARGEST = 256 * 1024
"""Bytes of a post: all fields full, in any script."""
FORM = "application/x-www-form-urlencoded"


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_exempt  # Who holds the address needs no cookie, and without it there is nothing to forge: see sealed.py.
def customer(request: HttpRequest, token: str) -> HttpResponse:
    """One page for one contact; a link that opens nothing gets the same page whatever the cause."""
    now = clock.now()
    link = links.opened(token, now)
    page = None if isinstance(link, links.Gone) else page_of(link, now)
    language = language_of(request, link.language if isinstance(link, links.Gone) else links.language_of(link))
    with translation.override(language):
        if isinstance(link, links.Gone) or page is None:
            response = _closed(request, "gone", link)
        elif page.stand == "early":
            response = _closed(request, "early", page)
        else:
            response = _Visit(request, link, page, now).respond()
    response.headers["Content-Language"] = language
    return response


def _closed(request: HttpRequest, name: str, why: Any) -> HttpResponse:
    return render(request, f"web/customer/{name}.html", {"why": why, **base_shown(request)}, status=404)


class _Visit:
    """One request to a page that is open."""

    def __init__(self, request: HttpRequest, link: CustomerLink, page: Page, now: datetime) -> None:
        self.request, self.link, self.page, self.now = request, link, page, now

    def respond(self) -> HttpResponse:
        if self.request.method != "POST":
            return self._look()
        if int(self.request.META.get("CONTENT_LENGTH") or 0) > LARGEST or self.request.content_type != FORM:
            return self._form(Typed(problems={"": _("This was too long to read. Please shorten it.")}), 413)
        if self.request.user.is_authenticated:
            # Only their own browser speaks for them.
            return self._show("ours", {"link": self.link}, 403)
        if self.request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            return self._form(typed.typed(self.page.given), 403)
        return self._steps.get(self.request.POST.get("step", ""), self._look)()

    @property
    def _steps(self) -> dict[str, Callable[[], HttpResponse]]:
        return {
            "review": self._review,
            "edit": self._edit,
            "send": self._send,
            "feel": self._feel,
            "bring": self._bring,
            "outcome": self._outcome,
            "return": self._return,
        }

    def _look(self) -> HttpResponse:
        if (brought := self._brought(self.request.GET.get("colleague", ""))) is not None:
            return self._show("colleague", colleague_shown(self.page, brought.contact.name, links.address(brought)))
        if self.page.may_tell:
            said = self.page.turned_out is not None or self.page.invited
            asks = not said or "change" in self.request.GET or "it" in self.request.GET
            chosen = self.request.GET.get("it", "")
            return self._show("outcome", outcome_shown(self.page, chosen) if asks else {})
        if self.page.stand in {"parted", "stayed"} and "change" not in self.request.GET:
            return self._ended()
        if self.page.given is None or "change" in self.request.GET:
            return self._form(typed.typed(self.page.given))
        return self._show("thanks", answer_shown(self.page, self.page.given))

    def _review(self) -> HttpResponse:
        made = typed.read(self.request.POST.dict(), self.page, self._today)
        return self._form(made, 422) if made.problems else self._confirm(made.reply)

    def _edit(self) -> HttpResponse:
        try:
            return self._form(typed.typed(unseal(self.link, self.request.POST.get("answer", ""))[0]))
        except Broken:
            return self._look()

    def _send(self) -> HttpResponse:
        try:
            reply, fresh = unseal(self.link, self.request.POST.get("answer", ""))
        except Broken:
            return self._form(typed.typed(self.page.given), 400)
        if not fresh:
            return self._confirm(reply, _("This page was open for a while. Please look it over once more."))
        try:
            record(self.link, reply, self.now)
        except ReasonsChanged:
            return self._form(typed.moved(reply, self.page, self._today), 409)
        return self._back()

    def _feel(self) -> HttpResponse:
        """Grades and a word, in one post: there is nothing in it to look over. Said twice, it counts once."""
        grades, said, private = typed.felt(self.request.POST.dict())
        if self.page.may_feel and len(said) <= LONGEST and (any(grades.values()) or said):
            feel(self.link, grades, said, private, self.now)
        return self._back()

    def _outcome(self) -> HttpResponse:
        """How it turned out, in one post: what a click in a mail chose is seen before it is sent."""
        how, words, again = typed.outcome(self.request.POST.dict())
        if not self.page.may_tell:
            return self._look()
        if (how is None and (words or not again)) or len(words) > LONGEST:
            return self._show("outcome", outcome_shown(self.page, how or "", words, again, missing=True), 422)
        turned_out(self.link, how, words, again, self.now)
        return self._back()

    def _ended(self, missing: bool = False) -> HttpResponse:
        answer = answer_shown(self.page, self.page.given) if self.page.given else {}
        return self._show("ended", {**answer, **ended_shown(self.page, missing)}, 422 if missing else 200)

    def _return(self) -> HttpResponse:
        """When we may come back, in one post; said twice, it is said once."""
        wish = typed.may_return(self.request.POST.dict(), self._today)
        if self.page.stand != "parted":
            return self._look()
        if wish is None:
            return self._ended(missing=True)
        may_return(self.link, *wish, self.now)
        return self._back()

    def _bring(self) -> HttpResponse:
        """A page for a colleague; asked twice, it is the same."""
        name = typed.name(self.request.POST.get("name", ""))
        if not name:
            return self._show("colleague", {"missing": True}, 422)
        try:
            brought = bring_in(self.link, name, self.now) if self.page.may_bring else None
        except (Enough, links.NotTheirs):
            brought = None
        return self._back(colleague=brought.pk.hex[-8:]) if brought else self._look()

    def _brought(self, ref: str) -> CustomerLink | None:
        refs = {colleague.ref for colleague in self.page.colleagues}
        return next((one for one in brought_in(self.link) if one.pk.hex.endswith(ref)), None) if ref in refs else None

    def _back(self, **query: str) -> HttpResponse:
        language = self.request.GET.get("lang", "")
        query |= {"lang": language} if language in LANGUAGES else {}
        return HttpResponseRedirect(f"{self.request.path}{'?' + urlencode(query) if query else ''}", status=303)

    def _confirm(self, reply: Reply, notice: str = "") -> HttpResponse:
        return self._show(
            "confirm", {"sealed": seal(self.link, reply), "notice": notice, **answer_shown(self.page, reply)}
        )

    def _form(self, made: Typed, status: int = 200) -> HttpResponse:
        decided = self.page.stand in {"parted", "stayed"}
        times = () if decided else call_times(self.link, self.now)
        return self._show("form", form_shown(self.page, made, times, self._today), status)

    @property
    def _today(self) -> date:
        return today_of(self.page, self.now)

    def _show(self, name: str, shown: dict[str, Any], status: int = 200) -> HttpResponse:
        context = {"page": self.page, **base_shown(self.request, self.page), **shown}
        return render(self.request, f"web/customer/{name}.html", context, status=status)


urlpatterns = [re_path(r"^c/(?P<token>[^/]+)/?$", customer, name="customer")]
