"""How it ends, and what comes after the end."""

from bowout.core import intents as i
from bowout.web.acts.act import Act
from bowout.web.forms.steps import ending, parting, preparing

ACTS: tuple[Act, ...] = (
    Act(
        slug="stay",
        intent=i.Stay,
        form=ending.StayForm,
        title="Stay in the deal",
        lead="Because they corrected us or changed something. That is what asking is for.",
        button="We stay",
        if_now="If you stay now",
        done="We stay. Good that you asked.",
    ),
    Act(
        slug="part",
        intent=i.Part,
        form=parting.PartForm,
        title="Thank them and part",
        lead="Thanks, no blame, no pitch. If you know an approach or another kind of vendor that suits them "
        "better, tell them: it is the most useful thing you can leave behind.",
        button="Thank them and part",
        if_now="If you part now",
        done="Parted, and the door is open.",
        tips=(
            "Thanks for their time and for what they told you.",
            "No blame and no pitch.",
            "The door is open, and you say when you will ask how it turned out.",
        ),
    ),
    Act(
        slug="snooze",
        intent=i.Snooze,
        form=preparing.SnoozeForm,
        title="Put the reminders off",
        lead="It leaves Today and the morning mail until then. What the customer was promised stays due, and whatever "
        "happens meanwhile brings it back.",
        button="Remind me then",
        if_now="If you put them off until then",
        done="You are reminded again on that day.",
    ),
    Act(
        slug="take-back",
        intent=i.TakeBack,
        form=preparing.TakeBackForm,
        title="Take it back",
        lead="Before anybody was told, that is nothing but a second thought. Afterwards they must have changed "
        "something, or it was a bluff.",
        button="Take it back",
        if_now="If you take it back now",
        done="Taken back.",
    ),
    Act(
        slug="documents",
        intent=i.NoteDocuments,
        form=parting.DocumentsForm,
        title="Their documents",
        lead="They read on their page what becomes of what they had given us, and that it is done.",
        button="Say so on their page",
        if_now="If you say so now",
        done="It stands on their page.",
    ),
    Act(
        slug="set-check-back",
        intent=i.SetCheckBack,
        form=parting.SetCheckBackForm,
        title="They say when to ask again",
        lead="When we may come back is theirs to say.",
        button="Note it",
        if_now="If you note this now",
        done="Noted. We keep to it.",
    ),
    Act(
        slug="check-back",
        intent=i.CheckBack,
        form=ending.CheckBackForm,
        title="Ask how it turned out",
        lead="No pitch, no I-told-you-so. Ask, listen, and write down what they say. By mail, a click answers it.",
        button="Check back",
        if_now="If you do this now",
        done="The check-back is in the log.",
    ),
    Act(
        slug="invited-back",
        intent=i.InvitedBack,
        form=ending.InvitedBackForm,
        title="They invite us back",
        lead="They want us in again. The deal is open from here on.",
        button="Log the invitation",
        if_now="If you log this now",
        done="Invited back. Well walked.",
    ),
    Act(
        slug="complain",
        intent=i.Complain,
        form=ending.ComplainForm,
        title="They complain",
        lead="They are angry about how we did this. Everything else stops until an executive has spoken to them.",
        button="Log the complaint",
        if_now="If you log this now",
        done="The complaint is in the log. An executive takes it from here.",
    ),
)
