"""Forms from their .ui files, with the promoted widgets that they name."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import ParseError

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import form_path
from planner.desktop.walk.form import LoadedPiece, StepForm
from planner.desktop.walk.form_pieces import FormPiece, cut_form
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
        self._loader = _Loader(promoted)

    def load_form(self, name: str, document: PlanDocument, parent: QWidget | None = None) -> StepForm:
        """Return a step's form with its title; it builds the rest, bound to the plan, when asked to.

        FormNotFound if its file cannot be read or is damaged.
        """
        try:
            cut = cut_form(form_path(name))
        except (OSError, ParseError) as error:
            raise FormNotFound(name, str(error)) from error
        form = self._loader.load(_as_file(cut.frame), parent)
        assert isinstance(form, StepForm)
        form.begin(document, self.load_row, cut.pieces, self.load_piece)
        return form

    def load_row(self, name: str) -> QWidget:
        """Return the form of one row, `problem` for rows/problem.ui, unbound; FormNotFound."""
        return self.load(f"rows/{name}")

    def load(self, name: str, parent: QWidget | None = None) -> QWidget:
        """Return the widgets of a .ui file, `case` or `rows/problem`, unbound; FormNotFound."""
        form = self._loader.load(str(form_path(name)), parent)
        if form is None:
            raise FormNotFound(name, self._loader.errorString())
        for section in form.findChildren(DetailSection):
            section.take_body()
        return form

    def load_piece(self, piece: FormPiece, form: StepForm) -> LoadedPiece:
        """Put a piece of a form into it, below what is there; return its widgets, unbound."""
        into = form if piece.into == form.objectName() else form.findChild(QWidget, piece.into)
        assert into is not None, f"{form.objectName()} has no {piece.into}"
        widgets = self._loader.load_into(into, piece.ui)
        column = into.layout()
        assert isinstance(column, QVBoxLayout)
        part = column.findChild(QLayout, piece.name, Qt.FindChildOption.FindDirectChildrenOnly)
        if part is None:
            column.addWidget(widgets[0])
        for section in (widget for widget in widgets if isinstance(widget, DetailSection)):
            section.take_body()
        return LoadedPiece(into, part or widgets[0], widgets)


class _Loader(QUiLoader):
    def __init__(self, promoted: PromotedWidgets) -> None:
        super().__init__()
        self._promoted = promoted
        self._into: QWidget | None = None
        self._widgets: list[QWidget] = []

    def load_into(self, into: QWidget, ui: bytes) -> list[QWidget]:
        """Load what the root of a .ui file holds into a widget in place of that root; return its widgets.

        A layout is added to the widget's column: Qt does so for one that has a layout already.
        """
        self._into, self._widgets = into, []
        loaded = self.load(_as_file(ui))
        assert loaded is into, self.errorString()
        widgets = self._widgets
        self._into, self._widgets = None, []
        return widgets

    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        """Build promoted widgets by their class name, and Qt's as ever; a piece has its root already."""
        if self._into is not None and parent is None:
            return self._into
        make = self._promoted.get(class_name)
        made = self._plain(class_name, parent, name) if make is None else make(parent)
        made.setObjectName(name)
        if self._into is not None:
            self._widgets.append(made)
        return made

    def _plain(self, class_name: str, parent: QWidget | None, name: str) -> QWidget:
        made = super().createWidget(class_name, parent, name)
        if isinstance(made, QLabel):
            made.setTextFormat(Qt.TextFormat.PlainText)  # or it would guess at what the text is
        return made


def _as_file(ui: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(ui))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer
