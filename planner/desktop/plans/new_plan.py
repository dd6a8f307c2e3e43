"""The questions before a new plan or a copy: whose call it is, and whether it goes on from their last one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.choice_line import ChoiceLine
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.suggestions import SuggestingLine, suggesting_completer
from planner.desktop.widgets.tab_order import TabsAsLaidOut
from planner.model.names import name_key
from planner.model.plan_summary import PlanSummary
from planner.translation import _
from planner.wording.clients_apart import NamedClient, client_labels
from planner.wording.days import day
from planner.wording.text import joined, one_line

LastCall = Callable[[str], PlanSummary | None]
"""Looks up the plan of the last call held with the client of an id; None if there was none."""


_INDENT = 24
"""Pixels by which what is said of a box stands under its text."""


def _never_called(_client_id: str) -> None:
    return None


class ClientDialog(QDialog):
    """A dialog that asks for a client: one of those known, or a new one by name.

    Clients of one name are offered with what tells them apart; while the name leaves it open, which is meant
    is asked, and without a client the dialog cannot be accepted. `asks` is the question, about a call's
    client where none is given.
    """

    def __init__(
        self, clients: Sequence[NamedClient], parent: QWidget, *, title: str, accept: str, asks: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._clients = tuple(clients)
        self._labels = client_labels(clients)
        self._may_be_blank = False
        question = PlainLabel(asks or _("Who is the call with?"), self)
        question.setProperty("role", "question")
        self.client = SuggestingLine(self)
        self.client.setValidator(FitCharacters(self))
        self.client.setPlaceholderText(_("The company's name, e.g. Tarn Valley Water"))
        self.client.setAccessibleName(_("Client"))
        self.client.setMinimumWidth(360)
        self.client.setCompleter(suggesting_completer(list(self._labels.values()), self.client))
        question.setBuddy(self.client)
        self._hint = PlainLabel(parent=self)
        self._hint.setProperty("role", "hint")
        self.asking = ChoiceLine(self)
        self.asking.chosen.connect(self._mean)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        start = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        start.setText(accept)
        set_role(start, "primary")  # the box has styled it as an ordinary button
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        all_of_it = TabsAsLaidOut(self)
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.addWidget(all_of_it)
        self.column = QVBoxLayout(all_of_it)
        self.column.setContentsMargins(24, 24, 24, 16)
        self.column.setSpacing(8)
        for widget in (question, self.client, self._hint, self.asking):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        self.column.addWidget(self._buttons)
        self.client.textChanged.connect(self._describe)
        self._describe(self.client.text())

    @property
    def client_name(self) -> str:
        """The name of the client meant, as typed where it is a new one, without spaces around it."""
        known = self._meant()
        return known[0].name if len(known) == 1 else self.client.text().strip()

    @property
    def client_id(self) -> str:
        """The id of the client meant; "" for a new one, and while several of the name may be meant."""
        known = self._meant()
        return known[0].id if len(known) == 1 else ""

    @property
    def hint(self) -> str:
        """What is said about the name typed."""
        return self._hint.text()

    def mean_client(self, client_id: str) -> None:
        """Put in the client of that id, to be accepted or typed over; nothing for one not known."""
        if client_id in self._labels:
            self.client.setText(self._labels[client_id])
            self.client.selectAll()

    def _meant(self) -> list[NamedClient]:
        """Return the clients that the text may mean: the one it tells apart, or all of that name."""
        key = name_key(self.client.text())
        labelled = [client for client in self._clients if name_key(self._labels[client.id]) == key]
        return labelled or [client for client in self._clients if name_key(client.name) == key]

    def _mean(self, client_id: str) -> None:
        # Before the button goes, and the focus anywhere.
        self.client.setFocus(Qt.FocusReason.OtherFocusReason)
        self.client.setText(self._labels[client_id])

    def _describe(self, text: str) -> None:
        name, known = text.strip(), self._meant()
        may_start = len(known) < 2 and (bool(name) or self._may_be_blank)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(may_start)
        hint = _("A client you already have.") if known else _("A new client.")
        self._hint.setText(hint if name and len(known) < 2 else "")
        if len(known) < 2:
            self.asking.withdraw()
        else:
            question = _("You have {count} clients called {name}. Which one is it?")
            labels = [(client.id, self._labels[client.id]) for client in known]
            self.asking.ask(question.format(count=len(known), name=known[0].name.strip()), labels)
        self.grow()

    def grow(self) -> None:
        """Make room for what is said now; a dialog does not grow with a text that wraps."""
        self.column.activate()
        self._around.activate()
        height = self.column.totalHeightForWidth(self.width())
        if self.height() < height:
            self.resize(self.width(), height)


class NewPlanDialog(ClientDialog):
    """The dialog before a new plan: asks for the client, offering known ones, and whether it is ten-minute.

    A plan for a client with whom a call was held goes on from that one, unless one says otherwise. Accepted,
    it emits `chosen` and makes no plan itself; without a name it cannot be accepted.
    """

    chosen = Signal(str, bool, str, str)
    """The client's name, whether the plan is to take ten minutes, the ids of the plan to go on from and of
    the client: "" for a blank plan, "" for a new client.
    """

    def __init__(
        self,
        clients: Sequence[NamedClient],
        parent: QWidget,
        *,
        ten_minutes: bool = False,
        last_call: LastCall = _never_called,
    ) -> None:
        super().__init__(clients, parent, title=_("New plan"), accept=_("Start planning"))
        self._last_call = last_call
        self._last: PlanSummary | None = None
        self.goes_on = QCheckBox(_("&Go on from the last call"), self)
        self.goes_on.setChecked(True)
        self._from = PlainLabel(parent=self)
        self._from.setProperty("role", "hint")
        self._from.setWordWrap(True)
        self._from.setContentsMargins(_INDENT, 0, 0, 8)
        self.essentials = QCheckBox(_("&Only the essential questions, in ten minutes"), self)
        self.essentials.setChecked(ten_minutes)
        for part in (self.goes_on, self._from, self.essentials):
            self.column.insertWidget(self.column.count() - 2, part)
        self.client.textChanged.connect(self._offer)
        self._offer()
        self.accepted.connect(self._tell)

    @property
    def offer(self) -> str:
        """What is said of the last call, from which the plan may go on; "" if none was held."""
        return "" if self._last is None else self._from.text()

    def _tell(self) -> None:
        goes_on_from = self._last.id if self._last is not None and self.goes_on.isChecked() else ""
        self.chosen.emit(self.client_name, self.essentials.isChecked(), goes_on_from, self.client_id)

    def _offer(self) -> None:
        self._last = self._last_call(self.client_id) if self.client_id else None
        self._from.setText("" if self._last is None else _about_last(self._last))
        for widget in (self.goes_on, self._from):
            widget.setVisible(self._last is not None)
        self.grow()


class DuplicateDialog(ClientDialog):
    """The dialog before a copy of a plan: its client is there already, to be accepted or typed over.

    Accepted, it emits `copy_wanted` and makes no copy itself.
    """

    copy_wanted = Signal(str, str, str)
    """The id of the plan to copy, the client's name, and the id of a known one or ""."""

    def __init__(self, clients: Sequence[NamedClient], plan: PlanSummary, parent: QWidget) -> None:
        super().__init__(clients, parent, title=_("Duplicate plan"), accept=_("Duplicate"))
        self._plan = plan
        self._preset = self._labels.get(plan.client_id, plan.client)
        self._may_be_blank = not self._preset.strip()  # the copy of a plan for nobody yet
        self.client.setText(self._preset)
        self._describe(self._preset)
        self.client.selectAll()
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        own = self._plan.client_id if self.client.text() == self._preset else self.client_id
        self.copy_wanted.emit(self._plan.id, self.client_name, own)


def _about_last(last: PlanSummary) -> str:
    """Return when the last call was and what it was about, and what a plan that goes on from it has."""
    on = last.held_on or last.planned_day
    about = joined((day(on), one_line(last.title)), ", ")
    brings = _("Questions, concerns, agenda, price and what they said come along.")
    if last.outcome is None:
        brings = _(
            "It is not reviewed yet: review it first, and what they said and promised comes along too."
        )
    return "\n".join(line for line in (about, brings) if line)
