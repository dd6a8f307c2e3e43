"""A row as a line of a table: its columns and inputs come from the types of the row's fields."""

from dataclasses import dataclass

from msgspec import inspect
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from planner.desktop.fields.amount import AmountField
from planner.desktop.fields.choice import ChoiceField, FlagField, YesNoField
from planner.desktop.fields.date import DateField
from planner.desktop.fields.text import LongField
from planner.desktop.fields.whole_number import WholeNumberField
from planner.desktop.widgets.layouts import side_by_side
from planner.desktop.widgets.plain_text import PlainLabel
from planner.model.fields import FieldType, field_type
from planner.model.plan import Preparation, absolute_path
from planner.translation import _

_GAP = 8


@dataclass(frozen=True)
class Column:
    """One column: the field of the row, its header, its width in characters, and the type of its values.

    A width of 0 is an equal share of the room that the others leave.
    """

    field: str
    header: str
    characters: int
    holds: FieldType


def columns_of(path: str, wanted: str) -> tuple[Column, ...]:
    """Return the columns of the list at the path.

    `wanted` names and orders them, `minutes, topic=What we talk about`; "" takes all fields. What a header
    says is translated; a column without one is called by its field.
    A list of plain texts has one column, the row itself.
    """
    kind = field_type(Preparation, absolute_path(path)).type
    row = kind.item_type if isinstance(kind, inspect.VarTupleType) else kind
    if not isinstance(row, inspect.StructType):
        header = wanted.partition("=")[2]
        return (_column(path, ".", _(header) if header else _("text")),)
    parted = [column.strip().partition("=") for column in wanted.split(",") if column.strip()]
    headers = [(name.strip(), header.strip()) for name, _equals, header in parted]
    return tuple(
        _column(path, name, _(header) if header else name.replace("_", " ").replace(".", " "))
        for name, header in headers or [(field.encode_name, "") for field in row.fields]
    )


def header_line(columns: tuple[Column, ...], end: int) -> QWidget:
    """Return the line of headers; `end` pixels are kept free for what ends each row."""
    line = QWidget()
    layout = side_by_side(_GAP, line)
    for column in columns:
        label = PlainLabel(column.header[:1].upper() + column.header[1:], line)
        label.setWordWrap(True)
        label.setProperty("role", "hint")
        _place(layout, label, column)
    layout.addSpacing(end)
    return line


def row_line(columns: tuple[Column, ...], currency_field: str) -> QWidget:
    """Return a widget with the input for each column, side by side; a text grows, up to twelve lines.

    `currency_field` names the field that a currency typed into an amount goes to; "" for none.
    """
    line = QWidget()
    layout = side_by_side(_GAP, line)
    for column in columns:
        cell = _input(column.holds)
        cell.setParent(line)
        cell.setProperty("field", column.field)
        cell.setAccessibleName(column.header)
        if isinstance(cell, AmountField):
            cell.currencyField = currency_field
        _place(layout, cell, column)
    return line


def _column(path: str, name: str, header: str) -> Column:
    field = f"{path}[]" if name == "." else f"{path}[].{name}"
    holds = field_type(Preparation, absolute_path(field))
    return Column(name, header, _characters(holds, header), holds)


def _characters(holds: FieldType, header: str) -> int:
    kind = holds.type
    if isinstance(kind, inspect.StrType):
        return 0
    if isinstance(kind, inspect.EnumType):
        return max(max(len(str(choice.value)) for choice in kind.cls) + 9, 12)
    wide = {inspect.DateType: 22, inspect.DecimalType: 14, inspect.BoolType: 8}
    least = 14 if isinstance(kind, inspect.BoolType) and holds.optional else wide.get(type(kind), 8)
    return max(least, min(len(header), 10) + 1)


def _input(holds: FieldType) -> QWidget:
    kind = holds.type
    if isinstance(kind, inspect.BoolType):
        return YesNoField() if holds.optional else FlagField()
    made = {
        inspect.EnumType: ChoiceField,
        inspect.IntType: WholeNumberField,
        inspect.DecimalType: AmountField,
        inspect.DateType: DateField,
    }.get(type(kind))
    return made() if made is not None else LongField(least_lines=1)


def _place(layout: QHBoxLayout, widget: QWidget, column: Column) -> None:
    """Give every line the same widths: those of the type, and the rest in equal parts to the texts."""
    policy = widget.sizePolicy()
    if column.characters:
        widget.setFixedWidth(column.characters * widget.fontMetrics().averageCharWidth())
    else:
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        widget.setSizePolicy(policy)
    layout.addWidget(
        widget,
        0 if column.characters else 1,
        Qt.AlignmentFlag(0) if isinstance(widget, QLabel) else Qt.AlignmentFlag.AlignTop,
    )
