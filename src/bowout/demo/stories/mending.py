"""Mangled: one customer who is furious still, and one who was mended and asked us back."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story, says


def furious(s: Story) -> None:
    """Everything wrong at once, and a complaint that no executive has answered yet."""
    s.consider(
        -9,
        "16:40",
        s.reason(
            "capacity",
            "Too small for the effort. I would rather have it off my desk before the review.",
            "Our people are all with other customers.",
            "",
            (-9, "note", "Three other deals close this month."),
        ),
        known=Known(needs="Rounds for the barrier technicians."),
        warned=["reason-without-a-way-to-stay", "not-known-enough"],
    )
    s.call(
        -4,
        "22:50",
        "Howard Beale-Smith",
        "voicemail",
        override="I wanted it done before tomorrow's review.",
        warned=["not-prepared-to-walk", "calls-at-an-indecent-hour", "voicemail-is-not-telling"],
    )
    s.do(
        -3,
        "08:05",
        i.Message,
        channel="email",
        contact=s.key("Howard Beale-Smith"),
        text="As I said on your voicemail, we have decided to withdraw. I wish you success with the project.",
        override="He did not call back, so he has it in writing.",
        warned=["not-prepared-to-walk", "writing-is-not-telling", "raised-late", "announces-a-decision"],
    )
    s.do(
        -1,
        "15:30",
        i.Complain,
        by="manager",
        text="Mr Beale-Smith, by phone: a voicemail at eleven at night, after three months of work with my people. "
        "Nobody asked us a thing. I want to hear from somebody who can answer for this.",
    )


def mended(s: Story) -> None:
    """Told five minutes before a demo; an executive mended it, and ten months later they asked us back."""
    s.consider(
        -214,
        "11:00",
        s.reason(
            "fit",
            "Union rules on shift bidding: we cannot do it before the next release.",
            "Your engineers choose their shifts by seniority. Our product cannot do that, and we should have said so "
            "before the demo.",
            "We would compete if the choice of shifts could stay on paper for a year.",
            (-217, "document", "Union agreement, article 9."),
        ),
        known=Known(
            cycle="Decision after the demo.",
            players="Alicia Freeman leads, Stuart Kessel signs.",
            needs="Shifts for 160 building engineers.",
            potential="160 engineers, 40 buildings.",
        ),
    )
    s.agree(-214)
    s.call(
        -213,
        "13:55",
        "Alicia Freeman",
        override="I did not want to show something that we cannot deliver.",
        warned=["springs-it-before-a-meeting"],
    )
    s.do(
        -212,
        "09:30",
        i.Complain,
        by="manager",
        text="Ms Freeman, by phone: fourteen people sat in that room. We would have taken the news a day earlier, and "
        "with thanks.",
    )
    s.call(-212, "11:30", "Alicia Freeman", by="paul")
    s.do(-211, "10:00", i.HoldTalk, by="paul")
    s.ask(-211, "10:40", "Alicia Freeman", by="paul")
    s.reply(
        -209,
        "16:00",
        says("fit", "right", "The reason is sound. It was the way of it that hurt."),
        words="Mr Arnault did listen, and I have told my people so.",
    )
    s.do(-208, "09:40", i.Acknowledge, by="paul", text="Thank you, Alicia. You were owed that day, and I am sorry.")
    s.do(
        -204,
        "11:00",
        i.Part,
        by="paul",
        thanks=True,
        text="Thank you, Alicia, and please thank the fourteen for me. I will call you in a few months myself.",
    )
    s.feel(
        -202,
        "15:00",
        said="Mr Arnault was fair to us. That a room of fourteen had to hear it first was not.",
        private=True,
        respected=2,
        open_person=2,
        open_company=3,
        consulted=2,
    )
    s.do(
        -120,
        "10:30",
        i.CheckBack,
        by="paul",
        outcome="They run on paper and one spreadsheet. The vendor they chose could not do shift bidding either.",
    )
    s.do(-15, "14:20", i.InvitedBack)


TALES = {"T-2029": furious, "T-1597": mended}
