"""They have answered, and it is ours to call, to decide, or to stay."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story, says


def call_wanted(s: Story) -> None:
    """They answered, and would rather talk."""
    s.consider(
        -6,
        "10:00",
        s.reason(
            "fit",
            "Cleaning rounds are route planning; that is not our product.",
            "Cleaning rounds are mostly a question of routes. Our planner is made for skills and certificates, and "
            "does little for the way between two sites.",
            "We would compete if inspections and repairs came first and the cleaning rounds later.",
            (-8, "demo", "Georgia: where is the map with the rounds?"),
        ),
        known=Known(
            cycle="Anton decides in a month.",
            players="Georgia Hale recommends, Anton Reid decides.",
            needs="Rounds for nineteen solar parks with as little driving as possible.",
            potential="30 people now; the parks double every two years.",
        ),
    )
    s.agree(-6)
    s.call(-5, "16:30", "Georgia Hale")
    s.do(-4, "16:00", i.HoldTalk)
    s.ask(-4, "16:40", "Georgia Hale")
    s.reply(-1, "09:15", says("fit", "can-change", "We could start with repairs. Can we talk it over?"), call_me=True)
    s.do(-1, "16:45", i.Acknowledge, text="Thank you, Georgia. Starting with repairs may well work. I will call you.")


def to_decide(s: Story) -> None:
    """They corrected us; whether we stay is ours to decide now."""
    s.consider(
        -7,
        "10:00",
        s.reason(
            "fit",
            "They want the safety permits in the app, and ours has no permits.",
            "Nobody may enter a substation without a permit, and our app does not issue permits. Your crews would "
            "carry two apps.",
            "We would compete if permits could stay in the system you have.",
            (-9, "meeting note", "Renata showed the permit process: three signatures, every day."),
        ),
        s.reason(
            "capacity",
            "No Portuguese speaker free for two quarters; Nora and Mei have none either.",
            "Our only colleague who works in Portuguese is with another customer for the next two quarters.",
            "We would compete if the training could be held in English, or wait until then.",
            (-8, "capacity plan", "Lúcia is booked for two quarters."),
        ),
        known=Known(
            cycle="Board meeting in a month.",
            players="Renata Queiroz leads, Otávio Prado takes it to the board.",
            needs="Crews, vehicles and permits for 46 substations.",
            potential="130 technicians.",
        ),
    )
    s.agree(-7)
    s.call(-6, "10:30", "Renata Queiroz")
    s.do(-5, "11:00", i.HoldTalk)
    s.ask(-5, "11:50", "Renata Queiroz")
    s.reply(
        -2,
        "15:10",
        says("fit", "misread", "The permits stay in our own system. That was never part of this project."),
        says("capacity", "can-change", "All our trainers speak English. The rest can wait."),
        words="I am glad that you asked before leaving.",
    )
    s.do(-1, "10:20", i.Acknowledge, text="Thank you, Renata. That changes how we see it. I will come back to you.")


TALES = {"T-2030": call_wanted, "T-2027": to_decide}
