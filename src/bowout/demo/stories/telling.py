"""They hear of it, by phone, and get the reasons."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story


def voicemail(s: Story) -> None:
    """A voicemail asks for a call and tells nobody anything."""
    s.consider(
        -2,
        "09:50",
        s.reason(
            "fit",
            "Emergency work is 70 % of theirs; our emergency board is a prototype.",
            "Der größte Teil Ihrer Arbeit lässt sich am Vortag nicht planen. Unsere Stärke ist die geplante Arbeit; "
            "für Notfälle können wir bisher wenig zeigen.",
            "Wir blieben gern dabei, wenn die geplante Arbeit zuerst käme und die Notfälle ein Jahr später.",
            (-8, "meeting note", "Katrin: seven of ten jobs are not known at six in the morning."),
            (-3, "demo", "The emergency board failed with more than twenty crews."),
        ),
        known=Known(
            cycle="Two more visits, then an offer in eight weeks.",
            players="Katrin Vogt chooses, Holger Sass signs.",
            needs="One board for emergencies and planned work, day and night.",
            potential="90 people, and two neighbouring utilities that copy what they do.",
        ),
    )
    s.agree(-2)
    s.call(-1, "11:20", "Katrin Vogt", "voicemail", warned=["voicemail-is-not-telling"])


def told(s: Story) -> None:
    """Told yesterday; we owe them a time for the reasons."""
    s.consider(
        -2,
        "10:05",
        s.reason(
            "budget",
            "30 k approved; with night duty and the interface to payroll it is 55 k at cost.",
            "D’après ce que nous voyons, la somme accordée paie la planification de jour. L’astreinte de nuit et le "
            "lien avec la paie devraient attendre, et c’est justement ce que vous nous avez demandé.",
            "Nous resterions en lice si l’astreinte pouvait être une deuxième étape, avec son propre budget.",
            (-4, "e-mail", "Odile: the board has approved thirty thousand for this year."),
            (-3, "estimate", "Payroll interface alone: twelve days."),
        ),
        known=Known(
            cycle="Second demo, then the board at the end of the quarter.",
            players="Yannick Perrin wants it, Odile Garnier holds the money.",
            needs="Weekly night duty with fair turns, straight into payroll.",
            potential="40 engineers, one more branch in Grenoble.",
        ),
    )
    s.agree(-2)
    s.call(-1, "10:15", "Yannick Perrin")


def booked(s: Story) -> None:
    """The talk about the reasons has a time."""
    s.consider(
        -3,
        "10:30",
        s.reason(
            "fit",
            "No crew transfer by boat in the planner; weather windows would be done by hand.",
            "Your day depends on the weather window and the boat. Our planner knows neither, and your planners would "
            "go on doing that part by hand.",
            "We would compete if boat planning stayed in your present tool and only the crews came to us.",
            (-7, "demo", "Both shift leads asked about boats within ten minutes."),
            (-4, "note", "Femke: without boats it is half a plan."),
        ),
        known=Known(
            cycle="Offer due in three weeks, decision in the next budget round.",
            players="Femke de Wit leads, Ruud Terpstra signs, two shift leads advise.",
            needs="Crews, certificates, boats and weather windows in one plan.",
            potential="Two parks, 55 technicians.",
        ),
    )
    s.agree(-3)
    s.call(-2, "09:40", "Femke de Wit")
    s.do(-2, "09:55", i.BookTalk, talk_at=s.moments.at(1, "10:00"))
    s.do(-2, "10:20", i.CallOffTalk)
    s.do(-2, "10:25", i.BookTalk, talk_at=s.moments.at(1, "14:00"))


def explained(s: Story) -> None:
    """The reasons were talked through; the question is still to be asked."""
    s.consider(
        -4,
        "11:00",
        s.reason(
            "capacity",
            "Only Ravi knows dry docks, and he is booked until the end of next quarter. Nobody else has done one.",
            "One of our people has planned dry docks before, and he is promised to another customer until the end of "
            "next quarter. We would rather say so now than send you somebody who learns on your vessels.",
            "We would compete if the first docking that we plan could be one of the quarter after that.",
            (-6, "capacity plan", "Ravi is booked until the end of next quarter."),
            (-5, "call note", "Priya: three dockings are fixed for next quarter."),
        ),
        s.reason(
            "fit",
            "Class society paperwork is manual with us.",
            "The paperwork for the classification society would stay manual with us.",
            "We would compete if that part could stay with your present agent.",
            (-5, "call note", "Priya asked for the class certificates in the plan."),
        ),
        known=Known(
            cycle="Yard visit, then a decision by the managing director.",
            players="Priya Nadarajan recommends, Kelvin Seah decides.",
            needs="Dry-dock plans for eleven vessels with yards and surveyors.",
            potential="The harbour tugs are ours already; the ocean fleet is four times that.",
        ),
    )
    s.agree(-4)
    s.call(-3, "16:10", "Priya Nadarajan")
    s.do(-3, "16:25", i.BookTalk, talk_at=s.moments.at(-1, "15:30"))
    s.do(-1, "15:30", i.HoldTalk)


TALES = {"T-2063": voicemail, "T-2077": told, "T-2066": booked, "T-2058": explained}
