"""What the .ui files say: which fields each step binds, and the question each one asks. No Qt."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec

from planner.model.fields import editable_fields, essential_fields, is_blank, read_field
from planner.model.plan import Preparation, absolute_path
from planner.platform.resources import resource_folder
from planner.translation import N_


class WalkStep(msgspec.Struct, frozen=True):
    """One of the six steps of the walk; `key` names its .ui file."""

    key: str
    title: str

    @property
    def ui(self) -> Path:
        """The path of the step's .ui file."""
        return form_path(self.key)


class FormInput(msgspec.Struct, frozen=True):
    """An input of a form: its field path, what it asks, and the class and name of its widget.

    Inside a row the path is the whole one, `case.problems[].cost.amount`. `in_detail` says whether
    it waits behind an "Add detail". `day_field` is the path of the field for a day that has no time, which
    the input of a moment edits too; "" for any other.
    """

    field: str
    question: str
    widget: str
    name: str
    in_detail: bool
    day_field: str = ""


STEPS = (
    WalkStep("call", N_("Call")),
    WalkStep("case", N_("Case for change")),
    WalkStep("conversation", N_("Conversation")),
    WalkStep("price", N_("Price delta")),
    WalkStep("review", N_("Review and print")),
    WalkStep("after", N_("After the call")),
)


LISTS = frozenset({"RowsField", "CallPromisesField"})
"""The classes of widgets that hold the rows of a list."""
TEN_MINUTES = WalkStep("ten_minutes", N_("Ten-minute plan"))
"""The one form that asks the fifteen questions, in place of the steps before the call."""
CLIENT = WalkStep("client", N_("Facts"))
"""The form of a client's page, which asks for all that is kept of the client."""
IN_ONE_FORM = frozenset(range(5))
"""The steps before the call, from 0."""


def step_index(key: str) -> int:
    """Return the place of a step in the walk, counted from 0; KeyError if no step is called so."""
    for at, step in enumerate(STEPS):
        if step.key == key:
            return at
    raise KeyError(key)


@cache
def form_path(name: str) -> Path:
    """Return the path of the .ui file of a form, given as `case` or `rows/problem`."""
    return resource_folder("forms") / f"{name}.ui"


def fields_in(ui: Path) -> tuple[str, ...]:
    """Return the paths of all fields a form binds, in its order; for a list those of its rows' inputs."""
    inputs = (entry for entry in inputs_in(ui) if entry.widget not in LISTS)
    return tuple(field for entry in inputs for field in (entry.field, entry.day_field) if field)


@cache
def inputs_in(ui: Path) -> tuple[FormInput, ...]:
    """Return all inputs of a form in its order; a list is followed by the inputs of its rows."""
    root = ET.parse(ui).getroot()  # noqa: S314 - our own file
    return tuple(_inputs(root, _questions(root), in_detail=False))


@cache
def question_of(ui: Path, path: str) -> str:
    """Return what a form asks for the field or the part at the path, "" if it does not ask for it."""
    inputs = inputs_in(ui)
    questions = {entry.day_field: entry.question for entry in inputs}
    questions |= {entry.field: entry.question for entry in inputs} | _headings(ui)
    return questions.get(path, "")


@cache
def standing_defaults() -> dict[str, object]:
    """Return the values that are not blank in a plan nobody has touched, by form path."""
    blank = Preparation()
    leaves = (
        leaf.path.removeprefix("plan.") for leaf in editable_fields(Preparation) if "[]" not in leaf.path
    )
    values = ((path, read_field(blank, absolute_path(path))) for path in leaves)
    return {path: value for path, value in values if not is_blank(value)}


@cache
def progress_paths(step: WalkStep) -> tuple[str, ...]:
    """Return the paths of a Preparation by which the step's progress is judged.

    A list counts as one path, and so does a part that is essential as a whole; fields that hold
    something in every plan by default are left out.
    """
    parts = {essential.path for essential in essential_fields(Preparation)}
    judged: dict[str, None] = {}
    for field in fields_in(step.ui):
        path = absolute_path(field.partition("[]")[0])
        if field not in standing_defaults():
            judged[next((part for part in parts if path.startswith(f"{part}.")), path)] = None
    return tuple(judged)


