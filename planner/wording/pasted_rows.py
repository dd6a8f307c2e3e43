"""Which cell of a pasted table goes into which field of a list's rows: by header, by what it holds, in order.

Nothing is dropped: what fits no field, or cannot be read by the one of its column, is joined to the row's
text; only a header and the numbers of a numbered list are left out.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import partial
from typing import NamedTuple

from planner.model.same_text import text_key
from planner.wording.pasted_table import PastedTable, Shape
from planner.wording.text import joined, labelled


class Holds(Enum):
    """What kind of value a field holds, as far as it shows in what is written."""

    TEXT = "text"
    EMAIL = "email"
    PHONE = "phone"
    CHOICE = "choice"
    CURRENCY = "currency"
    DAY = "day"
    NUMBER = "number"


_MOST_TELLING = {
    Holds.EMAIL: 0,
    Holds.CHOICE: 1,
    Holds.CURRENCY: 2,
    Holds.DAY: 3,
    Holds.PHONE: 4,
    Holds.NUMBER: 5,
}
"""The order in which fields take a column that several could read: `5` is a number rather than a day."""
_EMAIL = re.compile(r"(?:mailto:)?[^\s@,;<>]+@[^\s@,;<>]+\.\w{2,}")
_PHONE = re.compile(r"[+(]?\d[\d\s()/.\-]{4,}\d")
_DAY_LIKE = re.compile(r"\d\s*[-./\s年月]\s*\d|[^\W\d_]{2,}")
_COUNT = re.compile(r"\(?(\d{1,3})[.)]?")
_OF_NUMBERS = {"", "#", "no", "nr", "№", "num", "number"}
"""What a header, folded, calls the column of a numbered list's numbers."""
_NAMES_UNIT = re.compile(r"\s*[\[(].*?[\])]\s*")
_USUAL = "likely"
"""The one of three estimates that a single amount is."""
_ESTIMATES = 3


class RowField(NamedTuple):
    """A field of a row: its name, what it holds, what a header may call it, and whether it can read a text.

    `keeps_unread`: a text that the field cannot read goes there all the same. `lines`: its text may have
    several lines.
    """

    name: str
    holds: Holds
    words: tuple[str, ...]
    reads: Callable[[str], bool]
    keeps_unread: bool = False
    lines: bool = False


def becomes_rows(shape: Shape, *, leading: bool, one_line: bool) -> bool:
    """Whether what was pasted into a box becomes rows of its list, by what the box is.

    Cells side by side always do. The entries of a list do in the row's first text and in any box of one line;
    mere lines only in a box of one line: where a text has several, they are one text.
    """
    if shape is Shape.TABLE:
        return True
    return one_line or (shape is Shape.LIST and leading)


def rows_for(table: PastedTable, fields: Sequence[RowField], into: str) -> list[dict[str, str]]:
    """Return for each row that the table makes the text of each field, by its name; blank ones left out.

    `into` is the field pasted into: the first column that nothing else claims goes there if the field can
    read it, further ones to the texts that follow it in `fields`. What fits no field, such as a further
    column under a header that names fields, is joined to a text of the row. Left out are the header and the
    numbers of a numbered list.
    """
    header = _header(table, fields)
    rows = table.rows[1:] if header is not None else table.rows
    columns = [[row[at] for row in rows] for at in range(len(table.rows[0]))]
    numbers = _numbers_of_list(columns, header)
    order = [at for at in range(len(columns)) if at != numbers]
    places = _places(order, columns, header or (), fields, into)
    plan = _ColumnPlan(order, header or (), places, _main_text(places, fields, into))
    by_name = {field.name: field for field in fields}
    return [_row(cells, plan, by_name) for cells in rows]


class _ColumnPlan(NamedTuple):
    """Which columns count, what their headers say, the field of each, and the text that takes the rest."""

    order: list[int]
    header: tuple[str, ...]
    places: dict[int, str]
    main: str


def _main_text(places: dict[int, str], fields: Sequence[RowField], into: str) -> str:
    """Return the text field that takes what fits no column; the field pasted into if the row has no text."""
    texts = [field.name for field in fields if field.holds is Holds.TEXT]
    if into in texts:
        return into
    return next((name for name in texts if name in places.values()), next(iter(texts), into))


def _row(cells: tuple[str, ...], plan: _ColumnPlan, fields: dict[str, RowField]) -> dict[str, str]:
    row: dict[str, str] = {}
    over: list[str] = []
    for at in plan.order:
        field = fields.get(plan.places.get(at, ""))
        if not cells[at]:
            continue
        if field is not None and (field.keeps_unread or field.reads(cells[at])):
            row[field.name] = cells[at]
        else:
            over.append(labelled(plan.header[at], cells[at]) if plan.header else cells[at])
    if over:
        mark = "\n" if fields[plan.main].lines else " · "
        row[plan.main] = joined((row.get(plan.main, ""), *over), mark)
    return row


