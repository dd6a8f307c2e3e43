"""Characters that no text may hold, or that say nothing, never come into an input, however they are brought.

A line break of an office program becomes a line break, a bullet of its fonts a bullet, anything else of the
kind is left out: at once and in sight, so that what is shown is what the plan holds.
"""

from PySide6.QtGui import QTextCursor, QTextDocument, QValidator

from planner.model.characters import as_meant, places_not_meant

_PARAGRAPH, _LINE = "\u2029", "\u2028"


class FitCharacters(QValidator):
    """Replaces or removes the characters of a line that no text may hold (`as_meant`); refuses no text.

    Does so as the text is typed, pasted or dropped.
    """

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Return Acceptable, the text as it is meant, and the cursor's place in it, in UTF-16 units as in Qt.

        Line breaks at the text's end are left out: a cell of a spreadsheet, or a whole line, is copied with
        one.
        """
        meant = as_meant(text).rstrip("\r\n")
        if meant != text:
            before = text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", errors="ignore")
            position = min(_units(as_meant(before)), _units(meant))
        return QValidator.State.Acceptable, meant, position


def make_fit(document: QTextDocument) -> bool:
    """Replace or remove characters that no text may hold, as one undo step; return whether there were any."""
    text = document.toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")  # Qt's own breaks stay
    places = places_not_meant(text)
    if not places:
        return False
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for at in reversed(places):
        start = _units(text[:at])
        cursor.setPosition(start)
        cursor.setPosition(start + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(as_meant(text[at]))
    cursor.endEditBlock()
    return True


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: a character beyond U+FFFF is two."""
    return len(text.encode("utf-16-le")) // 2
