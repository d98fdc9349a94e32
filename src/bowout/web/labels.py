"""What our pages call things: one name for each step and state, and the colour that goes with it."""

from bowout.core.due import NAMES

DO: dict[str, str] = dict(NAMES.items())

STATUS = {
    "considering": ("Doubt raised", "warn"),
    "told": ("Told", "accent"),
    "explained": ("Reasons explained", "accent"),
    "asked": ("Waiting for their view", "accent"),
    "answered": ("They answered", "advise"),
    "stayed": ("Stayed", "done"),
    "parted": ("Parted", "done"),
    "taken-back": ("Taken back", "done"),
    "checked-back": ("Checked back", "done"),
    "invited-back": ("Invited back", "advise"),
}

DEAL = {
    "open": ("Open", "accent"),
    "won": ("Won", "done"),
    "lost": ("Lost", "done"),
    "withdrawn": ("Withdrawn by us", "done"),
}

ROLE = {"rep": "Rep", "manager": "Manager", "executive": "Executive", "revops": "RevOps"}
REGIME = {"open": "Anybody may be called", "no-contact": "No-contact period: procurement only, in writing"}
MAIL = {
    "waiting": ("Waiting", "accent"),
    "leased": ("Being sent", "accent"),
    "handing-over": ("Being sent", "accent"),
    "sent": ("Sent", "done"),
    "in-doubt": ("In doubt", "warn"),
    "failed": ("Not sent", "block"),
}
RECEIVED = {
    "reply": ("Answer", "advise"),
    "away": ("Out of office", "warn"),
    "bounce": ("Came back", "block"),
    "auto": ("By a machine", "done"),
    "calendar": ("To the invitation", "accent"),
    "ours": ("From a colleague", "done"),
}
KIND = {"meeting": "Meeting", "demo": "Demo", "submission": "Submission", "decision": "Decision"}
GROUP = {
    "recover": ("Mend first", "They are angry. An executive calls, listens and says sorry."),
    "late": ("Late", "Every day makes it harder to hear."),
    "acknowledge": ("They have answered", "Until it is read, nothing may be decided."),
    "call": ("Calls to make", "While their office is open."),
    "confirm": ("To be confirmed", "Nobody is told before we are prepared to walk."),
    "decide": ("To be decided", "They had their say, or their time is nearly over."),
    "check-back": ("Check back", "Ask how it turned out. No pitch."),
    "later": ("Waiting for its day", "Nothing to do before then."),
}
FELT = {
    "respected": ("Respected", "Did we treat them with respect?"),
    "open_person": ("Open to the person", "Would they still buy from this person, if things were different?"),
    "open_company": ("Open to the company", "And from the company?"),
    "consulted": ("Consulted", "Did they have a say before it was decided?"),
}
PLAYBOOK = {
    "quickly_days": "Tell them within",
    "meeting_block_hours": "Before a meeting, a call is blocked within",
    "meeting_warn_days": "Before a meeting, a call is warned of within",
    "eleventh_hour_days": "The eleventh hour begins before a submission or decision by",
    "office_opens": "Their office opens at",
    "office_closes": "Their office closes at",
    "lunch_begins": "Their lunch begins at",
    "lunch_ends": "Their lunch ends at",
    "late_from": "Late in their day begins at",
    "feedback_days": "They have time to answer for",
    "longest_answer_days": "They may be given longer, up to",
    "book_talk_days": "Book the talk about the reasons within",
    "call_tries": "Another way is advised after",
    "talk_days": "The talk takes place within",
    "talk_minutes": "The talk takes",
    "ask_days": "Ask for their view within",
    "link_days": "Their page stays open for",
    "acknowledge_days": "Read and answer their reply within",
    "felt_reminder": "Ask by mail how it was for them, once, where nobody has said so",
    "felt_reminder_days": "That mail goes out after",
    "check_back_days": "Check back after",
    "check_back_grace_days": "A check-back is forgotten after another",
    "part_grace_days": "Thanking them is late when their time has been over for",
    "ahead_days": "Talks, ends and check-backs stand on Today ahead of time by",
    "digest_hour": "The morning mail comes at",
    "recover_hours": "An executive calls an angry customer within",
    "manager_confirms": "A manager confirms every walk-away",
    "bystander_roles": "Roles without a part in the decision",
    "key_roles": "Roles that matter most, first",
    "officer_roles": "Roles that may be addressed in a no-contact period",
}
STEP = {
    "Consider": "raising the doubt",
    "Confirm": "confirming",
    "SendBack": "sending it back",
    "Call": "calling",
    "Message": "writing",
    "BookTalk": "booking the talk",
    "CallOffTalk": "calling the talk off",
    "HoldTalk": "the talk",
    "AskFeedback": "asking for their view",
    "GiveTime": "giving them more time",
    "Feedback": "their answer",
    "Acknowledge": "answering their reply",
    "Stay": "staying",
    "Part": "parting",
    "Snooze": "putting reminders off",
    "TakeBack": "taking it back",
    "CheckBack": "checking back",
    "NoteDocuments": "returning or deleting their documents",
    "SetCheckBack": "saying when we may come back",
    "TellOutcome": "saying how it turned out",
    "InvitedBack": "being invited back",
    "Feel": "saying how it felt",
    "Complain": "their complaint",
    "ComeBack": "a mail that comes back",
    "Review": "looking at where things stand",
}
WORDS_STEP = {
    "raise": "the first word that we may leave",
    "explain": "the reasons in writing",
    "part": "the thanks at the end",
    "checkback": "the check-back",
    "apology": "an apology",
}
RULE_GROUP = {
    "always": ("At every step", ("Snooze",)),
    "raise": ("When the doubt is raised", ("Consider", "Confirm", "SendBack")),
    "tell": ("When they are told", ("Call", "Message")),
    "explain": ("When the reasons are explained", ("BookTalk", "CallOffTalk", "HoldTalk")),
    "ask": ("When they are asked, and answer", ("AskFeedback", "GiveTime", "Feedback", "Acknowledge")),
    "end": ("When we part or stay", ("Stay", "Part", "TakeBack")),
    "after": (
        "Afterwards",
        (
            "NoteDocuments",
            "SetCheckBack",
            "CheckBack",
            "TellOutcome",
            "InvitedBack",
            "Feel",
            "Complain",
            "ComeBack",
            "Review",
        ),
    ),
}
