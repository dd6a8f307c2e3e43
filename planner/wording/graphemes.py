"""What a reader sees as one letter, and so where a text may be parted."""

import unicodedata

JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner: they shape the letters on both sides."""

_VIRAMA = 9
"""The combining class of the signs that bind the letter before them to the one after."""
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_INNER_JAMO = range(0x1160, 0x1200)
_TAGS = range(0xE0020, 0xE0080)


def parts_letters(text: str, at: int) -> bool:
    """Whether the text may be parted before its character `at`: between two letters, marks and all.

    Near enough to Unicode's extended grapheme clusters (UAX #29), which the standard library does not know.
    """
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if before in JOINERS or after in JOINERS or unicodedata.category(after)[0] == "M":
        return False
    if unicodedata.combining(before) == _VIRAMA or _goes_on(ord(after)):
        return False
    return not (ord(after) in _FLAG_LETTERS and _is_within_flag(text, at))


def _goes_on(code: int) -> bool:
    return code in _SKIN_TONES or code in _INNER_JAMO or code in _TAGS


def _is_within_flag(text: str, at: int) -> bool:
    """Whether an odd number of the letters that make flags, two each, stands before a place."""
    first = at
    while first and ord(text[first - 1]) in _FLAG_LETTERS:
        first -= 1
    return (at - first) % 2 == 1
