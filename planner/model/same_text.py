"""Whether two texts of a plan say the same: the one answer, for every part of the program.

A person writes a promise down in the call and again the next day, on another keyboard: with a full
stop or without, `Résumé` or `resume`. That is one promise. Sameness is never identity: what has an
id is told apart by its id.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

R = TypeVar("R")

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_MARKS = " .?!…;:,¿¡؟،؛。、।॥\"'`´«»‹›„“”‟‚‘’‛「」『』"
"""What opens or closes a text and says nothing of its own, as it stands after folding."""


def text_key(text: str) -> str:
    """Return the key that two texts share if they say the same; "" for a blank text.

    Ignored are case, accents, the kind and number of spaces and line breaks, whether letters are composed,
    characters that cannot be seen, and punctuation and quotation marks at both ends; a text of such marks
    alone keeps them. Accents are ignored because people without the key leave them out, and one promise
    counted twice is worse than two, different in an accent alone, counted once.
    """
    words = " ".join(without_accents(without_unseen(text)).split())
    return words.strip(_MARKS) or words


def same_text(one: str, other: str) -> bool:
    """Whether two texts say the same: equal, or of one `text_key`."""
    return one == other or text_key(one) == text_key(other)


def distinct_rows(rows: Iterable[R], text_of: Callable[[R], str]) -> tuple[R, ...]:
    """Return the rows in their order without blank ones; of rows whose texts say the same, the first."""
    first: dict[str, R] = {}
    for row in rows:
        first.setdefault(text_key(text_of(row)), row)
    return tuple(row for key, row in first.items() if key)


def distinct_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts in their order without blank ones; of texts that say the same, the first."""
    return distinct_rows(texts, str)


def without_unseen(text: str) -> str:
    """Return a text without the characters that cannot be seen: soft hyphens, joiners, direction marks."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def without_accents(text: str) -> str:
    """Return a text in lower case without accents, in composed letters: `Drüber` is `druber`, `ß` `ss`.

    Accents are the marks on Latin, Greek and Cyrillic letters. The marks of other scripts are part of
    what is written: Thai tones, Japanese voicing, Indian vowels stay.
    """
    if text.isascii():
        return text.casefold()
    # Twice, for some letters fold to what has to be decomposed or folded again (Unicode, D145).
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)))


class RowsByText(Generic[R]):
    """Looks rows up by what their text says (`text_key`) and hands out each row once."""

    def __init__(self, rows: Iterable[R], text_of: Callable[[R], str]) -> None:
        self._rows: dict[int, R] = {}
        self._places: dict[str, list[int]] = {}
        for at, row in enumerate(rows):
            if key := text_key(text_of(row)):
                self._rows[at] = row
                self._places.setdefault(key, []).append(at)

    def take(self, text: str) -> R | None:
        """Return the first row not taken yet whose text says the same, and mark it taken; None if none."""
        places = self._places.get(text_key(text))
        return self._rows.pop(places.pop(0)) if places else None

    def left(self) -> tuple[R, ...]:
        """Return the rows not taken yet, in their order, without blank ones."""
        return tuple(self._rows.values())
