"""The questions before a client is made, merged or erased."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from planner.desktop.fields.field import CalmCombo
from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.choice_line import ChoiceLine
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.suggestions import SuggestingLine, suggesting_completer
from planner.model.names import name_key, same_name
from planner.translation import _, ngettext
from planner.wording.clients_apart import NamedClient, client_labels

_WIDTH = 440
_NEW = "/new"
"""An answer beside the ids of clients, which hold no slash."""


class _Dialog(QDialog):
    """A dialog with a column of parts above its buttons."""

    def __init__(self, parent: QWidget, *, title: str, accept: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.accepting = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.accepting.setText(accept)
        set_role(self.accepting, "primary")  # the box has styled it as an ordinary button
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 16)
        self.column.setSpacing(8)

    def put(self, *parts: QWidget) -> None:
        """Put these parts below each other, and the buttons under them."""
        for part in parts:
            self.column.addWidget(part)
        self.column.addSpacing(8)
        self.column.addWidget(self.buttons)

    def label(self, text: str, role: str) -> PlainLabel:
        """Return a label that wraps."""
        label = PlainLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def grow(self) -> None:
        """Make room for what is said now; a dialog does not grow with a text that wraps."""
        self.column.activate()
        height = self.column.totalHeightForWidth(self.width())
        if self.height() < height:
            self.resize(self.width(), height)


class NewClientDialog(_Dialog):
    """The dialog before a new client: its name, and for one that is known whether it is the same.

    Accepted, it emits `named`, or `known` where a client who is there already is meant.
    """

    named = Signal(str)
    """The name of a new client."""
    known = Signal(str)
    """The id of a client who is there already."""

    def __init__(self, clients: Sequence[NamedClient], parent: QWidget) -> None:
        super().__init__(parent, title=_("New client"), accept=_("Add client"))
        self._clients = tuple(clients)
        self._is_another = False
        question = self.label(_("Who is the client?"), "question")
        self.name = SuggestingLine(self)
        self.name.setValidator(FitCharacters(self))
        self.name.setPlaceholderText(_("The company's name, e.g. Tarn Valley Water"))
        self.name.setAccessibleName(_("Client"))
        question.setBuddy(self.name)
        self.asking = ChoiceLine(self)
        self.asking.chosen.connect(self._mean)
        self.put(question, self.name, self.asking)
        self.name.textChanged.connect(self._describe)
        self._describe(self.name.text())
        self.accepted.connect(self._tell)

    def _alike(self) -> list[NamedClient]:
        key = name_key(self.name.text())
        return [client for client in self._clients if key and name_key(client.name) == key]

    def _describe(self, _text: str) -> None:
        self._is_another = False
        alike = self._alike()
        self.accepting.setEnabled(bool(self.name.text().strip()) and not alike)
        if not alike:
            self.asking.withdraw()
            return
        labels = client_labels(alike)
        name = alike[0].name.strip()
        self.asking.ask(
            _("You have a client called {name} already. Is it the same?").format(name=name),
            [
                *(
                    (client.id, _("It is {client}, whom you have already").format(client=labels[client.id]))
                    for client in alike
                ),
                (_NEW, _("No, it is another of that name")),
            ],
        )
        self.grow()

    def _mean(self, key: str) -> None:
        if key == _NEW:
            self.name.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # before the button goes, and the focus anywhere
            self._is_another = True
            self.asking.withdraw()
            self.accepting.setEnabled(True)
        else:
            self.known.emit(key)
            self.reject()

    def _tell(self) -> None:
        if not self._alike() or self._is_another:
            self.named.emit(self.name.text().strip())


class MergeDialog(_Dialog):
    """The dialog before two clients become one: with which, under which name, and what will happen.

    Accepted, it emits `wanted` with the id of the client that is left and that of the one that is no more.
    """

    wanted = Signal(str, str)

    def __init__(
        self, client: NamedClient, others: Sequence[NamedClient], parent: QWidget, *, other_id: str = ""
    ) -> None:
        """`other_id` is that of the other, where it is known already."""
        super().__init__(parent, title=_("Merge two clients"), accept=_("Merge"))
        self._client, self._others = client, tuple(others)
        self._labels = client_labels((client, *self._others))
        own = self._labels[client.id]
        question = self.label(_("Which client is the same as {client}?").format(client=own), "question")
        self.other = SuggestingLine(self)
        self.other.setAccessibleName(question.text())
        self.other.setPlaceholderText(_("A client you already have"))
        self.other.setCompleter(
            suggesting_completer([self._labels[other.id] for other in self._others], self.other)
        )
        question.setBuddy(self.other)
        self.kept = self.label(_("Which name stays?"), "question")
        self.own_name, self.other_name = QRadioButton(self), QRadioButton(self)
        self.own_name.setText(own.replace("&", "&&"))
        self.own_name.setChecked(True)
        self.what_happens = self.label("", "hint")
        self.put(question, self.other, self.kept, self.own_name, self.other_name, self.what_happens)
        self.other.textChanged.connect(self._describe)
        self.own_name.toggled.connect(self._describe)
        self.other.setText(self._labels.get(other_id, ""))
        self._describe()
        self.accepted.connect(self._tell)

    def _meant(self) -> NamedClient | None:
        """Return the client the text means; None if it is none, or leaves open which."""
        key = name_key(self.other.text())
        exact = [other for other in self._others if name_key(self._labels[other.id]) == key]
        named = exact or [other for other in self._others if key and name_key(other.name) == key]
        return named[0] if len(named) == 1 else None

    def _describe(self) -> None:
        meant = self._meant()
        self.accepting.setEnabled(meant is not None)
        for widget in (self.kept, self.own_name, self.other_name, self.what_happens):
            widget.setVisible(meant is not None)
        if meant is not None:
            self.other_name.setText(self._labels[meant.id].replace("&", "&&"))
            kept, gone = self._in_order(meant)
            self.what_happens.setText(
                _(
                    "All plans, people, touches and promises of {gone} come to {kept}. Where both say "
                    "something and differ, {kept} counts, and the rest goes into the notes. "
                    "A backup is made before."
                ).format(gone=self._labels[gone.id], kept=self._labels[kept.id])
            )
        self.grow()

    def _in_order(self, meant: NamedClient) -> tuple[NamedClient, NamedClient]:
        return (self._client, meant) if self.own_name.isChecked() else (meant, self._client)

    def _tell(self) -> None:
        meant = self._meant()
        if meant is not None:
            kept, gone = self._in_order(meant)
            self.wanted.emit(kept.id, gone.id)


class EraseDialog(_Dialog):
    """The dialog before a client, or a person there, is erased: whom, what goes, and the name typed again.

    `asked` tells of whom is to be listed what would go, for `show_lines`. Accepted, it emits `wanted`.
    """

    asked = Signal(str)
    """What would go is wanted of this contact; "" for the whole client."""
    wanted = Signal(str)
    """This contact is to be erased; "" for the whole client."""

    def __init__(self, name: str, people: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """`people` are the ids and names of the client's contacts."""
        super().__init__(parent, title=_("Erase"), accept=_("Erase for good"))
        self._names = {"": name, **dict(people)}
        self._listed: str | None = None
        question = self.label(_("What is to be erased?"), "question")
        self.whom = CalmCombo(self)
        self.whom.setAccessibleName(question.text())
        whole = _("{client}, with all that is theirs").format(client=name)
        self.whom.addItem(whole, "")
        for contact_id, person in people:
            self.whom.addItem(_("{person} alone, wherever they are named").format(person=person), contact_id)
        question.setBuddy(self.whom)
        self.lines = self.label(_("Looking what there is…"), "hint")
        self._confirm = self.label("", "question")
        self.typed = InputLine(self)
        self._confirm.setBuddy(self.typed)
        warning = self.label(
            _("This cannot be undone. A backup of before goes by itself after 7 days."), "hint"
        )
        self.put(question, self.whom, self.lines, warning, self._confirm, self.typed)
        self.whom.currentIndexChanged.connect(self._ask)
        self.typed.textChanged.connect(self._allow)
        self.accepted.connect(self._tell)
        self._show_question()
        self._allow()

    @property
    def contact_id(self) -> str:
        """The id of the contact chosen; "" for the whole client."""
        return str(self.whom.currentData())

    def choose(self, contact_id: str) -> None:
        """Choose a contact, or by "" the whole client, and ask what would go."""
        self.whom.setCurrentIndex(max(0, self.whom.findData(contact_id)))
        self._ask()

    def show_lines(self, contact_id: str, lines: Sequence[str]) -> None:
        """Show what would go with this contact, or by "" with the client, if that is chosen now."""
        if contact_id == self.contact_id:
            self._listed = contact_id
            self.lines.setText("\n".join(lines) or _("Nothing else is kept of it."))
            self.grow()
            self._allow()

    def _ask(self) -> None:
        self._listed = None
        self.lines.setText(_("Looking what there is…"))
        self.typed.clear()
        self._show_question()
        self._allow()
        self.asked.emit(self.contact_id)

    def _show_question(self) -> None:
        name = self._names[self.contact_id].strip()
        text = _("Type “{name}” to erase it.").format(name=name) if name else _("Type “erase” to erase it.")
        self._confirm.setText(text)
        self.typed.setAccessibleName(text)

    def _allow(self) -> None:
        name = self._names[self.contact_id].strip() or "erase"
        self.accepting.setEnabled(self._listed == self.contact_id and same_name(self.typed.text(), name))

    def _tell(self) -> None:
        self.wanted.emit(self.contact_id)


class ErasedDialog(_Dialog):
    """The dialog after something was erased: what is left for the person to see to, and the backups.

    With backups that still hold it, accepting emits `backups_unwanted`.
    """

    backups_unwanted = Signal()

    def __init__(self, lines: Sequence[str], backups: int, parent: QWidget) -> None:
        pattern = ngettext("Delete this backup", "Delete these {count} backups", backups)
        accept = pattern.format(count=backups) if backups else _("Done")
        super().__init__(parent, title=_("Erased"), accept=accept)
        self.lines = self.label("\n".join(lines) or _("Nothing of it is left."), "hint")
        self.put(self.lines)
        leave = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        leave.setText(_("Leave them"))
        leave.setVisible(bool(backups))
        if backups:
            self.accepted.connect(self.backups_unwanted)
