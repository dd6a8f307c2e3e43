"""The plan being worked on: its current value, undo and redo, and whether it is saved."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from planner.coaching.another_client import OF_EARLIER_CALLS, moved_to_client
from planner.coaching.derived_edits import with_derived_edits, without_marks
from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.autosave import AUTOSAVE_MS, SaveState
from planner.desktop.editing.undo_history import ClientHistory, EditCommand
from planner.model.client import Client
from planner.model.errors import FieldError
from planner.model.field_texts import same_unread, with_texts_following, with_texts_moved, with_unread
from planner.model.fields import blank_row, with_field
from planner.model.ids import with_new_row_ids
from planner.model.mentions import mentions
from planner.model.plan import Plan, Preparation, absolute_path
from planner.model.rows_to_come import read_or_blank, with_row_to_come, without_blank_row
from planner.model.text_at_path import Texts, after_insert, after_move, after_remove
from planner.model.values import same_value
from planner.translation import _
from planner.wording.field_words import field_in_words

__all__ = ["PlanDocument", "SaveState"]

CLIENT_FIELDS = tuple(name for name in Client.__struct_fields__ if name != "id")


class PlanDocument(QObject):
    """The client being edited, and perhaps one of its plans, with undo and autosave.

    Without a plan, which then has no id, it is a document of the client alone. Undo and autosave go on in the
    document of another plan that `go_on_with` returns. Paths are form paths: `case.why_now`.
    """

    changed = Signal(str)
    """The form path of what changed: a field, a list of rows, or "" for anything."""
    save_state_changed = Signal()
    retraced = Signal(object, object)
    """Undo or redo was done: the Preparation before, and the form paths of what changed, edited first."""
    problem_noted = Signal()
    """What an input could not read, and so is not in the plan, has changed."""

    def __init__(
        self,
        preparation: Preparation,
        *,
        save: Callable[[Preparation], None],
        jobs: Jobs,
        today: Callable[[], dt.date],
        autosave_ms: int = AUTOSAVE_MS,
        retry_ms: int = 2_000,
        parent: QObject | None = None,
        history: ClientHistory | None = None,
    ) -> None:
        """`history` is that of a document before; then it is the history's way of saving that counts."""
        super().__init__(parent)
        self._preparation = preparation
        self._preparation = preparation = self._with_row_ids(preparation)
        self._today = today
        self._typing_in, self._before_typing = "", preparation
        self._touched: tuple[str, ...] = ()
        self._pushing = self._retired = False
        self._save, self._jobs = save, jobs
        if history is None:
            history = ClientHistory(self, save=save, jobs=jobs, delay_ms=autosave_ms, retry_ms=retry_ms)
        else:
            history.go_on_in(self)
        self.history = history
        """Shared with the documents that follow this one."""
        history.autosave.state_changed.connect(self.save_state_changed)

    @property
    def preparation(self) -> Preparation:
        """The client and the plan as they are now; a plan without an id stands for none."""
        return self._preparation

    @property
    def undo_stack(self) -> QUndoStack:
        """The undo steps, those of the documents before this one too."""
        return self.history.undo_stack

    @property
    def today(self) -> dt.date:
        """Today's date."""
        return self._today()

    @property
    def clock(self) -> Callable[[], dt.date]:
        """A function that returns today's date whenever it is called."""
        return self._today

    @property
    def save_state(self) -> SaveState:
        """Whether what is shown is on disk, waits to be saved, is being saved, or could not be saved."""
        return self.history.autosave.state

    @property
    def save_error(self) -> str:
        """Why the last save failed, in words for the person; "" when it did not."""
        return self.history.autosave.error

    def read(self, path: str) -> Any:
        """Return the value at the path; in the row after a list's last one, what a blank row holds.

        FieldError if there is no such field or row.
        """
        return read_or_blank(self._preparation, absolute_path(path))

    def read_before(self, path: str, typed_in: str) -> Any:
        """Return the value at the path as it was before the typing in the field `typed_in` began.

        If nobody types there, as it is now. FieldError if there is no such field or row.
        """
        base = self._before_typing if typed_in == self._typing_in else self._preparation
        return read_or_blank(base, absolute_path(path))

    @property
    def being_typed(self) -> tuple[str, ...]:
        """The form paths of the field being typed in and of those edited along with it; () if none."""
        return self._touched if self._typing_in else ()

    def edit(
        self,
        path: str,
        value: object,
        *,
        words: str = "",
        along: Mapping[str, object] | None = None,
        unread: Mapping[str, str] | None = None,
    ) -> None:
        """Change a field: one undo step, merged with the edits of it since the last `finish_edit`.

        `words` name the field in "Undo typing in …"; `along` are other fields that change in the same
        step. What follows from the change (`_consequences`) is part of the step. `unread` are texts
        that could not be read, by the form path of their field, "" for one that was mended. In the row after
        a list's last one, a value or such a text begins that row; left blank, the row is not begun.
        FieldError if a value does not fit its field: nothing is changed then.
        """
        continues = path == self._typing_in
        base = self._before_typing if continues else self._preparation
        after = base
        edits = {path: value, **(along or {})}
        for field, its_value in edits.items():
            after = with_row_to_come(after, absolute_path(field))
            after = with_field(after, absolute_path(field), its_value)
        if not any((unread or {}).values()):
            after = without_blank_row(base, after, absolute_path(path))
        after, followed = self._consequences(base, after, (path,))
        for field, text in (unread or {}).items():
            after = with_unread(after, field, text)
        # What only an earlier key of this typing changed is again as it was before, and is shown so.
        earlier = self._touched if continues else ()
        touched = tuple(dict.fromkeys((*edits, *(unread or {}), *followed, *earlier)))
        if same_unread(after, self._preparation) and all(
            same_value(self.read(field), read_or_blank(after, absolute_path(field))) for field in touched
        ):
            return
        if not continues:
            self._typing_in, self._before_typing = path, self._preparation
        self._touched = touched
        is_text = isinstance(value, str) and not isinstance(value, Enum)
        pattern = _("typing in {field}") if is_text else _("change of {field}")
        self._push(after, touched, pattern.format(field=words or field_in_words(path)), continues=continues)

    def edit_as_one_step(
        self, path: str, value: object, *, words: str = "", along: Mapping[str, object] | None = None
    ) -> None:
        """Change a field as `edit` does, in an undo step that neither typing before nor after it joins."""
        self.finish_edit()
        self.edit(path, value, words=words, along=along)
        self.finish_edit()

    def edit_whole(self, after: Preparation, paths: tuple[str, ...], *, words: str) -> None:
        """Take over a preparation that differs at these form paths: one undo step, called `words`.

        What follows from the changes (`_consequences`) is part of the step.
        """
        self.finish_edit()
        after, followed = self._consequences(self._preparation, after, paths)
        self._push(after, (*paths, *followed), words, continues=False)

    def insert_row(self, path: str, at: int, row: object = None, *, words: str = "") -> None:
        """Put a row, blank if none is given, before row `at` of the list at the path; one undo step."""
        new_row = blank_row(Preparation, absolute_path(path)) if row is None else row
        rows = self.read(path)
        self._set_rows(
            path,
            (*rows[:at], new_row, *rows[at:]),
            words or _("adding to {list}").format(list=field_in_words(path)),
            partial(after_insert, at=at),
        )

    def remove_row(self, path: str, at: int, *, words: str = "") -> None:
        """Take row `at` out of the list at the path; one step. FieldError if there is no such row."""
        rows = self._rows_with(path, at)
        self._set_rows(
            path,
            (*rows[:at], *rows[at + 1 :]),
            words or _("removing from {list}").format(list=field_in_words(path)),
            partial(after_remove, at=at),
        )

    def move_row(self, path: str, at: int, to: int, *, words: str = "") -> None:
        """Move row `at` of the list at the path so that it becomes row `to`; one step.

        FieldError if there is no row `at`; nothing if there is no row `to`.
        """
        rows = list(self._rows_with(path, at))
        if to == at or not 0 <= to < len(rows):
            return
        rows.insert(to, rows.pop(at))
        self._set_rows(
            path,
            tuple(rows),
            words or _("moving in {list}").format(list=field_in_words(path)),
            partial(after_move, at=at, to=to),
        )

    def move_to_client(self, client: Client, earlier: Sequence[Plan] = ()) -> None:
        """Have the plan be for another client, which may be a new one; one undo step.

        `earlier` are that client's plans, for what happened in the last call. Nothing if the plan is for that
        client already.
        """
        self.finish_edit()
        before = self._preparation
        after = self._with_row_ids(moved_to_client(before, client, earlier, self.today))
        people = (
            mention.id_path.removeprefix("plan.")
            for mention in mentions(before)
            if mention.path.startswith("plan.")
        )
        paths = (*_differing(client, before.client), *people, *OF_EARLIER_CALLS)
        if client.id != before.client.id:
            self._push(after, paths, _("another client"), continues=False)

    def go_on_with(self, preparation: Preparation) -> "PlanDocument":
        """Return the document of another plan of this client, or of the client alone if the plan has no id.

        It has this one's history. The client as stored with the plan is taken over, as an undo step where it
        differs from the one here. This document takes no more edits, and tells of none.
        """
        self.finish_edit()
        client = self._preparation.client
        following = PlanDocument(
            msgspec.structs.replace(preparation, client=client),
            save=self._save,
            jobs=self._jobs,
            today=self._today,
            history=self.history,
        )
        self._retired = True
        self.blockSignals(True)  # the inputs bound to it are deleted later
        differing = _differing(client, preparation.client)
        if differing:
            following.edit_whole(preparation, differing, words=_("changes made elsewhere"))
        return following

    def finish_edit(self) -> None:
        """End the undo step of the field being typed in; the next edit begins another."""
        self._typing_in = ""

    def save_now(self) -> None:
        """Start saving at once."""
        self.history.autosave.save_now()

    def close_saved(self) -> bool:
        """Block until everything is on disk; False, with `save_error`, if it could not be written."""
        self.finish_edit()
        return self.history.autosave.close_saved()

    def show_step(self, preparation: Preparation, paths: tuple[str, ...]) -> None:
        """Make what an undo step leads to the current preparation, and emit `changed` for each path.

        The days it was edited on stay as they are now. It is saved by and by.
        """
        if preparation.plan.edited_on != self._preparation.plan.edited_on:
            plan = msgspec.structs.replace(preparation.plan, edited_on=self._preparation.plan.edited_on)
            preparation = msgspec.structs.replace(preparation, plan=plan)
        if not self._pushing:
            self.finish_edit()
        before, self._preparation = self._preparation, preparation
        self.history.autosave.note(preparation)
        for path in paths:
            self.changed.emit(path)
        if not self._pushing:
            self.retraced.emit(before, paths)

    def stamped(self) -> Preparation:
        """Return the preparation to save: a plan has today among the days on which it was edited."""
        plan, today = self._preparation.plan, self._today()
        if plan.id and today not in plan.edited_on:
            plan = msgspec.structs.replace(plan, edited_on=(*plan.edited_on, today))
            self._preparation = msgspec.structs.replace(self._preparation, plan=plan)
        return self._preparation

    def _push(self, after: Preparation, paths: tuple[str, ...], words: str, *, continues: bool) -> None:
        if self._retired:
            return
        after, unmarked = without_marks(after, paths)
        step = EditCommand(
            self.history, self._preparation, after, (*paths, *unmarked), words, continues=continues
        )
        self._pushing = True
        try:
            self.undo_stack.push(step)
        finally:
            self._pushing = False

    def _rows_with(self, path: str, at: int) -> tuple[Any, ...]:
        rows: tuple[Any, ...] = self.read(path)
        if not 0 <= at < len(rows):
            raise FieldError(path, _("there is no row {number}").format(number=at))
        return rows

    def _set_rows(
        self, path: str, rows: tuple[Any, ...], words: str, move: Callable[[Texts, str], Texts]
    ) -> None:
        self.finish_edit()
        after = with_field(self._preparation, absolute_path(path), rows)
        after = with_texts_moved(after, path, move)
        after, followed = self._consequences(self._preparation, after, (path,))
        self._push(after, (path, *followed), words, continues=False)

    def _consequences(
        self, before: Preparation, after: Preparation, paths: tuple[str, ...]
    ) -> tuple[Preparation, tuple[str, ...]]:
        """Return `after` with all that follows from edits at the form paths, and the paths changed thereby.

        New contacts and touches have ids; names, sums and what else is derived go along; unread texts follow
        their fields.
        """
        after = self._with_row_ids(after)
        after, followed = with_derived_edits(before, after, paths, self.today)
        return with_texts_following(before, after), followed

    def _with_row_ids(self, after: Preparation) -> Preparation:
        """Return the preparation with an id for each contact and touch; one being typed keeps its id."""
        client, known = after.client, self._preparation.client
        contacts = with_new_row_ids(client.contacts, known.contacts)
        touches = with_new_row_ids(client.touches, known.touches)
        if contacts is client.contacts and touches is client.touches:
            return after
        client = msgspec.structs.replace(client, contacts=contacts, touches=touches)
        return msgspec.structs.replace(after, client=client)


def _differing(client: Client, other: Client) -> tuple[str, ...]:
    """Return the form paths of the client's fields that differ in two clients, the id left out."""
    changed = (name for name in CLIENT_FIELDS if getattr(client, name) != getattr(other, name))
    return tuple(f"client.{name}" for name in changed)
