"""The talk about the reasons, their view of each, and that it was read."""

from bowout.core import intents as i
from bowout.web.acts.act import Act
from bowout.web.forms.steps import asking, talking

ACTS: tuple[Act, ...] = (
    Act(
        slug="book-talk",
        intent=i.BookTalk,
        form=talking.BookTalkForm,
        title="Book the talk about the reasons",
        lead="They know that we may leave, so we owe them the reasons. Half an hour, soon.",
        button="Log the appointment",
        if_now="If the talk is at that time",
        done="The talk is booked.",
        tips=(
            "An agenda with the reasons lets them ask the colleagues who know better than we do.",
            "Say that nothing is decided before they were heard.",
        ),
    ),
    Act(
        slug="call-off-talk",
        intent=i.CallOffTalk,
        form=talking.CallOffTalkForm,
        title="Call the talk off",
        lead="It does not take place at that time. They hear it from you, and early; another time is found next.",
        button="Call it off",
        if_now="If you call it off now",
        done="The talk is called off.",
    ),
    Act(
        slug="hold-talk",
        intent=i.HoldTalk,
        form=talking.HoldTalkForm,
        title="Hold the talk about the reasons",
        lead="Go through the reasons one by one, and ask after each whether it is right.",
        button="Log the talk",
        if_now="If you hold the talk now",
        done="The talk is in the log.",
        tips=(
            "One reason at a time, in the words that were written for them.",
            "After each: is it right, have we misread it, can you change it?",
        ),
    ),
    Act(
        slug="ask-feedback",
        intent=i.AskFeedback,
        form=asking.AskFeedbackForm,
        title="Ask what we got wrong",
        lead="They get a page with the reasons, and time to answer each. Nothing is decided before it ends.",
        button="Ask them",
        if_now="If you ask now",
        done="Asked. It is their turn now.",
        tips=(
            "Each reason in plain words, with what would make us stay.",
            "The day until which nothing is decided. It is a promise.",
            "A word is enough if they need longer.",
        ),
    ),
    Act(
        slug="give-time",
        intent=i.GiveTime,
        form=asking.GiveTimeForm,
        title="Give them more time",
        lead="They need longer to answer. The end can move away from them, never towards them.",
        button="Give them until then",
        if_now="If you give them until then",
        done="They have longer now.",
    ),
    Act(
        slug="feedback",
        intent=i.Feedback,
        form=asking.FeedbackForm,
        title="Take their answer down",
        lead="What they told you by phone or mail, reason by reason. What they write on their page arrives by itself.",
        button="Log their answer",
        if_now="If you log this now",
        done="Their answer is in the log.",
    ),
    Act(
        slug="acknowledge",
        intent=i.Acknowledge,
        form=asking.AcknowledgeForm,
        title="Read their answer, and tell them so",
        lead="Until it is read, nothing may be decided. No verdict yet: only that you have understood.",
        button="Acknowledge it",
        if_now="If you acknowledge it now",
        done="Acknowledged: it is in the log.",
        tips=("Their own words, given back.", "Thanks for every correction.", "When they hear what we make of it."),
    ),
)
