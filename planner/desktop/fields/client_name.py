"""The name of the client of a plan: a new name here may mean a new name, or another client."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.below import put_below
from planner.desktop.fields.field import value_property
from planner.desktop.fields.text import LineField
from planner.desktop.fields.typed import ProblemLabel
from planner.desktop.widgets.choice_line import ChoiceLine
from planner.desktop.widgets.input_line import is_left
from planner.model.names import same_name
from planner.translation import _, ngettext
from planner.wording.clients_apart import NamedClient, client_labels

_RENAME, _KEEP, _NEW = "/rename", "/keep", "/new"
"""Answers beside the ids of clients, which hold no slash."""


def _no_plans() -> int:
    return 0


def _no_clients() -> Sequence[NamedClient]:
    return ()


class ClientNameField(LineField):
    """The name of a client, on one line.

    A client of this plan alone, or without a name so far, is renamed as one types. Where other plans share
    the client, the value stays while another name stands in the line: once the focus leaves, the person is
    asked whether that is another client or a new name. Unanswered it is kept like a text that could not be
    read. How many other plans and which other clients there are, the functions of `ask_with` say.
    """

    problem_changed = Signal()
    another_client = Signal(str, str)
    """The plan is for another client: the name, and the id of one that is there, "" for a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other_plans: Callable[[], int] = _no_plans
        self._other_clients: Callable[[], Sequence[NamedClient]] = _no_clients
        self._name = self._shown_name = self._waiting = ""
        self.problem = ""
        self._problem_label: ProblemLabel | None = None
        self._shared: int | None = None
        self._typed_over = False
        self.asking: ChoiceLine | None = None
        self.textChanged.disconnect(self.changed)
        self.textChanged.connect(self._take)

    def ask_with(
        self, other_plans: Callable[[], int], other_clients: Callable[[], Sequence[NamedClient]]
    ) -> None:
        """Take two functions to look things up by, and ask about a name that still waits for an answer.

        `other_plans` counts this client's other plans, `other_clients` lists the other clients.
        """
        self._other_plans, self._other_clients = other_plans, other_clients
        if self._waiting:
            self._ask()

    def unread(self) -> Mapping[str, str]:
        """Return the name that waits for an answer, by "" for this very field; "" if none does."""
        return {"": self._waiting}

    def show_unread(self, texts: Mapping[str, str]) -> None:
        """Show a name that waits for an answer in place of the client's; "" shows the client's again.

        A line with the focus that somebody has just emptied stays empty for "".
        """
        self._waiting = texts.get("", "")
        being_emptied = self.hasFocus() and not self.text().strip()
        shown = self._waiting or self._name
        if shown != self.text() and (self._waiting or not being_emptied):
            self._withdraw()
            self.setText(shown)
            self.setCursorPosition(0)

    def refuse(self, problem: str) -> None:
        """Take the value back to the name shown before, keep the text as unread, and say the problem."""
        self._name, self._waiting = self._shown_name, self.text()
        self._tell(problem)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the client's other plans counted anew at the next key; ask about a name that still waits."""
        super().focusInEvent(event)
        self._shared = None
        if self._waiting:
            self._ask()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Once the field is left for another, ask whether the name typed is another client or a new name.

        A client of this plan alone is asked about only if another client is called so. A blank line of a
        shared client shows the old name again, with the problem.
        """
        super().focusOutEvent(event)
        if is_left(event):
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop by Esc a name that was not answered for; ask by Return."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._name:
            self._answer(_KEEP)
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask()

    def _take(self, text: str) -> None:
        self._withdraw()
        self._tell("")
        if text != self._name:
            self._typed_over = True
            if not self._is_shared():
                self._name, self._waiting = text, ""
                self.changed.emit()
                return
        waiting = text if text != self._name and text.strip() else ""
        if waiting != self._waiting:
            self._waiting = waiting
            self.changed.emit()

    def _tell(self, problem: str) -> None:
        if problem == self.problem:
            return
        self.problem = problem
        if self._problem_label is None:
            self._problem_label = ProblemLabel(self.parentWidget() or self)
            put_below(self, self._problem_label)
        self._problem_label.show_error(problem, (self,))
        self.problem_changed.emit()

    def _is_shared(self) -> bool:
        """Whether other plans have this client, under a name that says who it is."""
        if self._shared is None:
            self._shared = self._other_plans()
        return bool(self._shared) and bool(self._name.strip())

    def _ask(self) -> None:
        typed = self.text().strip()
        waits = self.text() != self._name
        if waits and not typed:
            self.setText(self._name)
            self._tell(_("A client needs a name; still {client}.").format(client=self._name.strip()))
            return
        if not waits and not self._typed_over:
            return
        alike = [client for client in self._other_clients() if same_name(client.name, typed)]
        if waits:
            self._put(self._question(), [*self._known(alike), *self._answers(typed, new=not alike)])
        elif alike:
            question = _("You have a client called {name} already. Is it the same?").format(name=typed)
            self._put(question, [*self._known(alike), (_KEEP, _("No, it is another of that name"))])
        self._typed_over = False

    def _question(self) -> str:
        count = self._other_plans()
        if not count:
            return _("Is this another client, or a new name for {client}?").format(client=self._name.strip())
        pattern = ngettext(
            "{client} has {count} other plan. Is this another client, or a new name?",
            "{client} has {count} other plans. Is this another client, or a new name?",
            count,
        )
        return pattern.format(client=self._name.strip(), count=count)

    def _known(self, alike: Sequence[NamedClient]) -> list[tuple[str, str]]:
        labels = client_labels(alike)
        return [
            (client.id, _("It is {client}, whom you have already").format(client=labels[client.id]))
            for client in alike
        ]

    def _answers(self, typed: str, *, new: bool) -> list[tuple[str, str]]:
        another = [(_NEW, _("Another client: this plan is for {name}").format(name=typed))] if new else []
        renamed = _("A new name: it is {name} in all its plans").format(name=typed)
        return [
            *another,
            (_RENAME, renamed),
            (_KEEP, _("Leave it at {name}").format(name=self._name.strip())),
        ]

    def _put(self, question: str, answers: Sequence[tuple[str, str]]) -> None:
        if self.asking is None:
            self.asking = ChoiceLine(self.parentWidget())
            self.asking.chosen.connect(self._answer)
            put_below(self, self.asking)
        self.asking.ask(question, answers)

    def _answer(self, key: str) -> None:
        typed = self.text().strip()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # before the button goes: the focus would go anywhere
        self._withdraw()
        if key == _RENAME:
            self._name, self._waiting = self.text(), ""
            self.changed.emit()
        elif key == _KEEP:
            self.setText(self._name)
        else:
            self.setText(self._name)  # until the plan says who its client is
            self.another_client.emit(typed, "" if key == _NEW else key)

    def _withdraw(self) -> None:
        if self.asking is not None:
            self.asking.withdraw()

    def _text(self) -> str:
        return self._name

    def _show(self, name: str) -> None:
        self._shown_name = name
        if name == self._name:
            return
        self._name, self._shared, self._typed_over, self._waiting = name, None, False, ""
        self._withdraw()
        self._tell("")
        if name != self.text():
            self.setText(name)
            self.setCursorPosition(0)

    value = value_property(_text, _show, LineField.changed)
