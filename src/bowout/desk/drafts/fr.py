"""French."""

from bowout.desk.drafts.tongue import Kind, Para, Text, Tongue, letter, say, script

_HELLO, _BYE = "Bonjour {name},", "Bien cordialement\n{me}"

_TEXTS: dict[Kind, Text] = {
    "call": script(
        say(
            "Ouvrir",
            "Bonjour {name}, ici {me}. Avez-vous dix minutes, ou préférez-vous un autre moment aujourd’hui ?",
        ),
        say(
            "Le dire",
            "Je préfère vous le dire moi-même plutôt que de l’écrire : nous envisageons de nous retirer de votre "
            "projet. Rien n’est décidé. J’aimerais vous expliquer pourquoi, et entendre de vous ce que nous avons "
            "peut-être mal compris.",
        ),
        say("C’est tard, dites-le", "J’ai ce doute depuis le {since}, et j’aurais dû vous appeler plus tôt."),
        say(
            "Leur échéance est proche",
            "Votre échéance du {deadline} est proche, et c’est de notre fait si nous en parlons si tard. Avez-vous "
            "besoin de nous jusque-là ? Alors nous serons là.",
        ),
        say(
            "Le prochain rendez-vous",
            "Notre rendez-vous du {meeting} est maintenu ; j’y serai, avec tout ce qu’il faut.",
        ),
        say("S’ils demandent tout de suite pourquoi", "{reasons}"),
        say(
            "Demander l’entretien",
            "Quand auriez-vous une demi-heure pour que nous voyions cela point par point ? Si quelqu’un chez vous "
            "connaît mieux le sujet, qu’il ou elle soit des nôtres.",
        ),
        say(
            "Conclure",
            "Merci de votre écoute. D’ici notre entretien, tout continue comme convenu.",
        ),
    ),
    "voicemail": script(
        say(
            "Demander un rappel, rien de plus",
            "Bonjour {name}, ici {me}. Je voudrais vous parler de vive voix et avoir votre avis. Pouvez-vous me "
            "rappeler quand cela vous convient ? J’essaierai aussi de vous joindre à nouveau. Merci.",
        ),
    ),
    "ask-call": letter(
        "Dix minutes au téléphone ?",
        _HELLO,
        "J’aimerais vous parler d’un point de votre projet, et vous l’expliquer de vive voix plutôt que par écrit. "
        "Votre avis compte pour moi.",
        "Auriez-vous dix minutes au téléphone, aujourd’hui ou demain ? Dites-moi à quelle heure, et je vous appelle.",
        _BYE,
    ),
    "tender": letter(
        "Notre participation à votre procédure",
        _HELLO,
        "Nous envisageons de nous retirer de votre procédure. Nous vous écrivons, et à vous seulement, parce que votre "
        "règlement prévoit cette voie. Rien n’est décidé.",
        "Voici nos raisons, telles que nous les voyons :",
        "{reasons}",
        Para("C’est de notre fait si nous en parlons si tard.", when="deadline"),
        "Pouvons-nous nous en expliquer sous la forme que permet votre règlement ? Nous aimerions savoir ce que nous "
        "avons peut-être mal compris, et si un retrait aide ou gêne votre procédure.",
        "Cette réflexion est la nôtre, indépendante de tout autre candidat.",
        _BYE,
    ),
    "agenda": letter(
        "Ce dont j’aimerais vous parler",
        _HELLO,
        Para("Merci de nous réserver un moment, {talk}."),
        "Pour que rien ne vous surprenne, voici les raisons pour lesquelles nous envisageons de nous retirer, telles "
        "que nous les voyons :",
        "{reasons}",
        "Pour chacune, j’aimerais savoir si elle est juste, si nous avons mal compris, ou si vous pouvez y changer "
        "quelque chose. Si quelqu’un chez vous connaît mieux le sujet, qu’il ou elle soit des nôtres.",
        "Rien n’est décidé avant que nous ayons votre avis.",
        _BYE,
    ),
    "call-off": letter(
        "Notre entretien",
        _HELLO,
        "merci de nous avoir réservé ce moment. Nous ne pouvons malheureusement pas maintenir notre entretien du "
        "{talk}, et je vous prie d’excuser le dérangement.",
        "Cela ne change rien à ce que je vous ai dit : rien n’est décidé avant que nous vous ayons entendu. Je "
        "vous appelle pour trouver un autre moment qui vous convienne.",
        _BYE,
    ),
    "talk": script(
        say(
            "Ouvrir",
            "Merci de prendre ce temps, {name}. J’aimerais voir nos raisons avec vous une par une. Arrêtez-moi dès "
            "que nous nous trompons.",
        ),
        say("Une à la fois", "{reasons}"),
        say(
            "Après chacune",
            "Est-ce juste, avons-nous mal compris, ou pouvez-vous y changer quelque chose ? Et si oui : quoi, pour "
            "quand, et qui s’en charge ?",
        ),
        say(
            "Conclure",
            "Merci de votre franchise. Je vous envoie ces points par écrit, avec une page où vous pourrez répondre à "
            "chacun. Rien n’est décidé avant {until}.",
        ),
    ),
    "ask": letter(
        "Avons-nous bien compris ?",
        _HELLO,
        Para("Merci pour notre entretien.", when="explained"),
        "Voici les raisons pour lesquelles nous envisageons de nous retirer, telles que nous les voyons :",
        "{reasons}",
        "Dites-nous pour chacune si elle est juste, si nous avons mal compris, ou si vous pouvez y changer quelque "
        "chose. C’est possible ici :\n{link}",
        "Si vous préférez parler plutôt qu’écrire, cochez la case sur cette page, et je vous appelle.",
        "Rien n’est décidé avant {until}. Si vous n’avez rien à corriger d’ici là, c’est que nous avons bien "
        "compris. S’il vous faut plus de temps, un mot suffit, et nous attendrons.",
        _BYE,
    ),
    "more-time": letter(
        "Prenez le temps qu’il vous faut",
        _HELLO,
        "Bien sûr, vous avez plus de temps. Rien n’est décidé avant {until}.",
        "D’ici là, tout continue comme convenu. Si un échange peut vous aider, appelez-moi.",
        _BYE,
    ),
    "acknowledge": letter(
        "Merci de votre réponse",
        _HELLO,
        "Merci de votre réponse. Je l’ai lue et je la partage avec ceux qui décident avec moi.",
        "Ici, vous nous dites que nous avons mal compris :\n{misread}\nMerci de nous corriger. Nous revoyons notre "
        "jugement à cette lumière.",
        "Ici, vous proposez de changer quelque chose :\n{can_change}\nC’est ce que nous espérions, et nous vous "
        "prenons au mot.",
        "Ici, vous confirmez ce que nous avions vu :\n{right}\nMerci de le dire aussi franchement.",
        Para("Vous avez demandé un appel : je vous appelle.", when="call"),
        "Je vous dirai ce que nous en concluons.",
        _BYE,
    ),
    "callback": script(
        say(
            "Ouvrir", "Bonjour {name}, ici {me}. Vous avez demandé que je vous appelle ; merci. Est-ce le bon moment ?"
        ),
        say("Ce que nous avons mal compris, selon eux", "{misread}"),
        say("Ce qu’ils proposent de changer", "{can_change}"),
        say("Ce qu’ils ont confirmé", "{right}"),
        say(
            "Écouter",
            "J’ai lu votre réponse, et j’aimerais l’entendre de vous. Que devrions-nous voir autrement ?",
        ),
        say("Conclure", "Merci. Je mets par écrit ce que j’ai compris et je vous l’envoie. Rien n’est décidé."),
    ),
    "stay": letter(
        "Nous restons",
        _HELLO,
        "Merci d’avoir pris le temps de nous répondre. Votre réponse a changé notre regard : nous restons.",
        "Nous avions mal compris, et vous nous avez corrigés :\n{misread}",
        "Et voici ce que vous allez changer :\n{can_change}",
        "Je vous appelle pour convenir de la suite.",
        _BYE,
    ),
    "part": letter(
        "Merci",
        _HELLO,
        "Merci du temps que vous et vos collègues nous avez accordé.",
        Para("Merci aussi de nous avoir dit si franchement comment vous voyez nos raisons.", when="reply"),
        "Nous nous retirons de votre projet, pour les raisons dont nous vous avons fait part.",
        "Si quelque chose change chez vous, ou si vous souhaitez un second avis, appelez-moi. La porte reste ouverte, "
        "et j’aurai plaisir à vous entendre.",
        "Le {check_back}, je vous demanderai comment les choses ont tourné.",
        Para("Votre page contient une lettre formelle et dit ce que deviennent vos documents : {link}", when="link"),
        "Je souhaite, à vous et à vos collègues, que ce projet réussisse.",
        _BYE,
    ),
    "how-it-felt": letter(
        "Comment l’avez-vous vécu ?",
        _HELLO,
        "Nous vous avons beaucoup demandé : écouter nos raisons, et nous dire où nous nous trompions. Maintenant que "
        "c’est décidé, j’aimerais savoir comment vous l’avez vécu.",
        "Quatre questions brèves vous attendent sur votre page ; répondez à celles que vous voulez :\n{link}#felt",
        "Si vous préférez ne pas me le dire à moi, cochez la case prévue : seuls ceux qui dirigent notre équipe le "
        "liront.",
        "Et si vous préférez en rester là, c’est très bien aussi. Je ne vous le redemanderai pas.",
        _BYE,
    ),
    "check-back": letter(
        "Comment les choses ont-elles tourné ?",
        _HELLO,
        Para(
            "J’avais dit que je vous le demanderais le {forgotten} ; je le fais plus tard que promis.",
            when="forgotten",
        ),
        "En vous quittant le {parted}, je vous ai dit que je vous demanderais comment votre projet a tourné. Où en "
        "êtes-vous ?",
        "Une ligne suffit, ou dites-moi à quelle heure vous appeler. Et si vous préférez en rester là, c’est très bien "
        "aussi.",
        Para(
            "Ou cliquez sur ce qui convient :\n\nTout s’est bien passé : {link}?it=well\n"
            "Pas si bien : {link}?it=not-so-well\nRien n’est encore décidé : {link}?it=undecided",
            when="link",
        ),
        _BYE,
    ),
    "apology-letter": letter(
        "Nos excuses",
        "Bonjour {name},",
        "La façon dont nous vous avons traités n’était pas correcte. C’est notre faute, et je vous présente mes "
        "excuses.",
        "Je vais chercher chez nous comment nous en sommes arrivés là, et je vous écrirai moi-même ce que nous "
        "changeons.",
        "Dites-moi, sous la forme que vos règles permettent, ce que cela a signifié pour vous et ce que je devrais "
        "encore savoir.",
        _BYE,
    ),
    "apology": script(
        say(
            "Ouvrir",
            "Bonjour {name}, ici {me}. Je vous appelle pour m’excuser et pour vous écouter. Est-ce le bon moment ?",
        ),
        say(
            "En répondre",
            "Nous avons mal agi envers vous. C’est notre faute, et je vous présente mes excuses.",
        ),
        say("Puis écouter, et noter", "Dites-moi, s’il vous plaît, ce qui s’est passé, comme vous l’avez vécu."),
        say(
            "Dire ce qui change",
            "Je vais chercher chez nous comment nous en sommes arrivés là, et je vous rappellerai moi-même pour vous "
            "dire ce que nous changeons. Si vous préférez désormais parler à quelqu’un d’autre ici, ce sera le cas.",
        ),
        say("Conclure", "Merci de me l’avoir dit. Que devrais-je savoir d’autre ?"),
    ),
}

FRENCH = Tongue(
    code="fr",
    name="Français",
    locale="fr_FR",
    moment="EEEE d MMMM 'à' HH:mm",
    clock=" (heure de {})",
    quoted="« {} »",
    stay_if="Ce qui nous ferait rester :",
    texts=_TEXTS,
)
