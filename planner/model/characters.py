"""Which characters a text may hold: the one rule for what is typed, stored and handed on.

Any but those that no file of plain text, no page and no other program can be given: control
characters other than tab and line breaks, halves of characters, and two that Unicode sets aside. Signs
that direct or join letters are part of what was written and stay.

What comes into an input is besides taken as it is meant (`as_meant`): other programs mark breaks, bullets and
places for a hyphen by characters that say nothing here.
"""

import re

from planner.model.errors import FieldError
from planner.translation import _

_UNFIT = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_OFFICE_BREAKS = str.maketrans({"\x0b": "\n", "\x0c": "\n"})

_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_SAY_NOTHING = "\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb\ufffc"
"""Places for a hyphen or a break, byte order marks, and what stands for a picture or an annotation."""
_SYMBOLS = {
    "\uf0a7": "▪",
    "\uf0a8": "◻",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf076": "❖",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0f0": "⇨",
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf0fe": "☑",
}
"""What office programs write in the fonts Symbol and Wingdings: bullets, ticks, arrows."""
_MEANT = {
    **dict.fromkeys(_BREAKS, "\n"),
    **dict.fromkeys(_SAY_NOTHING, ""),
    **{chr(code): "•" for code in range(0xF020, 0xF100)},
    **_SYMBOLS,
}
_AS_MEANT = str.maketrans(_MEANT)
_NOT_AS_MEANT = re.compile(f"{_UNFIT[:-1]}{''.join(_MEANT)}]")


def as_meant(text: str) -> str:
    """Return a text that comes in from elsewhere as a person means it: each character on its own.

    Breaks of lines, pages and paragraphs (carriage returns stay) are newlines, symbols of office fonts the
    signs they show, or a bullet, and soft hyphens, spaces without a width, byte order marks and objects are
    left out, as is what no text may hold. A no-break space stays: `5 %` is to stay together.
    """
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_UNFIT, "", text.translate(_AS_MEANT))


def places_not_meant(text: str) -> list[int]:
    """Return the indices, from 0, of the characters that `as_meant` changes."""
    return [match.start() for match in _NOT_AS_MEANT.finditer(text)]


def with_plain_breaks(text: str) -> str:
    """Return a text with the line and page breaks of office programs (U+000B, U+000C) as line breaks."""
    return text.translate(_OFFICE_BREAKS) if "\x0b" in text or "\x0c" in text else text


def fit_text(text: str) -> str:
    """Return a text as a plan may hold it: office line breaks as newlines, unfit characters removed."""
    if text.isprintable():  # told many times faster than by the pattern: a start asks for every plan
        return text
    return re.sub(_UNFIT, "", with_plain_breaks(text))


def unfit_places(text: str) -> list[int]:
    """Return the indices, from 0, of the characters that no text may hold."""
    return [match.start() for match in re.finditer(_UNFIT, text)]


def checked_characters(text: str, path: str) -> str:
    """Return the text unchanged; FieldError naming the first character no text may hold, and its place."""
    match = re.search(_UNFIT, text)
    if match is None:
        return text
    character = f"U+{ord(match[0]):04X}"
    refusal = _("holds a character that cannot be printed ({character}, at {place})")
    raise FieldError(path, refusal.format(character=character, place=match.start() + 1))
