"""What can be reckoned like an amount and is hardly meant as one: `12/2026`, `2026-11-27`, `60-70k`."""

import re

from planner.model.arithmetic import Reckoned, Token

_DASHES = "–—"
"""Those that stand between the ends of a range."""
_PHONE = re.compile(r"(\+|00)\d{8,}")


def looks_like_something_else(text: str, plain: str, tokens: tuple[Token, ...], found: Reckoned) -> bool:
    """Whether a text that can be reckoned is rather a day, a range or a phone number: odd as a sum.

    `text` is as typed, `plain` and `tokens` are what was reckoned of it, `found` is what that came to.
    """
    return _is_odd_as_a_sum(found, tokens, plain) or _has_dash_of_a_range(found, text)


def _has_dash_of_a_range(found: Reckoned, text: str) -> bool:
    only_minus = {mark for mark, _apart in found.operators} == {"-"}
    return only_minus and found.value < 0 and any(dash in text for dash in _DASHES)


def _is_odd_as_a_sum(found: Reckoned, tokens: tuple[Token, ...], plain: str) -> bool:
    if not found.operators:
        return _PHONE.fullmatch(plain) is not None
    marks = {mark for mark, _apart in found.operators}
    numbers = [token.text for token in tokens if token.kind == "number"]
    if any(len(number) > 1 and number[0] == "0" and number.isdigit() for number in numbers):
        return True
    if len(marks) > 1 or any(apart for _mark, apart in found.operators) or "(" in plain:
        return False
    alone = len(tokens) == 2 * len(numbers) - 1 and all(number.isdigit() for number in numbers)
    return (marks == {"-"} and found.value < 0) or (alone and marks <= {"-", "/"} and _like_a_day(numbers))


def _like_a_day(numbers: list[str]) -> bool:
    """Whether the numbers could be day, month and year, or a month and its year."""
    years = [number for number in numbers if re.fullmatch(r"(19|20)\d\d", number)]
    short = [int(number) for number in numbers if len(number) <= 2]
    if len(years) > 1 or len(years) + len(short) != len(numbers):
        return False
    if len(numbers) == 2:
        return numbers[1] in years and 1 <= short[0] <= 12
    return len(numbers) == 3 and all(1 <= part <= 31 for part in short[:2]) and min(short) <= 12
