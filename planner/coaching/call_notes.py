"""What is noted while the call runs: it is in the reflection already."""

from typing import TypeVar

from msgspec.structs import replace

from planner.model.part import Part
from planner.model.reflection import AgendaHeld, PriceRaised, QuestionAsked, Reflection
from planner.model.same_text import same_text
from planner.model.terms import RaisedBy

LONGEST = 1440
"""More minutes than these no call takes."""

P = TypeVar("P", bound=Part)


def with_item_held(reflection: Reflection, topic: str, minutes: int | None) -> Reflection:
    """Return the reflection with the agenda item of that topic held, for so many minutes, `LONGEST` at most.

    Minutes of None leave those noted before. An item that the reflection does not list yet is added last.
    """
    at = next((at for at, item in enumerate(reflection.agenda) if same_text(item.topic, topic)), None)
    before = AgendaHeld(topic=topic) if at is None else reflection.agenda[at]
    taken = before.minutes if minutes is None else min(minutes, LONGEST)
    held = replace(before, held=True, minutes=taken)
    return replace(reflection, agenda=_placed(reflection.agenda, at, held))


def with_question(reflection: Reflection, question: str, *, asked: bool) -> Reflection:
    """Return the reflection with that question asked or not asked; its answer stays.

    A question that the reflection does not list yet is added last.
    """
    at = next(
        (at for at, entry in enumerate(reflection.questions) if same_text(entry.question, question)), None
    )
    before = QuestionAsked(question=question) if at is None else reflection.questions[at]
    return replace(reflection, questions=_placed(reflection.questions, at, replace(before, asked=asked)))


def with_price_raised(reflection: Reflection, raised_by: RaisedBy, minute: int | None) -> Reflection:
    """Return the reflection with who raised the price at which minute; the reaction noted before stays.

    A minute after `LONGEST` becomes `LONGEST`; None blanks the minute noted before.
    """
    minute = None if minute is None else min(minute, LONGEST)
    price = PriceRaised(raised_by=raised_by, minute=minute, reaction=reflection.price.reaction)
    return replace(reflection, price=price)


def with_note(reflection: Reflection, text: str, minute: int | None) -> Reflection:
    """Return the reflection with a line added to its notes: `12′ text`, or just the text without a minute."""
    line = text.strip() if minute is None else f"{minute}′ {text.strip()}"
    return replace(reflection, notes="\n".join(note for note in (reflection.notes, line) if note))


def is_asked(reflection: Reflection, question: str) -> bool:
    """Whether the reflection lists the question as asked; False if it does not list it."""
    return any(entry.asked and same_text(entry.question, question) for entry in reflection.questions)


def _placed(rows: tuple[P, ...], at: int | None, row: P) -> tuple[P, ...]:
    return (*rows, row) if at is None else (*rows[:at], row, *rows[at + 1 :])
