"""Words of the sales floor."""

from bowout.lint.rule import Example, Phrases, Rule

talks_sales_jargon = Rule(
    name="talks-sales-jargon",
    fault="jargon",
    says="Shows them words that salespeople use among themselves.",
    why="They read how we talk about them when they are not in the room.",
    instead="Say it in words that they would use: what you see, and what it means for you and for them.",
    severity="block",
    even_denied=True,
    phrases=Phrases(
        anywhere=(
            r"column fodder|closed?[- ](?:lost|won)|meddp?icc?|bant|icp|ideal customer profile|win rate|deal desk",
            r"battle ?card|sandbag\w*|t[iy]re[- ]kick\w*|stalking horse|compelling event|economic buyer",
            r"commit(?:ted)? forecast|upsell|cross-sell|champion inside|stage (?:three|four|five|[1-6])",
        ),
        en=(
            r"(?:un|dis)qualif(?:y|ied|ies|ying)|it (?:is not|isn['’]t) qualified",
            (
                r"(?:our|my) (?:sales )?(?:pipeline|quota|forecast)|(?:close|hit|make) (?:the|our|my) (?:quarter|quota"
                r"|number)"
            ),
            (
                r"(?:deal|opportunity|lead|account|project) (?:is|was|isn['’]t|wasn['’]t|never|not) (?:been )?(?:fully "
                r")?qualified|qualified (?:deal|lead|opportunit\w+|prospect)s?"
            ),
        ),
        de=(
            r"zählkandidat\w*|unsere[rm]? (?:pipeline|forecast)|im forecast|nicht qualifiziert(?:er)? (?:lead|deal)",
            r"leadqualifizierung|quartalsziel\w*|abschlussquote|bluebird",
        ),
        fr=(
            r"pipe(?:line)? commercial|non qualifiée?s?|taux de transformation|notre (?:pipe|pipeline|forecast)",
            r"(?:mon|notre) quota|objectifs? du trimestre|lièvre",
        ),
    ),
    bad=(
        Example("We are moving you to closed-lost, the deal was never qualified.", "part"),
        Example("You do not match our ICP, and there is no compelling event for this quarter's forecast.", "explain"),
        Example("Ihr Projekt fällt aus unserer Pipeline, weil es nicht im Forecast war.", "explain", "de"),
        Example("Votre dossier sort de notre pipeline, il n'aide pas mon quota.", "explain", "fr"),
    ),
    fine=(
        Example("Your engineers are highly qualified, and they know the plant better than we do.", "explain"),
        Example("The water runs through a pipeline of eleven kilometres, which our sensors cannot cover.", "explain"),
    ),
)

RULES = (talks_sales_jargon,)
