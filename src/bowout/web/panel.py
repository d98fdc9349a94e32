"""A step as it stands on a page: its script, its form, and what the guards say before anything is committed."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, QueryDict
from django.urls import reverse
from msgspec import Struct

from bowout.core.deal import Contact
from bowout.desk.calling import Hours, good_hours
from bowout.desk.drafts import LANGUAGES, Draft, Speaking, draft, facts_of, tongue_of
from bowout.desk.walking import Walk, walk
from bowout.finding import Finding
from bowout.store.models import WalkAway
from bowout.web.acts import ACTS, Act
from bowout.web.forms.steps.base import StepForm
from bowout.web.forms.steps.letter import LetterForm
from bowout.web.forms.steps.people import key_contact, language_of
from bowout.web.forms.steps.telling import MessageForm
from bowout.web.seller import SellerRequest


class Check(Struct, frozen=True):
    """What ``walkaway/_check.html`` shows beside a form."""

    form: StepForm
    findings: tuple[Finding, ...] | None
    """None while nothing was judged yet."""
    if_now: str
    refused: bool = False
    """True when somebody has just tried, and a block stood in the way."""

    @property
    def reads(self) -> bool:
        """True where the customer will read words of the form."""
        return any("data-read" in field.widget.attrs for field in self.form.fields.values())

    @property
    def blocks(self) -> tuple[str, ...]:
        """Rules that a reason can override."""
        return overridable(self.findings or ())

    @property
    def count(self) -> str:
        """``2 blocks, 1 warning``."""
        said = [finding.severity for finding in self.findings or ()]
        names = {
            "block": ("block", "blocks"),
            "warn": ("warning", "warnings"),
            "advise": ("advice", "pieces of advice"),
        }
        many = [(said.count(severity), name) for severity, name in names.items() if severity in said]
        return ", ".join(f"{number} {name[number > 1]}" for number, name in many)

    @property
    def final(self) -> bool:
        """True when no reason makes it right."""
        return any(finding.severity == "block" and not finding.overridable for finding in self.findings or ())


class Panel(Struct, frozen=True):
    """What ``walkaway/_act.html`` shows."""

    walk: Walk
    act: Act
    form: StepForm
    findings: tuple[Finding, ...]
    refused: bool = False
    language: str = ""

    @property
    def check(self) -> Check:
        """What the guards say."""
        return Check(self.form, self.findings, self.act.if_now, self.refused)

    @property
    def action(self) -> str:
        """Where the form goes."""
        return reverse("step", args=[self.walk.row.pk, self.act.slug])

    @property
    def tips(self) -> tuple[str, ...]:
        """What a good one has, where that holds in this situation."""
        other = isinstance(self.form, MessageForm) and self.form.kind(self.walk) != "ask-call"
        return () if other else self.act.tips

    @property
    def is_letter(self) -> bool:
        """True for steps that go out in words."""
        return isinstance(self.form, LetterForm)

    @property
    def scripts(self) -> list[Draft]:
        """What to say on the phone, in the customer's language unless another is asked for."""
        contact = _spoken_to(self)
        tongue = tongue_of(self.language or language_of(self.walk, contact))
        now, talk_at = self.walk.now, self.walk.state.talk_at
        at = talk_at if talk_at and talk_at > now else now
        speaking = Speaking(self.walk.user.name, now, contact.name if contact else "", asked_at=at)
        facts = facts_of(self.walk.state, self.walk.setting, tongue, speaking)
        return [draft(kind, tongue, facts) for kind in self.form.scripts]

    @property
    def hours(self) -> Hours | None:
        """When to call them; None where this is no call, or none is allowed."""
        contact = _spoken_to(self)
        if self.act.slug != "call" or contact is None or self.walk.setting.only_in_writing:
            return None
        return good_hours(self.walk, contact.key)

    @property
    def languages(self) -> list[tuple[str, str, bool]]:
        """Code and name of each language, and whether the scripts are in it."""
        spoken = tongue_of(self.language or language_of(self.walk, _spoken_to(self))).code
        return [(code, name, code == spoken) for code, name in LANGUAGES.items()]


def _spoken_to(panel: Panel) -> Contact | None:
    chosen = panel.form.data.get("contact", "") if panel.form.is_bound else ""
    return panel.walk.setting.deal.contact(chosen) or key_contact(panel.walk)


def overridable(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Rules among the findings that block and that a reason can override."""
    return tuple(finding.rule for finding in findings if finding.severity == "block" and finding.overridable)


def unseen(form: StepForm, findings: Sequence[Finding]) -> bool:
    """True when a guard blocks that was not on the page when the reason to override was written."""
    seen = form.data.getlist("seen") if isinstance(form.data, QueryDict) else ()
    return not set(overridable(findings)) <= set(seen)


def panel(walk: Walk, act: Act, form: StepForm | None = None, language: str = "", refused: bool = False) -> Panel:
    """The step judged as it is filled in, or as it would be if it were done right now."""
    form = form or act.form(walk)
    return Panel(walk, act, form, walk.judge(form.supposed()), refused, language if language in LANGUAGES else "")


def walk_or_404(request: SellerRequest, key: UUID) -> Walk:
    """The walk-away, unless it is a stranger's."""
    try:
        return walk(request.user, key, request.now)
    except WalkAway.DoesNotExist as error:
        raise Http404 from error


def act_or_404(slug: str) -> Act:
    """The act of that name."""
    if slug not in ACTS:
        raise Http404
    return ACTS[slug]
