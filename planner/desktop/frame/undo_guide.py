"""Undo goes where it undoes, and says what."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from planner.desktop.editing.form_fields import place_of
from planner.desktop.widgets.message_bar import MessageBar
from planner.model.errors import FieldError
from planner.model.fields import read_field
from planner.model.plan import Preparation, absolute_path
from planner.model.values import same_value
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.clients.client_page import ClientPage
    from planner.desktop.editing.document import PlanDocument
    from planner.desktop.walk.walk import WalkPage


class UndoGuide(QObject):
    """Follows undo and redo in what lies open: shows the field that changed, and says what was done.

    The message goes with the next edit. A warning that is shown stays. What concerns the client is shown on
    its page, if that is shown, and what concerns the plan in the walk. While neither is, as in a call, only
    the message is shown. Without a plan there is no `walk`. `show_walk` shows it in place of the page.
    """

    def __init__(
        self,
        document: "PlanDocument",
        walk: "WalkPage | None",
        messages: MessageBar,
        *,
        walk_is_shown: Callable[[], bool],
        client_page: "Callable[[], ClientPage | None]",
        show_walk: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._walk, self._messages = document, walk, messages
        self._walk_is_shown = walk_is_shown
        self._client_page, self._show_walk = client_page, show_walk
        self._stack: QUndoStack = document.undo_stack
        self._index = self._stack.index()
        self._retraced: tuple[Preparation, tuple[str, ...]] | None = None
        self._said = ""
        document.retraced.connect(self._note)
        self._stack.indexChanged.connect(self._follow)

    def _note(self, before: Preparation, paths: tuple[str, ...]) -> None:
        self._retraced = before, paths

    def _follow(self, index: int) -> None:
        undone, self._index = index < self._index, index
        retraced, self._retraced = self._retraced, None
        if retraced is None:
            self._unsay()
            return
        page = self._client_page()
        if page is not None and _is_of_client(retraced[1]):
            _go_on_page(page, *retraced, self._document.preparation)
        elif self._walk is not None:
            if page is not None:
                self._show_walk()
            if self._walk_is_shown():
                self._go_to(self._walk, *retraced)
        self._say(undone=undone)

    def _say(self, *, undone: bool) -> None:
        if self._messages.text and not self._messages.tells:
            return
        what = self._stack.text(self._index if undone else self._index - 1)
        pattern = _("Undone: {what}.") if undone else _("Done again: {what}.")
        self._said = pattern.format(what=what)
        self._messages.tell(self._said)

    def _unsay(self) -> None:
        if self._said and self._messages.text == self._said:
            self._messages.dismiss()
        self._said = ""

    def _go_to(self, walk: "WalkPage", before: Preparation, paths: tuple[str, ...]) -> None:
        """Go to the first of the fields that a form asks for, unless one is in it already."""
        path = next((path for path in paths if place_of(path) is not None), "")
        if not path:
            return
        path = _changed_in(path, before, self._document.preparation)
        place = place_of(path)
        if place is not None and place[0] == walk.step and _is_in(walk, path):
            return
        walk.go_to_field(path)


def _is_in(walk: "WalkPage", path: str) -> bool:
    field, focused = walk.form.input_for(path), walk.form.focusWidget()
    if field is None or focused is None or not focused.hasFocus():
        return False
    return field.isAncestorOf(focused) or focused in (field, field.focusProxy())


def _is_of_client(paths: tuple[str, ...]) -> bool:
    """Whether a step was taken in a field of the client; what follows from that may be elsewhere."""
    return bool(paths) and paths[0].startswith("client.")


def _go_on_page(page: "ClientPage", before: Preparation, paths: tuple[str, ...], after: Preparation) -> None:
    """Go to the field on the client's page, if its facts are shown; the overview shows the change itself."""
    if page.shows_facts:
        page.go_to_changed(_changed_in(paths[0], before, after))


def _changed_in(path: str, before: Preparation, after: Preparation) -> str:
    """Return the path of the first row of a list that differs; for any other field its own path."""
    then, now = _read(before, path), _read(after, path)
    if not isinstance(then, tuple) or not isinstance(now, tuple):
        return path
    rows = zip(then, now, strict=False)
    at = next((at for at, (row, other) in enumerate(rows) if not same_value(row, other)), len(then))
    return f"{path}[{min(at, len(now) - 1)}]" if now else path


def _read(preparation: Preparation, path: str) -> Any:
    try:
        return read_field(preparation, absolute_path(path))
    except FieldError:  # of a row that is there no more
        return None
