"""What stands around the rows of a list."""

from PySide6.QtWidgets import QLabel

from planner.desktop.fields.row_settings import RowSettings
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import _


class AroundRows:
    """The button that adds a row, the text of a list without any, and the question above a list."""

    def __init__(self, field: RowSettings) -> None:
        self._field = field
        self.empty = PlainLabel(parent=field)
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "hint")
        self.add_button = EnterButton(parent=field)
        self.add_button.setProperty("role", "link")

    def configure(self) -> None:
        """Name the button and the text of an empty list, as the form has them."""
        texts = self._field.texts
        self.add_button.setText(_("+ {add}").format(add=texts["addText"] or _("Add a line")))
        self.add_button.setAccessibleName(texts["addText"])
        self.add_button.setToolTip(_("Ctrl+Enter in a line adds one below it"))
        self.add_button.setHidden(self._field.is_fixed)
        self.empty.setText(texts["emptyText"])

    def follow(self, *, has_rows: bool, has_blank: bool) -> None:
        """Show what suits a list with rows of the plan, with blank ones below them, or with neither."""
        self.empty.setVisible(not has_rows and not has_blank and bool(self.empty.text()))
        if self._field.is_fixed:
            self._ask_only(has_rows=has_rows)

    def _ask_only(self, *, has_rows: bool) -> None:
        """Show the list and its question where there are rows to answer, else neither."""
        field, above = self._field, self._field.parentWidget()
        labels = [label for label in above.findChildren(QLabel) if label.buddy() is field] if above else []
        for widget in (field, *labels):
            widget.setVisible(has_rows)
