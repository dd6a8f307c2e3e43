"""What a person sees and does with clients in the window, without its widgets."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.desktop.clients.client_dialogs import ErasedDialog, EraseDialog, MergeDialog, NewClientDialog
from planner.desktop.clients.client_page import ClientPage
from planner.desktop.clients.client_view import Entry
from planner.desktop.clients.clients_page import ClientsPage
from planner.desktop.clients.entry_list import EntryList
from planner.desktop.plans.new_plan import NewPlanDialog
from planner.model.client import Client
from tests.desktop.page_objects import WalkPageObject, WindowPage

D = TypeVar("D", bound=QWidget)


class ClientsObject:
    """The list of clients."""

    def __init__(self, window: WindowPage) -> None:
        """Go to it by its key, and wait for the clients."""
        self._window = window
        window.press("Ctrl+3")
        self.wait_listed()

    @property
    def page(self) -> ClientsPage:
        page = self._window.window.clients.list
        assert page is not None
        return page

    @property
    def names(self) -> list[str]:
        """The clients shown, from the top."""
        model = self.page.list.model()
        return [model.index(at, 0).data() for at in range(model.rowCount())]

    @property
    def lines(self) -> list[str]:
        """All that each row says."""
        model = self.page.list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(at, 0).data(role) for at in range(model.rowCount())]

    def wait_listed(self) -> None:
        """Wait until the clients are read and searched."""
        self._window.wait_until(lambda: not self.page.pending)

    def search(self, words: str) -> None:
        """Type into the search line, by its key, and wait for what is found."""
        self._window.press("Ctrl+F")
        self.page.search.clear()
        QTest.keyClicks(self.page.search, words)
        self.wait_listed()

    def open(self, name: str) -> "ClientPageObject":
        """Choose a client with the arrow keys, and open it with Enter."""
        self.page.list.setFocus()
        QTest.keyClick(self.page.list, Qt.Key.Key_Home)
        for _row in range(self.names.index(name)):
            QTest.keyClick(self.page.list, Qt.Key.Key_Down)
        QTest.keyClick(self.page.list, Qt.Key.Key_Return)
        return ClientPageObject(self._window)


class ClientPageObject:
    """The page of the client that lies open."""

    def __init__(self, window: WindowPage) -> None:
        """Wait until the page is shown and all it tells is worked out."""
        self.window = window
        window.wait_until(lambda: window.window.clients.shows_page)
        self.wait_worked_out()

    @property
    def page(self) -> ClientPage:
        page = self.window.window.clients.page
        assert page is not None
        return page

    @property
    def client(self) -> Client:
        """The client as it stands in the document."""
        document = self.window.window.desk.document
        assert document is not None
        return document.preparation.client

    def wait_worked_out(self) -> None:
        """Wait until the overview shows the client as it is."""
        self.window.wait_until(lambda: self.page.shown is not None and not self.page.pending)

    def entries(self, of: str) -> list[str]:
        """What the entries of a list say: `happened`, `coming`, `people` or `promises`."""
        return [entry.in_words for entry in self._list(of).entries]

    def choose(self, of: str, begins: str) -> EntryList:
        """Choose with the arrow keys the entry that begins so."""
        entries = self._list(of)
        entries.setFocus()
        QTest.keyClick(entries, Qt.Key.Key_Home)
        for _row in range(_place(entries.entries, begins)):
            QTest.keyClick(entries, Qt.Key.Key_Down)
        return entries

    def press_on(self, of: str, begins: str, key: Qt.Key) -> None:
        """Press a key on an entry of a list."""
        QTest.keyClick(self.choose(of, begins), key)

    def fill_in(self, path: str, text: str) -> None:
        """Type into a field of the facts, in place of what is there."""
        self.page.go_to_field(path)
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(target, text)

    def plan_a_call(self) -> WalkPageObject:
        """Ask for a plan by the menu, and start it with Enter."""
        before = self.window.window.open
        self.window.choose_from_menu("Plan a Call")
        dialog = self.window.window.findChild(NewPlanDialog)
        assert dialog is not None
        QTest.keyClick(dialog.client, Qt.Key.Key_Return)
        self.window.wait_until(lambda: self.window.window.open not in {None, before})
        self.window.take_keys()
        return self.window.walk

    def _list(self, of: str) -> EntryList:
        entries = getattr(self.page.overview, of)
        assert isinstance(entries, EntryList)
        return entries


def _place(entries: tuple[Entry, ...], begins: str) -> int:
    said = [f"{entry.kind} {entry.text}".strip() for entry in entries]
    return next(at for at, words in enumerate(said) if words.startswith(begins))


def new_client(window: WindowPage, name: str) -> ClientPageObject:
    """Make a client by the menu, from wherever one is."""
    window.choose_from_menu("New Client")
    dialog = window.window.findChild(NewClientDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.name, name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    window.take_keys()
    return ClientPageObject(window)


def merge_with(window: WindowPage, other: str, *, keep_other_name: bool = False) -> None:
    """Make the client at hand one with another, by the menu."""
    window.choose_from_menu("Merge With")
    dialog = dialog_of(window, MergeDialog)
    QTest.keyClicks(dialog.other, other)
    if keep_other_name:
        dialog.other_name.setChecked(True)
    assert dialog.accepting.isEnabled()
    dialog.accept()
    window.take_keys()


def erase(window: WindowPage, typed: str, *, person: str = "") -> ErasedDialog:
    """Erase the client at hand or a person there, typing the name; return what is said after."""
    window.choose_from_menu("Erase")
    dialog = dialog_of(window, EraseDialog)
    if person:
        dialog.whom.setCurrentIndex(
            next(at for at in range(dialog.whom.count()) if person in dialog.whom.itemText(at))
        )
    window.wait_until(lambda: "Looking" not in dialog.lines.text())
    assert not dialog.accepting.isEnabled(), "the name is not typed yet"
    QTest.keyClicks(dialog.typed, typed)
    assert dialog.accepting.isEnabled()
    dialog.accept()
    window.wait_until(lambda: window.window.findChild(ErasedDialog) is not None)
    return dialog_of(window, ErasedDialog)


def dialog_of(window: WindowPage, kind: type[D]) -> D:
    """Return the open dialog of that kind."""
    dialog = window.window.findChild(kind)
    assert dialog is not None
    return dialog
