"""The part of a form that waits behind "Add detail"."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.desktop.editing.form_fields import standing_defaults
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.model.fields import is_blank
from planner.translation import _, ngettext

_AROUND = 8
"""The room in pixels above and below what a section opens."""
_BETWEEN = 16
"""The room between its questions."""


class DetailSection(QWidget):
    """A heading that opens and closes what is under it, and says how much of it is filled.

    Closed at first; with `opensWhenFilled` it opens by itself where something is in it. Space, Enter or
    a click on the heading change it; Right opens, Left closes.
    """

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._opens_when_filled = False
        self._filled = 0
        self._inputs: list[QWidget] = []
        self._body: QWidget | None = None
        self.heading = WrappingButton(parent=self)
        self.heading.clicked.connect(self._turn)
        self.heading.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading, alignment=Qt.AlignmentFlag.AlignTop)

    def _read_title(self) -> str:
        return self._title

    def _write_title(self, title: str) -> None:
        self._title = title
        self._describe()

    def _read_opens(self) -> bool:
        return self._opens_when_filled

    def _write_opens(self, wanted: object) -> None:
        self._opens_when_filled = bool(wanted)

    title: Any = Property(str, _read_title, _write_title)
    opensWhenFilled: Any = Property(bool, _read_opens, _write_opens)

    @property
    def filled(self) -> int:
        """How many inputs inside the last count found filled: not blank, unticked or at a standing value."""
        return self._filled

    @property
    def is_open(self) -> bool:
        """Whether what is inside can be seen."""
        return self._body is not None and not self._body.isHidden()

    def take_body(self) -> None:
        """Put the widget that the form drew inside under the heading, closed and spaced.

        Qt Designer drops what a form says of how a section takes its body, so the form loader asks for it.
        """
        drawn = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        body = self._body = next(widget for widget in drawn if widget is not self.heading)
        inside = body.layout()
        assert inside is not None, "what a section opens has a layout"
        inside.setContentsMargins(0, _AROUND, 0, _AROUND)
        inside.setSpacing(_BETWEEN)
        if self.property("role") == "quiet":
            self.heading.set_role("quiet")
        self._inputs = [widget for widget in body.findChildren(QWidget) if widget.property("field")]
        body.hide()
        column = self.layout()
        assert column is not None
        column.addWidget(body)

    def add_inputs(self, inputs: Sequence[QWidget]) -> None:
        """Count inputs that came into the body later; open if `opensWhenFilled` is set and one is filled."""
        self._inputs += inputs
        self.recount()
        self.open_if_filled()

    def set_open(self, wanted: bool) -> None:  # noqa: FBT001 - a slot for toggled(bool)
        """Open or close the section and emit `toggled`; nothing if it is so already."""
        if self._body is None or wanted == self.is_open:
            return
        self._body.setVisible(wanted)
        self._describe()
        self.toggled.emit(wanted)

    def open_if_filled(self) -> None:
        """Open if `opensWhenFilled` is set and some field inside is filled."""
        if self._opens_when_filled and self._filled:
            self.set_open(True)

    def recount(self) -> None:
        """Count the filled fields anew and say the number in the heading."""
        filled = sum(_says_something(field) for field in self._inputs)
        if filled != self._filled:
            self._filled = filled
            self._describe()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Open on Right and close on Left, as in any tree."""
        if watched is self.heading and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
            if wanted is not None:
                self.set_open(wanted)
                return True
        return False

    def _turn(self) -> None:
        self.set_open(not self.is_open)

    def _describe(self) -> None:
        text = self._title
        if self._filled:
            pattern = ngettext("{title} · {count}\u00a0filled", "{title} · {count}\u00a0filled", self._filled)
            text = pattern.format(title=text, count=self._filled)
        arrow, spoken = ("▾", _("{title}, open")) if self.is_open else ("▸", _("{title}, closed"))
        self.heading.show_text(f"{arrow} {text}", spoken.format(title=text))


def _says_something(field: QWidget) -> bool:
    value = field.property(str(field.metaObject().userProperty().name()))
    return (
        not is_blank(value)
        and value is not False
        and value != standing_defaults().get(field.property("field"))
    )
