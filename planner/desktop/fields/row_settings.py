"""What a form says of a list of rows."""

from typing import Any

from PySide6.QtCore import Property
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.field import text_property


def _text(name: str) -> Any:
    """Return a text property of the form, kept by its name."""

    def read(field: "RowSettings") -> str:
        return field.texts[name]

    def write(field: "RowSettings", text: str) -> None:
        field.texts[name] = text

    return text_property(read, write)


class RowSettings(QWidget):
    """A widget with the properties by which a form sets a list of rows.

    `texts` are those that are texts, by their name; `is_fixed` is `fixedRows`, `starting_count` is
    `startingRows`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = {
            "rowForm": "",
            "columns": "",
            "addText": "",
            "rowText": "",
            "emptyText": "",
            "currencyField": "",
        }
        self.is_fixed = False
        self.starting_count = 0

    def undo_words(self, pattern: str) -> str:
        """Return what an undo step is called by the row's name, `adding a problem`; "" if it has none."""
        row = self.texts["rowText"]
        return pattern.format(row=row) if row else ""

    def _fixed_rows(self) -> bool:
        return self.is_fixed

    def _set_fixed_rows(self, fixed: object) -> None:
        self.is_fixed = bool(fixed)

    def _starting_rows(self) -> int:
        return self.starting_count

    def _set_starting_rows(self, count: int) -> None:
        self.starting_count = count

    fixedRows: Any = Property(bool, _fixed_rows, _set_fixed_rows)
    startingRows: Any = Property(int, _starting_rows, _set_starting_rows)
    rowForm = _text("rowForm")
    columns = _text("columns")
    addText = _text("addText")
    rowText = _text("rowText")
    emptyText = _text("emptyText")
    currencyField = _text("currencyField")
