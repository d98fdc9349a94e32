"""Nothing internal reaches the customer: marks in every internal field, and every way in which we speak to them."""

import json
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from django.core import signing
from django.http import HttpResponse

from bowout.connectors.mail import compose
from bowout.core import intents as i
from bowout.core.reasons import Evidence, Known, Reason
from bowout.desk import acting, links, mailing
from bowout.desk.drafts import LANGUAGES, Speaking, draft, facts_of, tongue_of
from bowout.desk.drafts.tongue import Kind
from bowout.desk.setting import setting_of
from bowout.store import access, streams
from bowout.store.models import WalkAway
from bowout.web import clock
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.customers import Customer, fields_of, link_for, refs, sealed
from tests.shell.steps import NOBODY, STREAM, do, must

MARK = "CANARY"
REASONS = tuple(
    Reason(
        kind,  # type: ignore[arg-type]
        internal=f"{MARK} internal {kind}",
        customer=f"What they may read, {number}.",
        stay_if=f"What would make us stay, {number}.",
        evidence=(Evidence(date(2026, 3, 2), f"{MARK} source", f"{MARK} evidence"),),
    )
    for number, kind in enumerate(("wired", "budget", "capacity"))
)


@pytest.fixture
def marked(cast: Cast, claire: Customer) -> Cast:
    """The cast, with a mark in whatever they may not see."""
    deal = cast.deal
    for name in ("owner_name", "source", "external_id", "name", "stage", "description", "next_step"):
        setattr(deal, name, f"{MARK} {name}")
    deal.amount = Decimal("987654.32")
    deal.save()
    account = deal.account
    account.name, account.website, account.phone = f"{MARK} account", f"{MARK} site", f"{MARK} phone"
    account.save()
    deal.calendar.update(title=f"{MARK} title")
    deal.deal_contacts.update(role=f"{MARK} role")
    for person in (cast.henri, cast.ines):
        person.name, person.email, person.phone = f"{MARK} name", f"{MARK}@x.example", f"{MARK} number"
        person.save()
    cast.claire.title, cast.claire.phone = f"{MARK} job", f"{MARK} number"
    cast.claire.save()
    for user in (cast.bob, cast.mia, cast.eve):
        user.name, user.email = f"{MARK} colleague", f"canary{user.pk}@north.example"
        user.save()
    known = Known(*(f"{MARK} {name}" for name in Known.__struct_fields__))
    must(do(cast.alice, i.Consider(at=clock.now(), by=NOBODY, reasons=REASONS, known=known, override=f"{MARK} why")))
    must(do(cast.mia, i.SendBack(at=clock.now(), by=NOBODY, words=f"{MARK} not yet", override=f"{MARK} why")))
    must(do(cast.alice, i.Acknowledge(at=clock.now(), by=NOBODY, text=f"{MARK} read", override=f"{MARK} why")))
    return cast


def shown(page: HttpResponse) -> str:
    """All that leaves the house: body, headers, and what a sealed answer holds."""
    body = page.content.decode()
    if page.status_code == 200 and 'name="answer"' in body:
        body += json.dumps(signing.loads(sealed(page), salt=f"customer-answer:{_link().pk.hex}"))
    return body + "".join(f"{name}: {value}\n" for name, value in page.headers.items())


def _link() -> links.CustomerLink:
    return access.any_link(links.CustomerLink.objects.values_list("pk", flat=True).get())  # type: ignore[return-value]


def walk(claire: Customer) -> list[HttpResponse]:
    """Every page there is, in every state that it can be in now."""
    pages = [claire.look(), claire.look("?lang=de"), claire.look("?change=1&lang=fr"), claire.browser.head(claire.path)]
    found = refs(pages[0]) or refs(claire.look("?change=1"))
    typed = fields_of(dict.fromkeys(found, ("can-change", "By May.")), words="Hello.", call="yes")
    seen = claire.review(**typed)
    pages += [seen, claire.post({"step": "edit", "answer": sealed(seen)}), claire.send(seen), claire.look()]
    pages += [claire.look("?change=1"), claire.review(), claire.review(**{f"words-{ref}": "?" for ref in found})]
    pages += [claire.post({"step": "send", "answer": "forged"}), claire.review(words="x" * 5000)]
    return [*pages, claire.browser.put(claire.path)]


def _is_clean(pages: list[HttpResponse]) -> None:
    for page in pages:
        sent = shown(page).lower()
        for secret in (MARK.lower(), "987654", "wired", "capacity", "budget", "canary"):
            assert secret not in sent


def test_while_they_are_asked(marked: Cast, claire: Customer) -> None:
    pages = walk(claire)
    assert "What they may read, 2." in shown(pages[0])
    _is_clean(pages)


@pytest.mark.parametrize("end", ["part", "stay", "take-back"])
def test_after_the_end(marked: Cast, claire: Customer, end: str) -> None:
    until = WalkAway.objects.get().window_until
    assert until
    ends: dict[str, i.Intent] = {
        "part": i.Part(at=until, by=NOBODY, thanks=True, text=f"{MARK} parting", override=f"{MARK} why"),
        "stay": i.Stay(at=until, by=NOBODY, changed=f"{MARK} changed", override=f"{MARK} why"),
        "take-back": i.TakeBack(at=until, by=NOBODY, words=f"{MARK} words", override=f"{MARK} why"),
    }
    must(do(marked.alice, ends[end]))
    _is_clean(walk(claire))


def test_when_the_link_is_closed(marked: Cast, claire: Customer) -> None:
    links.revoke(marked.alice, _link().pk, clock.now())
    _is_clean([claire.look(), claire.look("?lang=fr"), claire.review(call="yes")])


def test_before_they_were_told(cast: Cast) -> None:
    consider = i.Consider(at=NOW, by=NOBODY, reasons=REASONS, known=steps.KNOWN)
    must(acting.start(cast.alice, cast.deal, consider, STREAM, NOW))
    customer = Customer(link_for(cast, cast.claire, NOW))
    page = customer.look()
    assert page.status_code == 404
    _is_clean([page, customer.review(call="yes")])
    assert "What they may read" not in shown(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(Kind))
def test_in_every_letter_and_script(marked: Cast, kind: Kind, language: str) -> None:
    deal = access.deals_of(marked.alice).get(pk=marked.deal.pk)
    speaking = Speaking(marked.alice.name, clock.now(), name=marked.claire.name, link="https://bowout.example/c/x/")
    facts = facts_of(streams.load(STREAM), setting_of(deal), tongue_of(language), speaking)
    letter = draft(kind, tongue_of(language), facts)
    mail = mailing.mail(marked.alice, marked.claire, letter.subject, letter.text, clock.now(), language)
    sent = compose(mail, f"{STREAM}:4")
    whole = f"{sent.as_string()}\n{sent.get_content()}".lower()
    assert "claire" in whole
    for secret in (MARK.lower(), "987654", "wired", "capacity", str(STREAM)):
        assert secret not in whole
