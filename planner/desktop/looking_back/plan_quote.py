"""Words of the plan, quoted where they are looked back on."""

from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote
from planner.desktop.fields.field import text_property
from planner.translation import _


class PlanQuote(PlanNote):
    """Shows the text of the field `shows` after the words of `intro`; hidden while it is blank."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows = self._intro = ""

    def paths(self) -> tuple[str, ...]:
        """Return the path of the field quoted."""
        return (self._shows,)

    def show_plan(self, document: PlanDocument) -> None:
        """Show the field's text after the words of `intro`; hide while it is blank."""
        text = str(document.read(self._shows)).strip()
        self.label.setText(_("{intro} {text}").format(intro=self._intro, text=text))
        self.setVisible(bool(text))

    def _read_shows(self) -> str:
        return self._shows

    def _write_shows(self, path: str) -> None:
        self._shows = path

    def _read_intro(self) -> str:
        return self._intro

    def _write_intro(self, words: str) -> None:
        self._intro = words

    shows = text_property(_read_shows, _write_shows)
    intro = text_property(_read_intro, _write_intro)
