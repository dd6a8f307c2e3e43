"""A part of a form that shows something of the plan and asks for nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.widgets.plain_text import PlainLabel
from planner.model.fields import paths_overlap


class PlanFollower(QFrame):
    """A part of a form that shows something of the plan and is shown anew when that changes.

    Subclasses give `paths` and `show_plan`.
    """

    field_wanted = Signal(str)
    """The person wants to go to the field at the form path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: PlanDocument | None = None

    def paths(self) -> tuple[str, ...]:
        """Return the form paths of what is shown: a change at one of them shows the plan again."""
        raise NotImplementedError

    def show_plan(self, document: PlanDocument) -> None:
        """Show what the document holds."""
        raise NotImplementedError

    def follow(self, document: PlanDocument) -> None:
        """Show the document's plan, now and whenever it changes."""
        self._document = document
        document.changed.connect(self._follow_change)
        self.show_plan(document)

    def _follow_change(self, changed: str) -> None:
        if self._document is not None and any(paths_overlap(changed, path) for path in self.paths()):
            self.show_plan(self._document)


class PlanNote(PlanFollower):
    """A follower that shows plain text in `label`; a `role` gives it a ground and margins, "" neither."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "notice") -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.label = PlainLabel(parent=self)
        self.label.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*((12, 8, 12, 8) if role else (0, 0, 0, 0)))
        self.column.setSpacing(0)
        self.column.addWidget(self.label)
