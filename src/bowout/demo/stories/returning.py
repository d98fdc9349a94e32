"""Months after we left: how it turned out, and who wants us back."""

from bowout.core import intents as i
from bowout.core.documents import Documents
from bowout.core.reasons import Known
from bowout.demo.story import Story, says


def checked_back(s: Story) -> None:
    """We asked how it turned out, and heard."""
    s.consider(
        -130,
        "10:00",
        s.reason(
            "fit",
            "Their inverters report faults themselves; they need a fault desk, not a planner.",
            "Your inverters report their own faults. What you need first is somebody who sorts those reports, and that "
            "is not what we make.",
            "We would compete if the sorting of faults were somebody else's part.",
            (-133, "demo", "Four hundred fault messages in one morning."),
        ),
        known=Known(
            cycle="Decision within the quarter.",
            players="Georgia Hale and Anton Reid.",
            needs="From fault to technician in an hour.",
            potential="30 people.",
        ),
    )
    s.agree(-130)
    s.call(-129, "16:20", "Georgia Hale")
    s.do(-128, "16:00", i.HoldTalk)
    s.ask(-128, "16:30", "Georgia Hale")
    s.reply(-126, "12:00", says("fit", "right", "That is fair. We had put the cart before the horse."))
    s.do(-125, "16:00", i.Acknowledge, text="Thank you, Georgia.")
    s.do(
        -122,
        "16:10",
        i.Part,
        thanks=True,
        check_back_on=s.moments.day(-41),
        documents=Documents("returned", s.moments.day(2)),
        text="Thank you for two good days on site, Georgia. Look for a fault desk first; I will ask you in a few "
        "months how it went.",
    )
    s.feel(-121, "15:30", respected=5, open_person=4, open_company=4, consulted=5)
    s.do(
        -40,
        "16:30",
        i.CheckBack,
        outcome="They bought a fault desk and like it. Now the cleaning rounds are on the table, and they called us "
        "first.",
    )


def back_and_won(s: Story) -> None:
    """Left well, asked back half a year later, and won."""
    s.consider(
        -262,
        "10:00",
        s.reason(
            "budget",
            "The grant runs out in six months; the board will not pay after that.",
            "From what we see, the grant pays for the first half year, and nobody has said yet who pays after that.",
            "We would compete if the second year were in somebody's budget.",
            (-265, "document", "Grant letter, with the end date of the money."),
        ),
        known=Known(
            cycle="Grant decision in two months.",
            players="Beth Sorrell and the clinics' board.",
            needs="Service of 3,000 devices in eleven clinics.",
            potential="45 technicians.",
        ),
    )
    s.agree(-262)
    s.call(-261, "10:30", "Beth Sorrell")
    s.do(-260, "13:00", i.HoldTalk)
    s.ask(-260, "13:40", "Beth Sorrell")
    s.reply(-258, "09:50", says("budget", "right", "You are right, and nobody here wanted to say it."))
    s.do(-257, "10:00", i.Acknowledge, text="Thank you, Beth. That cannot have been easy.")
    s.do(
        -254,
        "11:00",
        i.Part,
        thanks=True,
        text="Thank you for your time, Beth, and for being so frank. I will ask in a few months how it turned out.",
        word="The health agency of the region lends out planners for half a year. It may carry you to the budget.",
        documents=Documents("deleted", s.moments.day(-240)),
    )
    s.wish(-253, "09:15", "contract-end", s.moments.day(-168))
    s.do(-246, "14:00", i.NoteDocuments, documents=Documents("deleted", s.moments.day(-246), done=True))
    s.feel(-252, "09:20", "Nobody else said it to our faces.", respected=5, open_person=5, consulted=4)
    s.do(
        -168,
        "10:45",
        i.CheckBack,
        outcome="The other vendor left when the grant ended. The board has put it into next year's budget.",
    )
    s.outcome(-166, "08:40", "not-so-well", "The clinics are back to paper. We should have asked who pays, as you did.")
    s.do(-110, "11:10", i.InvitedBack)


TALES = {"T-1744": checked_back, "T-1612": back_and_won}
