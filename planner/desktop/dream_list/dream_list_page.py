"""The Dream list as a page: names and reasons quickly added, ranked, and reached out to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.coaching.week.dream_list import place_on
from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.dream_list.dream_commands import DreamCommands
from planner.desktop.dream_list.dream_list_view import DreamListView
from planner.desktop.dream_list.dream_rows import DreamRow, dream_rows
from planner.desktop.dream_list.dream_steps import moved_on_list, put_on_list, reason_given, taken_off_list
from planner.desktop.dream_list.names_known import NamesKnown
from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.services import Services
from planner.desktop.touches.client_step import ClientStep
from planner.desktop.touches.client_steps import ClientSteps
from planner.desktop.touches.reaching_out import ReachingOut
from planner.desktop.touches.rhythm_count import RhythmCount
from planner.desktop.touches.rhythm_view import RhythmView
from planner.desktop.walk.form_loader import FormLoader
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.choice_line import ChoiceLine
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.labels import HintLabel
from planner.desktop.widgets.suggestions import SuggestingLine
from planner.model.client_summary import ClientSummary
from planner.model.ids import new_id
from planner.translation import _, ngettext

WIDEST = 960
_ENOUGH = 10
"""With fewer names the page says how to begin."""


class DreamListPage(QWidget):
    """The page of the Dream list. What is changed in it is stored in the background, an undo step each.

    Whoever shows it has it `refresh` when the library changes.
    """

    client_wanted = Signal(str)
    """The page of a client is wanted; the client's id."""
    plan_wanted = Signal(str, str)
    """A plan for a client is wanted: the client's name and id."""

    def __init__(
        self,
        services: Services,
        *,
        actions: ClientSteps,
        reaching_out: ReachingOut,
        rhythm: RhythmCount,
        thresholds: CheckThresholds,
        forms: FormLoader,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Dream list"))
        self._plans, self._now = services.plans, services.now
        self._actions, self._reaching_out, self._thresholds = actions, reaching_out, thresholds
        self._rhythm_count = rhythm
        self._told = ""
        form = forms.load("dream_list", self)
        self.name, self.why = part(form, SuggestingLine, "newName"), part(form, InputLine, "newReason")
        self._count, self._intro, self._note = (
            part(form, HintLabel, name) for name in ("count", "intro", "note")
        )
        self._rhythm = part(form, RhythmView)
        self._known = NamesKnown(self.name)
        self.asking = part(form, ChoiceLine)
        self.list = DreamListView(services.theme, self)
        self.commands = DreamCommands(self)
        self._buttons = [part(form, EnterButton, name) for name in ("reachOut", "sequence")]
        self._lay_out(form)
        self._connect(form)
        self.refresh()

    @property
    def undo_stack(self) -> QUndoStack:
        """The acts that can be undone while the page is shown."""
        return self._actions.undo_stack

    @property
    def chosen(self) -> str:
        """The id of the client chosen in the list; "" if none is."""
        row = self.list.chosen
        return "" if row is None else row.client.id

    def take_focus(self) -> None:
        """Put the focus on the list, or where the first name is typed."""
        (self.list if self.list.lines.rows else self.name).setFocus()

    def refresh(self) -> None:
        """Show the list as the library has it now; the client chosen stays so, else the one in its place."""
        clients, now = self._plans.client_summaries(), self._now()
        chosen, at = self.chosen, self.list.currentIndex().row()
        self._show(dream_rows(clients, self._plans.summaries_of, now))
        self.list.choose(chosen)
        if self.list.chosen is None and self.list.lines.rows:
            at = min(max(at, 0), len(self.list.lines.rows) - 1)
            self.list.setCurrentIndex(self.list.lines.index(at))
        self._known.offer(clients)
        self._show_rhythm()
        self._rhythm_count.count()

    def add(self) -> None:
        """Put the client of the name typed at the end of the list, with the reason; an undo step.

        Where several bear the name, ask who is meant; without a name, put the focus there. Who is on the list
        already stays in place, and gets the reason.
        """
        if not self.name.text().strip():
            self.name.setFocus()  # a reason alone waits for its name
            return
        meant = self._known.meant()
        if len(meant) < 2:
            self._put_on(meant[0].id if meant else "")
            return
        question = _("You have {count} clients called {name}. Which one is it?")
        labels = [(client.id, self._known.label(client)) for client in meant]
        self.asking.ask(question.format(count=len(meant), name=meant[0].name.strip()), labels)
        self.asking.buttons[0].setFocus()

    def begin_name(self) -> None:
        """Put the focus where a name is typed."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_chosen(self) -> None:
        """Emit `client_wanted` for the chosen client; nothing if none is."""
        if self.chosen:
            self.client_wanted.emit(self.chosen)

    def reach_out(self) -> None:
        """Open the dialog for a touch with the chosen client; nothing if none is."""
        if self.chosen:
            self._reaching_out.reach_out(self.chosen)

    def lay_out(self) -> None:
        """Open the dialog for a sequence, new or there already, of the chosen client; nothing if none is."""
        if self.chosen:
            self._reaching_out.lay_out(self.chosen)

    def draft(self) -> None:
        """Show a draft of the wording for the next touch of the chosen client."""
        if self.chosen:
            self._reaching_out.draft(self.chosen)

    def plan_call(self) -> None:
        """Emit `plan_wanted` for the chosen client; nothing if none is."""
        if (row := self.list.chosen) is not None:
            self.plan_wanted.emit(row.client.name, row.client.id)

    def move_to_top(self) -> None:
        """Move the chosen client to the first place."""
        if self.chosen:
            self._move(self.chosen, 1)

    def take_off(self) -> None:
        """Take the chosen client off the list."""
        if (row := self.list.chosen) is not None:
            self._actions.carry_out(taken_off_list(row.client, row.place))

    def _put_on(self, client_id: str) -> None:
        """Put a client on the list: the one of the id, or a new one by the name typed; begin the next."""
        self.asking.withdraw()
        name, why = self.name.text().strip(), self.why.text().strip()
        known = self._plans.client_summary(client_id) if client_id else None
        place = None if known is None else place_on(self._plans.client_summaries(), client_id)
        if known is not None and place is not None:
            self._tell_on_list(known, place, why)
        else:
            title = name if known is None else known.name
            self._actions.carry_out(put_on_list(client_id or new_id(), title, why, known))
        self.name.clear()
        self.why.clear()
        self.name.setFocus()

    def _tell_on_list(self, known: ClientSummary, place: int, why: str) -> None:
        """Say where a client stands already; a reason typed for one without is kept."""
        self.list.choose(known.id)
        if why and not known.why_dream.strip():
            self._actions.carry_out(reason_given(known, why))
        elif why and why != known.why_dream:
            self._actions.carry_out(reason_given(known, f"{known.why_dream.rstrip()}\n{why}"))
        told = _("{client} is on the list already, No. {place}.")
        self._told = told.format(client=known.name, place=place)
        self._say(self._told)

    def _begin_another(self) -> None:
        """Leave what was asked and said of the name before."""
        self.asking.withdraw()
        self._told = ""

    def _move(self, client_id: str, to: int) -> None:
        row = next((row for row in self.list.lines.rows if row.client.id == client_id), None)
        if row is None or row.place == to:
            return
        self._actions.carry_out(moved_on_list(row.client, row.place, to))
        order = [other for other in self.list.lines.rows if other is not row]
        order.insert(to - 1, row)
        self.list.lines.show(_numbered(order))  # at once: the next key goes on from here
        self.list.choose(client_id)

    def _keep_reason(self, client_id: str, why: str) -> None:
        row = next((row for row in self.list.lines.rows if row.client.id == client_id), None)
        if row is not None:
            self._actions.carry_out(reason_given(row.client, why))

    def _follow_step(self, step: ClientStep) -> None:
        self.list.choose(step.client_id)

    def _give_back(self, step: ClientStep, _why: str) -> None:
        """Put what could not be stored back where it is typed, if nothing else is being typed there."""
        if any(step.typed) and not self.name.text() and not self.why.text():
            name, why = step.typed
            self.name.setText(name)
            self.why.setText(why)

    def _show(self, rows: Sequence[DreamRow]) -> None:
        self.list.lines.show(rows)
        self.list.setVisible(bool(rows))
        for button in self._buttons:
            button.setEnabled(bool(rows))
        count, size = len(rows), self._thresholds.now.dream_list_size
        self._count.setText(
            _("{count} of {size}").format(count=f"{count:,}", size=f"{size:,}") if rows else ""
        )
        self._intro.setVisible(count < _ENOUGH)
        self._say(self._told or (_too_long(count, size) if count > size else ""))

    def _show_rhythm(self) -> None:
        self._rhythm.show_rhythm(self._rhythm_count.rhythm, self._thresholds.now.touches_a_week)

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _connect(self, form: QWidget) -> None:
        for line in (self.name, self.why):
            line.setValidator(FitCharacters(self))
            line.returnPressed.connect(self.add)
        self.name.textEdited.connect(self._begin_another)
        self.asking.chosen.connect(self._put_on)
        part(form, EnterButton, "reachOut").clicked.connect(self.reach_out)
        part(form, EnterButton, "sequence").clicked.connect(self.lay_out)
        part(form, EnterButton, "inquiry").clicked.connect(self._reaching_out.ask_who_came)
        self.list.activated.connect(self.open_chosen)
        self.list.moved.connect(self._move)
        self.list.lines.why_typed.connect(self._keep_reason)
        self._actions.done.connect(self._follow_step)
        self._actions.refused.connect(self._give_back)
        self._thresholds.changed.connect(self.refresh)
        self._rhythm_count.counted.connect(self._show_rhythm)

    def _lay_out(self, form: QWidget) -> None:
        form.setMaximumWidth(WIDEST)
        place = part(form, QVBoxLayout, "listColumn")
        place.addWidget(self.list)
        for line in (self.name, self.why):
            assert isinstance(line, QLineEdit)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(24, 24, 24, 16)
        outside.addStretch(1)
        outside.addWidget(form, 100)
        outside.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _numbered(rows: Sequence[DreamRow]) -> tuple[DreamRow, ...]:
    from msgspec.structs import replace  # noqa: PLC0415 - only for a move

    return tuple(replace(row, place=place) for place, row in enumerate(rows, 1))


def _too_long(count: int, size: int) -> str:
    pattern = ngettext(
        "{count} on the list. {size} is a list you can keep in your head.",
        "{count} on the list. {size} is a list you can keep in your head.",
        count,
    )
    return pattern.format(count=f"{count:,}", size=f"{size:,}")
