"""One row of a list: its inputs, and what moves and removes it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from planner.desktop.editing.binder import Binder
from planner.desktop.editing.input_names import name_input
from planner.desktop.fields.typed import ProblemLabel, TypedField
from planner.desktop.widgets.layouts import side_by_side, stacked
from planner.translation import _

_BELOW = 8
"""The room between a row's form and the hairline that ends it."""
_MENU_WIDTH = 20


class RowFrame(QFrame):
    """One row of a list: its inputs, and at their end a menu to move or remove it.

    With `as_line` it is a line of a table, with its inputs' problems below; else a form with a hairline.
    """

    move_wanted = Signal(QWidget, int)
    """This row, and by how many places: -1 is up."""
    remove_wanted = Signal(QWidget)

    def __init__(
        self, content: QWidget, binder: Binder, row: object, *, as_line: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.content, self.binder, self._row = content, binder, row
        self.setProperty("role", "line" if as_line else "row")
        self._names = [(widget, widget.accessibleName()) for widget in binder.inputs]
        self.up = self._action(_("Move up"), "Alt+Up", self._ask_up)
        self.down = self._action(_("Move down"), "Alt+Down", self._ask_down)
        self.remove = self._action(_("Remove"), "Ctrl+Shift+Del", self._ask_remove)
        self.menu_button = _menu_button(self)
        self.menu_button.setMenu(self._menu())
        self._layout = stacked(4, self)
        line = side_by_side(4)
        line.addWidget(self.content, 1)
        line.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(line)
        self._row_problem: ProblemLabel | None = None
        if as_line:
            self._say_problems_below()
        else:
            self._layout.setContentsMargins(0, 0, 0, _BELOW)

    def show_row(self, row: object) -> None:
        """Show this row's fields, unless it is the very row shown."""
        if row is not self._row:
            self._row = row
            self.binder.refresh("")

    def forget_row(self) -> None:
        """Have the next `show_row` show its row, even the very one shown; the inputs stay as they are.

        The row shown may be gone from the plan: nothing is read of it.
        """
        self._row = None

    def number(self, at: int, count: int, name: str) -> None:
        """Give row and inputs accessible names by the place: `at`, from 0, of `count` in the list `name`.

        Also lets the row's menu move it up and down as the place allows.
        """
        line = at + 1
        numbered = _("{rows}, line {line}").format(rows=name, line=line)
        place = numbered if name else _("line {line}").format(line=line)
        self.setAccessibleName(place)
        for widget, own_name in self._names:
            whole = _("{place}: {input}").format(place=place, input=own_name)
            name_input(widget, whole if own_name else place)
        self.menu_button.setAccessibleName(_("Move or remove: {place}").format(place=place))
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < count - 1)

    def show_problem(self, problem: str) -> None:
        """Say below the row what is amiss with it as a whole, and mark its first input; "" undoes both."""
        if self._row_problem is None:
            if not problem:
                return
            self._row_problem = ProblemLabel(self)
            self._layout.addWidget(self._row_problem)
        if problem != self._row_problem.text():
            self._row_problem.show_error(problem, tuple(self.binder.inputs[:1]))

    @Slot()
    def _ask_up(self) -> None:
        self.move_wanted.emit(self, -1)

    @Slot()
    def _ask_down(self) -> None:
        self.move_wanted.emit(self, 1)

    @Slot()
    def _ask_remove(self) -> None:
        self.remove_wanted.emit(self)

    def _action(self, words: str, keys: str, act: Callable[[], None]) -> QAction:
        """Return an action that names its keys; the rows listen for them, as focus may be in any input."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{words}\t{shown}", self)
        action.triggered.connect(act)
        return action

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.up, self.down])
        menu.addSeparator()
        menu.addAction(self.remove)
        return menu

    def _say_problems_below(self) -> None:
        self._problem = ProblemLabel(self)
        self._layout.addWidget(self._problem)
        for widget, _name in self._names:
            if isinstance(widget, TypedField):
                widget.leave_problem_to_the_line()
                widget.problem_changed.connect(self._tell_problems)
        self._tell_problems()  # a text that could not be read earlier has its problem already

    @Slot()
    def _tell_problems(self) -> None:
        problems = [
            _("{input}: {problem}").format(input=name, problem=field.problem)
            for field, name in self._names
            if isinstance(field, TypedField) and field.problem
        ]
        self._problem.show_error("\n".join(problems), ())


def menu_button_width() -> int:
    """Return the width in pixels of the menu button that ends a row, with the gap before it."""
    return _MENU_WIDTH + 4


def _menu_button(parent: QWidget | None) -> QToolButton:
    button = QToolButton(parent)
    button.setText("⋮")
    button.setFixedWidth(_MENU_WIDTH)  # its own hint keeps room for an arrow that is not shown
    button.setToolTip(_("Move or remove this line"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard there are shorter ways
    button.setProperty("role", "quiet")
    return button
