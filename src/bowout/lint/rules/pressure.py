"""Pressure: by a threat, or by a bad conscience."""

from bowout.lint.rule import Example, Phrases, Rule

sets_an_ultimatum = Rule(
    name="sets-an-ultimatum",
    fault="ultimatum",
    says="Threatens or presses them: do this by then, or we leave.",
    why="A walk-away used as a lever is a bluff or a threat; they will give us neither their trust nor the truth.",
    instead="Say what would make us stay as an offer, and give them time: we would compete if …, and nothing is "
    "decided before …",
    severity="block",
    phrases=Phrases(
        en=(
            r"take it or leave it|(?:this is )?your (?:last|final) chance|last chance to",
            r"(?:or|otherwise) we(?:['’]re| are| will|['’]ll) (?:be )?(?:out|walk(?:ing)?|leav(?:e|ing)|gone)",
        ),
        de=(r"letzte chance|entweder .{3,80} oder wir (?:sind raus|steigen aus|gehen)|friss oder stirb",),
        fr=(
            r"dernière chance|à prendre ou à laisser|(?:sinon|faute de quoi),? nous (?:partons|nous retirons|arrêtons)",
        ),
    ),
    bad=(
        Example("Sign by Friday or we are out. Take it or leave it.", "raise"),
        Example("Unless we get a meeting with your CFO this week, we walk.", "explain"),
        Example(
            "Das ist Ihre letzte Chance: Entweder Sie unterschreiben bis Freitag oder wir sind raus.", "raise", "de"
        ),
        Example("C'est votre dernière chance : signez avant vendredi, sinon nous partons.", "raise", "fr"),
    ),
    fine=(
        Example("You have until Friday to tell us where we are wrong, and nothing is decided before that.", "explain"),
        Example("We would compete if the roll-out had a budget of its own.", "explain"),
    ),
)

makes_them_feel_guilty = Rule(
    name="makes-them-feel-guilty",
    fault="guilt",
    says="Makes them feel guilty about our effort or our feelings.",
    why="What we put in was our decision. A reproach at the door is what they remember of us.",
    instead="Thank them for what they put in, and leave our own effort out.",
    severity="warn",
    phrases=Phrases(
        en=(
            r"after (?:all|everything) (?:that )?we(?:['’]ve| have) (?:done|invested|put in|given)",
            r"(?:we are|we['’]re|i am|i['’]m) (?:very |deeply |so )?disappointed (?:in|with|by) you",
        ),
        de=(r"nach allem,? was wir (?:für sie |für euch |in \w+ )?(?:getan|investiert|hineingesteckt|geleistet)",),
        fr=(r"après tout ce que nous avons (?:fait|investi|donné)",),
    ),
    bad=(
        Example("After all we have invested in you, we are very disappointed in you.", "part"),
        Example("My team gave up their holidays for your demo, and this is what we get.", "explain"),
        Example("Nach allem, was wir für Sie getan haben, sind wir sehr enttäuscht.", "part", "de"),
        Example("Après tout ce que nous avons fait pour vous, nous sommes très déçus.", "part", "fr"),
    ),
    fine=(
        Example("Thank you for the hours that your colleagues have put into this.", "part"),
        Example("We enjoyed working on it, and learned a lot from your team.", "part"),
    ),
)

RULES = (sets_an_ultimatum, makes_them_feel_guilty)
