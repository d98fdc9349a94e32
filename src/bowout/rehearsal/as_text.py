"""A rehearsal as a play-by-play for people."""

from collections.abc import Iterator
from textwrap import wrap

from bowout.core.deal import Deal
from bowout.core.due import Step
from bowout.core.hours import Office
from bowout.finding import Finding
from bowout.rehearsal.paint import Paint
from bowout.rehearsal.play import Ending, Played, Rehearsal, status
from bowout.rehearsal.saying import sentence


def text_lines(rehearsal: Rehearsal, paint: Paint, width: int = 100) -> Iterator[str]:
    """Lines of at most ``width`` columns, as far as the words allow."""
    setting = rehearsal.scenario.setting
    page = _Page(paint, max(width, 40), setting.office)
    yield from page.title(setting.deal)
    for act in rehearsal.acts:
        yield ""
        yield from page.act(act)
    yield ""
    yield from page.ending(rehearsal.ending, rehearsal.refused)


class _Page:
    def __init__(self, paint: Paint, width: int, office: Office) -> None:
        self.paint, self.width, self.office = paint, width, office

    def title(self, deal: Deal) -> Iterator[str]:
        yield self.paint.strong(deal.name)
        amount = "" if deal.amount is None else f"{deal.amount:,} {deal.currency}".strip()
        facts = [amount, "their clock: " + " ".join(filter(None, (deal.zone, deal.country)))]
        until = f" until {deal.no_contact.last:%-d %b %Y}" if deal.no_contact.last else ""
        facts += [f"no-contact period{until}"] if deal.regime == "no-contact" else []
        facts += ["bid submitted"] if deal.submitted else []
        yield self.paint.quiet(" · ".join(filter(None, facts)))

    def act(self, act: Played) -> Iterator[str]:
        intent, decision = act.intent, act.decision
        when = self.office.say(intent.at)
        verdict = "" if decision.accepted else self.paint.block("   refused")
        yield f"{self.paint.strong(f'{act.number:>3}')}  {self.paint.quiet(when)}{verdict}"
        yield from self.block(sentence(intent, self.office))
        for finding in decision.findings:
            yield from self.finding(finding)
        if intent.override and decision.accepted and any(f.severity == "block" for f in decision.findings):
            yield from self.block(intent.override, "Done all the same: ")
        if decision.accepted:
            yield from self.steps(act.steps, "then:")

    def finding(self, finding: Finding) -> Iterator[str]:
        yield f"     {self.paint.of(finding.severity)(finding.severity)} {self.paint.quiet(finding.rule)}"
        for name, words in (("", finding.says), ("Why: ", finding.why), ("Instead: ", finding.instead)):
            yield from self.block(words, name, indent=7)

    def steps(self, steps: tuple[Step, ...], word: str) -> Iterator[str]:
        for step in steps:
            do = f"{self.paint.strong(step.do)} {self.paint.quiet(f'({step.by})')}"
            yield f"     {self.paint.quiet(word)} {do} by {self.office.say(step.due)}"

    def ending(self, ending: Ending, refused: int) -> Iterator[str]:
        yield self.paint.strong("Where it has led: ") + status(ending.state) + _how_many(refused)
        for finding in ending.findings:
            yield from self.finding(finding)
        for step in ending.steps:
            yield from self.steps((step,), "next:")
            yield from self.block(step.why, indent=7)
        if not ending.steps:
            yield "     Nothing is due."
        yield ""
        yield self.paint.strong("The three tests, by what we did") + self.paint.quiet(" (what they felt: not asked)")
        for test, stands in ending.tests.items():
            sides = [("+", says) for says in stands.speaks_for] + [("-", says) for says in stands.speaks_against]
            yield f"     {test}" + ("" if sides else self.paint.quiet("   nothing speaks for or against it yet"))
            for sign, says in sides:
                yield from self.block(says, f"{sign} ", indent=7)

    def block(self, words: str, name: str = "", indent: int = 5) -> Iterator[str]:
        lines = wrap(name + words, self.width - indent, subsequent_indent=" " * min(len(name), 2)) or [name]
        return (" " * indent + line for line in lines)


def _how_many(refused: int) -> str:
    return f" ({refused} act{'s' * (refused != 1)} refused)" if refused else ""
