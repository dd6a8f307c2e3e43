"""The list view of Today: its keys ask for what the chosen line offers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from planner.coaching.week.today_line import TodayLine
from planner.desktop.today.today_delegate import TodayRow
from planner.desktop.today.today_keys import TodayWish, today_wish
from planner.desktop.today.today_model import TodayList
from planner.desktop.widgets.theme import Theme
from planner.translation import _

_BATCH = 60


class TodayView(QListView):
    """Shows the lines of Today, one of which is chosen."""

    wished = Signal(object)
    """A TodayWish that the chosen line offers."""
    chosen_changed = Signal()
    """Another line is chosen, or none."""

    def __init__(self, model: TodayList, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = model
        self.setAccessibleName(_("What can't wait"))
        self.setModel(model)
        self.setItemDelegate(TodayRow(model, theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        theme.changed.connect(self._repaint)  # the viewport of an unseen list costs PySide 10 ms to find

    def _repaint(self) -> None:
        self.viewport().update()

    @property
    def chosen(self) -> TodayLine | None:
        """The line chosen; None if none is."""
        return self._lines.line_at(self.currentIndex())

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell that another line is chosen; the heading above the first is brought into sight with it."""
        super().currentChanged(current, previous)
        if current.row() == 1:
            self.scrollToTop()
        self.chosen_changed.emit()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where a key leads: Home to the first line, not to the heading above it."""
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self._lines.nearest(0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what a key means on the chosen line; letters that mean nothing there do nothing."""
        line = self.chosen
        wish = None if line is None else today_wish(event, line.kind)
        if wish is not None and not event.isAutoRepeat():
            self.wished.emit(wish)
        elif wish is None and not event.text().strip():
            super().keyPressEvent(event)
        elif wish is None:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the line that was pressed twice."""
        if self._lines.line_at(self.indexAt(event.position().toPoint())) is not None:
            self.wished.emit(TodayWish.OPEN)

    def actions_of_chosen(self) -> list[QAction]:
        """Return the commands that the chosen line offers, in the order they were added."""
        return [command for command in self.actions() if command.isEnabled()]

    def _show_menu(self, at: QPoint) -> None:
        if self.chosen is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions_of_chosen())
        menu.popup(self.viewport().mapToGlobal(at))
