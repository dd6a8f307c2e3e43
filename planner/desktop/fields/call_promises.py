"""The client's promises that were made in the call of the plan at hand."""

from typing import Any

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.desktop.fields.row_focus import has_focus
from planner.desktop.fields.row_frame import RowFrame
from planner.desktop.fields.rows import RowsField
from planner.model.client import Promise
from planner.model.field_texts import unread_texts
from planner.model.fields import is_blank
from planner.translation import _

_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Another window, or a list that opens: one is still in the row."""


class CallPromisesField(RowsField):
    """Rows of `client.promises`: those with this plan's id, which one begun here gets.

    A row added is none of the client's until something is said in it, and a row left blank is no promise: it
    is taken out again. One that says something but not what was promised stays, and is asked for it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changed.connect(self._ask_for_texts)
        self.row_built.connect(self._ask_for_texts)

    def places_in(self, rows: tuple[Any, ...]) -> list[int]:
        """Return the places of the promises made in this call."""
        return [place for place, promise in enumerate(rows) if promise.from_plan == self._plan_id()]

    def new_row(self) -> Promise:
        """Return a blank promise of this call."""
        return Promise(from_plan=self._plan_id())

    def add_row(self, at: int) -> None:  # noqa: ARG002 - a promise is added after the others
        """Put the focus into a blank row after the last, whatever `at`; it is shown if none stands there yet.

        The client has a further promise only once something is said in it.
        """
        self.show_rows_to_come(len(self.frames) + 1)
        super().add_row(len(self.frames))

    def made_to_come(self, frame: RowFrame) -> None:
        """Have what is begun in the frame be a promise of this call."""
        frame.binder.begins_with = {"from_plan": self._plan_id()}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have `drop_blank` run soon once an input is left, but not for another window or a list that opens.

        The keys are those of any list's rows.
        """
        if event.type() == QEvent.Type.FocusOut and event.reason() not in _AWAY:  # type: ignore[attr-defined]
            # Later: the input that is left is still to finish its edit.
            QMetaObject.invokeMethod(self, "drop_blank", Qt.ConnectionType.QueuedConnection)
        return super().eventFilter(watched, event)

    @Slot()
    def drop_blank(self) -> None:
        """Take the blank promises of this call out of the plan, but for a row that has the focus.

        Also say of those left without a text that it is missing. Nothing if the plan was closed meanwhile.
        """
        if not isValid(self._listed.document):
            return  # the plan was closed meanwhile
        for at in reversed(range(len(self.frames))):
            if self._is_blank(at) and not has_focus(self.frames[at]):
                self._listed.remove(at, _("a blank promise"))
        self._ask_for_texts()

    @Slot()
    def _ask_for_texts(self) -> None:
        """Say which rows lack a text; one being typed in is not told that it does, only that no more."""
        for frame in self.starting_frames:
            frame.show_problem("")
        for at, frame in enumerate(self.frames):
            if self.value[at].text.strip() or self._is_blank(at):
                frame.show_problem("")
            elif not has_focus(frame):
                frame.show_problem(_("Say what was promised."))

    def _is_blank(self, at: int) -> bool:
        """Whether nothing stands in any field of row `at`, read or not."""
        row = f"{self._listed.path_of(at)}."
        unread = unread_texts(self._listed.document.preparation)
        return is_blank(self.value[at]) and not any(kept.path.startswith(row) for kept in unread)

    def _plan_id(self) -> str:
        plan_id: str = self._listed.document.read("id")
        return plan_id
