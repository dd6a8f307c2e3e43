"""The texts for the fields of rows, read as the inputs of the row's form read what is typed into them."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import msgspec
from PySide6.QtWidgets import QLabel, QWidget

from planner.desktop.editing.binder import AS_TYPED, inputs_under, joined_path, resolved_path
from planner.desktop.editing.input_names import names_of_inputs
from planner.desktop.editing.inputs import (
    CountsDays,
    EditsOtherFields,
    KeepsTyping,
    OffersContacts,
    ReadsBeside,
)
from planner.desktop.fields.choice import ChoiceField, FlagField
from planner.desktop.fields.contact import ContactField
from planner.desktop.fields.currency import CurrencyField
from planner.desktop.fields.date import DateField
from planner.desktop.fields.text import LineField, LongField
from planner.desktop.fields.typed import TypedField
from planner.model.characters import as_meant
from planner.model.errors import PlannerError
from planner.model.field_texts import with_unread
from planner.model.fields import field_type, with_field
from planner.model.plan import Preparation, absolute_path
from planner.model.rows_to_come import read_or_blank
from planner.model.same_text import text_key
from planner.model.text_at_path import with_text
from planner.model.values import same_value
from planner.translation import _
from planner.wording.field_words import field_in_words
from planner.wording.pasted_rows import Holds, RowField

_YES, _NO = ("yes", "true", "x", "✓", "✔", "☑"), ("no", "false", "✗", "✘", "☐")
_TEXT_INPUTS = (LineField, LongField, ContactField)


class RowInputs:
    """The inputs of a row's form, used to read: they are bound to nothing and not shown.

    `content` is that form, kept for as long as it reads; `clock` gives today's date.
    """

    def __init__(self, content: QWidget, clock: Callable[[], dt.date]) -> None:
        self._content = content
        inputs = inputs_under(content)
        names = names_of_inputs(inputs, content.findChildren(QLabel))
        self._names = dict(zip(map(_name_of, inputs), names, strict=True))
        self._inputs = {
            _name_of(widget): widget
            for widget in inputs
            if isinstance(widget, (*_TEXT_INPUTS, ChoiceField, FlagField, TypedField))
        }
        for widget in self._inputs.values():
            if isinstance(widget, CountsDays):
                widget.count_from(clock)

    def fields(self, rows: str, preparation: Preparation) -> list[RowField]:
        """Return the fields of a row of the list at the form path, in the order of the form."""
        row = f"{rows}[0]"
        fields = []
        for name, widget in self._inputs.items():
            path = joined_path(row, name)
            widget.configure(field_type(Preparation, absolute_path(path)))
            if isinstance(widget, ReadsBeside):
                widget.read_beside(partial(_read, preparation, row, path))
            called = (
                self._names.get(name, ""),
                name.replace("_", " ").replace(".", " "),
                field_in_words(path),
            )
            fields.append(
                RowField(
                    name,
                    _holds(name, widget),
                    called,
                    partial(self._can_read, name),
                    keeps_unread=isinstance(widget, TypedField),
                    lines=isinstance(widget, LongField),
                )
            )
        return fields

    def filled(self, preparation: Preparation, row: str, texts: Mapping[str, str]) -> Preparation:
        """Return the preparation with the texts read into the fields of the row at the form path.

        What cannot be read, or has no place in the plan, stands beside its field as unread text.
        """
        for name, text in texts.items():
            path = joined_path(row, name)
            try:
                preparation = self._with(preparation, row, name, as_meant(text))
            except PlannerError:
                preparation = self._with_unread(preparation, path, name, as_meant(text))
        return preparation

    def _with(self, preparation: Preparation, row: str, name: str, text: str) -> Preparation:
        widget, path = self._inputs[name], joined_path(row, name)
        read = partial(_read, preparation, row, path)
        if isinstance(widget, ReadsBeside):
            widget.read_beside(read)
        if isinstance(widget, OffersContacts):
            widget.offer_contacts(preparation.client.contacts)
        value = self._value(name, text)
        along = widget.companion_edits(read) if isinstance(widget, EditsOtherFields) else {}
        edits = {path: value, **{resolved_path(row, path, beside): other for beside, other in along.items()}}
        for edited, its_value in edits.items():
            if edited == path or not same_value(read_or_blank(preparation, absolute_path(edited)), its_value):
                preparation = with_unread(preparation, edited, "")  # what stood there is mended
            preparation = with_field(preparation, absolute_path(edited), its_value)
        return (
            _with_sum(preparation, path, widget.as_typed) if isinstance(widget, KeepsTyping) else preparation
        )

    def _with_unread(self, preparation: Preparation, path: str, name: str, text: str) -> Preparation:
        """Return the preparation with the unread text; its field is blank then, as while it is typed."""
        widget = self._inputs[name]
        if isinstance(widget, TypedField) and not widget.keeps_value_unread:
            preparation = with_field(preparation, absolute_path(path), widget.blank)
        return with_unread(preparation, path, text)

    def _value(self, name: str, text: str) -> Any:
        """Return what the text says as the field's value; a PlannerError if it says nothing there."""
        widget = self._inputs[name]
        if isinstance(widget, TypedField):
            return widget.read_text(text)
        if isinstance(widget, ContactField):
            widget.setEditText(text)
            return widget.value
        if isinstance(widget, ChoiceField):
            return widget.choice_meant(text)
        return _flag(text) if isinstance(widget, FlagField) else text

    def _can_read(self, name: str, text: str) -> bool:
        widget = self._inputs[name]
        try:
            read = self._value(name, as_meant(text)) if not isinstance(widget, _TEXT_INPUTS) else text
        except PlannerError:
            return False
        return read is not None


def _name_of(widget: QWidget) -> str:
    return str(widget.property("field"))


def _read(preparation: Preparation, row: str, path: str, name: str) -> object:
    return read_or_blank(preparation, absolute_path(resolved_path(row, path, name)))


def _holds(name: str, widget: QWidget) -> Holds:
    if isinstance(widget, ChoiceField | FlagField):
        return Holds.CHOICE
    if isinstance(widget, CurrencyField):
        return Holds.CURRENCY
    if isinstance(widget, DateField):
        return Holds.DAY
    if isinstance(widget, TypedField):
        return Holds.NUMBER
    return {"email": Holds.EMAIL, "phone": Holds.PHONE}.get(name, Holds.TEXT)


def _with_sum(preparation: Preparation, path: str, sum_typed: str) -> Preparation:
    """Return the preparation with the sum that the amount at the form path was typed as, "" for none."""
    texts = with_text(preparation.plan.as_typed, path, sum_typed)
    if texts is preparation.plan.as_typed:
        return preparation
    plan = msgspec.structs.replace(preparation.plan, **{AS_TYPED: texts})
    return msgspec.structs.replace(preparation, plan=plan)


def _flag(text: str) -> bool | None:
    key = text_key(text)
    if key in map(text_key, (*_YES, _("Yes"))):
        return True
    return False if key in map(text_key, (*_NO, _("No"))) else None
