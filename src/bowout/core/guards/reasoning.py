"""The reasons themselves: seen, said in plain owned words, and open to change (M1)."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import BUDGET, CONSIDERED, DEAL, FIT, KNOWN, REP, TOLD, VOICEMAIL, at, example
from bowout.core.guards.texts import WRITINGS, Writing, charges, texts
from bowout.core.intents import Consider, Part
from bowout.core.reasons import Known, Reason
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _consider(*reasons: Reason, known: Known = KNOWN) -> Consider:
    return Consider(at=at(2), by=REP, reasons=reasons, known=known)


def _no_reason(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    if not intent.reasons and not state.reasons:
        yield Hit("No reason is given at all.")


walks_without_a_reason = Guard(
    name="walks-without-a-reason",
    serves="M1",
    says="Considers walking and gives no reason.",
    severity="block",
    why="Without a reason there is nothing to explain and nothing they could correct.",
    instead="Say which it is: fit, budget, wired or capacity.",
    on=(Consider,),
    judge=_no_reason,
    bad=(
        example("no reasons", (), _consider()),
        example("only what is known, and no reasons", (), _consider(known=Known(needs="Route planning"))),
    ),
    fine=(
        example("one reason", (), _consider(FIT)),
        example("adds what is known to reasons given before", CONSIDERED, _consider(known=KNOWN)),
    ),
    overridable=False,
)


def _no_evidence(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    for reason in intent.reasons:
        if not any(seen.text.strip() for seen in reason.evidence):
            yield Hit(f"The reason {reason.kind} has no dated observation behind it.")


reason_without_evidence = Guard(
    name="reason-without-evidence",
    serves="M1.1",
    says="Gives a reason that nothing was observed for.",
    severity="block",
    why="A feeling cannot be corrected by them, only taken as an insult.",
    instead="Write down what was seen, when and where: a mail, a meeting note, a document. Or find out first.",
    on=(Consider,),
    judge=_no_evidence,
    bad=(
        example("no evidence at all", (), _consider(replace(FIT, evidence=()))),
        example("evidence for one reason, none for the other", (), _consider(FIT, replace(BUDGET, evidence=()))),
    ),
    fine=(
        example("one dated note", (), _consider(FIT)),
        example("two reasons, each with evidence", (), _consider(FIT, BUDGET)),
    ),
)


def _no_statement(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    for reason in intent.reasons:
        if not reason.customer.strip():
            yield Hit(f"The reason {reason.kind} has no statement for the customer.")
        elif _same(reason.customer, reason.internal):
            yield Hit(f"The customer statement for {reason.kind} is the internal one, word for word.")


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


reason_without_a_customer_statement = Guard(
    name="reason-without-a-customer-statement",
    serves="M1.2",
    says="Has a reason that cannot be said to the customer.",
    severity="block",
    why="What we tell ourselves is not fit for their ears; without words of its own it will slip out.",
    instead="Say it in plain, owned words: from what we see, we are not well placed to …",
    on=(Consider,),
    judge=_no_statement,
    bad=(
        example("an empty statement", (), _consider(replace(FIT, customer=" "))),
        example("the internal statement again", (), _consider(replace(FIT, customer=FIT.internal.upper()))),
    ),
    fine=(
        example("a statement of its own", (), _consider(FIT)),
        example("nothing internal, but a statement", (), _consider(replace(FIT, internal=""))),
    ),
)


def _no_way_to_stay(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    for reason in intent.reasons:
        if not reason.stay_if.strip():
            yield Hit(f"Nothing says what would make us stay in spite of {reason.kind}.")


reason_without_a_way_to_stay = Guard(
    name="reason-without-a-way-to-stay",
    serves="M1.3",
    says="Gives a reason without saying what would make us stay.",
    severity="warn",
    why="Without it the question is a formality: they are told, not asked.",
    instead="Add a condition that they could meet: we would compete if …",
    on=(Consider,),
    judge=_no_way_to_stay,
    bad=(
        example("no condition", (), _consider(replace(FIT, stay_if=""))),
        example("one of two has none", (), _consider(FIT, replace(BUDGET, stay_if=" "))),
    ),
    fine=(
        example("a condition", (), _consider(FIT)),
        example("two conditions", (), _consider(FIT, BUDGET)),
    ),
)

_INTERNAL = re.compile(
    r"(?i)\b(column fodder|rigged|wired (for|to)|sham|fixed in advance|(un|dis)qualified|disqualify"
    r"|(it|this|that|you|they|deal|opportunity|project)( (is|are|was)(n['’]t| not)|['’]re not|['’]s not) qualified"
    r"|qualified (deal|lead|opportunit\w+|prospect)s?|(our|my|sales) (pipeline|quota|forecast|commission)"
    r"|closed[- ](lost|won)|meddp?icc?|bant|icp|win rate|deal desk|battle ?card|sandbag\w*|tyre[- ]kick\w*"
    r"|tire[- ]kick\w*|low priority|not worth (our|my|the|it|pursuing)|waste of (our )?time|time[- ]waster"
    r"|stalking horse|economic buyer|upsell|compelling event"
    r"|abgekartet\w*|zählkandidat\w*|alibi[- ]?angebot\w*|zeitverschwendung|unqualifiziert\w*"
    r"|truqué\w*|pipé\w*|perte de temps|lièvre|non qualifié\w*)\b"
)


def internal_words(text: str) -> list[str]:
    """Words of ours in a text that the customer must not read, in order. The language guard (M5) knows many more."""
    return charges(_INTERNAL, text)


def _internal(state: WalkAway, intent: Writing, setting: Setting) -> Iterator[Hit]:
    for place, text in texts(intent):
        if found := internal_words(text):
            quoted = ", ".join(f"“{word}”" for word in dict.fromkeys(found))
            yield Hit(f"{place} says {quoted}.")


internal_words_for_the_customer = Guard(
    name="internal-words-for-the-customer",
    serves="M1.2",
    says="Puts words of the sales floor, or a charge, before the customer.",
    severity="block",
    why="They read how we talk about them when they are not in the room.",
    instead="Say what you see and what it means for us: we do not think that we are well placed, because …",
    on=WRITINGS,
    judge=_internal,
    bad=(
        example("calls it rigged", (), _consider(replace(FIT, customer="We think the process is rigged."))),
        example(
            "thanks them for the pipeline",
            VOICEMAIL,
            Part(at=at(5), by=REP, thanks=True, text="Thanks, we move you out of our pipeline."),
        ),
    ),
    fine=(
        example("owned words", (), _consider(FIT)),
        example(
            "the internal statement may be blunt",
            (),
            _consider(replace(FIT, internal="Wired for the incumbent; we are column fodder.")),
        ),
        example(
            "a charge that is disowned",
            (),
            _consider(replace(FIT, customer="Not because the process is rigged: our maps need a connection.")),
        ),
    ),
)


def _gaps(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    merged = [gap for gap in intent.known.gaps() if not getattr(state.known, gap).strip()]
    if merged:
        yield Hit(f"Nobody has recorded: {', '.join(_GAP_WORDS[gap] for gap in merged)}.")


_GAP_WORDS = {
    "cycle": "the sales cycle (what happens when)",
    "players": "its players (who decides, who influences)",
    "needs": "their needs",
    "potential": "their potential",
}

not_known_enough = Guard(
    name="not-known-enough",
    serves="M3.8",
    says="Raises a doubt before the cycle, its players, their needs and their potential are known.",
    severity="warn",
    why="A doubt brought to the wrong people too early walks away from the right deal.",
    instead="Find out first: ask the champion how they decide, who is in it, what they need and what it is worth.",
    on=(Consider,),
    judge=_gaps,
    bad=(
        example("nothing known", (), _consider(FIT, known=Known())),
        example("the players are not known", (), _consider(FIT, known=replace(KNOWN, players=""))),
    ),
    fine=(
        example("all four known", (), _consider(FIT)),
        example("known from before", CONSIDERED, _consider(BUDGET, known=Known())),
    ),
)


def _new_after_telling(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    if state.told_at is None:
        return
    for reason in intent.reasons:
        if state.reason(reason.kind) is None:
            yield Hit(f"They have been told, and {reason.kind} was not among the reasons.")


adds_a_reason_after_telling = Guard(
    name="adds-a-reason-after-telling",
    serves="M3.3",
    says="Brings up a new reason after the customer was told the others.",
    severity="warn",
    why="They answer one reason and get another: it looks like a verdict in search of grounds.",
    instead="Say openly that you have found another one and ask about it too, or leave it.",
    on=(Consider,),
    judge=_new_after_telling,
    bad=(
        example("adds budget after the call", TOLD, _consider(BUDGET)),
        example("adds budget beside the reason they know", TOLD, _consider(FIT, BUDGET)),
    ),
    fine=(
        example("sharpens the reason they know", TOLD, _consider(FIT)),
        example("adds budget before anybody called", CONSIDERED, _consider(BUDGET), DEAL),
    ),
)

GUARDS = (
    walks_without_a_reason,
    reason_without_evidence,
    reason_without_a_customer_statement,
    internal_words_for_the_customer,
    reason_without_a_way_to_stay,
    adds_a_reason_after_telling,
    not_known_enough,
)