@cache
def place_of(path: str) -> tuple[int, int] | None:
    """Return the step that asks for the form path, and the field's place in its form; None if none does.

    Both count from 0. The path may be a field's, a list's, a row's or that of a part, which is where its
    first field is.
    """
    wanted = _without_numbers(path)
    for number, step in enumerate(STEPS):
        for place, field in enumerate(fields_in(step.ui)):
            if field == wanted or field.startswith((f"{wanted}.", f"{wanted}[]")):
                return number, place
    return None


@cache
def asked_in_ten_minutes(path: str) -> bool:
    """Whether the ten-minute plan asks for the field at the form path, or for one in that part or list."""
    wanted = _without_numbers(path)
    fields = map(_without_numbers, fields_in(TEN_MINUTES.ui))
    return any(field == wanted or field.startswith((f"{wanted}.", f"{wanted}[]")) for field in fields)


def _without_numbers(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path)


def _inputs(element: ET.Element, questions: dict[str, str], *, in_detail: bool) -> Iterator[FormInput]:
    for child in element:
        if child.tag == "widget" and (field := _property(child, "field")):
            entry = FormInput(
                field=field,
                question=questions.get(child.attrib["name"], ""),
                widget=child.attrib["class"],
                name=child.attrib["name"],
                in_detail=in_detail,
                day_field=_property(child, "dayField"),
            )
            yield entry
            if entry.widget in LISTS:
                yield from _row_inputs(child, entry)
        elif child.tag in {"widget", "layout", "item"}:
            inside = in_detail or child.get("class") == "DetailSection"
            yield from _inputs(child, questions, in_detail=inside)


def _row_inputs(element: ET.Element, rows: FormInput) -> Iterator[FormInput]:
    """Yield the inputs of each row: those of its form, or of a table its columns."""
    form, columns = _property(element, "rowForm"), _property(element, "columns")
    for entry in inputs_in(form_path(f"rows/{form}")) if form else _columns(rows.field, columns):
        field = f"{rows.field}[]" if entry.field == "." else f"{rows.field}[].{entry.field}"
        yield msgspec.structs.replace(
            entry,
            field=field,
            in_detail=rows.in_detail or entry.in_detail,
            day_field=f"{rows.field}[].{entry.day_field}" if entry.day_field else "",
        )


def _columns(rows: str, columns: str) -> Iterator[FormInput]:
    """Yield the columns of a table: those it names, `topic=What about, held`, or all of the row's."""
    start = f"{absolute_path(rows)}[]"
    paths = [
        editable.path.removeprefix(start)
        for editable in editable_fields(Preparation)
        if editable.path.startswith(start)
    ]
    headers = dict(_header(column) for column in columns.split(",") if column.strip())
    for name in headers or [path.lstrip(".") or "." for path in paths]:
        yield FormInput(
            field=name, question=headers.get(name, ""), widget="column", name=name, in_detail=False
        )


def _header(column: str) -> tuple[str, str]:
    name, _, header = column.partition("=")
    return name.strip(), header.strip()


def _questions(root: ET.Element) -> dict[str, str]:
    """Return the text of each label by the name of the widget it is the buddy of."""
    labels = root.iterfind(".//property[@name='buddy']/..")
    return {_property(label, "buddy"): _property(label, "text") for label in labels}


@cache
def _headings(ui: Path) -> dict[str, str]:
    """Return the text of each label that asks for a whole part, by the part's path."""
    root = ET.parse(ui).getroot()  # noqa: S314 - our own file
    labels = root.iterfind(".//widget[@class='QuestionLabel']")
    return {part: _property(label, "text") for label in labels if (part := _property(label, "about"))}


def _property(element: ET.Element, name: str) -> str:
    for found in element.iterfind("property"):
        if found.attrib["name"] == name:
            return "".join(found.itertext()).strip()
    return ""
