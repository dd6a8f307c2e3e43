"""The facts of a client as a form, built as it is first shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.desktop.background.time_slices import TimeSlices
from planner.desktop.fields.client_name import ClientNameField
from planner.desktop.walk.form import LoadedPiece, StepForm
from planner.desktop.walk.form_page import FormPage
from planner.desktop.widgets.double_press import DoublePress

LoadForm = Callable[[QWidget], StepForm]
"""Makes the form of the client in the parent it is given, with its title alone."""


class FactsView(QWidget):
    """The form of a client's facts. It is loaded when it is first shown, and then piece by piece."""

    def __init__(
        self, load_form: LoadForm, take_names: Callable[[ClientNameField], object], parent: QWidget
    ) -> None:
        """`take_names` is called with the field for the client's name, to tell it of other clients."""
        super().__init__(parent)
        self._load_form, self._take_names = load_form, take_names
        self._page: FormPage | None = None
        self._building = TimeSlices(self._build_next, self)
        self._double_press = DoublePress(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def form(self) -> StepForm:
        """The form, complete: what of it was still to be built is built now."""
        form = self._page_begun().form
        form.complete()
        return form

    def is_in(self, path: str) -> bool:
        """Whether the focus is in the input for the form path."""
        form = self._page_begun().form
        field, focused = form.input_for(path), form.focusWidget()
        if field is None or focused is None or not focused.hasFocus():
            return False
        return field.isAncestorOf(focused) or focused in (field, field.focusProxy())

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        page = self._page_begun()
        page.focus_first()
        self._double_press.keep_from(page.form.focusWidget())

    def go_to_field(self, path: str) -> None:
        """Put the cursor into the field at the form path and bring it into view; nothing if there is none."""
        page = self._page_begun()
        page.focus_on(path)
        self._double_press.keep_from(page.form.focusWidget())

    def has_stop_to_build(self, *, forwards: bool) -> bool:
        """Build up to the next stop of Tab; return whether more may have to be built for it."""
        form = None if self._page is None else self._page.form
        if form is None or form.is_complete or form.has_stop_after_focus(forwards=forwards):
            return False
        form.build_next()
        return True

    def begin(self) -> None:
        """Load what is seen first; the rest comes while keys are handled."""
        self._page_begun()

    def _page_begun(self) -> FormPage:
        if self._page is None:
            self._page = FormPage(self._load_form, self)
            self._column.addWidget(self._page)
            self._page.form.part_built.connect(self._take_part)
            for part in self._page.form.findChildren(ClientNameField):
                self._take_names(part)
            self._page.form.build_first()
            self._building.begin()
        return self._page

    def _take_part(self, built: LoadedPiece) -> None:
        for field in built.of_kind(ClientNameField):
            self._take_names(field)

    def _build_next(self) -> bool:
        page = self._page
        if page is None or page.form.is_complete:
            return False
        page.build_next()
        return True
