"""They were asked what we got wrong, and nothing is decided before they had their time."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story, says


def open_window(s: Story) -> None:
    """The question is open; this is the page whose link the demo prints."""
    s.consider(
        -5,
        "10:40",
        s.reason(
            "fit",
            "Closing a job needs a connection; working without one is on next year's plan, and slips every quarter.",
            "Your mechanics work in shafts and basements without a connection, and our app needs one to close a job. "
            "From what we see, we are not well placed for that.",
            "We would compete if a job could be closed at the van, where there is a connection.",
            (-12, "demo", "Bronx depot: two of three jobs could not be closed from the pit."),
            (-7, "e-mail", "Renee: the machine rooms are our daily work, not the exception."),
        ),
        s.reason(
            "budget",
            "118 k is licences only. Vincent has nothing for the dispatchers' time, and without it this fails.",
            "From what we see, the budget covers the licences, and not the three months in which your dispatchers "
            "would work in both systems.",
            "We would compete if two dispatchers had half of their week for the change until it is done.",
            (-6, "meeting note", "Vincent: no replacement for the dispatchers, they will manage beside their work."),
        ),
        known=Known(
            cycle="Workshop in two weeks, decision by the vice president in five.",
            players="Renee Gallo leads, Vincent Marchetti decides, the depot heads advise.",
            needs="One plan for 180 mechanics instead of eleven spreadsheets.",
            potential="180 mechanics in the city, 400 in the state.",
        ),
    )
    s.agree(-5)
    s.call(-4, "09:30", "Renee Gallo")
    s.do(-4, "09:45", i.BookTalk, talk_at=s.moments.at(-2, "10:00"))
    s.do(-2, "10:00", i.HoldTalk)
    s.ask(-2, "10:50", "Renee Gallo")


def open_window_in_french(s: Story) -> None:
    """The question is open, the customer reads French, and they asked for a few days more."""
    s.consider(
        -6,
        "10:40",
        s.reason(
            "capacity",
            "Both people who know lifts are booked through next quarter; no fellow rep has one.",
            "Les deux personnes qui connaissent chez nous la maintenance d’ascenseurs sont engagées auprès d’autres "
            "clients jusqu’à la fin du trimestre prochain. Vous souhaitez démarrer dans un mois, et nous ne pourrions "
            "pas vous donner l’attention que mérite ce projet.",
            "Nous resterions en lice si le premier dépôt pouvait commencer un trimestre plus tard.",
            (-7, "capacity plan", "No rollout lead for lifts until the end of next quarter."),
            (-7, "e-mail", "Camille: the first depot starts in a month."),
        ),
        s.reason(
            "budget",
            "96 k is licences only. Étienne has nothing for the planners' time.",
            "D’après ce que nous voyons, le budget couvre les licences, mais pas les trois mois pendant lesquels vos "
            "planificateurs travailleraient dans les deux systèmes.",
            "Nous resterions en lice si deux planificateurs disposaient de la moitié de leur semaine pour ce "
            "changement.",
            (-8, "meeting note", "Étienne: the planners will manage beside their work."),
        ),
        known=Known(
            cycle="Workshop in three weeks, decision by the COO in six.",
            players="Camille Roussel leads, Étienne Lavigne decides.",
            needs="One plan for 400 technicians in four regions.",
            potential="400 technicians, and the escalators later.",
        ),
    )
    s.agree(-6)
    s.call(-5, "09:30", "Camille Roussel")
    s.do(-3, "10:00", i.HoldTalk)
    s.ask(-3, "10:50", "Camille Roussel")
    s.do(-1, "11:20", i.GiveTime, until=s.moments.at(8, "18:00"))
    s.do(
        -1,
        "11:30",
        i.Snooze,
        until=s.moments.at(7, "09:00"),
        why="Camille has our question before the works council; it meets next week.",
    )


def window_over(s: Story) -> None:
    """They had their time and said nothing; thanks are due."""
    s.consider(
        -10,
        "10:15",
        s.reason(
            "budget",
            "Loretta has 9 k for the season. List price is 28 k and the discount ends at 20.",
            "From what we see, the money set aside for this season is about a third of what it would cost to do this "
            "well, and we do not want to do it badly for less.",
            "We would compete if only the two largest branches took part this season.",
            (-12, "call note", "Loretta: nine thousand, and that was hard to get."),
        ),
        known=Known(
            cycle="Decision before the summer season.",
            players="Loretta Baines decides alone.",
            needs="Dispatch for the hot weeks, when work triples.",
            potential="Six branches, seasonal.",
        ),
    )
    s.agree(-10)
    s.call(-9, "10:30", "Loretta Baines")
    s.do(-8, "11:00", i.HoldTalk)
    s.ask(-7, "11:40", "Loretta Baines")


def unread(s: Story) -> None:
    """The customer answered on their page, and nobody of ours has read it yet."""
    s.consider(
        -6,
        "09:20",
        s.reason(
            "wired",
            "Rolf has had Kolibri shown to him twice; the request reads like their price list. We are the third quote.",
            "Wir haben den Eindruck, dass Sie ein anderes Produkt schon kennen und ihm vertrauen, und dass unser "
            "Angebot vor allem dem Vergleich dient. Vielleicht täuschen wir uns.",
            "Wir blieben gern dabei, wenn Ihre Disposition beide Produkte eine Woche lang ausprobieren möchte.",
            (-9, "call note", "Birte: the owner has had the other one shown to him twice."),
            (-7, "e-mail", "Request for a third comparable quotation, with line items we do not have."),
        ),
        known=Known(
            cycle="The owner decides within three weeks.",
            players="Birte Claussen uses it, Rolf Hallmann decides.",
            needs="Dispatch for 25 technicians, with spare parts in the van.",
            potential="25 technicians, a second site in Bremen.",
        ),
    )
    s.agree(-6)
    s.call(-5, "10:10", "Birte Claussen")
    s.do(-4, "14:00", i.HoldTalk)
    s.ask(-4, "14:45", "Birte Claussen")
    s.reply(
        -1,
        "16:20",
        says(
            "wired",
            "misread",
            "Herr Hallmann hat das andere Produkt gesehen, das stimmt, aber es hat ihm nicht gefallen. Mein Team würde "
            "sich über eine Woche mit beiden freuen.",
        ),
        words="Danke, dass Sie so offen fragen. Das hat sonst niemand getan.",
    )


TALES = {"T-2034": open_window, "T-2041": open_window_in_french, "T-2008": window_over, "T-2019": unread}
