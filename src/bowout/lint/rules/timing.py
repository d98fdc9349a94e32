"""The decision comes before the conversation, or the news comes at the last moment."""

from bowout.lint.rule import ASKING, Example, Phrases, Rule

announces_a_decision = Rule(
    name="announces-a-decision",
    fault="unilateral",
    says="Announces a decision that is already taken.",
    why="They hear that nothing they say counts any more; the one who could have corrected us does not try.",
    instead="Say that you are considering it, that nothing is decided, and that you want their view first.",
    severity="block",
    steps=ASKING,
    phrases=Phrases(
        en=(
            (
                r"we (?:have|['’]ve) decided (?:to (?:stop|withdraw|drop out|pull out|step away|walk away)"
                r"|not to (?:bid|submit|pursue|proceed|continue|participate))"
            ),
            r"we (?:will not|won['’]t) be (?:submitting|bidding|proceeding|pursuing)",
            r"(?:this|our) decision is final",
        ),
        de=(
            r"wir haben (?:uns )?(?:entschieden|beschlossen),? (?:nicht|uns zurückzuziehen|auszusteigen|kein angebot)",
            r"wir werden kein angebot (?:abgeben|legen|einreichen)",
            r"(?:unsere|diese) entscheidung (?:ist|steht) (?:endgültig|fest)",
        ),
        fr=(
            r"nous avons (?:décidé|pris la décision) de (?:ne pas|nous retirer|renoncer|ne plus)",
            r"nous ne (?:remettrons|déposerons|soumettrons) pas d['’]offre",
            r"(?:notre|cette) décision est (?:définitive|prise|irrévocable)",
        ),
    ),
    bad=(
        Example("We have decided to withdraw from your tender, and this decision is final.", "raise"),
        Example("We will not be submitting a proposal. Our management closed the matter on Monday.", "explain"),
        Example("Wir haben beschlossen, kein Angebot abzugeben. Daran ändert sich nichts mehr.", "raise", "de"),
        Example("Nous avons décidé de nous retirer, notre décision est définitive.", "raise", "fr"),
    ),
    fine=(
        Example("We are considering dropping out, and nothing is decided before we have heard you.", "raise"),
        Example("Thank you for your answer. We have decided to step back from your project.", "part"),
        Example("Wir überlegen, ob wir aussteigen sollten. Entschieden ist nichts.", "raise", "de"),
        Example("Nous envisageons de nous retirer, rien n'est décidé.", "raise", "fr"),
    ),
)

springs_it_at_the_last_minute = Rule(
    name="springs-it-at-the-last-minute",
    fault="lastminute",
    says="Springs it on them right before something, or admits to having sat on it.",
    why="They have planned with us, and there is no time left to plan without us.",
    instead="Keep the appointment and use it, or move it together; say openly since when you have had the doubt, "
    "and say sorry.",
    severity="block",
    phrases=Phrases(
        en=(
            (
                r"(?:won['’]t|will not|not|can['’]t) (?:be )?(?:coming|come|attend\w*|join\w*|present\w*|make "
                r"it)\b.{0,40}\b(?:in (?:five|ten|an?|\w+) (?:minutes?|hours?)|this (?:morning|afternoon)"
                r"|today|tonight)"
            ),
            (
                r"(?:i|we) (?:know|realise|realize) (?:the|our|your) "
                r"(?:meeting|demo|call|presentation|session|workshop) (?:is|starts) in "
                r"(?:\w+ )?(?:minutes|an hour|half an hour)"
            ),
        ),
    ),
    bad=(
        Example("I know the demo starts in ten minutes, but we will not be coming.", "raise"),
        Example("We have known for weeks that we would not bid, and your deadline is tomorrow morning.", "explain"),
        Example("Die Präsentation beginnt in einer Stunde, und wir kommen leider nicht.", "raise", "de"),
        Example("La soutenance est dans une heure et nous ne viendrons pas.", "raise", "fr"),
    ),
    fine=(
        Example("Your deadline is in five weeks, so I am calling early.", "raise"),
        Example("We called you five minutes before your meeting. That was wrong, and I am sorry.", "apology"),
    ),
)

RULES = (announces_a_decision, springs_it_at_the_last_minute)
