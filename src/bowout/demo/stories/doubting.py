"""A doubt is recorded, and nobody at the customer knows of it yet."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story


def unconfirmed(s: Story) -> None:
    """Nobody has said yet that we are prepared to walk."""
    s.consider(
        -1,
        "13:10",
        s.reason(
            "fit",
            "No Arabic interface this year, and the crews do not read English. Product has no date.",
            "Your crews work in Arabic, and our mobile app does not speak it yet. From what we see, we would be asking "
            "them to work around us.",
            "We would compete if the shift leads could report for their crews in English during the first year.",
            (-6, "meeting note", "Hessa: of 60 technicians, perhaps ten are at ease with an English screen."),
            (-2, "mail from product", "Right-to-left layout is planned, without a date."),
        ),
        known=Known(
            cycle="Offers by the end of next month, decision by the CFO in the month after.",
            players="Hessa Al Qahtani recommends, Fahd Al Otaibi signs, the plant managers have a say.",
            needs="Planned maintenance of nine chiller plants, in Arabic, on phones.",
            potential="60 technicians now, 140 with the new plants.",
        ),
    )


def half_confirmed(s: Story) -> None:
    """The rep is prepared, the manager has not said so yet."""
    s.consider(
        -1,
        "10:20",
        s.reason(
            "capacity",
            "All five rollout leads are booked through next quarter; Nora and Daniel have no free one either.",
            "The people who would bring this into your depots are all with other customers until the end of next "
            "quarter. You asked to start in six weeks, and we could not give you the attention that this needs.",
            "We would compete if the first depot could start a quarter later.",
            (-3, "capacity plan", "No rollout lead below 95 % until the end of next quarter."),
            (-2, "call note", "Marcus: the start in six weeks is fixed by their regulator's audit."),
        ),
        known=Known(
            cycle="Offer in four weeks, decision two weeks later.",
            players="Marcus Leighton decides; his depot managers were in the first call.",
            needs="Inspection rounds for 41,000 poles with photographs and follow-up work.",
            potential="Two more regions in the coming year.",
        ),
    )
    s.do(-1, "10:40", i.Confirm)


def sent_back(s: Story) -> None:
    """The manager wants to know more before anybody is called."""
    s.consider(
        -2,
        "11:00",
        s.reason(
            "budget",
            "Tessa has 40 k signed off and expects the whole depot for it.",
            "From what we see, what is set aside covers the licences and no help with the change of shift rosters, and "
            "that is where such projects succeed or fail.",
            "We would compete if two of your planners could be free for the change for eight weeks.",
            (-4, "call note", "Tessa: forty thousand this year, not a dollar more."),
        ),
        known=Known(
            cycle="Board paper next month.",
            needs="Wagon repair slots and the people with the right certificates.",
            potential="One depot of four.",
        ),
        warned=["not-known-enough"],
    )
    s.do(-2, "11:05", i.Confirm)
    s.do(
        -1,
        "09:40",
        i.SendBack,
        by="manager",
        words="We do not know who else decides. Ask Tessa who signs above forty thousand, then we talk again.",
    )


def ready(s: Story) -> None:
    """Both have confirmed; the call is due today."""
    s.consider(
        -2,
        "10:05",
        s.reason(
            "wired",
            "The requirements use Fieldmark's own names for things, and page 14 is their screenshot. We came in late.",
            "Reading the requirements, we think that another product is closer to what you describe than ours is. We "
            "may be misreading that.",
            "We would compete if you could tell us which of the requirements came from your own crews.",
            (-5, "document", "Requirements, page 14: the work order screen with another vendor's field names."),
            (-3, "CRM signal", "Added to the list three weeks after the others."),
        ),
        s.reason(
            "fit",
            "They keep the old work order system; we would be a planning board on top and nothing more.",
            "You will keep your work order system. Ours earns its price when it replaces one.",
            "We would compete if a later move of the work orders is part of the plan.",
            (-3, "call note", "Marisol: the work orders stay where they are for at least three years."),
        ),
        known=Known(
            cycle="Demos this month, decision by the board in two months.",
            players="Marisol Trevino leads, Wade Hollister takes it to the board.",
            needs="Daily plans for valve crews in three districts.",
            potential="70 people, no growth planned.",
        ),
    )
    s.agree(-2)


def eleventh_hour(s: Story) -> None:
    """Late, and there is still a right way: call first, say openly that it is late."""
    s.consider(
        -1,
        "10:10",
        s.reason(
            "fit",
            "Penalty clause per missed visit; legal will not sign it, and we heard so only yesterday.",
            "The contract makes the software vendor pay for every missed visit. We cannot stand behind that, and we "
            "should have seen it sooner.",
            "We would compete if the penalty stayed with whoever sends the technician.",
            (-2, "document", "Draft contract, section 11.4."),
            (-1, "mail from legal", "No liability for missed visits, whatever the price."),
        ),
        known=Known(
            cycle="Offer due this week, award next month.",
            players="Rashid Kamali decides, Divya Menon wrote the requirements.",
            needs="Technicians for eleven malls, with proof of every visit.",
            potential="A second contract like the towers, about half its size.",
        ),
        warned=["eleventh-hour"],
    )
    s.agree(-1)


TALES = {
    "T-2083": unconfirmed,
    "T-2081": half_confirmed,
    "T-2085": sent_back,
    "T-2079": ready,
    "T-2071": eleventh_hour,
}
