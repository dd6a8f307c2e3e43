"""One of a few: a choice of the model's, yes or no, a tick."""

from collections.abc import Sequence
from typing import Any

from msgspec import inspect
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from planner.desktop.fields.field import CalmCombo, text_property, value_property
from planner.model.fields import FieldType
from planner.model.same_text import text_key
from planner.model.values import same_value
from planner.translation import _

_NOT_SAID = "—"


class ChoiceField(CalmCombo):
    """One of the choices of the model's field, blank first where it may be blank.

    `captions`, separated by "|", say the choices in other words, in the model's order.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._captions = ""
        # Kept here and not as item data: Qt would hand a choice back as a plain text.
        self._choices: list[Any] = []
        self.currentIndexChanged.connect(self.changed)

    def configure(self, field_type: FieldType) -> None:
        """Offer the choices of the field."""
        self._offer(_choices_of(field_type.type), optional=field_type.optional)

    def choice_meant(self, text: str) -> Any:
        """Return the choice that a text names by its caption or own name, else by the caption's first word.

        None for a blank text, and if no choice or more than one is called so.
        """
        key = text_key(text)
        named = [
            (choice, caption)
            for choice, caption in zip(self._choices, map(self.itemText, range(self.count())), strict=True)
            if choice is not None and key
        ]
        for called in (_names_of, _short_names_of):
            meant = [choice for choice, caption in named if key in map(text_key, called(choice, caption))]
            if len(meant) == 1:
                return meant[0]
        return None

    def _offer(self, choices: Sequence[Any], *, optional: bool) -> None:
        shown = self._choice()
        own = [_(caption) for caption in self._captions.split("|") if caption]
        captions = own or [_caption(choice) for choice in choices]
        self._choices = [*([None] if optional else []), *choices]
        blocked = QSignalBlocker(self)  # offering is not choosing
        self.clear()
        self.addItems([*([_NOT_SAID] if optional else []), *captions])
        self._show(shown)
        blocked.unblock()

    def _choice(self) -> Any:
        at = self.currentIndex()
        return self._choices[at] if 0 <= at < len(self._choices) else None

    def _show(self, value: Any) -> None:
        at = next((at for at, choice in enumerate(self._choices) if same_value(choice, value)), -1)
        if at != self.currentIndex():
            self.setCurrentIndex(at)

    def _captions_given(self) -> str:
        return self._captions

    def _set_captions(self, captions: str) -> None:
        self._captions = captions

    value = value_property(_choice, _show, changed)
    captions = text_property(_captions_given, _set_captions)


class YesNoField(ChoiceField):
    """Yes or no, or blank where the field may be; `captions` say "yes|no" in other words."""

    def configure(self, field_type: FieldType) -> None:
        """Offer yes and no, and blank where the field may be."""
        self._offer((True, False), optional=field_type.optional)


class FlagField(QCheckBox):
    """A tick box for a field that is True or False."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self.changed)

    def _ticked(self) -> bool:
        return self.isChecked()

    def _show(self, ticked: object) -> None:
        self.setChecked(bool(ticked))

    value = value_property(_ticked, _show, changed)

    def configure(self, _field_type: FieldType) -> None:
        """Do nothing: a tick box needs no choices or bounds."""


def _names_of(choice: Any, caption: str) -> tuple[str, ...]:
    """Return what a choice may be called: its caption, its name in plan files, that in this language."""
    return (caption, _caption(choice), str(choice).replace("_", " "))


def _short_names_of(_choice: Any, caption: str) -> tuple[str, ...]:
    return tuple(caption.split()[:1])


def _choices_of(kind: inspect.Type) -> Sequence[Any]:
    """Return the members of a choice, the numbers of a bounded scale, or yes and no."""
    if isinstance(kind, inspect.EnumType):
        return list(kind.cls)
    if isinstance(kind, inspect.IntType) and kind.ge is not None and kind.le is not None:
        return range(kind.ge, kind.le + 1)
    return (True, False)


def _caption(choice: Any) -> str:
    if isinstance(choice, bool):
        return _("Yes") if choice else _("No")
    text = _(str(choice))
    return f"{text[:1].upper()}{text[1:]}"
