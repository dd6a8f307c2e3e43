"""One row of a list: its inputs, and what moves and removes it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QToolButton, QWidget

from planner.desktop.binder import Binder
from planner.desktop.fields.layouts import side_by_side, stacked
from planner.desktop.fields.typed import ProblemLabel, TypedField
from planner.desktop.input_names import name_input


class RowFrame(QFrame):
    """A row's inputs with a quiet header, or, as a line, with a menu at its end."""

    move_wanted = Signal(QWidget, int)
    """This row, and by how many places: -1 is up."""
    remove_wanted = Signal(QWidget)

    def __init__(
        self, content: QWidget, binder: Binder, row: object, *, as_line: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.content, self.binder, self._row = content, binder, row
        self.setProperty("role", "line" if as_line else "row")
        self._names = [(one, one.accessibleName()) for one in binder.inputs]
        self.up, self.down = QAction("Move up", self), QAction("Move down", self)
        self.remove = QAction("Remove", self)
        for action, glyph, keys in (
            (self.up, "↑", "Alt+Up"),
            (self.down, "↓", "Alt+Down"),
            (self.remove, "✕", "Ctrl+Shift+Del"),
        ):
            action.setIconText(glyph)
            action.setToolTip(
                f"{action.text()} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"
            )
        self.up.triggered.connect(self._ask_up)
        self.down.triggered.connect(self._ask_down)
        self.remove.triggered.connect(self._ask_remove)
        self._number = QLabel(self)
        self._number.setProperty("role", "hint")
        self._buttons: list[tuple[QToolButton, str]] = []
        if as_line:
            self._lay_out_line()
        else:
            self._lay_out_form()

    def show_row(self, row: object) -> None:
        """Show the row if it is not the one shown."""
        if row is not self._row:
            self._row = row
            self.binder.refresh("")

    def number(self, at: int, count: int, name: str) -> None:
        """Tell the row its place among `count` rows of the list called `name`."""
        place = f"{name}, line {at + 1}" if name else f"line {at + 1}"
        self._number.setText(str(at + 1))
        self.setAccessibleName(place)
        for widget, own_name in self._names:
            name_input(widget, f"{place}: {own_name}" if own_name else place)
        for button, what in self._buttons:
            button.setAccessibleName(f"{what}: {place}")
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < count - 1)

    @Slot()
    def _ask_up(self) -> None:
        self.move_wanted.emit(self, -1)

    @Slot()
    def _ask_down(self) -> None:
        self.move_wanted.emit(self, 1)

    @Slot()
    def _ask_remove(self) -> None:
        self.remove_wanted.emit(self)

    def _lay_out_form(self) -> None:
        header = side_by_side(4)
        header.addWidget(self._number, 1)
        for action in (self.up, self.down, self.remove):
            button = self._button(action.text())
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            header.addWidget(button)
        layout = stacked(4, self)
        layout.addLayout(header)
        layout.addWidget(self.content)

    def _lay_out_line(self) -> None:
        self._number.hide()
        menu = QMenu(self)
        menu.addActions([self.up, self.down, self.remove])
        button = self._button("Move or remove")
        button.setText("⋮")
        button.setToolTip("Move or remove this line")
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line = side_by_side(8)
        line.addWidget(self.content, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._problem = ProblemLabel(self)
        layout = stacked(4, self)
        layout.addLayout(line)
        layout.addWidget(self._problem)
        for one, _ in self._names:
            if isinstance(one, TypedField):
                one.leave_problem_to_the_line()
                one.problem_changed.connect(self._tell_problems)

    @Slot()
    def _tell_problems(self) -> None:
        told = [(name, one.problem) for one, name in self._names if isinstance(one, TypedField)]
        self._problem.tell("\n".join(f"{name}: {problem}" for name, problem in told if problem), ())

    def _button(self, what: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard there are shorter ways
        button.setProperty("role", "quiet")
        self._buttons.append((button, what))
        return button


def menu_button_width() -> int:
    """Return the width of what ends a line."""
    button = QToolButton()
    button.setText("⋮")
    return button.sizeHint().width()
