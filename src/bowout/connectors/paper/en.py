"""English."""

from bowout.connectors.paper.tongue import Tongue

ENGLISH = Tongue(
    code="en",
    locale="en_GB",
    title="Our withdrawal from your project",
    about="Regarding:",
    reference="Your reference:",
    dear="Dear {name},",
    dear_all="Dear Sir or Madam,",
    thanks="Thank you for the time and the trust that you and your colleagues have given us.",
    parted="This letter confirms, for your file, that we withdrew from your project on {day}, for the reasons that we "
    "shared with you.",
    bid="The bid that we had submitted is withdrawn. Please do not consider it any further.",
    papers="Your documents",
    fates={
        ("returned", True): "The documents that you had entrusted to us were returned to you{day}.",
        ("returned", False): "The documents that you entrusted to us will be returned to you{day}.",
        ("deleted", True): "The documents that you had entrusted to us were deleted{day}.",
        ("deleted", False): "The documents that you entrusted to us will be deleted{day}.",
        (
            "kept",
            True,
        ): "The documents that you entrusted to us are kept{day}, because the law asks us to, and used for "
        "nothing else.",
    },
    on=" on {}",
    by=" by {}",
    until=" until {}",
    word="A word that may help",
    touch="Staying in touch",
    again={
        "on": "We would like to ask you on {day} how it has turned out. If you would rather we did not, a word is "
        "enough.",
        "contract-end": "We would like to talk to you again when your contract ends, on {day}. If you would rather we "
        "did not, a word is enough.",
        "never": "As you wished, we will not contact you about this again.",
    },
    door="Should things change on your side, or should you want a second opinion, our door is open, and we would be "
    "glad to hear from you.",
    wish="We wish you and your colleagues every success.",
    bye="With kind regards",
    page="Page {page} of {pages}",
)
