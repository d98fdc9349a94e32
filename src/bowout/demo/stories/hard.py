"""Cases in which the usual path does not hold."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story


def tender(s: Story) -> None:
    """A no-contact period: told and asked in writing, and only the procurement officer."""
    s.consider(
        -4,
        "09:40",
        s.reason(
            "fit",
            "The award criteria give 40 % to local presence, and our next office is in Berlin.",
            "Deux cinquièmes des points récompensent des équipes à moins d’une heure de la ville. Nous n’en avons pas, "
            "et d’après ce que nous voyons, nous ne pourrions pas vous offrir ce que vous demandez.",
            "Nous resterions en lice si les équipes d’un partenaire de la région comptaient comme les nôtres.",
            (-5, "document", "Rules of the procedure, table of criteria."),
        ),
        known=Known(
            cycle="Bids in three weeks, award by the council in two months.",
            players="Baptiste Carlier runs the procedure; nobody else may be addressed.",
            needs="Work orders for 300 people in parks, streets and schools.",
            potential="A reference for towns of that size.",
        ),
    )
    s.agree(-4)
    s.do(
        -3,
        "10:15",
        i.Message,
        channel="portal",
        contact=s.key("Baptiste Carlier"),
        text="Monsieur, nous envisageons de nous retirer de cette procédure, car les critères de présence locale "
        "demandent ce que nous n’avons pas. Si nous les lisons de façon trop stricte, nous vous serions reconnaissants "
        "de nous corriger par écrit. Rien n’est décidé avant que nous ayons votre réponse.",
    )
    s.ask(-3, "10:30", "Baptiste Carlier")


def tender_to_write(s: Story) -> None:
    """A no-contact period again: what is due is a letter, not a call."""
    s.consider(
        -1,
        "09:40",
        s.reason(
            "fit",
            "Mandatory: meters change data in their billing system within a minute. We batch by night.",
            "Die Leistungsbeschreibung verlangt, dass jeder Zählerwechsel innerhalb einer Minute in der Abrechnung "
            "ankommt. Unser Produkt übergibt die Wechsel nachts.",
            "Wir blieben gern dabei, wenn eine nächtliche Übergabe die Anforderung erfüllte.",
            (-2, "document", "Specification, requirement 4.12, mandatory."),
        ),
        known=Known(
            cycle="Bids in four weeks, award four weeks later.",
            players="Renate Kolb runs the procedure; nobody else may be addressed.",
            needs="Change of 60,000 meters in two years.",
            potential="A reference in a market where we have none.",
        ),
    )
    s.agree(-1)


def blocked_and_overridden(s: Story) -> None:
    """A call shortly before a demo, made all the same, with a word why."""
    s.consider(
        -5,
        "10:00",
        s.reason(
            "fit",
            "They want spare parts with serial numbers; Kitahama was promised that for next year, not earlier.",
            "You track every part by its serial number. Our product counts parts and does not know one from another.",
            "We would compete if serial numbers could stay in your workshop system.",
            (-6, "e-mail", "Jasmine: every part has a number, and the authority asks for it."),
        ),
        known=Known(
            cycle="Decision this month.",
            players="Jasmine Quek decides.",
            needs="Routes and parts for 48 technicians.",
            potential="One company of four in the group.",
        ),
    )
    s.agree(-5)
    s.call(
        -4,
        "13:30",
        "Jasmine Quek",
        override="She asked this morning whether two technicians should fly in for the demo, and they leave at two. "
        "She has to know before they do.",
        warned=["springs-it-before-a-meeting"],
    )
    s.do(-1, "10:30", i.HoldTalk)


TALES = {"T-2060": tender, "T-2052": tender_to_write, "T-2038": blocked_and_overridden}
