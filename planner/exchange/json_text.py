"""JSON as it was written: numbers by their digits, names given twice not forgotten."""

import json
from collections import Counter
from typing import Any

from planner.translation import N_, _

_REASONS = (
    N_("expecting value"),
    N_("expecting ',' delimiter"),
    N_("expecting ':' delimiter"),
    N_("expecting property name enclosed in double quotes"),
    N_("extra data"),
    N_("illegal trailing comma before end of array"),
    N_("illegal trailing comma before end of object"),
    N_("invalid \\escape"),
    N_("invalid \\uXXXX escape"),
    N_("invalid control character at"),
)
"""What the standard library says of a text that is no JSON, with a small letter first."""


class NotJson(ValueError):
    """The data is no JSON; the message says where and what."""


class Number(str):
    """A number as its JSON text, so that nothing is lost before its field says how to read it."""

    __slots__ = ()


class Object(dict[str, Any]):
    """A JSON object; `repeated` are the names given more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs) if len(self) < len(pairs) else {}
        self.repeated = [name for name, count in times.items() if count > 1]


def parsed(data: bytes) -> Any:
    """Return the JSON value in UTF-8 data, a byte order mark allowed; NotJson if there is none.

    Objects are Object, numbers Number.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _("is not UTF-8 text (byte {number}); save it as UTF-8")
        raise NotJson(text.format(number=error.start + 1)) from error
    if not text.strip():
        raise NotJson(_("is empty"))
    try:
        return json.loads(
            text, object_pairs_hook=Object, parse_float=Number, parse_int=Number, parse_constant=Number
        )
    except json.JSONDecodeError as error:
        raise NotJson(_described(error, text)) from error
    except RecursionError as error:
        raise NotJson(_("is nested too deeply for a plan file")) from error


def json_quoted(value: object) -> str:
    """Return a JSON value as a complaint shows it: on one line, cut visibly at forty characters.

    An object or a list is only called that.
    """
    if isinstance(value, dict):
        return _("an object")
    if isinstance(value, list):
        return _("a list")
    text = str(value) if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _described(error: json.JSONDecodeError, text: str) -> str:
    rest = text[error.pos :].strip()
    broken_off = any(word.startswith(rest) for word in ("true", "false", "null"))
    if broken_off or error.msg.startswith("Unterminated string"):
        broken = _("breaks off (line {line}, column {column}); is part of the file missing?")
        return broken.format(line=error.lineno, column=error.colno)
    reason = f"{error.msg[0].lower()}{error.msg[1:]}"
    return _("is not JSON: {reason} (line {line}, column {column})").format(
        reason=_(reason), line=error.lineno, column=error.colno
    )
