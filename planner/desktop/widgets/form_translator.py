"""Texts of forms through gettext: Qt asks a translator, and that one asks the program's catalogue."""

from PySide6.QtCore import QObject, QTranslator

from planner.translation import _, is_english


class FormTranslator(QTranslator):
    """Translates what a .ui file says; Qt's own texts, which the catalogue does not know, stay Qt's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """Whether the program speaks English: then Qt does not ask for each text."""
        return is_english()

    def translate(self, _context: str, source: str, _meant: str | None = None, _count: int = -1) -> str:
        """Return the text in the language installed, "" where the catalogue does not know it."""
        translated = _(source) if source else ""
        return "" if translated == source else translated
