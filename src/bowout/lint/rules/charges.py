"""Charges: against their process, against them, against somebody else."""

from bowout.lint.rule import Example, Phrases, Rule

accuses_the_process = Rule(
    name="accuses-the-process",
    fault="accusation",
    says="Says or hints that their process is unfair or decided in advance.",
    why="A charge that we cannot prove insults the people who run it, the honest ones most; they will not ask us "
    "again.",
    instead="Say what you see and what it means for you: from what we see, another vendor may be better placed. "
    "Are we reading that wrong?",
    severity="block",
    phrases=Phrases(
        en=(
            (
                r"(?:process|tender|evaluation|competition|rfp|deal|selection) (?:is|was|has been|looks|seems) "
                r"(?:clearly |obviously |plainly )?"
                r"(?:rigged|wired|fixed|a sham|a farce|a charade|a foregone conclusion)"
            ),
            r"it(?: is|['’]s) (?:rigged|a sham)|(?:deal|tender|bid) (?:is|was) (?:wired|fixed) for",
            r"(?:a|your) (?:rigged|sham|bogus|fixed) (?:process|tender|evaluation|competition|contest)",
            r"just (?:here|there|invited|needed) to make up (?:the )?numbers",
        ),
        de=(
            r"(?:ein |das ist ein |reines )?abgekartete[sn]? spiel",
            (
                r"(?:verfahren|ausschreibung|auswahl) (?:ist|war)(?: \w+){0,2} "
                r"(?:eine farce|getürkt|manipuliert|abgekartet)"
            ),
        ),
        fr=(
            (
                r"(?:processus|consultation|appel d['’]offres|procédure) (?:est|était|semble) (?:truquée?|pipée?"
                r"|biaisée?|jouée? d['’]avance)"
            ),
            r"les dés (?:sont|étaient) pipés",
        ),
    ),
    bad=(
        Example("Your process is rigged, and in good conscience we can no longer compete.", "explain"),
        Example("We were just invited to make up the numbers, and everybody in the room knew it.", "raise"),
        Example("Diese Ausschreibung war von Anfang an ein abgekartetes Spiel.", "explain", "de"),
        Example("Votre appel d'offres est truqué, nous ne pouvons plus concourir.", "explain", "fr"),
    ),
    fine=(
        Example("This is not because your process is unfair; it was fair throughout.", "part"),
        Example("From what we see, another vendor may be better placed. Are we reading that wrong?", "explain"),
        Example("> I hope you do not think the process is rigged.\nNo, not at all. Thank you for asking.", "part"),
    ),
)

blames_them = Rule(
    name="blames-them",
    fault="blame",
    says="Puts the failure on them.",
    why="Whoever is told that it was their fault defends themselves, and does not tell us what we misread.",
    instead="Say what you lacked and what it means for you, without saying whose fault it was: we could not find "
    "out enough about …",
    severity="warn",
    phrases=Phrases(
        en=(
            r"you (?:have |['’]ve )?(?:wasted|been wasting) (?:our|my) time",
            r"you never (?:answered|replied|responded|got back|called back|returned)",
        ),
        de=(
            r"(?:sie haben|ihr habt) (?:uns )?(?:nie|nicht einmal) (?:geantwortet|zurückgerufen|reagiert)",
            r"(?:sie haben|ihr habt) unsere zeit verschwendet",
        ),
        fr=(
            r"vous (?:ne )?(?:n['’]avez|avez) jamais (?:répondu|rappelé|donné suite)",
            r"vous nous avez fait perdre (?:notre|du) temps",
        ),
    ),
    bad=(
        Example("You never answered our questions, and you have wasted our time.", "part"),
        Example("This failed because your team kept changing the requirements and never gave us access.", "explain"),
        Example("Sie haben nie geantwortet, deshalb ist das Projekt gescheitert.", "explain", "de"),
        Example("Vous n'avez jamais répondu à nos questions, voilà pourquoi cela échoue.", "explain", "fr"),
    ),
    fine=(
        Example("We could not find out enough about the interfaces to be sure of our price.", "explain"),
        Example("Your team answered every question quickly, thank you.", "part"),
    ),
)

runs_down_a_rival = Rule(
    name="runs-down-a-rival",
    fault="rival",
    says="Disparages a competitor.",
    why="They are choosing, or have chosen, that competitor; whoever runs them down runs down their judgement.",
    phrases=Phrases(
        en=(
            (
                r"(?:their|whose) (?:\w+ )?(?:software|product|platform|tool|system|support|service) "
                r"(?:falls (?:over|apart)|never works|is (?:rubbish|junk|a mess|a joke|overpriced|unreliable))"
            ),
        ),
        de=(
            (
                r"(?:deren|dessen) (?:software|produkt|system|support|service) (?:taugt nichts|ist (?:schrott|müll"
                r"|unbrauchbar))"
            ),
        ),
        fr=(
            (
                r"leur (?:logiciel|produit|système|support|service) (?:est (?:nul|une usine à gaz)|ne (?:marche"
                r"|fonctionne) (?:pas|jamais))"
            ),
        ),
    ),
    instead="Leave the others out. If you know a risk that only an outsider would name, name it as a question to "
    "ask every vendor.",
    severity="warn",
    bad=(
        Example("Good luck with Axion, whose software falls over as soon as two people log in.", "part"),
        Example("They will sell you a cheap product and disappear; ask any of their customers.", "explain"),
        Example("Der andere Anbieter hat noch jedes Projekt in den Sand gesetzt.", "explain", "de"),
        Example("Leur logiciel est une usine à gaz et leur support ne répond jamais.", "explain", "fr"),
    ),
    fine=(
        Example("Axion knows your industry well, and you will be in good hands with them.", "part"),
        Example("From what we see, another vendor covers this better than we do.", "explain"),
    ),
)

RULES = (accuses_the_process, blames_them, runs_down_a_rival)
