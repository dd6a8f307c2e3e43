"""A preparation whose own words cannot be taken for ours: every text of the person's is `Ω100`, `Ω101`, …"""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

FIRST = 100
"""Three digits: a name of fewer letters is not looked for in other texts."""


class OwnWords:
    """Puts `Ω…` for what a person wrote; the words that a rule looks for stay, and so do codes of currencies.

    The same text becomes the same one, so that what refers to a name goes on doing so.
    """

    def __init__(self, kept: Iterable[str]) -> None:
        self._kept = {*kept, ""}
        self._given: dict[str, str] = {}
        words = "|".join(re.escape(text) for text in sorted(self._kept, key=len, reverse=True) if text)
        self.pattern = re.compile(rf"Ω\d+|\b(?:{words or 'Ω'})\b|\d{{4}}-\d\d-\d\dT[\d:.+-]+")
        """What may stand in a text untranslated."""

    def of(self, value: Any) -> Any:
        """Return the value, a part of a plan or a whole one, in own words."""
        if isinstance(value, msgspec.Struct):
            fields = {name: self.of(getattr(value, name)) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **fields)
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        return self._text(value) if type(value) is str else value

    def _text(self, text: str) -> str:
        if text.strip() in self._kept:
            return text
        return self._given.setdefault(text.strip(), f"Ω{FIRST + len(self._given)}")
