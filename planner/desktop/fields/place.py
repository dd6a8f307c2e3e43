"""The name of a time zone as a text: suggested as one types, and said where nobody here knows it."""

from PySide6.QtCore import QTimeZone
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.below import put_below
from planner.desktop.fields.text import LineField
from planner.desktop.fields.typed import ProblemLabel
from planner.desktop.widgets.input_line import is_left
from planner.desktop.widgets.suggestions import suggesting_completer, take_suggestion
from planner.model.placed_time import is_known
from planner.translation import _


class PlaceField(LineField):
    """The name of a place whose clock is meant, `Europe/London`.

    The world's places are suggested from the first letter on. Any text is kept; once the focus leaves one
    that names no place known here, that is said below.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unknown: ProblemLabel | None = None
        self.textChanged.connect(self._withdraw)

    @property
    def told(self) -> str:
        """What is said of the text below the line; "" for nothing."""
        return "" if self._unknown is None else self._unknown.text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the places ready to be suggested; six hundred of them are looked up when first wanted."""
        super().focusInEvent(event)
        if self.completer() is None:
            self.setCompleter(suggesting_completer(_places(), self))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say, once the field is left for another, that the text names no place known here."""
        super().focusOutEvent(event)
        if is_left(event):
            self._check()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Take the suggestion chosen, or the only one, before Tab goes on."""
        if forwards:
            take_suggestion(self.completer(), self)
        return super().focusNextPrevChild(forwards)

    def _show(self, text: str) -> None:
        super()._show(text)
        self._check()

    def _check(self) -> None:
        place = self.text().strip()
        if not place or is_known(place):
            self._say("")
            return
        pattern = _("“{place}” is no time zone known here. Write it as Europe/London, or leave it blank.")
        self._say(pattern.format(place=place))

    def _withdraw(self) -> None:
        if self.hasFocus():
            self._say("")

    def _say(self, problem: str) -> None:
        if self._unknown is None:
            if not problem:
                return
            self._unknown = ProblemLabel(self.parentWidget() or self)
            put_below(self, self._unknown)
        self._unknown.show_error(problem, (self,))


def _places() -> list[str]:
    names = (bytes(zone.data()).decode() for zone in QTimeZone.availableTimeZoneIds())
    return sorted(name for name in names if "/" in name and not name.startswith(("Etc/", "SystemV/")))
