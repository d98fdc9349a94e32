"""Words that make them small."""

from bowout.lint.rule import Example, Phrases, Rule

_SIMPLE = r"(?:simple|simplistic|basic|trivial|easy|small|elementary)"
_PROBLEM = r"(?:problem|project|needs?|use case|requirement|question|challenge)s?"
_PEOPLE = (
    r"(?:you|your (?:\w+ ){0,2}(?:people|team|staff|users?|colleagues|organi[sz]ation|company|department|planners))"
)
_ADVERBS = r"(?: (?:yet|quite|really|sufficiently|technically|very|all|that|so))*"
_INSULTS = (
    r"(?:incompetent|idiots?|idiotic|stupid|clueless|useless|amateurs?|morons?|fools?|lazy|unprofessional|ridiculous"
    r"|a joke|a waste of time)"
)
_UP_TO_IT = r"(?:sophisticated|mature|technical|advanced|skilled|experienced|capable|competent)"

belittles_them = Rule(
    name="belittles-them",
    fault="belittling",
    says="Tells them that their problem is too simple or their people are not up to it.",
    why="It is our product that does not fit; whoever is told that they are too small for it buys elsewhere for good.",
    instead="Speak about ourselves: what our product is made for, and which part of it they would pay for and not use.",
    severity="block",
    phrases=Phrases(
        en=(
            (
                rf"{_PROBLEM}(?: you (?:have|describe))?(?:(?: is| are| seems?| looks?| appears?)|['’]s)(?: (?:simply"
                rf"|just|really|frankly))?"
                rf" (?:too|far too) {_SIMPLE}"
            ),
            rf"(?:too|such a) {_SIMPLE} (?:an? )?{_PROBLEM}",
            rf"{_PEOPLE}(?:(?: are| is| were| was)|['’]re)?(?: not|n['’]t){_ADVERBS} {_UP_TO_IT}",
            rf"{_PEOPLE} lacks? (?:the |any )?(?:sophistication|maturity|skills?|experience|expertise|competence)",
            rf"{_PEOPLE}(?: people| lot| guys)?(?: are| is| were| was|['’]re|['’]s){_ADVERBS}(?: \w+)? {_INSULTS}",
            r"(?:a )?waste of (?:our|my|everybody['’]s) time",
            r"unsophisticated|simple-minded|you (?:just|simply|clearly|obviously) (?:do not|don['’]t) understand",
        ),
        de=(
            (
                r"(?:problem|projekt|bedarf|anforderung\w*) (?:ist|sind|scheint)(?: \w+)? zu (?:einfach|simpel|trivial"
                r"|klein)"
            ),
            (
                r"(?:ihr\w*(?: \w+)?|sie) (?:ist|sind)(?: \w+)? (?:nicht|zu wenig) (?:reif|versiert|erfahren|kompetent"
                r"|professionell)"
            ),
            (
                r"(?:ihr\w*|sie|eure?\w*)(?: \w+){0,2} (?:ist|sind|seid|war|waren)(?: \w+){0,2} (?:unfähig|inkompetent"
                r"|dumm|lächerlich|faul|ahnungslos|idioten|dilettanten|amateure|eine zumutung|unprofessionell|ein witz)"
            ),
        ),
        fr=(
            r"(?:problème|projet|besoin)s? (?:est|sont|semble|semblent)(?: \w+)? trop (?:simple|basique|banal|petit)s?",
            (
                r"(?:vous|votre \w+|vos \w+)(?: n['’]\w+| ne \w+)? pas (?:assez|suffisamment) (?:mûr|matur|compéten"
                r"|expériment|avanc)\w*"
            ),
            (
                r"(?:vos? \w+|votre \w+|vous)(?: \w+)? (?:est|sont|êtes|étaient|était)(?: \w+){0,2} (?:incapable"
                r"|incompétent|ridicule|stupide|idiot|fainéant|amateur|une (?:blague|perte de temps))\w*"
            ),
        ),
    ),
    bad=(
        Example("Your problem is too simple for our software.", "explain"),
        Example("We feel that your people are not sophisticated enough to use it.", "raise"),
        Example("Your people are incompetent, and my manager sees it the same way.", "explain"),
        Example("Ihr Budget ist lächerlich, das wissen Sie selbst.", "raise", "de"),
        Example("Ihre Leute sind unfähig. Wir überlegen, ob wir weitermachen.", "raise", "de"),
        Example("Votre budget est ridicule pour ce que vous demandez.", "raise", "fr"),
        Example("Vos équipes sont incapables de décider.", "explain", "fr"),
        Example("Ihr Team ist leider nicht erfahren genug dafür.", "explain", "de"),
        Example("Votre besoin est trop simple pour notre logiciel.", "explain", "fr"),
    ),
    fine=(
        Example("Our product is too simple for what your depots need.", "explain"),
        Example("This is not because your problem is too simple: our maps need a connection.", "explain"),
        Example("Nobody here thinks that your people are incompetent.", "explain"),
        Example("Ihre Leute sind erfahrener als unsere.", "explain", "de"),
        Example("The budget covers the licences; for the change in your depots it is too small.", "explain"),
    ),
)

_MORE = r"(?:bigger|better|larger|more (?:important|valuable|attractive|promising|lucrative))"

brushes_them_off = Rule(
    name="brushes-them-off",
    fault="brushoff",
    says="Says that we are too busy for them, or have better things to do.",
    why="They hear that others are worth more to us, and they will remember it when they are bigger.",
    instead="Say what you could not give them: our team is committed until March and could not do this justice.",
    severity="block",
    phrases=Phrases(
        en=(
            r"too busy(?: \w+)? (?:for (?:you|this|your)|to (?:work|deal|bother|look|spend))",
            rf"{_MORE} (?:deals?|opportunit(?:y|ies)|prospects?|fish|things to do)",
            rf"(?:have|with|on) {_MORE} (?:customers?|clients?|projects?)",
            r"(?:you are|you['’]re|this is) not (?:a|our) priority",
            r"not worth (?:our|my) (?:time|while|effort)",
        ),
        de=(
            r"(?:wichtigere|größere|grössere|bessere|lukrativere)n? (?:kunden|projekte|aufträge|chancen)",
            r"zu beschäftigt für|keine priorität für uns",
        ),
        fr=(
            r"(?:clients?|affaires?|projets?|dossiers?) plus (?:importante?s?|gros|intéressante?s?|rentables?)",
            r"trop occupée?s? pour",
        ),
    ),
    bad=(
        Example("We are too busy to work on this, and honestly you are not a priority.", "raise"),
        Example("We have bigger deals to look after this quarter.", "explain"),
        Example("Wir haben derzeit wichtigere Kunden.", "explain", "de"),
        Example("Nous avons des clients plus importants en ce moment.", "explain", "fr"),
    ),
    fine=(
        Example(
            "Our consultants are committed until March, and we could not give this the care it deserves.", "explain"
        ),
        Example("We know that your planners are busy in March; would April suit you better?", "raise"),
    ),
)

RULES = (belittles_them, brushes_them_off)
