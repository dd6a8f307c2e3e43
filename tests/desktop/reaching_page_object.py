"""The Dream list and the dialogs to reach out, as a person sees and uses them."""

import datetime as dt
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from planner.desktop.dream_list.dream_list_page import DreamListPage
from planner.desktop.touches.draft_dialog import DraftDialog
from planner.desktop.touches.inquiry import InquiryDialog
from planner.desktop.touches.reach_out import ReachOutDialog
from planner.desktop.touches.sequence_dialog import SequenceDialog
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.labels import HintLabel
from planner.model.client import Client
from tests.desktop.counting import Hands
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage

D = TypeVar("D", bound=QDialog)


class DreamListObject:
    """The page of the Dream list in a window; `hands` act where the keys go, and count."""

    def __init__(self, stage: Stage, window: WindowPage) -> None:
        self.stage, self.window, self.hands = stage, window, Hands()
        self.hands.press("Ctrl+4")
        assert window.window.reaching.page is not None
        self.page: DreamListPage = window.window.reaching.page

    @property
    def lines(self) -> list[str]:
        """What each line says."""
        return [row.text for row in self.page.list.lines.rows]

    @property
    def names(self) -> list[str]:
        """Who stands on the list, from the top."""
        return [row.name for row in self.page.list.lines.rows]

    @property
    def stored(self) -> dict[str, tuple[str, int | None]]:
        """The reason and the place of each client stored, by name."""
        return {client.name: (client.why_dream, client.dream_rank) for client in self.stage.plans.clients()}

    def client(self, name: str) -> Client:
        """Return a client as stored."""
        return next(client for client in self.stage.plans.clients() if client.name == name)

    def said(self, name: str) -> str:
        """Return what a label of the page says, "" while it is hidden."""
        label = part(self.page, HintLabel, name)
        return label.text() if label.isVisible() else ""

    def begin(self) -> None:
        """Go to where names are typed."""
        self.page.name.setFocus()

    def add(self, name: str, why: str = "") -> None:
        """Type a name, and why them, where names are typed."""
        self.hands.type(name)
        if why:
            self.hands.tab()
            self.hands.type(why)
        self.hands.press("Return")

    def choose(self, name: str) -> None:
        """Choose a client in the list."""
        self.window.take_keys()
        self.page.list.setFocus()
        row = next(row for row in self.page.list.lines.rows if row.name == name)
        self.page.list.choose(row.client.id)

    def press(self, keys: str) -> None:
        """Press keys on the list."""
        self.hands.press(keys)

    def undo(self) -> None:
        """Undo the last act."""
        self.window.choose_from_menu("Undo")

    def wait_for(self, names: list[str]) -> None:
        """Wait until the list stands so, and so is stored."""
        self.window.wait_until(lambda: self.names == names and self._is_stored())

    def settle(self) -> None:
        """Wait until all is stored and shown."""
        self.window.wait_until(lambda: self.stage.at_rest(self.window.window))

    def type_reason(self, why: str) -> None:
        """Type the reason of the chosen client in its line."""
        self.hands.press("F2")
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        QTest.keyClicks(line, why)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def dialog(self, kind: type[D]) -> D:
        """Return the dialog of that kind that is open, once it has the keys."""
        found = [dialog for dialog in self.window.window.findChildren(kind) if dialog.isVisible()]
        assert len(found) == 1, f"{len(found)} dialogs are open"
        self.window.wait_until(found[0].isActiveWindow)
        return found[0]

    @property
    def reach_out(self) -> ReachOutDialog:
        """The dialog for a touch."""
        return self.dialog(ReachOutDialog)

    @property
    def sequence(self) -> SequenceDialog:
        """The dialog for a sequence."""
        return self.dialog(SequenceDialog)

    @property
    def inquiry(self) -> InquiryDialog:
        """The dialog for an inquiry."""
        return self.dialog(InquiryDialog)

    @property
    def draft(self) -> DraftDialog:
        """The dialog for a draft."""
        return self.dialog(DraftDialog)

    def go_on(self, days: int) -> None:
        """Let days go by."""
        self.stage.clock.go_on(dt.timedelta(days=days))

    def _is_stored(self) -> bool:
        on_list = [client for client in self.stage.plans.clients() if client.dream_client]
        placed = sorted(on_list, key=lambda client: client.dream_rank or 0)
        return [(client.name, client.dream_rank) for client in placed] == [
            (name, at) for at, name in enumerate(self.names, 1)
        ]


def fill(dialog: QWidget, kind: type[QWidget], name: str, text: str) -> None:
    """Type a text in place of what stands in an input of a dialog."""
    widget = part(dialog, kind, name)
    target = widget.focusProxy() or widget
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget() or target, text)
