"""Type-ahead: letters typed into a list lead to the entry they begin."""

import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_WORD = re.compile(r"[^\s/()·,]+")
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class TypeAhead:
    """Letters typed one after the other, and the entry of a list that they mean.

    An entry that begins with what was typed comes before one of which only a later word does, `London` in
    `Europe/London`. Case, accents and kinds of dashes do not count. One letter again and again goes through
    the entries that begin with it.
    """

    def __init__(self) -> None:
        self._typed = ""
        self._typed_at = 0

    def forget(self) -> None:
        """Begin anew with the next letter."""
        self._typed = ""

    def entry(self, event: QKeyEvent, labels: Sequence[str], at: int) -> int | None:
        """Return the place of the entry that a key press leads to from the one at `at`; None if to none.

        A space counts only within what is being typed, `build c`: by itself it is no letter.
        """
        text = _folded(event.text())
        if not text or not text.isprintable() or event.modifiers() & _COMMANDS:
            return None
        self._end_if_paused(event.timestamp())
        entries = [_folded(label) for label in labels]
        if text == " " and (not self._typed or _found(entries, f"{self._typed} ", at) is None):
            return None
        for typed in dict.fromkeys((self._typed + text, text)):
            # The first letter looks for the next entry; each further one may keep to the same.
            found = _found(entries, typed, at if len(typed) > 1 else at + 1)
            if found is not None:
                self._typed, self._typed_at = typed, event.timestamp()
                return found
        self.forget()
        return None

    def _end_if_paused(self, now: int) -> None:
        """Forget what was typed before a pause, by the time stamps of the events; 0 says nothing."""
        pause = now - self._typed_at
        if now and self._typed_at and pause > QApplication.keyboardInputInterval():
            self.forget()


def _found(entries: Sequence[str], typed: str, start: int) -> int | None:
    places = [(start + step) % len(entries) for step in range(len(entries))]
    beginning = (place for place in places if entries[place].startswith(typed))
    inside = (
        place for place in places if any(word.startswith(typed) for word in _later_words(entries[place]))
    )
    return next(beginning, next(inside, None))


def _later_words(entry: str) -> list[str]:
    """Return the entry from each of its words on, but for the first."""
    return [entry[word.start() :] for word in _WORD.finditer(entry)][1:]


def _folded(text: str) -> str:
    """Return the text without case and accents, with one kind of dash."""
    parted = unicodedata.normalize("NFKD", text.translate(_DASHES))
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).casefold()
