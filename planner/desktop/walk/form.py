"""Forms from their .ui files: the six steps, and the small form of a row."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QWidget

from planner.desktop import fields
from planner.desktop.check.finding_hint import FindingHint
from planner.desktop.check.standings_list import StandingsList
from planner.desktop.check.suggested_actions import SuggestedActions
from planner.desktop.editing.binder import Binder, bind
from planner.desktop.editing.both_sides import BothSides
from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import form_path
from planner.desktop.editing.plan_follower import PlanFollower
from planner.desktop.looking_back.intentions_since import IntentionsSince
from planner.desktop.looking_back.outcome_advice import OutcomeAdvice
from planner.desktop.looking_back.overdue_promises import OverduePromises
from planner.desktop.looking_back.plan_quote import PlanQuote
from planner.desktop.price import views as price_views
from planner.desktop.price.range_bar import RangeBar
from planner.desktop.ten_minutes.essentials_only import EssentialsOnly
from planner.desktop.ten_minutes.ten_minute_end import TenMinuteEnd
from planner.desktop.walk.carried_marks import CarriedMarks
from planner.desktop.walk.review import MissingList
from planner.desktop.widgets.chart_view import ChartView
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.labels import HintLabel, QuestionLabel
from planner.model.errors import PlannerError

_COUNT_AFTER_MS = 200
"""Filled details are counted in a pause of the typing."""


class FormNotFound(PlannerError):
    """A form's file is missing or damaged."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"The form {name} could not be loaded: {reason}. Install Front Foot again.")


class StepForm(QWidget):
    """One step of the walk: its inputs, bound to a plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binder: Binder | None = None
        self.essentials = EssentialsOnly(self)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self._recount)

    def bind(self, document: PlanDocument) -> None:
        """Show the plan in the inputs, and write what is typed into it."""
        self._binder = bind(self, document, load_row=self._load_row)
        for shown in self.findChildren(PlanFollower):
            shown.follow(document)
        self._marks = CarriedMarks(self, document)
        document.changed.connect(self._count_soon)
        self._recount()
        for section in self.findChildren(DetailSection):
            section.open_if_filled()

    @property
    def problems(self) -> dict[str, str]:
        """What stands in the inputs and could not be read, by form path."""
        return {} if self._binder is None else self._binder.problems()

    def input_for(self, path: str) -> QWidget | None:
        """Return the input that asks for the form path, or the first one for a part of it.

        Of a row that is not there, its list.
        """
        listed, row, rest = _row_in(path)
        found = _input_of(self.findChildren(QWidget), listed)
        if row is None or not isinstance(found, fields.RowsField) or row >= len(found.frames):
            return found
        inputs = found.frames[row].binder.inputs
        return _input_of(inputs, rest or ".") or (inputs[0] if inputs else found)

    def field_with_keys(self) -> str:
        """Return the form path of the input that has the keys, of a row's its list; "" if none has."""
        path = ""
        above: QWidget | None = self.focusWidget()
        while above is not None and above is not self:
            path = str(above.property("field") or path)
            above = above.parentWidget()
        return path

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for one in self.findChildren(QWidget):
            if one.property("field") and one.isVisibleTo(self) and one.isEnabled():
                one.setFocus(
                    Qt.FocusReason.OtherFocusReason
                )  # Tab would select all: the next key would replace it
                return

    def reveal(self, widget: QWidget) -> None:
        """Open whatever hides the widget."""
        if self.essentials.holds(widget):
            self.essentials.turn_off()
        above = widget.parentWidget()
        while above is not None and above is not self:
            if isinstance(above, DetailSection):
                above.set_open(True)
            above = above.parentWidget()

    def showEvent(self, event: QShowEvent) -> None:
        """Count the filled details before they are seen."""
        self._recount()
        super().showEvent(event)

    def _load_row(self, name: str) -> QWidget:
        row = _Loader().load_row(name)
        self.essentials.trim_details(row)
        return row

    def _count_soon(self, _path: str) -> None:
        if self.isVisible():
            self._counting.start()

    def _recount(self) -> None:
        for section in self.findChildren(DetailSection):  # those of the rows come and go
            section.recount()


def _row_in(path: str) -> tuple[str, int | None, str]:
    """Split `case.problems[1].cost` into the list, the row and the rest; no row where there is none."""
    match = re.fullmatch(r"([^\[]+)\[(\d+)\]\.?(.*)", path)
    return (match[1], int(match[2]), match[3]) if match else (path, None, "")


def _input_of(widgets: Sequence[QWidget], path: str) -> QWidget | None:
    for one in widgets:
        field = one.property("field")
        if isinstance(field, str) and (field == path or field.startswith(f"{path}.")):
            return one
    return None


def load_form(name: str, document: PlanDocument, parent: QWidget | None = None) -> StepForm:
    """Return a step's form, bound to the plan; FormNotFound if its file cannot be read."""
    form = _Loader().load_named(name, parent)
    assert isinstance(form, StepForm)
    form.bind(document)
    return form


class _Loader(QUiLoader):
    """Builds our own widgets wherever a form names them."""

    def load_named(self, name: str, parent: QWidget | None = None) -> QWidget:
        """Return the widgets of a .ui file, `case` or `rows/problem`, unbound."""
        form = self.load(str(form_path(name)), parent)
        if form is None:
            raise FormNotFound(name, self.errorString())
        for section in form.findChildren(DetailSection):
            section.take_body()
        return form

    def load_row(self, name: str) -> QWidget:
        """Return the form of one row, unbound."""
        return self.load_named(f"rows/{name}")

    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        """Build ours by its class name, and Qt's as ever."""
        make = _OURS.get(class_name)
        if make is None:
            return super().createWidget(class_name, parent, name)
        made = make(parent)
        made.setObjectName(name)
        return made


_OURS: dict[str, Callable[[QWidget | None], QWidget]] = {
    "StepForm": StepForm,
    "QuestionLabel": QuestionLabel,
    "HintLabel": HintLabel,
    "BothSides": BothSides,
    "ChartView": ChartView,
    "DetailSection": DetailSection,
    "MissingList": MissingList,
    "StandingsList": StandingsList,
    "SuggestedActions": SuggestedActions,
    "FindingHint": FindingHint,
    "OutcomeAdvice": OutcomeAdvice,
    "IntentionsSince": IntentionsSince,
    "OverduePromises": OverduePromises,
    "PlanQuote": PlanQuote,
    "TenMinuteEnd": TenMinuteEnd,
    "RangeBar": RangeBar,
    **{one.__name__: one for one in price_views.SHOWN},
    "EnterButton": EnterButton,
    **{name: getattr(fields, name) for name in fields.__all__},
}
