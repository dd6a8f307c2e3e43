"""The widgets of a form by kind and name."""

from typing import TypeVar

from PySide6.QtCore import QObject

W = TypeVar("W", bound=QObject)


def part(inside: QObject, kind: type[W], name: str = "") -> W:
    """Return a widget that the form must have: of that kind and, if one is given, of that name.

    It may lie at any depth. AssertionError if there is none.
    """
    widget = inside.findChild(kind, name) if name else inside.findChild(kind)
    assert widget is not None, f"{inside.objectName()} has no {name or kind.__name__}"
    return widget
