"""Signs of currencies: what `Kč`, `R$` or `lei` stands for, and which currencies share a sign like `$`."""

import re
from collections.abc import Iterable, Sequence

_DOLLARS = (
    "USD,CAD,AUD,NZD,SGD,HKD,TWD,MXN,ARS,CLP,COP,UYU,BBD,BMD,BND,BSD,BZD,CUP,FJD,GYD,"
    "JMD,KYD,LRD,NAD,SBD,SRD,TTD,XCD,DOP,NIO,BRL,MOP,TOP,WST"
)
_SIGNS_OF_ONE = """
    €=EUR|US$=USD|$US=USD|$SU=USD|щд=USD|$CA=CAD|$AU=AUD|$NZ=NZD|$HK=HKD
    CA$=CAD|C$=CAD,NIO|A$=AUD|AU$=AUD|NZ$=NZD|HK$=HKD|S$=SGD|SG$=SGD|NT$=TWD|MX$=MXN
    R$=BRL|RD$=DOP|MOP$=MOP|T$=TOP|WS$=WST|EC$=XCD|G$=GYD|J$=JMD|TT$=TTD|BZ$=BZD|N$=NAD|FJ$=FJD|Z$=ZWG
    CN¥=CNY|JP¥=JPY|円=JPY|圓=TWD,HKD|元=CNY,TWD,HKD|RMB=CNY|₹=INR|₽=RUB|₺=TRY|TL=TRY|₴=UAH|грн=UAH|₪=ILS
    원=KRW|₫=VND|đ=VND|฿=THB|₦=NGN|₱=PHP|₲=PYG|₡=CRC|₭=LAK|₮=MNT|₸=KZT|₼=AZN|₾=GEL|֏=AMD|؋=AFN|৳=BDT|៛=KHR
    GH₵=GHS|₵=GHS|Kč=CZK|zł=PLN|Ft=HUF|лв=BGN|руб=RUB|р=RUB|дин=RSD|din=RSD|KM=BAM|КМ=BAM|ден=MKD|den=MKD
    Lekë=ALL|Lek=ALL|Rp=IDR|RM=MYR|R=ZAR|SFr=CHF|Franken=CHF|CHF=CHF|Q=GTQ|B/=PAB|S/=PEN|Gs=PYG|Bs=BOB,VES
    BsS=VES|Cg=XCG|Afl=AWG|Ksh=KES|TSh=TZS|USh=UGX|Ar=MGA|Kz=AOA|MTn=MZN|MT=MZN|MK=MWK|Nfk=ERN|Nu=BTN|UM=MRU
    VT=VUV|Le=SLE,EGP|SR=SCR,SAR|Rf=MVR,RWF|LS=SYP|Db=STN|DA=DZD|DT=TND|DH=MAD,AED|Dhs=AED,MAD
    FBu=BIF|FC=CDF|FG=GNF|CF=KMF|Fdj=DJF|FCFP=XPF|CFPF=XPF|FCFA=XOF,XAF|E£=EGP|soʻm=UZS|сўм=UZS|сом=KGS,TJS
    lei=RON,MDL|leu=RON,MDL|kr=SEK,NOK,DKK,ISK|Rs=INR,PKR,LKR,NPR,MUR,SCR|रु=INR,NPR|नेरू=NPR|රු=LKR|ر=PKR
    ރ=MVR|߿=GNF|ብር=ETB|Br=ETB,BYN|L=HNL,MDL|D=GMD|E=SZL|G=HTG|P=BWP|K=ZMW,PGK,MMK|S=SOS|PKRS=PKR
    ج.م=EGP|ج.س=SDG|د.أ=JOD|د.إ=AED|د.ب=BHD|د.ت=TND|د.ج=DZD|د.ع=IQD|د.ك=KWD|د.ل=LYD|د.م=MAD|ر.س=SAR|ر.ع=OMR
    ر.ق=QAR|ر.ي=YER|ل.س=SYP|ل.ل=LBP|أ.م=MRU|ریال=IRR|﷼=IRR,SAR,OMR,QAR,YER|⃁=SAR
    𞤅𞤊𞤀=XOF|𞤊𞤅𞤊𞤀=XAF|euro=EUR|euros=EUR|yen=JPY|yuan=CNY|pounds=GBP
"""
_USUAL_OF_MANY = """
    £=GBP,EGP,FKP,GIP,SHP,SSP,SYP,LBP,SDG|Fr=CHF,XOF,XAF,XPF,BIF,CDF,DJF,GNF,KMF,RWF
    F=CHF,XOF,XAF,XPF,BIF,CDF,DJF,GNF,KMF,RWF|M=LSL|₩=KRW,KPW
"""
_OWN_ONLY = frozenset({"F", "M"})
"""Letters that stand for a currency only where it is ours."""


def _table(entries: str) -> dict[str, tuple[str, ...]]:
    """Return the codes by sign, of entries like `C$=CAD,NIO` with a bar or a line break between them."""
    rows = (entry.strip().partition("=") for entry in re.split(r"[|\n]", entries) if entry.strip())
    return {_key(sign): tuple(codes.split(",")) for sign, _equals, codes in rows}


def _key(sign: str) -> str:
    """Return what a sign is looked up by: its case counts only where it is a single letter."""
    bare = sign.replace(".", "")
    return bare if len(bare) == 1 else bare.casefold()


_WITHOUT_SIGN = "ANG,BHD,BMD,CHE,CHW,CLF,CNH,CUC,CVE,ERN,HRK,LSL,SLL,SZL,TMT,UYW,VED,XDR,ZWL"
_SHARED = {
    **_table(_SIGNS_OF_ONE),
    "$": tuple(_DOLLARS.split(",")),
    "dollars": tuple(_DOLLARS.split(",")),
    "¥": ("JPY", "CNY"),
}
_USUAL = _table(_USUAL_OF_MANY)
_CODES = frozenset(code for codes in (*_SHARED.values(), *_USUAL.values()) for code in codes) | {
    *_WITHOUT_SIGN.split(",")
}


def is_code(word: str) -> bool:
    """Whether the word is the code of a currency, in any case."""
    return word.upper() in _CODES


def currencies_of(sign: str) -> tuple[str, ...]:
    """Return the codes of the currencies that have this sign, the most traded first; () if none has it.

    Any other three letters from A to Z are taken as a code, which stands for itself. Full stops in a sign
    count for nothing, nor does its case unless it is a single letter.
    """
    key = _key(sign)
    known = _USUAL.get(key) or _SHARED.get(key)
    if known is not None:
        return known
    code = sign.upper()
    return (code,) if len(code) == 3 and code.isascii() and code.isalpha() else ()


def is_sign(word: str) -> bool:
    """Whether the word is a known sign of a currency, or a name like `euro`; of the codes only `CHF` is."""
    return _key(word) in _USUAL or _key(word) in _SHARED


def meant_by(sign: str, ours: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that a sign or code can mean to somebody whose own currencies are `ours`.

    The first of `ours` that has the sign is meant alone; without one, `£` and its like mean the currency that
    has them nearly to itself. Several, the most traded first: the person has to be asked. (): no sign, or a
    letter (`F`, `M`) that is one only for a currency of `ours`.
    """
    candidates = currencies_of(sign)
    own = next((code for code in ours if code in candidates), None)
    if own is not None:
        return (own,)
    if (key := _key(sign)) in _USUAL:
        return () if key in _OWN_ONLY else candidates[:1]
    return candidates


def settled(codes: Sequence[str]) -> str:
    """Return the only one of the codes, "" where there are none or several."""
    return codes[0] if len(codes) == 1 else ""
