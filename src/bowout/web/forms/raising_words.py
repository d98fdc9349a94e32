"""What the raise form teaches: for each kind of reason, what it is, and how one owns it before the customer."""

from msgspec import Struct

from bowout.core.reasons import ReasonKind


class Hint(Struct, frozen=True):
    """The words around one kind of reason; the statements are examples, shown where people have not written yet."""

    kind: ReasonKind
    name: str
    means: str
    internal: str
    customer: str
    stay_if: str
    owned: str
    """What makes a customer statement of this kind an owned one."""


HINTS: tuple[Hint, ...] = (
    Hint(
        kind="fit",
        name="Fit",
        means="Our product is a poor fit with what they need.",
        internal="They need offline maps. Ours are on next year's plan and have slipped twice.",
        customer="Your drivers work without a connection, and our maps need one. From what we see, we are not well "
        "placed for that part of their day.",
        stay_if="We would compete if the routes could be loaded at the depot in the morning.",
        owned="Speak of what we can do for their need. Never that their need is too simple, or their people not ready.",
    ),
    Hint(
        kind="budget",
        name="Budget",
        means="There is too little money for the project to succeed.",
        internal="40 k is licences only. No money for the change; it will fail and be our fault.",
        customer="As far as we can see, the budget covers the licences, and not the time that your planners would need "
        "for the change. We do not want to do that part badly.",
        stay_if="We would compete if two planners had half of their week for it until autumn.",
        owned="Speak of what the work takes to succeed. Never that they are too small, or not serious.",
    ),
    Hint(
        kind="wired",
        name="Wired",
        means="The deal looks set for another vendor, and we are there for comparison.",
        internal="The request reads like a rival's price list. We are the third quote.",
        customer="We have the impression that you know and trust another product already, and that our offer serves "
        "mostly for comparison. We may be wrong about that.",
        stay_if="We would compete if your dispatchers wanted to try both for a week.",
        owned="Speak of your impression, and leave it open. Never that their process is unfair or decided.",
    ),
    Hint(
        kind="capacity",
        name="Capacity",
        means="We, and every colleague who could take it, are booked with work that we have promised.",
        internal="Both integration engineers are on Helvion until June. Bob and Mia have no hours either.",
        customer="Our integration team is committed until June, and we could not give your launch in April the care "
        "that it deserves.",
        stay_if="We would compete if the launch could move to July.",
        owned="Speak of what we could not give them. Never that others come first, or that you are too busy for them.",
    ),
)
BY_KIND: dict[str, Hint] = {hint.kind: hint for hint in HINTS}

KNOWN: dict[str, tuple[str, str]] = {
    "cycle": ("The sales cycle", "Decision by the steering group on 20 April; pilot in May"),
    "players": ("Its players", "Claire leads, Henri decides, the depot heads advise"),
    "needs": ("Their needs", "One plan for 180 technicians instead of eleven spreadsheets"),
    "potential": ("Their potential", "180 seats now, 400 in the country"),
}
SOURCES = ("E-mail", "Call note", "Meeting note", "Demo", "Document", "CRM")
