"""Words that put them down (M4, M5). The language guard proper knows many more."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core.guards.rule import Example, Guard, Hit
from bowout.core.guards.stories import FIT, KNOWN, REP, TOLD, at, example
from bowout.core.guards.texts import WRITINGS, Writing, charges, texts
from bowout.core.intents import Consider, Message
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b({'|'.join(parts)})\b")


_SIMPLE = r"(simple|simplistic|basic|trivial|easy|small|elementary)"
_PROBLEM = r"(problem|project|needs?|use case|requirement|question|challenge)s?"
_PEOPLE = r"(you|your (\w+ ){0,2}(people|team|staff|users?|colleagues|organi[sz]ation|company|department|planners))"
_ADVERBS = r"( (yet|quite|really|sufficiently|technically|very|all|that|so))*"
_UP_TO_IT = r"(sophisticated|mature|technical|advanced|skilled|experienced|capable|competent)"

_BELITTLES = _any(
    rf"{_PROBLEM}( you (have|describe))?( (is|are|seems?|looks?|appears?)|['’]s)( (simply|just|really|frankly))?"
    rf" (too|far too) {_SIMPLE}",
    rf"(too|such a) {_SIMPLE} (an? )?{_PROBLEM}",
    rf"{_PEOPLE}( (are|is|were|was)|['’]re)?( not|n['’]t){_ADVERBS} {_UP_TO_IT}",
    rf"{_PEOPLE} lacks? (the |any )?(sophistication|maturity|skills?|experience|expertise|competence)",
    r"unsophisticated|simple-minded|over your heads?|you (just|simply|clearly|obviously) (do not|don['’]t) understand",
    r"(problem|projekt|bedarf|anforderung\w*) (ist|sind|scheint)( \w+)? zu (einfach|simpel|trivial|klein)",
    r"(ihr\w*( \w+)?|sie) (ist|sind)( \w+)? (nicht|zu wenig) (reif|versiert|erfahren|kompetent|professionell)",
    r"(problème|projet|besoin)s? (est|sont|semble|semblent)( \w+)? trop (simple|basique|banal|petit)s?",
    r"(vous|votre \w+|vos \w+)( n['’]\w+| ne \w+)? pas (assez|suffisamment) (mûr|matur|compéten|expériment|avanc)\w*",
)
_MORE = r"(bigger|better|larger|more (important|valuable|attractive|promising|lucrative))"
_BRUSHES_OFF = _any(
    r"too busy( \w+)? (for (you|this|your)|to (work|deal|bother|look|spend))",
    rf"{_MORE} (deals?|opportunit(y|ies)|prospects?|fish|things to do)",
    rf"(have|with|on) {_MORE} (customers?|clients?|projects?)",
    r"(you are|you['’]re|this is) not (a|our) priority",
    r"(wichtigere|größere|bessere|lukrativere)n? (kunden|projekte|aufträge|chancen)",
    r"zu beschäftigt für",
    r"(clients?|affaires?|projets?) plus (importante?s?|gros|intéressante?s?)",
    r"trop occupée?s? pour",
)


def _says(customer: str) -> Example:
    reason = replace(FIT, customer=customer)
    return example(customer, (), Consider(at=at(2), by=REP, reasons=(reason,), known=KNOWN))


def _writes(text: str) -> Example:
    return example(text, TOLD, Message(at=at(3), by=REP, channel="email", contact="claire", text=text))


def _hits(pattern: re.Pattern[str], intent: Writing) -> Iterator[Hit]:
    for place, text in texts(intent):
        if found := charges(pattern, text):
            quoted = ", ".join(f"“{words}”" for words in dict.fromkeys(found))
            yield Hit(f"{place} says {quoted}.")


def _belittles(state: WalkAway, intent: Writing, setting: Setting) -> Iterator[Hit]:
    return _hits(_BELITTLES, intent)


belittles_them = Guard(
    name="belittles-them",
    serves="M4",
    says="Tells them that their problem is too simple or their people are not up to it.",
    severity="block",
    against="respected",
    why="It is our product that does not fit; whoever is told that they are too small for it buys elsewhere for good.",
    instead="Speak about ourselves: what our product is made for, and which part of it they would pay for and not use.",
    on=WRITINGS,
    judge=_belittles,
    bad=(
        _says("Your problem is too simple for our software."),
        _says("We feel that your people are not sophisticated enough to use it."),
        _writes("Honestly, this is too small a project for us."),
        _writes("Ihr Team ist leider nicht erfahren genug."),
        _writes("Votre besoin est trop simple pour notre logiciel."),
    ),
    fine=(
        _says("Our product is too simple for what your depots need."),
        _says("Some of your requirements are not covered by our technical staff in France."),
        _says("The budget covers the licences; for the change in your depots it is too small."),
        _writes("This is not because your problem is too simple: our maps need a connection."),
        _writes("> Is our problem too simple for you?\nNo. Our maps need a connection, and your drivers have none."),
    ),
)


def _brushes_off(state: WalkAway, intent: Writing, setting: Setting) -> Iterator[Hit]:
    return _hits(_BRUSHES_OFF, intent)


brushes_them_off = Guard(
    name="brushes-them-off",
    serves="M4",
    says="Says that we are too busy for them, or have better things to do.",
    severity="block",
    against="respected",
    why="They hear that others are worth more to us, and they will remember it when they are bigger.",
    instead="Say what we could not give them: our team is committed until March and could not do this justice.",
    on=WRITINGS,
    judge=_brushes_off,
    bad=(
        _says("We are too busy to work on this."),
        _writes("We have bigger deals to look after this quarter."),
        _writes("Wir haben derzeit wichtigere Kunden."),
    ),
    fine=(
        _says("Our consultants are committed until March, and we could not give this the care it deserves."),
        _says("Our product is made for larger customers, with more depots than yours."),
        _writes("We know that your planners are busy in March; would April suit you better?"),
    ),
)

GUARDS = (belittles_them, brushes_them_off)