def _places(
    order: list[int],
    columns: list[list[str]],
    header: Sequence[str],
    fields: Sequence[RowField],
    into: str,
) -> dict[int, str]:
    """Return the field that each column goes to, by the column's place; a column without one is left out."""
    places: dict[int, str] = {}

    def free(candidates: Iterable[RowField]) -> list[RowField]:
        return [field for field in candidates if field.name not in places.values()]

    def unplaced() -> list[int]:
        return [at for at in order if at not in places]

    for at, title in enumerate(header):
        if at in order and (field := _called(title, free(fields))) is not None:
            places[at] = field.name
    called = dict(places)
    target = next(field for field in fields if field.name == into)
    if free([target]) and (first := unplaced()[:1]):
        alone = len(order) == 1 and target.holds is Holds.TEXT
        if alone or (target.holds is not Holds.TEXT and _fits(columns[first[0]], target)):
            places[first[0]] = into
    telling = [field for field in fields if field.holds is not Holds.TEXT]
    numbers = [at for at in unplaced() if any(_is_number(columns[at], field) for field in telling)]
    for at in unplaced():
        if fitting := [field for field in free(telling) if _fits(columns[at], field)]:
            places[at] = min(fitting, key=partial(_rank, usual_first=len(numbers) < _ESTIMATES)).name
    texts = [field for field in fields if field.holds is Holds.TEXT]
    following = free(_behind(target, fields)) or free(texts)
    if any(at in called for at in order):  # a column that is called otherwise is no other field
        following = following[:1] if into in {field.name for field in following} else []
    places |= zip(unplaced(), [field.name for field in following], strict=False)
    return places


def _behind(target: RowField, fields: Sequence[RowField]) -> list[RowField]:
    """Return the texts from a text on, itself among them, in the order of the row; all if it is none."""
    begin = fields.index(target) if target.holds is Holds.TEXT else 0
    return [field for field in fields[begin:] if field.holds is Holds.TEXT]


def _rank(field: RowField, *, usual_first: bool) -> tuple[int, bool]:
    return _MOST_TELLING[field.holds], not (usual_first and field.name == _USUAL)


def _is_number(cells: list[str], field: RowField) -> bool:
    return field.holds is Holds.NUMBER and _fits(cells, field)


def _fits(cells: list[str], field: RowField) -> bool:
    """Whether the field can read more than half of the cells, and they look like what it holds."""
    filled = [cell for cell in cells if cell]
    read = [cell for cell in filled if _looks_like(cell, field.holds) and field.reads(cell)]
    return 2 * len(read) > len(filled)


def _looks_like(cell: str, holds: Holds) -> bool:
    if holds is Holds.EMAIL:
        return _EMAIL.fullmatch(cell) is not None
    if holds is Holds.PHONE:
        return _PHONE.fullmatch(cell) is not None
    return holds is not Holds.DAY or _DAY_LIKE.search(cell) is not None


def _header(table: PastedTable, fields: Sequence[RowField]) -> tuple[str, ...] | None:
    """Return the first row if it names columns: as the source says, or half of it by words of the fields."""
    first = table.rows[0]
    if len(table.rows) < 2 or table.shape is not Shape.TABLE:
        return None
    if table.headed:
        return first
    filled = [cell for cell in first if cell]
    if any(character.isdigit() for cell in filled for character in cell):
        return None
    others = [cell for cell in filled if _called(cell, fields) is None]
    if any(_fits([cell], field) for cell in others for field in fields if field.holds is not Holds.TEXT):
        return None
    return first if 2 * len(others) <= len(filled) else None


def _called(title: str, fields: Sequence[RowField]) -> RowField | None:
    """Return the field that a header names; one that says its unit, `Duration (min)`, too."""
    keys = {text_key(title), text_key(_NAMES_UNIT.sub(" ", title))} - {""}
    return next(
        (field for field in fields if any(text_key(word) in keys for word in field.words if word)), None
    )


def _numbers_of_list(columns: list[list[str]], header: tuple[str, ...] | None) -> int | None:
    """Return the place of the first column if it only numbers the rows from 1; None if it does not."""
    if len(columns) < 2 or len(columns[0]) < 2:
        return None
    if header is not None and text_key(header[0]) not in _OF_NUMBERS:
        return None
    if header is None and len(columns[0]) < 3:
        return None
    counts = [match[1] if (match := _COUNT.fullmatch(cell)) else "" for cell in columns[0]]
    return 0 if counts == [str(number) for number in range(1, len(counts) + 1)] else None
