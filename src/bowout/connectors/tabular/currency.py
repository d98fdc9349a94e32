"""Currency symbols and codes as people write them."""

from bowout.connectors.tabular.errors import Misread

IN_USE = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF
CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES
VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
CODES = frozenset(IN_USE.split())
"""ISO 4217."""

SIGNS = """
$ USD CAD AUD NZD SGD HKD MXN BRL CLP COP ARS | € EUR | £ GBP EGP | ¥ JPY CNY | ￥ JPY CNY | kr SEK NOK DKK ISK
₹ INR | rs INR PKR LKR | ₽ RUB | ₺ TRY | ₩ KRW | ₪ ILS | ₫ VND | ₴ UAH | ฿ THB | ₱ PHP | ₦ NGN | zł PLN | kč CZK
ft HUF | lei RON | fr CHF | sfr CHF | us$ USD | c$ CAD | ca$ CAD | a$ AUD | au$ AUD | nz$ NZD | s$ SGD | hk$ HKD
mx$ MXN | £gb GBP | $us USD | $ca CAD | $au AUD | $nz NZD | $hk HKD | r$ BRL | r ZAR
"""
SYMBOLS: dict[str, tuple[str, ...]] = {
    sign: tuple(codes) for sign, *codes in (entry.split() for entry in SIGNS.replace("\n", "|").strip("|").split("|"))
}
"""What a symbol may stand for; the first is meant unless the mapping names another of them."""

SPOKEN = """
us dollar = USD | dollar = USD | euro = EUR | pound sterling = GBP | british pound = GBP | swiss franc = CHF
schweizer franken = CHF | franc suisse = CHF | canadian dollar = CAD | australian dollar = AUD
new zealand dollar = NZD | japanese yen = JPY | yen = JPY | indian rupee = INR | swedish krona = SEK
norwegian krone = NOK | danish krone = DKK | polish zloty = PLN | czech koruna = CZK | singapore dollar = SGD
brazilian real = BRL | south african rand = ZAR
"""
NAMES: dict[str, str] = dict(entry.strip().split(" = ") for entry in SPOKEN.replace("\n", "|").strip("|").split("|"))


def currency(text: str, preferred: str = "") -> str:
    """ISO 4217 code of a code, symbol or English name. Raises Misread."""
    word = text.strip().strip(".").strip()
    if (upper := word.upper()) in CODES:
        return upper
    lower = word.casefold()
    if (meant := SYMBOLS.get(lower)) is not None:
        return preferred if preferred in meant else meant[0]
    if (code := NAMES.get(lower)) is not None:
        return code
    raise Misread(f"“{word}” is no currency we know.", "Write the three-letter code, such as EUR.")


def doubtful(text: str) -> bool:
    """True for a symbol that several currencies use: it is read, and said aloud."""
    return len(SYMBOLS.get(text.strip().strip(".").casefold(), ())) > 1
