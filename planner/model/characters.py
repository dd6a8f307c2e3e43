"""Which characters a text may hold: the one rule for what is typed, stored and handed on.

Any but those that no file of plain text, no page and no other program can be given: control
characters other than tab and line breaks, halves of characters, and two that Unicode sets aside. Signs
that direct or join letters are part of what was written and stay.
"""

import re

from planner.model.errors import FieldError
from planner.translation import _

_UNFIT = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_OFFICE_BREAKS = str.maketrans({"\x0b": "\n", "\x0c": "\n"})


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
