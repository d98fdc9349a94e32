"""Prepared to walk, and told."""

from bowout.core import intents as i
from bowout.web.acts.act import Act
from bowout.web.forms.steps import preparing, telling

ACTS: tuple[Act, ...] = (
    Act(
        slug="confirm",
        intent=i.Confirm,
        form=preparing.ConfirmForm,
        title="Are we prepared to walk?",
        lead="Confirm only what you would stand by if they said: then go. Nobody is told before rep and manager "
        "have confirmed.",
        button="Yes, we are prepared to walk",
        if_now="If you confirm now",
        done="Confirmed.",
    ),
    Act(
        slug="send-back",
        intent=i.SendBack,
        form=preparing.SendBackForm,
        title="Send it back with a word",
        lead="Say what you would need to see before you can stand by it.",
        button="Send it back",
        if_now="If you send it back now",
        done="Sent back, with your word.",
    ),
    Act(
        slug="call",
        intent=i.Call,
        form=telling.CallForm,
        title="Call them",
        lead="Say that we are considering dropping out, and offer to explain. Then log how it went.",
        button="Log the call",
        if_now="If you call now and reach them",
        done="The call is in the log.",
        tips=(
            "Say “considering”. Nothing is decided, and that is true.",
            "Ask for half an hour to go through the reasons.",
            "A voicemail asks for a call back and says no more.",
        ),
    ),
    Act(
        slug="message",
        intent=i.Message,
        form=telling.MessageForm,
        title="Write to them",
        lead="Where calling is allowed, a message before the call asks for the call and says no more.",
        button="Log the message",
        sending="Send it",
        if_now="If you write this now",
        done="The message is in the log.",
        tips=(
            "It asks for ten minutes on the phone, and for their view.",
            "It neither says that we may leave, nor why: that is for the phone.",
        ),
    ),
)
