"""What decoding JSON complains of, in the language of the person."""

import re

from planner.translation import N_, _

_WHOLE = frozenset(
    {
        N_("Input data was truncated"),
        N_("Integer value out of range"),
        N_("Invalid RFC3339 encoded date"),
        N_("Invalid RFC3339 encoded datetime"),
        N_("Invalid decimal string"),
        N_("Number out of range"),
    }
)
_FILLED = (
    (r"Expected `(?P<expected>.+)`, got `(?P<value>.+)`", N_("Expected `{expected}`, got `{value}`")),
    (r"Expected `(?P<type>.+)` >= (?P<least>.+)", N_("Expected `{type}` >= {least}")),
    (r"Expected `(?P<type>.+)` <= (?P<most>.+)", N_("Expected `{type}` <= {most}")),
    (r"Expected `(?P<type>.+)` with a timezone component", N_("Expected `{type}` with a timezone component")),
    (r"Invalid enum value (?P<value>.+)", N_("Invalid enum value {value}")),
    (r"Object contains unknown field `(?P<field>.+)`", N_("Object contains unknown field `{field}`")),
    (r"Object missing required field `(?P<field>.+)`", N_("Object missing required field `{field}`")),
)
_MALFORMED = r"JSON is malformed: (?P<reason>.+) \(byte (?P<number>\d+)\)"
_REASONS = frozenset(
    {
        N_("""expected '"'"""),
        N_("expected ',' or ']'"),
        N_("expected ',' or '}'"),
        N_("expected ':'"),
        N_("invalid character"),
        N_("invalid character in unicode escape"),
        N_("invalid escape character in string"),
        N_("invalid escaped character"),
        N_("invalid number"),
        N_("invalid utf-16 surrogate pair"),
        N_("object keys must be strings"),
        N_("trailing characters"),
        N_("trailing comma in array"),
        N_("trailing comma in object"),
    }
)


def decoding_problem(problem: str) -> str:
    """Return an error message of msgspec, given without the place in the data, translated.

    An unknown message, such as one of another msgspec, comes back as it is.
    """
    if problem in _WHOLE:
        return _(problem)
    if malformed := re.fullmatch(_MALFORMED, problem):
        reason = malformed["reason"]
        text = _("JSON is malformed: {reason} (byte {number})")
        return text.format(reason=_(reason) if reason in _REASONS else reason, number=malformed["number"])
    for pattern, text in _FILLED:
        if filled := re.fullmatch(pattern, problem):
            return _(text).format(**filled.groupdict())
    return problem
