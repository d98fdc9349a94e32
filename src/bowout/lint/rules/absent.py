"""What a message of its step must have, and lacks."""

from bowout.lint.rule import ASKING, Example, Rule, Step

_PART: frozenset[Step] = frozenset({"part"})

gives_no_reason = Rule(
    name="gives-no-reason",
    fault="noreason",
    says="Neither states a reason nor offers to explain.",
    why="Without a reason they can only guess, and they guess worse than it is.",
    instead="Name the reason in your own terms, or offer to explain it in a talk.",
    severity="warn",
    steps=ASKING,
    act="reason",
    bad=(
        Example("We may step back from the tender. Please call me on Thursday.", "raise"),
        Example("Wir ziehen uns zurück. Rufen Sie mich gern an.", "raise", "de"),
    ),
    fine=(
        Example(
            "We are thinking of dropping out, because our software needs a connection. What do you think?", "raise"
        ),
        Example(
            "We are thinking of dropping out, and I would like to explain why. Could you call me tomorrow?", "raise"
        ),
    ),
)

asks_for_no_view = Rule(
    name="asks-for-no-view",
    fault="noinvite",
    says="Asks neither for a conversation nor for their view.",
    why="They are told, not asked; what we misread stays misread.",
    instead="Ask for a call, or for their view of each reason: what have we got wrong?",
    severity="warn",
    steps=ASKING,
    act="invite",
    bad=(
        Example("We are considering stepping back, because the budget covers only the licences.", "explain"),
        Example("Wir überlegen, uns zurückzuziehen, weil das Budget nur die Lizenzen deckt.", "explain", "de"),
    ),
    fine=(
        Example("The budget seems to cover only the licences. Are we reading that wrong?", "explain"),
        Example("The budget seems to cover only the licences. Could we talk about it on Thursday?", "explain"),
    ),
)

gives_no_thanks = Rule(
    name="gives-no-thanks",
    fault="nothanks",
    says="Leaves without a word of thanks.",
    why="The last thing they hear from us is what they remember of us.",
    instead="Thank them for their time and for what they told you, by name.",
    severity="warn",
    steps=_PART,
    act="thanks",
    bad=(
        Example("We are stepping back from your project. I will ask in June how it went.", "part"),
        Example("Wir ziehen uns aus Ihrem Projekt zurück. Im Juni frage ich, wie es ausgegangen ist.", "part", "de"),
    ),
    fine=(
        Example("Thank you for your time. We are stepping back; I will ask in June how it went.", "part"),
        Example("We are stepping back. We really appreciate how open you were. The door is open.", "part"),
    ),
)

leaves_no_door_open = Rule(
    name="leaves-no-door-open",
    fault="nodoor",
    says="Neither leaves the door open nor says that we will ask how it went.",
    why="A door that nobody mentions is closed; most of those who would come back do not knock.",
    instead="Say that they can come back to you at any time, and when you will ask how it went.",
    severity="warn",
    steps=_PART,
    act="door",
    bad=(
        Example("Thank you for your time. This is where our part in it ends.", "part"),
        Example("Danke für Ihre Zeit. Wir ziehen uns aus Ihrem Projekt zurück.", "part", "de"),
    ),
    fine=(
        Example("Thank you for your time. Should things change, call me at any time.", "part"),
        Example("Thank you for your time. In June I will ask how it has turned out.", "part"),
    ),
)

RULES = (gives_no_reason, asks_for_no_view, gives_no_thanks, leaves_no_door_open)
