"""Characters that no text may hold never come into an input, however they are brought there.

A line break of an office program becomes a line break, anything else of the kind is left out: at
once and in sight, so that what is shown is what the plan holds.
"""

from PySide6.QtGui import QTextCursor, QTextDocument, QValidator

from planner.model.characters import fit_text, unfit_places


class FitCharacters(QValidator):
    """Replaces or removes what no text may hold, as a line is typed, pasted or dropped; refuses no text."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Return Acceptable, the text made fit, and where the cursor is in it (in UTF-16 units, as in Qt)."""
        fit = fit_text(text)
        if fit != text:
            before = text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", errors="ignore")
            position = _units(fit_text(before))
        return QValidator.State.Acceptable, fit, position


def make_fit(document: QTextDocument) -> bool:
    """Replace or remove what no text may hold, as one undo step; return whether there was any."""
    text = document.toRawText()
    places = unfit_places(text)
    if not places:
        return False
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for at in reversed(places):
        start = _units(text[:at])
        cursor.setPosition(start)
        cursor.setPosition(start + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(fit_text(text[at]))
    cursor.endEditBlock()
    return True


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: a character beyond U+FFFF is two."""
    return len(text.encode("utf-16-le")) // 2
