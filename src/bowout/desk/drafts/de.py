"""German."""

from bowout.desk.drafts.tongue import Kind, Para, Text, Tongue, letter, say, script

_HELLO, _BYE = "Guten Tag {name},", "Freundliche Grüße\n{me}"

_TEXTS: dict[Kind, Text] = {
    "call": script(
        say("Anfang", "Guten Tag {name}, hier ist {me}. Haben Sie zehn Minuten, oder passt es heute später besser?"),
        say(
            "Sagen",
            "Ich möchte Ihnen das lieber selbst sagen als schreiben: Wir überlegen, aus Ihrem Projekt auszusteigen. "
            "Entschieden ist nichts. Ich würde Ihnen gern erklären, warum, und von Ihnen hören, was wir vielleicht "
            "falsch sehen.",
        ),
        say(
            "Es ist spät, also sagen Sie es",
            "Diese Zweifel habe ich seit dem {since}, und ich hätte Sie früher anrufen sollen.",
        ),
        say(
            "Ihr Termin ist nah",
            "Ihr Termin am {deadline} ist nah, und dass wir so spät damit kommen, liegt an uns. Brauchen Sie uns bis "
            "dahin noch? Dann sind wir da.",
        ),
        say(
            "Die nächste Verabredung",
            "Unsere Verabredung am {meeting} gilt; ich komme, und ich komme vorbereitet.",
        ),
        say("Wenn sie gleich nach dem Grund fragen", "{reasons}"),
        say(
            "Um das Gespräch bitten",
            "Wann hätten Sie eine halbe Stunde, damit wir das Punkt für Punkt durchgehen? Wenn jemand bei Ihnen etwas "
            "davon besser weiß, bringen Sie ihn oder sie gern mit.",
        ),
        say("Schluss", "Danke, dass Sie mir zugehört haben. Bis wir gesprochen haben, bleibt alles wie verabredet."),
    ),
    "voicemail": script(
        say(
            "Nur um den Rückruf bitten",
            "Guten Tag {name}, hier ist {me}. Ich möchte gern etwas persönlich mit Ihnen besprechen und hören, wie Sie "
            "es sehen. Rufen Sie mich zurück, wann es Ihnen passt? Ich versuche es auch selbst noch einmal. Danke.",
        ),
    ),
    "ask-call": letter(
        "Zehn Minuten am Telefon?",
        _HELLO,
        "ich möchte gern etwas zu Ihrem Projekt mit Ihnen besprechen und würde es Ihnen lieber persönlich erklären als "
        "in einer E-Mail. Ihre Sicht darauf ist mir wichtig.",
        "Hätten Sie zehn Minuten für ein Telefonat? Nennen Sie mir eine Zeit, und ich rufe Sie an.",
        _BYE,
    ),
    "tender": letter(
        "Unsere Teilnahme an Ihrem Verfahren",
        _HELLO,
        "wir überlegen, uns aus Ihrem Verfahren zurückzuziehen. Wir schreiben Ihnen, und niemandem sonst, weil Ihre "
        "Regeln diesen Weg vorsehen. Entschieden ist nichts.",
        "Das sind unsere Gründe, so wie wir es sehen:",
        "{reasons}",
        Para("Dass wir so spät damit kommen, liegt an uns.", when="deadline"),
        "Dürfen wir Ihnen das in der Form erklären, die Ihre Regeln zulassen? Wir möchten von Ihnen hören, was wir "
        "vielleicht falsch sehen, und ob ein Rückzug Ihrem Verfahren hilft oder schadet.",
        "Diese Überlegung ist unsere eigene und unabhängig von jedem anderen Bieter.",
        _BYE,
    ),
    "agenda": letter(
        "Was ich mit Ihnen besprechen möchte",
        _HELLO,
        Para("danke, dass Sie sich am {talk} Zeit nehmen."),
        "Damit Sie nichts überrascht: Das sind die Gründe, aus denen wir überlegen auszusteigen, so wie wir es sehen:",
        "{reasons}",
        "Zu jedem Punkt möchte ich von Ihnen hören, ob er stimmt, ob wir etwas falsch sehen oder ob Sie daran etwas "
        "ändern können. Wenn jemand bei Ihnen etwas davon besser weiß, bringen Sie ihn oder sie gern mit.",
        "Bevor wir Sie gehört haben, ist nichts entschieden.",
        _BYE,
    ),
    "call-off": letter(
        "Unser Gespräch",
        _HELLO,
        "vielen Dank, dass Sie sich Zeit für uns genommen haben. Unser Gespräch am {talk} können wir leider nicht "
        "halten; bitte entschuldigen Sie die Umstände.",
        "An dem, was ich Ihnen gesagt habe, ändert das nichts: Nichts ist entschieden, bevor wir Sie gehört haben. "
        "Ich rufe Sie an, um einen anderen Termin zu finden, der Ihnen passt.",
        _BYE,
    ),
    "talk": script(
        say(
            "Anfang",
            "Danke, dass Sie sich Zeit nehmen, {name}. Ich möchte unsere Gründe einzeln mit Ihnen durchgehen. Halten "
            "Sie mich an, wo immer wir etwas falsch sehen.",
        ),
        say("Einen nach dem anderen", "{reasons}"),
        say(
            "Nach jedem",
            "Stimmt das, sehen wir es falsch, oder können Sie daran etwas ändern? Und wenn ja: was, bis wann, und wer "
            "kümmert sich darum?",
        ),
        say(
            "Schluss",
            "Danke für Ihre Offenheit. Ich schicke Ihnen diese Punkte schriftlich, mit einer Seite, auf der Sie zu "
            "jedem antworten können. Vor {until} ist nichts entschieden.",
        ),
    ),
    "ask": letter(
        "Sehen wir das richtig?",
        _HELLO,
        Para("danke für das Gespräch.", when="explained"),
        "Das sind die Gründe, aus denen wir überlegen auszusteigen, so wie wir es sehen:",
        "{reasons}",
        "Bitte sagen Sie uns zu jedem, ob er stimmt, ob wir etwas falsch sehen oder ob Sie daran etwas ändern können. "
        "Das geht hier:\n{link}",
        "Wenn Sie lieber sprechen als schreiben, kreuzen Sie es dort an, und ich rufe Sie an.",
        "Vor {until} ist nichts entschieden. Wenn wir bis dahin nichts von Ihnen hören, nehmen wir an, dass wir es "
        "richtig sehen. Brauchen Sie länger, genügt ein Wort, und wir warten.",
        _BYE,
    ),
    "more-time": letter(
        "Nehmen Sie sich die Zeit, die Sie brauchen",
        _HELLO,
        "natürlich bekommen Sie mehr Zeit. Vor {until} ist nichts entschieden.",
        "Bis dahin läuft alles wie vereinbart weiter. Wenn ein Gespräch hilft, rufen Sie mich an.",
        _BYE,
    ),
    "acknowledge": letter(
        "Danke für Ihre Antwort",
        _HELLO,
        "danke für Ihre Antwort. Ich habe sie gelesen und teile sie mit denen, die mit mir entscheiden.",
        "Hier sagen Sie uns, dass wir es falsch gesehen haben:\n{misread}\nDanke, dass Sie das richtigstellen. Wir "
        "sehen es uns damit noch einmal an.",
        "Hier bieten Sie an, etwas zu ändern:\n{can_change}\nDarauf hatten wir gehofft, und wir nehmen Sie beim Wort.",
        "Hier bestätigen Sie, was wir gesehen haben:\n{right}\nDanke, dass Sie das so offen sagen.",
        Para("Sie haben um einen Anruf gebeten: Ich rufe Sie an.", when="call"),
        "Sie hören von mir, was wir daraus machen.",
        _BYE,
    ),
    "callback": script(
        say(
            "Anfang",
            "Guten Tag {name}, hier ist {me}. Sie hatten um meinen Anruf gebeten; danke dafür. Passt es gerade?",
        ),
        say("Was wir nach ihren Worten falsch sehen", "{misread}"),
        say("Was sie zu ändern anbieten", "{can_change}"),
        say("Was sie bestätigt haben", "{right}"),
        say("Zuhören", "Ich habe Ihre Antwort gelesen und möchte sie von Ihnen hören. Was sollten wir anders sehen?"),
        say(
            "Schluss",
            "Danke. Ich schreibe auf, was ich verstanden habe, und schicke es Ihnen. Entschieden ist nichts.",
        ),
    ),
    "stay": letter(
        "Wir bleiben",
        _HELLO,
        "danke, dass Sie sich die Zeit für eine Antwort genommen haben. Sie hat unsere Sicht geändert: Wir bleiben.",
        "Das hatten wir falsch gesehen, und Sie haben es richtiggestellt:\n{misread}",
        "Und das werden Sie ändern:\n{can_change}",
        "Ich rufe Sie an, damit wir den nächsten Schritt verabreden.",
        _BYE,
    ),
    "part": letter(
        "Danke",
        _HELLO,
        "danke für die Zeit, die Sie und Ihre Kolleginnen und Kollegen uns gegeben haben.",
        Para("Danke auch dafür, dass Sie uns so offen gesagt haben, wie Sie unsere Gründe sehen.", when="reply"),
        "Wir treten von Ihrem Projekt zurück, aus den Gründen, die wir Ihnen genannt haben.",
        "Wenn sich bei Ihnen etwas ändert oder Sie zu etwas eine zweite Meinung möchten, rufen Sie mich an. Die Tür "
        "steht offen, und ich freue mich, von Ihnen zu hören.",
        "Am {check_back} werde ich fragen, wie es ausgegangen ist.",
        Para(
            "Ein förmliches Schreiben und was aus Ihren Unterlagen wird, finden Sie auf Ihrer Seite: {link}",
            when="link",
        ),
        "Ich wünsche Ihnen und Ihrem Team, dass das Projekt gelingt.",
        _BYE,
    ),
    "how-it-felt": letter(
        "Wie war das für Sie?",
        _HELLO,
        "wir haben Ihnen einiges abverlangt: unsere Gründe anzuhören und uns zu sagen, wo wir falschlagen. Jetzt, da "
        "es entschieden ist, wüsste ich gern, wie das für Sie war.",
        "Auf Ihrer Seite stehen vier kurze Fragen; beantworten Sie so viele davon, wie Sie mögen:\n{link}#felt",
        "Wenn Sie es lieber nicht mir sagen, kreuzen Sie das dort an: Dann lesen es nur die, die unser Team leiten.",
        "Und wenn Sie es lieber dabei belassen, ist das auch in Ordnung. Ich frage nicht noch einmal.",
        _BYE,
    ),
    "check-back": letter(
        "Wie ist es ausgegangen?",
        _HELLO,
        Para("ich hatte gesagt, dass ich am {forgotten} frage; ich bin später dran als versprochen.", when="forgotten"),
        "als wir uns am {parted} verabschiedet haben, habe ich gesagt, dass ich fragen werde, wie Ihr Projekt "
        "ausgegangen ist. Wie steht es?",
        "Eine Zeile genügt, oder nennen Sie mir eine Zeit, und ich rufe Sie an. Und wenn Sie es lieber dabei belassen, "
        "ist das auch in Ordnung.",
        Para(
            "Oder klicken Sie an, was zutrifft:\n\nGut ausgegangen: {link}?it=well\n"
            "Nicht so gut: {link}?it=not-so-well\nNoch nichts entschieden: {link}?it=undecided",
            when="link",
        ),
        _BYE,
    ),
    "apology-letter": letter(
        "Eine Entschuldigung",
        "Guten Tag {name},",
        "so, wie wir Sie behandelt haben, war es falsch. Das ist unser Fehler, und es tut mir leid.",
        "Ich finde bei uns heraus, wie es dazu gekommen ist, und schreibe Ihnen selbst, was wir ändern.",
        "Bitte sagen Sie mir in der Form, die Ihre Regeln erlauben, was es für Sie bedeutet hat und was ich noch "
        "wissen sollte.",
        _BYE,
    ),
    "apology": script(
        say(
            "Anfang",
            "Guten Tag {name}, hier ist {me}. Ich rufe an, um mich zu entschuldigen und Ihnen zuzuhören. Passt es?",
        ),
        say(
            "Dafür geradestehen",
            "Wie wir mit Ihnen umgegangen sind, war falsch. Das liegt an uns, und es tut mir leid.",
        ),
        say("Dann zuhören und mitschreiben", "Bitte erzählen Sie mir, was geschehen ist, so wie Sie es erlebt haben."),
        say(
            "Sagen, was sich ändert",
            "Ich finde bei uns heraus, wie es dazu gekommen ist, und rufe Sie selbst an, um Ihnen zu sagen, was wir "
            "ändern. Wenn Sie von jetzt an lieber mit jemand anderem bei uns sprechen möchten, sorge ich dafür.",
        ),
        say("Schluss", "Danke, dass Sie mir das gesagt haben. Was sollte ich noch wissen?"),
    ),
}

GERMAN = Tongue(
    code="de",
    name="Deutsch",
    locale="de_DE",
    moment="EEEE, d. MMMM, HH:mm 'Uhr'",
    clock=" (Ortszeit {})",
    quoted="„{}“",
    stay_if="Was uns bleiben ließe:",
    texts=_TEXTS,
)
