"""The client's promises that were made in the call of the plan at hand."""

from typing import Any

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Slot
from shiboken6 import isValid

from planner.desktop.fields.row_focus import has_focus
from planner.desktop.fields.row_frame import RowFrame
from planner.desktop.fields.rows import RowsField
from planner.model.client import Promise
from planner.translation import _

_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Another window, or a list that opens: one is still in the row."""


class CallPromisesField(RowsField):
    """Rows of `client.promises`: those with this plan's id, which one begun here gets.

    A row added is none of the client's until something is said in it, and a row left without a text is no
    promise: it is taken out again.
    """

    def places_in(self, rows: tuple[Any, ...]) -> list[int]:
        """Return the places of the promises made in this call."""
        return [place for place, promise in enumerate(rows) if promise.from_plan == self._plan_id()]

    def new_row(self) -> Promise:
        """Return a blank promise of this call."""
        return Promise(from_plan=self._plan_id())

    def add_row(self, at: int) -> None:  # noqa: ARG002 - a promise is added after the others
        """Show a blank row after the last, and put the focus into it; the client gets it with its text."""
        self.show_rows_to_come(len(self.frames) + 1)
        super().add_row(len(self.frames))

    def made_to_come(self, frame: RowFrame) -> None:
        """Have what is begun in the frame be a promise of this call."""
        frame.binder.begins_with = {"from_plan": self._plan_id()}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a row without a text out once it is left."""
        if event.type() == QEvent.Type.FocusOut and event.reason() not in _AWAY:  # type: ignore[attr-defined]
            # Later: the input that is left is still to finish its edit.
            QMetaObject.invokeMethod(self, "drop_blank", Qt.ConnectionType.QueuedConnection)
        return super().eventFilter(watched, event)

    @Slot()
    def drop_blank(self) -> None:
        """Take out the promises of this call without a text, but for one that is being typed in."""
        assert self._document is not None
        if not isValid(self._document):
            return  # the plan was closed meanwhile
        for at in reversed(range(len(self.frames))):
            if not self.value[at].text.strip() and not has_focus(self.frames[at]):
                self._document.remove_row(self._path, self._places[at], words=_("a promise without a text"))

    def _plan_id(self) -> str:
        assert self._document is not None
        plan_id: str = self._document.read("id")
        return plan_id
