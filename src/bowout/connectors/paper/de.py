"""German."""

from bowout.connectors.paper.tongue import Tongue

GERMAN = Tongue(
    code="de",
    locale="de_DE",
    title="Unser Rückzug aus Ihrem Projekt",
    about="Betrifft:",
    reference="Ihr Zeichen:",
    dear="Guten Tag {name},",
    dear_all="Sehr geehrte Damen und Herren,",
    thanks="vielen Dank für die Zeit und das Vertrauen, das Sie und Ihre Kolleginnen und Kollegen uns geschenkt haben.",
    parted="Mit diesem Schreiben bestätigen wir Ihnen für Ihre Akten, dass wir uns am {day} aus Ihrem Projekt "
    "zurückgezogen haben, aus den Gründen, die wir Ihnen genannt haben.",
    bid="Unser abgegebenes Angebot ist zurückgezogen. Bitte berücksichtigen Sie es nicht weiter.",
    papers="Ihre Unterlagen",
    fates={
        ("returned", True): "Die Unterlagen, die Sie uns anvertraut hatten, haben wir Ihnen{day} zurückgegeben.",
        ("returned", False): "Die Unterlagen, die Sie uns anvertraut haben, geben wir Ihnen{day} zurück.",
        ("deleted", True): "Die Unterlagen, die Sie uns anvertraut hatten, haben wir{day} gelöscht.",
        ("deleted", False): "Die Unterlagen, die Sie uns anvertraut haben, löschen wir{day}.",
        ("kept", True): "Die Unterlagen, die Sie uns anvertraut haben, bewahren wir{day} auf, weil das Gesetz es "
        "verlangt, und verwenden sie für nichts anderes.",
    },
    on=" am {}",
    by=" bis zum {}",
    until=" bis zum {}",
    word="Ein Hinweis, der helfen könnte",
    touch="In Verbindung bleiben",
    again={
        "on": "Am {day} würden wir Sie gern fragen, wie es ausgegangen ist. Wenn Ihnen das nicht recht ist, genügt "
        "ein Wort.",
        "contract-end": "Wenn Ihr Vertrag am {day} endet, würden wir gern wieder mit Ihnen sprechen. Wenn Ihnen das "
        "nicht recht ist, genügt ein Wort.",
        "never": "Wie Sie es wünschen, kommen wir nicht wieder auf Sie zu.",
    },
    door="Wenn sich bei Ihnen etwas ändert oder Sie eine zweite Meinung möchten, steht unsere Tür offen, und wir "
    "freuen uns, von Ihnen zu hören.",
    wish="Wir wünschen Ihnen und Ihren Kolleginnen und Kollegen, dass das Projekt gelingt.",
    bye="Mit freundlichen Grüßen",
    page="Seite {page} von {pages}",
)
