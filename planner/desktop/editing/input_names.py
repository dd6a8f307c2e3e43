"""What an input is called, for those who hear it."""

from PySide6.QtWidgets import QLabel, QWidget


def name_input(field: QWidget, name: str) -> None:
    """Give an input, and what takes the keys inside it, its accessible name."""
    field.setAccessibleName(name)
    inner = field.focusProxy()
    if inner is not None:
        inner.setAccessibleName(name)


def name_of_input(field: QWidget, root: QWidget) -> str:
    """Return the accessible name of an input, or else the text of the label it is the buddy of."""
    if field.accessibleName():
        return field.accessibleName()
    labels = root.findChildren(QLabel)
    return next((label.text().replace("&", "") for label in labels if label.buddy() is field), "")
