"""Problems and warnings of the figures, each shown at the field it belongs to."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QWidget

from planner.desktop.fields import RowsField
from planner.desktop.price.views import FieldNotes
from planner.desktop.widgets.roles import set_role
from planner.model.pricing.field_problem import FieldProblem
from planner.translation import N_, _

_CAPTIONS = {
    "low": N_("Low"),
    "likely": N_("Likely"),
    "high": N_("High"),
    "units": N_("The units"),
    "currency": N_("The currency"),
    "rate": N_("The rate"),
    "term_months": N_("The term"),
}
"""What a field is called before a message about it that is no sentence of its own."""
_ROWS = ("price.ours", "price.alternative.prices", "price.drivers")


class PriceNotes:
    """Hands every problem and warning to the notes under its field; what has none there is left out."""

    def __init__(self, form: QWidget) -> None:
        rows = form.findChildren(RowsField)
        self._rows = {
            str(field.property("field")): field for field in rows if field.property("field") in _ROWS
        }
        in_rows = [note for rows in self._rows.values() for note in rows.findChildren(FieldNotes)]
        self._notes = [note for note in form.findChildren(FieldNotes) if note not in in_rows]

    def show(self, problems: Iterable[FieldProblem], warnings: Iterable[FieldProblem]) -> None:
        """Show these and nothing else, each under its field, problems before warnings."""
        sentences: dict[FieldNotes, list[str]] = {}
        wrong: set[FieldNotes] = set()
        for is_problem, group in ((True, problems), (False, warnings)):
            for problem in group:
                note = self._place_of(problem.path)
                if note is None:
                    continue
                sentences.setdefault(note, []).append(note_sentence(problem))
                if is_problem:
                    wrong.add(note)
        for note in self._all():
            set_role(note, "problem" if note in wrong else "hint")
            note.say("\n".join(dict.fromkeys(sentences.get(note, ()))))

    def _all(self) -> Iterator[FieldNotes]:
        yield from self._notes
        for rows in self._rows.values():
            for frame in rows.frames:
                yield from frame.findChildren(FieldNotes)

    def _place_of(self, path: str) -> FieldNotes | None:
        rows, _, rest = path.partition("[")
        if rows not in self._rows or not rest:
            return next((note for note in self._notes if note.is_about(path)), None)
        at, _, field = rest.partition("]")
        frames = self._rows[rows].frames
        if int(at) >= len(frames):
            return None
        notes = frames[int(at)].findChildren(FieldNotes)
        return next((note for note in notes if note.is_about(field.lstrip(".") or ".")), None)


def note_sentence(problem: FieldProblem) -> str:
    """Return a problem of the price, or a warning, as a sentence: its own, or else field and message."""
    if problem.sentence:
        return problem.sentence
    field = _(_CAPTIONS[problem.path.rpartition(".")[2]])
    return _("{field}: {message}.").format(field=field, message=problem.message)
