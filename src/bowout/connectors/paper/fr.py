"""French."""

from bowout.connectors.paper.tongue import Tongue

FRENCH = Tongue(
    code="fr",
    locale="fr_FR",
    first="d'er' MMMM y",
    title="Notre retrait de votre projet",
    about="Objet\u00a0:",
    reference="Votre référence\u00a0:",
    dear="Bonjour {name},",
    dear_all="Madame, Monsieur,",
    thanks="Nous vous remercions, vous et vos collègues, du temps et de la confiance que vous nous avez accordés.",
    parted="Par la présente, nous vous confirmons, pour votre dossier, que nous nous sommes retirés de votre projet le "
    "{day}, pour les raisons dont nous vous avons fait part.",
    bid="L’offre que nous avions remise est retirée. Nous vous prions de ne plus en tenir compte.",
    papers="Vos documents",
    fates={
        ("returned", True): "Nous vous avons rendu{day} les documents que vous nous aviez confiés.",
        ("returned", False): "Nous vous rendrons{day} les documents que vous nous avez confiés.",
        ("deleted", True): "Nous avons supprimé{day} les documents que vous nous aviez confiés.",
        ("deleted", False): "Nous supprimerons{day} les documents que vous nous avez confiés.",
        ("kept", True): "Nous conservons{day} les documents que vous nous avez confiés, parce que la loi le demande, "
        "et nous n’en faisons aucun autre usage.",
    },
    on=" le {}",
    by=" d’ici au {}",
    until=" jusqu’au {}",
    word="Un mot qui peut aider",
    touch="Rester en contact",
    again={
        "on": "Le {day}, nous aimerions vous demander comment les choses ont tourné. Si vous ne le souhaitez pas, "
        "un mot suffit.",
        "contract-end": "Quand votre contrat prendra fin, le {day}, nous aimerions reparler avec vous. Si vous ne le "
        "souhaitez pas, un mot suffit.",
        "never": "Comme vous l’avez souhaité, nous ne reviendrons pas vers vous à ce sujet.",
    },
    door="Si quelque chose change chez vous, ou si vous souhaitez un second avis, notre porte reste ouverte, et nous "
    "aurons plaisir à échanger avec vous.",
    wish="Nous souhaitons, à vous et à vos collègues, que ce projet réussisse.",
    bye="Avec nos meilleures salutations",
    page="Page {page} sur {pages}",
)
