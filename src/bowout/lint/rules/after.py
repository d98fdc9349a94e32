"""At the door and months later: no selling, no being right, no excuses."""

from bowout.lint.rule import Example, Phrases, Rule

pitches_at_the_door = Rule(
    name="pitches-at-the-door",
    fault="pitch",
    says="Uses the goodbye or the check-back to sell.",
    why="Thanks with an offer in them are an offer. They learn that every friendly word of ours wants something.",
    instead="Thank them, or ask how it went, and leave it there. If they want something from us, they will say so.",
    severity="warn",
    steps=frozenset({"part", "checkback"}),
    phrases=Phrases(
        en=(
            (
                r"(?:\d+ ?(?:%|per ?cent|percent)|special|exclusive|early[- ]bird) (?:off|discount)|discount (?:of|if "
                r"you)|(?:special|limited|exclusive) offer"
            ),
        ),
        de=(r"rabatt|sonderangebot|sonderkondition\w*|nachlass",),
        fr=(r"remise (?:de|exceptionnelle)|offre (?:spéciale|exceptionnelle|promotionnelle)|tarif préférentiel",),
    ),
    bad=(
        Example("Thank you for everything. If you sign by June we can do 20 % off our new edition.", "part"),
        Example(
            "How did it turn out? We have just released a version that you should see; shall I book a demo?",
            "checkback",
        ),
        Example("Danke für alles. Bis Juni hätten wir übrigens ein Sonderangebot für Sie.", "part", "de"),
        Example("Merci pour tout. Nous avons justement une offre spéciale jusqu'en juin.", "part", "fr"),
    ),
    fine=(
        Example("Thank you for your time. Should things change, call me; the door is open.", "part"),
        Example("How has your project turned out? A line is enough.", "checkback"),
    ),
)

gloats = Rule(
    name="gloats",
    fault="gloat",
    says="Says that we told them so.",
    why="Whoever has had trouble does not call somebody who enjoys it.",
    instead="Ask how it went, and mean it. If it went badly, they will say so when they want to.",
    severity="warn",
    steps=frozenset({"checkback"}),
    phrases=Phrases(
        en=(
            (
                r"told you so|(?:as|just as|exactly as|like) (?:we|i) (?:had )?(?:predicted|warned|feared)|(?:we|i) "
                r"(?:did )?warn(?:ed)? you"
            ),
        ),
        de=(
            (
                r"wie (?:wir|ich) (?:es )?(?:ihnen )?(?:gesagt|vorausgesagt|vorhergesagt|prophezeit) (?:haben|hatten"
                r"|habe|hatte)|(?:hatten|haben) sie (?:ja )?gewarnt"
            ),
        ),
        fr=(
            (
                r"comme (?:nous|je) (?:vous )?(?:l['’]avions|l['’]avais|avions|avais) (?:dit|prédit|annoncé)|(?:nous "
                r")?vous avi(?:ons|ez) prévenus?"
            ),
        ),
    ),
    bad=(
        Example("So the roll-out failed in the depots, exactly as we predicted. We did warn you.", "checkback"),
        Example("I hear it has stopped working; I take no pleasure in having been right, but I was.", "checkback"),
        Example("Das Projekt ist stehen geblieben, wie wir es Ihnen vorausgesagt hatten.", "checkback", "de"),
        Example("Le projet est à l'arrêt, comme nous vous l'avions dit.", "checkback", "fr"),
    ),
    fine=(
        Example("How did the roll-out in the depots go? I hope it went well.", "checkback"),
        Example("You were right about the depots, and we were wrong.", "checkback"),
    ),
)

excuses_instead_of_apologising = Rule(
    name="excuses-instead-of-apologising",
    fault="excuse",
    says="Excuses us instead of saying sorry.",
    why="An apology with a but in it says that it was not so bad, or that it was them.",
    instead="Name what was wrong, say that it was our fault, say sorry, say what changes. Then listen.",
    severity="block",
    steps=frozenset({"apology"}),
    phrases=Phrases(
        en=(
            (
                r"sorry (?:if|that) you (?:felt|feel|were offended)|sorry if (?:we|anyone|anybody|this|that)|mistakes "
                r"were made(?! by (?:me|us)|,? and (?:i|we) made)|(?:but )?you (?:have|need) to understand"
            ),
            r"(?:was|is) a misunderstanding on your (?:side|part)|(?:we|i) (?:had|have) no choice",
        ),
        de=(
            (
                r"(?:falls|wenn) sie sich (?:\w+ )?(?:gefühlt|verletzt)|fehler (?:wurden|sind) gemacht|sie müssen "
                r"(?:aber )?verstehen|missverständnis auf ihrer seite"
            ),
        ),
        fr=(
            (
                r"(?:désolée?s?|navrée?s?) si vous|des erreurs ont été commises|(?:il faut|vous devez) comprendre"
                r"|malentendu de votre (?:côté|part)"
            ),
        ),
    ),
    bad=(
        Example(
            "We are sorry if you felt left out, but you have to understand that it was the end of the quarter.",
            "apology",
        ),
        Example("Mistakes were made, and there was also a misunderstanding on your side.", "apology"),
        Example("Es tut uns leid, falls Sie sich übergangen gefühlt haben.", "apology", "de"),
        Example("Nous sommes désolés si vous vous êtes sentis mis à l'écart.", "apology", "fr"),
    ),
    fine=(
        Example(
            "We called you five minutes before your meeting. That was wrong, it was our fault, and I am sorry.",
            "apology",
        ),
        Example("There is no excuse for how we left. I am sorry. May I call you and listen?", "apology"),
    ),
)

RULES = (pitches_at_the_door, gloats, excuses_instead_of_apologising)
