"""Names of the months in English, German and French, and the words around them."""

FULL = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "at": "jänner feber märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
SHORT = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "en2": "jan feb mar apr may jun jul aug sept oct nov dec",
    "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "de2": "jän feb mrz apr mai juni juli aug sept okt nov dez",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "fr2": "jan fév mar avr mai jui juil aou sep oct nov dec",
}
PLAIN = str.maketrans("äéèûôç", "aeeuoc")


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for names in (*FULL.values(), *SHORT.values()):
        for month, name in enumerate(names.split(), 1):
            for spelling in (name, name.translate(PLAIN), name.replace("ä", "ae")):
                table.setdefault(spelling, month)
    del table["jui"]  # June or July: nobody can tell
    return table


MONTHS = _table()
