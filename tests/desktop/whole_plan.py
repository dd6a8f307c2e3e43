"""Typing a whole plan into the window, one input after another, and what should then be in it."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPlainTextEdit, QWidget

from planner.desktop.editing.form_fields import STEPS
from planner.desktop.fields import (
    AmountField,
    ContactField,
    CurrencyField,
    DateField,
    FlagField,
    LineField,
    LongField,
    MomentField,
    RowsField,
    WholeNumberField,
)
from planner.desktop.walk.form import StepForm
from tests.desktop.page_objects import WalkPageObject


def type_whole_plan(walk: WalkPageObject) -> dict[str, Any]:
    """Give every input of every step a value, rows included; return the values by form path."""
    typed: dict[str, Any] = {}
    for step in range(len(STEPS)):
        for path, widget in _inputs_of(walk, step):
            typed[path] = _type(widget, number=len(typed))
    return typed


def shown_values(walk: WalkPageObject) -> dict[str, Any]:
    """Return what every input of every step shows, by form path."""
    return {
        path: _shown(widget)
        for step in range(len(STEPS))
        for path, widget in _inputs_of(walk, step, add_rows=False)
    }


def is_unanswered(focused: QWidget) -> bool:
    """Whether the focused widget is an input of a form that holds nothing yet."""
    widget = _input_at(focused)
    return widget is not None and _shown(widget) in {None, ""}


def give_keys(focused: QWidget, number: int) -> None:
    """Type a value into the input that has the focus, with the keys alone."""
    widget = _input_at(focused)
    assert widget is not None
    if isinstance(widget, QComboBox) and not isinstance(widget, ContactField):
        QTest.keyClick(widget, Qt.Key.Key_End)
        return
    keys, _ = _keys_for(widget, number)
    _type_as_a_person(focused, keys)
    if isinstance(widget, MomentField):
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        _type_as_a_person(widget.time.line, "09:30")


def _type_as_a_person(widget: QWidget, keys: str) -> None:
    """Type key by key; what a key shows, such as a list of names, has shown before the next."""
    for key in keys:
        QTest.keyClicks(widget, key)
        QApplication.processEvents()


def _input_at(focused: QWidget) -> QWidget | None:
    above: QWidget | None = focused
    while above is not None and not above.property("field"):
        above = above.parentWidget()
    return None if isinstance(above, RowsField) else above


def _inputs_of(walk: WalkPageObject, step: int, *, add_rows: bool = True) -> Iterator[tuple[str, QWidget]]:
    assert walk.window.open is not None
    page = walk.window.open.walk
    page.go_to(step)
    form = page.form
    for widget in form.findChildren(QWidget):
        path = widget.property("field")
        if not path or _in_a_row(widget, form):
            continue
        form.reveal(widget)
        if not isinstance(widget, RowsField):
            yield path, widget
            continue
        if add_rows and widget.property("fixedRows"):
            walk.window.open.document.insert_row(path, 0)  # as what brings such rows over does
        elif add_rows:
            QTest.mouseClick(widget.add_button, Qt.MouseButton.LeftButton)
        for frame in widget.frames:
            for binding in frame.binder._bindings:
                form.reveal(binding.widget)
                walk.wait_until(binding.widget.isVisible)
                yield binding.path, binding.widget


def _in_a_row(widget: QWidget, form: StepForm) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not form:
        if isinstance(above, RowsField):
            return True
        above = above.parentWidget()
    return False


def _type(widget: QWidget, *, number: int) -> Any:
    if isinstance(widget, FlagField):
        QTest.keyClick(widget, Qt.Key.Key_Space)
        return True
    if isinstance(widget, QComboBox) and not isinstance(widget, ContactField):
        last = widget.count() - 1
        QTest.keyClick(widget, Qt.Key.Key_End)
        assert widget.currentIndex() == last
        return _shown(widget)
    keys, value = _keys_for(widget, number)
    if isinstance(widget, MomentField):
        for line, text in ((widget.day.line, keys), (widget.time.line, f"{value:%H:%M}")):
            _replace(line, text)
        return value.replace(tzinfo=None)
    _replace(widget, keys)
    return value


def _keys_for(widget: QWidget, number: int) -> tuple[str, Any]:
    """Return what to type into an input, and the value that it should then hold."""
    day = dt.date(2027, 1, 1) + dt.timedelta(days=number % 300)
    if isinstance(widget, AmountField):
        mark = QLocale().decimalPoint()
        typed = Decimal(f"{number}.50")
        return f"{number}{mark}50", typed / 100 if widget.property("percent") else typed
    if isinstance(widget, WholeNumberField):
        return str(1 + number % 4), 1 + number % 4
    if isinstance(widget, CurrencyField):
        return "chf", "CHF"
    if isinstance(widget, DateField):
        return day.isoformat(), day
    if isinstance(widget, MomentField):
        return day.isoformat(), dt.datetime.combine(day, dt.time(9, 30))
    assert isinstance(widget, LineField | LongField | ContactField), widget
    return f"R&D <{number}>", f"R&D <{number}>"


def _replace(widget: QWidget, text: str) -> None:
    target = widget.focusProxy() or widget
    target.setFocus()
    assert target.hasFocus(), f"{widget.accessibleName()} takes no keys"
    QTest.keySequence(target, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keyClicks(target, text)
    if isinstance(target, QPlainTextEdit | QCheckBox):
        return
    QTest.keyClick(target, Qt.Key.Key_Tab)


def _shown(widget: QWidget) -> Any:
    value = widget.metaObject().userProperty().read(widget)
    return value.replace(tzinfo=None) if isinstance(value, dt.datetime) else value
