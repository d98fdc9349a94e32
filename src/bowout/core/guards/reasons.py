"""Each reason was seen, can be said to them, and is open to change (M1)."""

from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import BUDGET, CONSIDERED, FIT, KNOWN, consider, example
from bowout.core.intents import Consider
from bowout.core.reasons import Known
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _no_reason(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    given = {reason.kind for reason in (*state.reasons, *intent.reasons)}
    if not given:
        yield Hit("No reason is given at all.")
    elif given <= set(intent.dropped):
        yield Hit("That drops the last reason.", instead="Stay, or take the walk-away back, and say why.")


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
        example("no reasons", (), consider()),
        example("only what is known, and no reasons", (), consider(known=Known(needs="Route planning"))),
        example("drops the only reason", CONSIDERED, replace(consider(), dropped=("fit",))),
    ),
    fine=(
        example("one reason", (), consider(FIT)),
        example("adds what is known to reasons given before", CONSIDERED, consider(known=KNOWN)),
        example("drops one for another", CONSIDERED, replace(consider(BUDGET), dropped=("fit",))),
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
        example("no evidence at all", (), consider(replace(FIT, evidence=()))),
        example("evidence for one reason, none for the other", (), consider(FIT, replace(BUDGET, evidence=()))),
    ),
    fine=(
        example("one dated note", (), consider(FIT)),
        example("two reasons, each with evidence", (), consider(FIT, BUDGET)),
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
        example("an empty statement", (), consider(replace(FIT, customer=" "))),
        example("the internal statement again", (), consider(replace(FIT, customer=FIT.internal.upper()))),
    ),
    fine=(
        example("a statement of its own", (), consider(FIT)),
        example("nothing internal, but a statement", (), consider(replace(FIT, internal=""))),
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
    against="consulted",
    why="Without it the question is a formality: they are told, not asked.",
    instead="Add a condition that they could meet: we would compete if …",
    on=(Consider,),
    judge=_no_way_to_stay,
    bad=(
        example("no condition", (), consider(replace(FIT, stay_if=""))),
        example("one of two has none", (), consider(FIT, replace(BUDGET, stay_if=" "))),
    ),
    fine=(
        example("a condition", (), consider(FIT)),
        example("two conditions", (), consider(FIT, BUDGET)),
    ),
)

GUARDS = (
    walks_without_a_reason,
    reason_without_evidence,
    reason_without_a_customer_statement,
    reason_without_a_way_to_stay,
)
