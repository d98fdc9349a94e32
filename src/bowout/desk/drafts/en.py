"""English."""

from bowout.desk.drafts.tongue import Kind, Para, Text, Tongue, letter, say, script

_HELLO, _BYE = "Hello {first},", "Kind regards\n{me}"

_TEXTS: dict[Kind, Text] = {
    "call": script(
        say("Open", "Hello {first}, this is {me}. Do you have ten minutes, or is there a better time today?"),
        say(
            "Say it",
            "I would rather tell you this myself than write it: we are considering dropping out of your project. "
            "Nothing is decided. I would like to explain why, and to hear from you what we may have misread.",
        ),
        say("It is late, so say so", "I have had this doubt since {since}, and I should have called you sooner."),
        say(
            "Their date is close",
            "Your date on {deadline} is close, and bringing this up so late is on us. Do you need us to see it through "
            "with you? Then we will.",
        ),
        say("The next appointment", "Our appointment on {meeting} stands; I will be there, prepared."),
        say("If they ask why, now", "{reasons}"),
        say(
            "Ask for the talk",
            "When would half an hour suit you, so that we can go through this point by point? If a colleague knows "
            "some of it better, please bring them.",
        ),
        say("Close", "Thank you for hearing me out. Until we have talked, everything goes on as agreed."),
    ),
    "voicemail": script(
        say(
            "Ask for the call, no more",
            "Hello {first}, this is {me}. I would like to talk something through with you in person and hear your "
            "view. Could you call me back when it suits you? I will try you again as well. Thank you.",
        ),
    ),
    "ask-call": letter(
        "Ten minutes on the phone?",
        _HELLO,
        "I would like to talk something through with you about your project, and I would rather explain it in person "
        "than in an e-mail. Your view of it matters to me.",
        "Would ten minutes on the phone suit you, today or tomorrow? Tell me a time, and I will call you.",
        _BYE,
    ),
    "tender": letter(
        "Our part in your procedure",
        "Dear {name},",
        "We are considering withdrawing from your procedure. We write to you, and to nobody else, because your rules "
        "ask for this channel. Nothing is decided.",
        "These are our reasons as we see them:",
        "{reasons}",
        Para("It is late to bring this up, and that is on us.", when="deadline"),
        "May we explain ourselves in whatever form your rules allow? We would like to hear from you what we may have "
        "misread, and whether a withdrawal would help or harm your procedure.",
        "This consideration is our own, and independent of any other bidder.",
        _BYE,
    ),
    "agenda": letter(
        "What I would like to talk through with you",
        _HELLO,
        Para("Thank you for making time on {talk}."),
        "So that nothing takes you by surprise, these are the reasons why we are considering dropping out, as we see "
        "them:",
        "{reasons}",
        "For each of them I would like to hear whether it is right, whether we have misread it, or whether it is "
        "something that you can change. If a colleague knows some of it better, please bring them.",
        "Nothing is decided before we have heard you.",
        _BYE,
    ),
    "call-off": letter(
        "Our conversation",
        _HELLO,
        "Thank you for having made time for us. We cannot keep our conversation on {talk}, and I am sorry for the "
        "trouble that this makes you.",
        "It changes nothing in what I told you: nothing is decided before we have heard you. I will call you to "
        "find another time that suits you.",
        _BYE,
    ),
    "talk": script(
        say(
            "Open",
            "Thank you for taking the time, {first}. I would like to go through our reasons one by one. Please stop me "
            "wherever we have it wrong.",
        ),
        say("One at a time", "{reasons}"),
        say(
            "After each one",
            "Is that right, have we misread it, or is it something that you can change? And if so: what, by when, and "
            "who would see to it?",
        ),
        say(
            "Close",
            "Thank you for being so open. I will send you these points in writing, with a page on which you can answer "
            "each of them. Nothing is decided before {until}.",
        ),
    ),
    "ask": letter(
        "Have we read this right?",
        _HELLO,
        Para("Thank you for talking this through with me.", when="explained"),
        "These are the reasons why we are considering dropping out, as we see them:",
        "{reasons}",
        "Please tell us for each of them whether it is right, whether we have misread it, or whether it is something "
        "that you can change. You can do that here:\n{link}",
        "If you would rather talk than write, tick the box there, and I will call you.",
        "Nothing is decided before {until}. If we have not heard from you by then, we will take it that we have read "
        "this right. Should you need longer, a word is enough, and we will wait.",
        _BYE,
    ),
    "more-time": letter(
        "Take the time you need",
        _HELLO,
        "Of course you can have more time. Nothing is decided before {until}.",
        "Until then everything goes on as agreed. If a conversation would help, call me.",
        _BYE,
    ),
    "acknowledge": letter(
        "Thank you for your answer",
        _HELLO,
        "Thank you for your answer. I have read it, and I share it with those who decide with me.",
        "Here you tell us that we have misread you:\n{misread}\nThank you for putting it right. We are looking at it "
        "again with that in mind.",
        "Here you offer to change something:\n{can_change}\nThat is what we had hoped to hear, and we take it at its "
        "word.",
        "Here you confirm what we saw:\n{right}\nThank you for saying so plainly.",
        Para("You asked to be called: I will call you.", when="call"),
        "You will hear from me what we make of it.",
        _BYE,
    ),
    "callback": script(
        say("Open", "Hello {first}, this is {me}. You asked me to call; thank you for that. Is now a good time?"),
        say("What they said we misread", "{misread}"),
        say("What they offer to change", "{can_change}"),
        say("What they confirmed", "{right}"),
        say("Listen", "I have read your answer, and I would like to hear it from you. What should we see differently?"),
        say("Close", "Thank you. I will write down what I have understood and send it to you. Nothing is decided."),
    ),
    "stay": letter(
        "We stay",
        _HELLO,
        "Thank you for taking the time to answer us. It changed our view: we stay.",
        "We had misread this, and you put it right:\n{misread}",
        "And you will change this:\n{can_change}",
        "I will call you to agree on the next step.",
        _BYE,
    ),
    "part": letter(
        "Thank you",
        _HELLO,
        "Thank you for the time that you and your colleagues have given us.",
        Para("Thank you, too, for telling us so openly how you see our reasons.", when="reply"),
        "We are stepping back from your project, for the reasons that we shared with you.",
        "Should things change on your side, or should you want a second opinion on something, call me. The door is "
        "open, and I would be glad to hear from you.",
        "On {check_back} I will ask how it has turned out.",
        Para("A formal letter for your file, and what becomes of your documents, is on your page: {link}", when="link"),
        "I wish you and your colleagues every success with it.",
        _BYE,
    ),
    "how-it-felt": letter(
        "How was this for you?",
        _HELLO,
        "We have asked a good deal of you: to hear our reasons, and to tell us where we had read you wrong. Now that "
        "it is settled, I would like to know how this was for you.",
        "There are four short questions on your page; answer as many as you like:\n{link}#felt",
        "If you would rather not say it to me, tick the box there: then only those who lead our team read it.",
        "And if you would rather leave it, that is fine too. I will not ask again.",
        _BYE,
    ),
    "check-back": letter(
        "How has it turned out?",
        _HELLO,
        Para("I had said that I would ask on {forgotten}; I am later than I said.", when="forgotten"),
        "When we parted on {parted}, I said that I would ask how your project turned out. How is it going?",
        "A line is enough, or name a time, and I will call you. And if you would rather leave it, that is fine too.",
        Para(
            "Or click what fits:\n\nIt went well: {link}?it=well\n"
            "Not so well: {link}?it=not-so-well\nNothing is decided yet: {link}?it=undecided",
            when="link",
        ),
        _BYE,
    ),
    "apology": script(
        say("Open", "Hello {name}, this is {me}. I am calling to say sorry, and to listen. Is this a good time?"),
        say("Own it", "The way we treated you was wrong. That is our fault, and I am sorry."),
        say("Then listen, and write it down", "Please tell me what happened, from where you stand."),
        say(
            "Say what changes",
            "I will find out on our side how it came to this, and I will call you myself to tell you what we change. "
            "If you would rather have somebody else here to talk to from now on, you will.",
        ),
        say("Close", "Thank you for telling me. What else should I know?"),
    ),
    "apology-letter": letter(
        "An apology",
        "Dear {name},",
        "The way we treated you was wrong. That is our fault, and I am sorry.",
        "I will find out on our side how it came to this, and I will write to you myself to tell you what we change.",
        "Please tell me, in whatever form your rules allow, what it has meant for you and what else I should know.",
        _BYE,
    ),
}

ENGLISH = Tongue(
    code="en",
    name="English",
    locale="en_GB",
    moment="EEEE d MMMM 'at' HH:mm",
    clock=" {} time",
    quoted="“{}”",
    stay_if="What would make us stay:",
    texts=_TEXTS,
)
