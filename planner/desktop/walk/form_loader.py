"""Forms from their .ui files, with the promoted widgets that they name."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLabel, QWidget

from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import form_path
from planner.desktop.walk.form import StepForm
from planner.model.errors import PlannerError
from planner.translation import _

PromotedWidgets = Mapping[str, Callable[[QWidget | None], QWidget]]
"""What makes each promoted widget, by the class name that forms give."""


class FormNotFound(PlannerError):
    """A form's file is missing or damaged."""

    def __init__(self, name: str, reason: str) -> None:
        pattern = _("The form {name} could not be loaded: {reason}. Install Front Foot again.")
        super().__init__(pattern.format(name=name, reason=reason))


class FormLoader:
    """Loads forms from their .ui files; `promoted` makes the widgets of ours that these name."""

    def __init__(self, promoted: PromotedWidgets) -> None:
        self._promoted = promoted

    def load_form(self, name: str, document: PlanDocument, parent: QWidget | None = None) -> StepForm:
        """Return a step's form, bound to the plan; FormNotFound if its file cannot be read."""
        form = self.load(name, parent)
        assert isinstance(form, StepForm)
        form.bind(document, self.load_row)
        return form

    def load_row(self, name: str) -> QWidget:
        """Return the form of one row, `problem` for rows/problem.ui, unbound; FormNotFound."""
        return self.load(f"rows/{name}")

    def load(self, name: str, parent: QWidget | None = None) -> QWidget:
        """Return the widgets of a .ui file, `case` or `rows/problem`, unbound; FormNotFound."""
        loader = _Loader(self._promoted)
        form = loader.load(str(form_path(name)), parent)
        if form is None:
            raise FormNotFound(name, loader.errorString())
        for section in form.findChildren(DetailSection):
            section.take_body()
        return form


class _Loader(QUiLoader):
    def __init__(self, promoted: PromotedWidgets) -> None:
        super().__init__()
        self._promoted = promoted

    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        """Build promoted widgets by their class name, and Qt's as ever."""
        make = self._promoted.get(class_name)
        if make is None:
            plain = super().createWidget(class_name, parent, name)
            if isinstance(plain, QLabel):
                plain.setTextFormat(Qt.TextFormat.PlainText)  # or it would guess at what the text is
            return plain
        made = make(parent)
        made.setObjectName(name)
        return made
