"""Writes what happens in the call into the reflection, as it happens."""

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace

from planner.coaching.call_notes import (
    is_asked,
    with_item_held,
    with_note,
    with_price_raised,
    with_question,
)
from planner.coaching.reflection_start import reflection_started
from planner.desktop.editing.document import PlanDocument
from planner.model.call import day_held
from planner.model.reflection import Reflection
from planner.model.terms import RaisedBy
from planner.translation import _

_REFLECTION = "reflection"


class ReflectionEditor:
    """The reflection of a document, from the side of who leads the call. Each mark is one undo step.

    A call led today is held today, whatever day it was planned for: `led_on` is the day by the clock.
    """

    def __init__(self, document: PlanDocument, led_on: dt.date) -> None:
        self._document = document
        self._led_on, self._by_the_clock = led_on, False
        self.before = document.preparation.plan.reflection
        document.finish_edit()
        self._entered_at = document.undo_stack.index()
        self._note_begun: Reflection | None = None
        self._noted = ""
        self._with_note = self.before

    @property
    def told(self) -> Reflection:
        """The reflection as it is now."""
        return self._document.preparation.plan.reflection

    @property
    def changed(self) -> bool:
        """Whether the reflection differs from what it was when the call was entered."""
        return self.told != self.before

    def lead(self, on: dt.date) -> None:
        """Take note that the clock was started on this day: the next mark notes that the call was held on it.

        A call that has an outcome was reviewed already, and keeps the day it was held.
        """
        self._led_on, self._by_the_clock = on, True

    def note_day(self) -> None:
        """Note the day of the call, unless noted already, where there is nothing else to note of it.

        It is for a call that was led by the clock.
        """
        started = self._started()
        if started.held_on != self.told.held_on:
            self._document.edit_as_one_step(_REFLECTION, started, words=_("the day of the call"))

    def hold(self, topic: str, minutes: int | None) -> None:
        """Note that an item was held, for so many minutes; None leaves those noted. Not for a blank topic."""
        if topic.strip():
            self._note(lambda reflection: with_item_held(reflection, topic, minutes), _("the agenda"))

    def go_on(self, topic: str, minutes: int) -> None:
        """Note an item that still runs as held, for the minutes it has taken; nothing for a blank topic.

        Such notes that follow each other are one undo step.
        """
        if topic.strip():
            self._document.edit(
                _REFLECTION, with_item_held(self._started(), topic, minutes), words=_("the agenda")
            )

    def toggle(self, question: str) -> None:
        """Note that a question was asked, or take that back."""
        asked = not is_asked(self.told, question)
        self._note(lambda reflection: with_question(reflection, question, asked=asked), _("a question asked"))

    def note(self, text: str, minute: int | None) -> None:
        """Put a note as typed so far, with its minute, into the reflection; blank takes it out again.

        Each call replaces what was typed of this note before, until `end_note`. What else is noted stays.
        """
        if self._note_begun is None:
            if not text.strip():
                return
            self._document.finish_edit()
            self._note_begun = self.told
        started = self._started()
        bare = replace(started, notes=started.notes.removesuffix(self._noted))
        if text.strip():
            after = with_note(bare, text, minute)
        else:
            after = self._note_begun if self.told == self._with_note else bare
        self._document.edit(_REFLECTION, after, words=_("a note"))
        self._noted = after.notes[len(bare.notes) :]
        self._with_note = self.told

    def end_note(self) -> None:
        """Leave the note as it is; the next one is another undo step."""
        self._note_begun, self._noted = None, ""
        self._document.finish_edit()

    def raise_price(self, by: RaisedBy, minute: int | None) -> None:
        """Note who raised the price, and at which minute; None if the clock was never started."""
        self._note(lambda reflection: with_price_raised(reflection, by, minute), _("who raised the price"))

    def take_back(self) -> None:
        """Put the reflection back as it was when the call was entered, as one undo step."""
        self._document.edit_as_one_step(_REFLECTION, self.before, words=_("the reflection"))

    def undo(self) -> bool:
        """Undo the last step since the call was entered; False if there is none."""
        stack = self._document.undo_stack
        if stack.index() <= self._entered_at:
            return False
        stack.undo()
        return True

    def redo(self) -> None:
        """Do again what was undone last, if anything was."""
        self._document.undo_stack.redo()

    def _note(self, change: Callable[[Reflection], Reflection], words: str) -> None:
        """Change the reflection; the first mark brings the plan's agenda and questions over."""
        self._document.edit_as_one_step(_REFLECTION, change(self._started()), words=words)

    def _started(self) -> Reflection:
        """Return the reflection with the plan brought over, and the day the call is led."""
        told = self.told
        started = reflection_started(self._document.preparation.plan, self._led_on)
        keeps_day = told.held_on is not None and (told.outcome is not None or not self._by_the_clock)
        held_on = day_held(told.held_on, self._led_on) if keeps_day else self._led_on
        return replace(started, held_on=held_on)
