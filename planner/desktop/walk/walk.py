"""The walk through a plan: six steps at the left, one form in the middle, the page at the right.

For the ten-minute plan one form stands in place of all the steps before the call.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
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
from planner.desktop.editing.form_fields import (
    IN_ONE_FORM,
    STEPS,
    TEN_MINUTES,
    asked_in_ten_minutes,
    place_of,
)
from planner.desktop.editing.step_progress import unanswered_questions, unread_in_order
from planner.desktop.walk.form import StepForm
from planner.desktop.walk.form_loader import FormLoader
from planner.desktop.walk.form_page import FormPage
from planner.desktop.walk.review import MissingList
from planner.desktop.walk.step_panel import StepPanel
from planner.desktop.widgets.double_press import DoublePress
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.tab_order import TabsAsLaidOut
from planner.translation import _

_ROOM_FOR_SIDE, _ROOM_IN_LINES = 1000, 50
"""The width from which form and page stand side by side, in pixels and in heights of a line."""
_ONE_FORM = -1
"""The place of the one form among the pages, whose other places are steps."""
_LEADS_TO = {1: "case.problems", 2: "ask.primary", 3: "price.ours", 4: "fear.avoiding"}
"""Where in the one form what the steps ask begins, in the first at its top."""


class WalkPage(TabsAsLaidOut):
    """Shows a document step by step. Forms are loaded when first shown."""

    left = Signal()
    step_changed = Signal(int)
    page_begun = Signal(object)
    """A FormPage, of a step or of the one form, is there with its title alone; told before it is shown."""
    part_built = Signal(object)
    """A part of a form is built and about to be seen; carries its LoadedPiece."""
    page_loaded = Signal(object)
    """The form of a FormPage is built completely."""
    asks_in_one_form_changed = Signal(bool)
    beyond_one_form = Signal()
    """The person wants to go to a field that the one form does not ask for: the steps have to come back."""

    def __init__(self, document: PlanDocument, forms: FormLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._loader = forms
        self._pages: dict[int, FormPage] = {}
        self._building = TimeSlices(self._build_next, self)
        document.destroyed.connect(self._building.cancel)
        self._step = -1
        self._turned_to: FormPage | None = None
        self._in_one_form = False
        self._side: QWidget | None = None
        self._beside: QWidget | None = None
        self._missing: MissingList | None = None
        self._shown_unread = ""
        self._double_press = DoublePress(self)
        self.panel = StepPanel(document, parent=self)
        self._build()
        self.panel.left.connect(self.left)
        self.panel.step_chosen.connect(self._show_step)
        self.panel.step_entered.connect(self.focus_form)
        self.panel.unread_wanted.connect(self._go_to_unread)
        self.panel.progress_shown.connect(self._show_open_questions)
        self._show_step(0)

    @property
    def step(self) -> int:
        """The step shown, counted from 0."""
        return self._step

    @property
    def form(self) -> StepForm:
        """The form shown, complete: what of it was still to be built is built now."""
        form = self._page.form
        form.complete()
        return form

    @property
    def begun_pages(self) -> tuple[FormPage, ...]:
        """The pages shown so far, of steps and of the one form."""
        return tuple(self._pages.values())

    @property
    def loaded_pages(self) -> tuple[FormPage, ...]:
        """The pages whose forms are built completely."""
        return tuple(page for page in self._pages.values() if page.form.is_complete)

    def step_of(self, page: FormPage) -> int:
        """Return the step, from 0, that a loaded page belongs to; 0 for the one form's."""
        return max(0, next(place for place, loaded in self._pages.items() if loaded is page))

    def page_of(self, step: int) -> FormPage | None:
        """Return the page that asks for a step; None if it has not been shown yet."""
        return self._pages.get(self._place(step))

    @property
    def asks_in_one_form(self) -> bool:
        """Whether one form stands in place of all the steps before the call."""
        return self._in_one_form

    def ask_in_one_form(self, wanted: bool) -> None:  # noqa: FBT001 - as setVisible
        """Put one form in place of all the steps before the call (True), or the steps back (False)."""
        if wanted == self._in_one_form:
            return
        self._document.finish_edit()
        self._in_one_form = wanted
        self.panel.ask_in_one_form(wanted)
        step = self._step if self._step not in IN_ONE_FORM else 0
        self._step = -1
        self._show_step(step)
        self.asks_in_one_form_changed.emit(wanted)

    def put_in_bar(self, widget: QWidget) -> None:
        """Put a widget into the bar, left of the ways back and on; it gets all the room these leave."""
        self._bar_row.insertWidget(0, widget, 100)

    def go_to(self, step: int) -> None:
        """Show a step from its top, with the first field ready for typing.

        In one form, go to where that begins with what the step asks.
        """
        self._document.finish_edit()
        self._show_step(step)
        if self._in_one_form and step in _LEADS_TO:
            self.go_to_field(_LEADS_TO[step])
            return
        self._pages[self._place(step)].scroll_to_top()
        self.focus_form()

    def go_to_field(self, path: str) -> None:
        """Show the field at the form path (or the first one of a part), ready for typing; nothing if none.

        While the walk is not on the screen, only its step is shown. Emits `beyond_one_form` first if the one
        form does not ask for the field.
        """
        place = place_of(path)
        if place is None:
            return
        if self._in_one_form and place[0] in IN_ONE_FORM and not self._one_form_asks(path):
            self.beyond_one_form.emit()
        self._show_step(place[0])
        if not self.isVisible():
            return  # behind a call: the keys are the call's
        self._pages[self._place(place[0])].focus_on(path)
        self._double_press.keep_from(self._page.form.focusWidget())

    def field_with_keys(self) -> str:
        """Return the form path of what has the focus in the form, or had it last; "" if none, or no input.

        It is the form shown that is asked. For an input in a row it is its list's.
        """
        return self._page.form.field_with_keys()

    def next(self) -> None:
        """Go to the next step, if there is one."""
        if (step := self._beside_step(1)) is not None:
            self.go_to(step)

    def back(self) -> None:
        """Go to the step before, if there is one."""
        if (step := self._beside_step(-1)) is not None:
            self.go_to(step)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Move the focus one stop on, or back, once what lies between is built."""
        form = self._page.form
        on_screen = self.isVisible()  # else Qt looks for the focus after hiding what had it
        while on_screen and not form.is_complete and not form.has_stop_after_focus(forwards=forwards):
            form.build_next()
        return super().focusNextPrevChild(forwards)

    def focus_form(self) -> None:
        """Put the cursor into the first field of the form; nothing while the walk is not on the screen."""
        if not self.isVisible():
            return  # Qt would give it the keys all the same
        self._page.focus_first()
        self._double_press.keep_from(self._page.form.focusWidget())

    def take_focus(self) -> None:
        """Put the cursor into the form: where it was last, or into the first field."""
        was = self._page.form.focusWidget()
        if was is not None and was.isVisible() and was.isEnabled():
            was.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_form()

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
        self.middle.setStretchFactor(0, 5)
        self.middle.setStretchFactor(1, 3)
        self._fit_side()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the side widget being shown or hidden by its owner."""
        if watched is self._side and event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._fit_side()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the widget beside the form if there is no room for both; else show it, if its owner does."""
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

    @Slot()
    def _go_to_unread(self) -> None:
        """Go to the next answer that could not be read, in the order of the walk; round and round."""
        paths = unread_in_order(self._document.preparation)
        if paths:
            at = paths.index(self._shown_unread) + 1 if self._shown_unread in paths else 0
            self._shown_unread = paths[at % len(paths)]
            self.go_to_field(self._shown_unread)

    def _show_step(self, step: int) -> None:
        if self._in_one_form and step in IN_ONE_FORM:
            step = 0
        if step == self._step or not 0 <= step < len(STEPS):
            return
        if (place := self._place(step)) not in self._pages:
            self._begin(place)
        self._step = step
        self._turned_to = self._pages[place]
        self._forms.setCurrentWidget(self._turned_to)
        self.panel.choose(step)
        self._offer_ways()
        self.step_changed.emit(step)

    def _offer_ways(self) -> None:
        self.back_button.setEnabled(self._beside_step(-1) is not None)
        following = self._beside_step(1)
        in_one = self._in_one_form and self._step in IN_ONE_FORM  # where printing comes next, not the call
        self.back_button.setVisible(not in_one)
        self.next_button.setVisible(following is not None and not in_one)
        if following is not None:
            self.next_button.setText(_("Next: {step}").format(step=_(STEPS[following].title)))

    def _beside_step(self, way: int) -> int | None:
        """Return the step after (1) or before (-1) the one shown; the first stands for all in one form."""
        ahead = range(self._step + way, len(STEPS) if way > 0 else -1, way)
        in_one = IN_ONE_FORM - {0} if self._in_one_form else frozenset()
        return next((step for step in ahead if step not in in_one), None)

    @property
    def _page(self) -> FormPage:
        """The page shown; known before the one shown till then gives up the focus."""
        assert self._turned_to is not None
        return self._turned_to

    def _place(self, step: int) -> int:
        """Return where the page that asks for a step lies among the pages."""
        return _ONE_FORM if self._in_one_form and step in IN_ONE_FORM else step

    def _one_form_asks(self, path: str) -> bool:
        form = self._pages[_ONE_FORM].form if _ONE_FORM in self._pages else None
        return asked_in_ten_minutes(path) and (form is None or form.input_for(path) is not None)

    def _begin(self, place: int) -> None:
        name = TEN_MINUTES.key if place == _ONE_FORM else STEPS[place].key
        page = FormPage(partial(self._loader.load_form, name, self._document), self._forms)
        self._pages[place] = page
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
        if not begun:
            return False
        page = self._page if self._page in begun else begun[0]
        if page.is_about_to_scroll:
            self._building.end_slice()  # first that: what is built above it must not push it away
        else:
            page.build_next()
        return True

    def _take_completed(self, page: FormPage) -> None:
        if (missing := page.form.findChild(MissingList)) is not None:
            self._missing = missing
            missing.chosen.connect(self.go_to_field)
            self._show_open_questions()
        self.page_loaded.emit(page)

    def _show_open_questions(self) -> None:
        if self._missing is not None:
            self._missing.show_questions(unanswered_questions(self._document.preparation))

    @property
    def wanted_width(self) -> int:
        """The width, in pixels, from which on the widget beside the form is shown; 0 while none is wanted."""
        if self._side is None or self._side.isHidden():
            return 0
        return max(_ROOM_FOR_SIDE, _ROOM_IN_LINES * self.fontMetrics().height())

    def _fit_side(self) -> None:
        if self._side is not None and self._beside is not None:
            self._beside.setVisible(not self._side.isHidden() and self.width() >= self.wanted_width)
