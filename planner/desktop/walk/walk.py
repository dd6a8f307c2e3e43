"""The walk through a plan: six steps at the left, one form in the middle, the page at the right."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.desktop.background.time_slices import TimeSlices
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import STEPS, place_of
from planner.desktop.editing.step_progress import unanswered_questions
from planner.desktop.walk.form import StepForm
from planner.desktop.walk.form_loader import FormLoader
from planner.desktop.walk.form_page import FormPage
from planner.desktop.walk.review import MissingList
from planner.desktop.walk.step_panel import StepPanel
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.tab_order import TabsAsLaidOut
from planner.translation import _

_ROOM_FOR_SIDE = 1000
"""The width in pixels from which form and page stand side by side."""


class WalkPage(TabsAsLaidOut):
    """Shows a document step by step. Forms are loaded when first shown."""

    left = Signal()
    step_changed = Signal(int)
    page_begun = Signal(object)
    """The FormPage of a step is there for the first time, with its title alone; told before it is shown."""
    part_built = Signal(object)
    """A part of a form is built and about to be seen; carries its LoadedPiece."""
    page_loaded = Signal(object)
    """The form of a FormPage is built completely."""

    def __init__(self, document: PlanDocument, forms: FormLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._loader = forms
        self._pages: dict[int, FormPage] = {}
        self._building = TimeSlices(self._build_next, self)
        document.destroyed.connect(self._building.cancel)
        self._step = -1
        self._left_out: frozenset[int] = frozenset()
        self._side: QWidget | None = None
        self._beside: QWidget | None = None
        self._missing: MissingList | None = None
        self.panel = StepPanel(document, unread=self._unread, parent=self)
        self._build()
        self.panel.left.connect(self.left)
        self.panel.step_chosen.connect(self._show_step)
        self.panel.step_entered.connect(self.focus_form)
        self.panel.progress_shown.connect(self._show_open_questions)
        self._show_step(0)

    @property
    def step(self) -> int:
        """The step shown, counted from 0."""
        return self._step

    @property
    def form(self) -> StepForm:
        """The form shown, complete: what of it was still to be built is built now."""
        form = self._pages[self._step].form
        form.complete()
        return form

    @property
    def begun_pages(self) -> tuple[FormPage, ...]:
        """The pages of the steps shown so far."""
        return tuple(self._pages.values())

    @property
    def loaded_pages(self) -> tuple[FormPage, ...]:
        """The pages whose forms are built completely."""
        return tuple(page for page in self._pages.values() if page.form.is_complete)

    def step_of(self, page: FormPage) -> int:
        """Return the step, from 0, that a loaded page belongs to."""
        return next(step for step, loaded in self._pages.items() if loaded is page)

    def page_of(self, step: int) -> FormPage | None:
        """Return the page of a step; None if the step has not been shown yet."""
        return self._pages.get(step)

    def put_in_bar(self, widget: QWidget) -> None:
        """Put a widget into the bar, left of the ways back and on."""
        self._bar_row.insertWidget(0, widget, 1)

    def leave_out(self, steps: frozenset[int]) -> None:
        """Leave steps out of the walk; where one of them is shown, the first step is shown instead."""
        self._left_out = steps
        self.panel.steps.leave_out(steps)
        if self._step in steps:
            self.go_to(0)
        self._offer_ways()

    def go_to(self, step: int) -> None:
        """Show a step from its top, with the first field ready for typing."""
        self._document.finish_edit()
        self._show_step(step)
        self._pages[step].scroll_to_top()
        self.focus_form()

    def go_to_field(self, path: str) -> None:
        """Show the field at the form path (or the first one of a part), ready for typing; nothing if none."""
        place = place_of(path)
        if place is None:
            return
        self._show_step(place[0])
        self._pages[place[0]].focus_on(path)

    def field_with_keys(self) -> str:
        """Return the form path of the input that has the focus, "" if none; for one in a row its list's."""
        return self._pages[self._step].form.field_with_keys()

    def next(self) -> None:
        """Go to the next step that is not left out, if there is one."""
        if (step := self._beside_step(1)) is not None:
            self.go_to(step)

    def back(self) -> None:
        """Go to the step before that is not left out, if there is one."""
        if (step := self._beside_step(-1)) is not None:
            self.go_to(step)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Move the focus one stop on, or back, once what lies between is built."""
        form = self._pages[self._step].form
        on_screen = self.isVisible()  # else Qt looks for the focus after hiding what had it
        while on_screen and not form.is_complete and not form.has_stop_after_focus(forwards=forwards):
            form.build_next()
        return super().focusNextPrevChild(forwards)

    def focus_form(self) -> None:
        """Put the cursor into the first field of the form shown."""
        self._pages[self._step].focus_first()

    def set_side(self, widget: QWidget) -> None:
        """Put a widget beside the form. It hides while there is no room for both.

        Hiding the widget itself gives its room to the form.
        """
        self._side = widget
        self._beside = QWidget(self.middle)
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget)
        widget.installEventFilter(self)
        self.middle.addWidget(self._beside)
        self.middle.setStretchFactor(0, 3)
        self.middle.setStretchFactor(1, 2)
        self._fit_side()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the side widget being shown or hidden by its owner."""
        if watched is self._side and event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._fit_side()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the form the whole width where it is narrow."""
        super().resizeEvent(event)
        self._fit_side()

    def _build(self) -> None:
        self._forms = QStackedWidget(self)
        self.middle = QSplitter(Qt.Orientation.Horizontal, self)
        self.middle.setChildrenCollapsible(False)
        self.middle.addWidget(self._forms)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.panel)
        across.addWidget(self.middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across, 1)
        column.addWidget(self._bar())

    def _bar(self) -> QWidget:
        bar = QFrame(self)
        bar.setProperty("role", "bar")
        self.back_button = EnterButton(_("Back"), bar)
        self.back_button.clicked.connect(self.back)
        self.next_button = EnterButton(parent=bar)
        self.next_button.setProperty("role", "primary")
        self.next_button.clicked.connect(self.next)
        self._bar_row = QHBoxLayout(bar)
        self._bar_row.setContentsMargins(24, 8, 24, 8)
        self._bar_row.setSpacing(8)
        self._bar_row.addStretch(1)
        self._bar_row.addWidget(self.back_button)
        self._bar_row.addWidget(self.next_button)
        return bar

    def _unread(self) -> int:
        """Return how many answers could not be read, in the forms loaded so far."""
        return sum(len(page.form.problems) for page in self._pages.values())

    def _show_step(self, step: int) -> None:
        if step == self._step or not 0 <= step < len(STEPS):
            return
        if step not in self._pages:
            self._begin(step)
        self._step = step
        self._forms.setCurrentWidget(self._pages[step])
        self.panel.choose(step)
        self._offer_ways()
        self.step_changed.emit(step)

    def _offer_ways(self) -> None:
        self.back_button.setEnabled(self._beside_step(-1) is not None)
        following = self._beside_step(1)
        self.next_button.setVisible(following is not None)
        if following is not None:
            self.next_button.setText(_("Next: {step}").format(step=_(STEPS[following].title)))

    def _beside_step(self, way: int) -> int | None:
        """Return the step after (1) or before (-1) the one shown that is not left out."""
        ahead = range(self._step + way, len(STEPS) if way > 0 else -1, way)
        return next((step for step in ahead if step not in self._left_out), None)

    def _begin(self, step: int) -> None:
        page = FormPage(partial(self._loader.load_form, STEPS[step].key, self._document), self._forms)
        self._pages[step] = page
        self._forms.addWidget(page)
        page.form.field_wanted.connect(self.go_to_field)
        page.form.part_built.connect(self.part_built)
        page.completed.connect(self._take_completed)
        self.page_begun.emit(page)
        page.form.build_first()
        self._building.begin()

    def _build_next(self) -> bool:
        """Build a little more of the form shown, or of one begun before; return whether more is to come."""
        begun = [page for page in self._pages.values() if not page.form.is_complete]
        shown = self._pages[self._step]
        if begun:
            (shown if shown in begun else begun[0]).build_next()
        return bool(begun)

    def _take_completed(self, page: FormPage) -> None:
        if (missing := page.form.findChild(MissingList)) is not None:
            self._missing = missing
            missing.chosen.connect(self.go_to_field)
            self._show_open_questions()
        self.page_loaded.emit(page)

    def _show_open_questions(self) -> None:
        if self._missing is not None:
            self._missing.show_questions(unanswered_questions(self._document.preparation))

    def _fit_side(self) -> None:
        if self._side is not None and self._beside is not None:
            self._beside.setVisible(not self._side.isHidden() and self.width() >= _ROOM_FOR_SIDE)
