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
        self._rows = {str(one.property("field")): one for one in rows if one.property("field") in _ROWS}
        in_rows = [one for rows in self._rows.values() for one in rows.findChildren(FieldNotes)]
        self._notes = [one for one in form.findChildren(FieldNotes) if one not in in_rows]

    def show(self, problems: Iterable[FieldProblem], warnings: Iterable[FieldProblem]) -> None:
        """Show these, problems before warnings, and nothing else."""
        told: dict[FieldNotes, list[str]] = {}
        wrong: set[FieldNotes] = set()
        for is_problem, group in ((True, problems), (False, warnings)):
            for one in group:
                note = self._place_of(one.path)
                if note is None:
                    continue
                told.setdefault(note, []).append(note_sentence(one))
                if is_problem:
                    wrong.add(note)
        for note in self._all():
            set_role(note, "problem" if note in wrong else "hint")
            note.say("\n".join(dict.fromkeys(told.get(note, ()))))

    def _all(self) -> Iterator[FieldNotes]:
        yield from self._notes
        for rows in self._rows.values():
            for frame in rows.frames:
                yield from frame.findChildren(FieldNotes)

    def _place_of(self, path: str) -> FieldNotes | None:
        rows, _, rest = path.partition("[")
        if rows not in self._rows or not rest:
            return next((one for one in self._notes if one.is_about(path)), None)
        at, _, field = rest.partition("]")
        frames = self._rows[rows].frames
        if int(at) >= len(frames):
            return None
        notes = frames[int(at)].findChildren(FieldNotes)
        return next((one for one in notes if one.is_about(field.lstrip(".") or ".")), None)


def note_sentence(problem: FieldProblem) -> str:
    """Return a problem of the price, or a warning, as a sentence that names its field."""
    if problem.sentence:
        return problem.sentence
    field = _(_CAPTIONS[problem.path.rpartition(".")[2]])
    return _("{field}: {message}.").format(field=field, message=problem.message)
