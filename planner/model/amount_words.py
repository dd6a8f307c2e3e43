"""What the words around a number say: `k`, `Mio`, `lakh`, `€`, `TEUR`."""

from collections.abc import Sequence

from planner.model.currency_signs import currencies_of, is_code, is_sign, meant_by

_SCALES = {
    1_000: "k,tsd,thousand,thousands,tys,тыс,tis,千,천,हज़ार,ألف",
    10_000: "万,萬,만",
    100_000: "lakh,lakhs,lac,lacs,लाख",
    1_000_000: "m,mn,mio,mill,million,millions,millionen,mln,млн,مليون",
    10_000_000: "crore,crores,cr,करोड़",
    100_000_000: "億,亿,억",
    1_000_000_000: "b,bn,mrd,md,mdr,mia,mld,billion,billions,млрд,مليار",
}
_SUFFIXES = {word: factor for factor, words in _SCALES.items() for word in words.split(",")}
_GLUED = {**_SUFFIXES, "t": 1_000}
"""What may stand before a currency in one word with it: `k€`, `Mkr`, `TEUR`."""
_SPLITTING = sorted(_GLUED, key=len, reverse=True)


def words_around(before: str, after: Sequence[str], ours: Sequence[str]) -> tuple[int, str] | None:
    """Return what the words before and after a number say: a factor, and the currency word, "" if none.

    `before` is one word, "" for none. `ours` are the codes for which a shared sign is taken. None if a word
    is neither a scale nor a currency, or they do not go together: two currencies, two scales, a scale ahead
    of the number.
    """
    factor, currency = 1, ""
    if before:
        scaled = _scaled(before, ours)
        if scaled is None or not scaled[1]:
            return None
        factor, currency = scaled
    for word in after:
        scaled = _scaled(word, ours)
        if (
            scaled is None
            or (currency and scaled[1])
            or (scaled[0] > 1 and (factor > 1 or (currency and not before)))
        ):
            return None
        factor, currency = factor * scaled[0], currency or scaled[1]
    return factor, currency


def _scaled(word: str, ours: Sequence[str]) -> tuple[int, str] | None:
    """Return the factor and the currency of one word: `Mio`, `€`, `k€`; None if it is neither."""
    if len(word) == 1 and any(code in ours for code in currencies_of(word)):
        return 1, word
    if (plain := word.rstrip(".").casefold()) in _SUFFIXES:
        return _SUFFIXES[plain], ""
    if is_sign(word) or is_code(word):
        return (1, word) if meant_by(word, ours) else None
    for suffix in _SPLITTING:
        rest = word[len(suffix) :].lstrip(".")
        if plain.startswith(suffix) and (is_sign(rest) or is_code(rest)) and meant_by(rest, ours):
            return _GLUED[suffix], rest
    return (1, word) if currencies_of(word) else None
