"""Accessibility: what an input is called, for those who hear it."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_MNEMONIC = re.compile(r"&(.)")
"""What underlines a letter; && is a plain &."""


def name_input(field: QWidget, name: str) -> None:
    """Give an input, and the widget inside it that takes its focus, an accessible name."""
    field.setAccessibleName(name)
    inner = field.focusProxy()
    if inner is not None:
        inner.setAccessibleName(name)


def names_of_inputs(fields: Sequence[QWidget], labels: Iterable[QLabel]) -> list[str]:
    """Return the name of each input of a form with these labels; "" of one that nothing names.

    An accessible name of its own comes first, then the text of its buddy label, then that of the tick
    box itself.
    """
    texts = _buddy_texts(labels)
    return [field.accessibleName() or texts.get(field, "") or _own_text(field) for field in fields]


def _buddy_texts(labels: Iterable[QLabel]) -> dict[QWidget, str]:
    """Return the text of each label by its buddy; the first label wins."""
    # Asked once for a form: label by label for each input would be felt where a row is added.
    texts: dict[QWidget, str] = {}
    for label in labels:
        if (buddy := label.buddy()) is not None:
            texts.setdefault(buddy, _plain(label.text()))
    return texts


def _own_text(field: QWidget) -> str:
    return _plain(field.text()) if isinstance(field, QAbstractButton) else ""


def _plain(text: str) -> str:
    return _MNEMONIC.sub(r"\1", text)
