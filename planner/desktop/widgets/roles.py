"""The role a widget plays in the style sheet, such as "title", "quiet" or "primary"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet and style it anew if that is another one; "" is no role."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Style a widget anew, by the properties it has now; one not styled yet is when it is first shown."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # at the start, the first style asked for costs PySide 17 ms
    style = widget.style()
    style.unpolish(widget)  # brings back the font it had before it was styled
    style.polish(widget)
