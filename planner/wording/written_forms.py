"""The forms in which a language writes days and times, made ready for reading: names, patterns, orders.

Patterns are CLDR's, `d MMM y` and `HH:mm`, which Qt's are too but for `ddd`, its weekday, and `AP`. All texts
here, and those read by them, are as `plain` makes them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

import msgspec

_SAME_MARK = str.maketrans(
    dict.fromkeys("‘’ʼ′`´ʻ", "'") | dict.fromkeys("‐‑‒–—−", "-") | {"،": ",", "、": ",", "ı": "i"}
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_TOKEN = re.compile(r"'(?P<quoted>(?:[^']|'')*)'|(?P<field>[aA][pP]|([A-Za-z])\3*)|(?P<literal>[^A-Za-z'])")
_NUMBER = r"(?P<{name}>\d{{{width}}})"


def plain(text: str) -> str:
    """Return a text as it is compared: no case, accents, marks of direction, or digits but 0 to 9.

    Every space is one space, every apostrophe `'`, every dash `-`.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (
        str(unicodedata.digit(character)) if character.isdecimal() else character
        for character in _ACCENTS.sub("", folded.translate(_SAME_MARK))
        if unicodedata.category(character) != "Cf"
    )
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def word_key(name: str) -> str:
    """Return a plain name without full stops, commas and spaces: `a.m.`, `a. m.` and `am` are one."""
    return re.sub(r"[\s.,]", "", name)


class Spans(msgspec.Struct, frozen=True):
    """How a language says `in 3 weeks`: patterns with `{0}` for the number; the unit in days or months.

    Both are negative for `3 weeks ago`.
    """

    patterns: tuple[str, ...]
    days: int = 0
    months: int = 0
    """Both negative for the past."""


class RawForms(msgspec.Struct, frozen=True, kw_only=True):
    """The patterns and names by which a locale writes days and times, as CLDR or Qt has them.

    `months` are by number, `weekdays` by 0 for Monday, `halves` by `am` or `pm`, `periods` by the hours, of
    24, that a word such as `in the morning` is said of. `month_day` shows in which order day and month are
    written in figures without the year.
    """

    days: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    weekdays: tuple[tuple[str, int], ...] = ()
    halves: tuple[tuple[str, str], ...] = ()
    periods: tuple[tuple[str, frozenset[int]], ...] = ()
    noons: tuple[tuple[str, int], ...] = ()
    spans: tuple[Spans, ...] = ()
    month_day: str = ""


def days_in_words(forms: RawForms) -> RawForms:
    """Return the forms without the days in figures alone: those of another language would be read wrongly."""
    return msgspec.structs.replace(forms, days=tuple(day for day in forms.days if "MMM" in day), month_day="")


class WrittenForms(msgspec.Struct, frozen=True, kw_only=True):
    """One language's forms, ready to read by. Names are keys as `word_key` makes them."""

    language: str
    days: tuple[re.Pattern[str], ...]
    """By the groups `year`, `month`, `day`, `weekday`; MONTH where the month's name stands."""
    times: tuple[re.Pattern[str], ...]
    """By the groups `hour` and `minute`; HALF where a word stands that says which half of the day."""
    months: Mapping[str, int]
    month_names: re.Pattern[str]
    """Matches, with nothing, where a month's name begins; the name is group 1."""
    weekdays: Mapping[str, int]
    weekday_names: re.Pattern[str]
    """As `month_names`."""
    hours: Mapping[str, frozenset[int]]
    """The hours, of 24, that a word beside a time is said of: `pm`, `in the morning`."""
    hour_words: re.Pattern[str]
    """As `month_names`."""
    noons: Mapping[str, int]
    near: Mapping[str, int]
    """Days from today: `tomorrow` is 1."""
    spans: tuple[tuple[re.Pattern[str], int, int], ...]
    """Pattern with the group `count`, and days and months that one of these is."""
    month_first: bool
    year_first: bool


def compiled(language: str, raws: Iterable[RawForms], near: Mapping[str, int]) -> WrittenForms:
    """Return the forms of several sources as one, the first source's patterns tried first."""
    raws = tuple(raws)
    months = _by_key(pair for raw in raws for pair in raw.months)
    weekdays = _by_key(pair for raw in raws for pair in raw.weekdays)
    hours = _hours_by_key(raws)
    written = [pattern for raw in raws for pattern in (raw.month_day, *raw.days) if pattern]
    days = dict.fromkeys((*map(_without_weekday, written), *written))
    times = dict.fromkeys(pattern for raw in raws for pattern in raw.times)
    return WrittenForms(
        language=language,
        days=tuple(dict.fromkeys(_matcher(pattern, _of_a_day) for pattern in days)),
        times=tuple(dict.fromkeys(_matcher(pattern, _of_a_time) for pattern in times)),
        months=months,
        month_names=_beginning_of(name for raw in raws for name, _number in raw.months),
        weekdays=weekdays,
        weekday_names=_beginning_of(name for raw in raws for name, _number in raw.weekdays),
        hours=hours,
        hour_words=_beginning_of(word for raw in raws for word, _said in (*raw.halves, *raw.periods)),
        noons=_by_key(pair for raw in raws for pair in raw.noons),
        near={plain(word): distance for word, distance in near.items()},
        spans=tuple(
            (_span_matcher(pattern), spans.days, spans.months)
            for raw in raws
            for spans in raw.spans
            for pattern in spans.patterns
        ),
        month_first=_first_order(*(raw.month_day for raw in raws), *days).find("Md") >= 0,
        year_first=_first_order(*days).startswith("y"),
    )


def loose(text: str) -> str:
    """Return a regular expression for a literal text that forgives spaces, full stops and commas."""
    spaced = (re.escape(part) for part in re.split(r"[\s.,]+", plain(text)))
    return r"[\s.,]*".join(spaced)


MONTH, HALF = "\ue000", "\ue001"
"""Stand for the name of a month, and for the word beside a time, in a text and in what matches it.

So the patterns stay small: one with all names in it takes milliseconds to compile, and there are dozens.
"""


def _of_a_day(field: str) -> str:
    letter, length = field[0], len(field)
    if letter in "yu":
        return _NUMBER.format(name="year", width="2" if length == 2 else "4")
    if letter in "Eec" or (letter == "d" and length > 2):
        return r"(?P<weekday>\D+?)"
    if letter in "ML":
        return rf"{MONTH}\.?" if length > 2 else _NUMBER.format(name="month", width="1,2")
    return _NUMBER.format(name="day", width="1,2") if letter == "d" else r"\D*?"


def _of_a_time(field: str) -> str:
    if field[0] in "aAbB":
        return rf"{HALF}\.?"
    if field[0] in "hHkK":
        return _NUMBER.format(name="hour", width="1,2")
    if field[0] == "m":
        return _NUMBER.format(name="minute", width="2" if len(field) == 2 else "1,2")
    return r"\d*"


def _without_weekday(pattern: str) -> str:
    """Return a pattern of a day without its weekday at the beginning or the end, and what parts them."""
    return re.sub(r"^(?:d{3,4}|[Eec]+)[^dMLyuG']*|[^dMLyuG']*(?:(?<!d)d{3,4}|[Eec]+)\W*$", "", pattern)


def _matcher(pattern: str, field: Callable[[str], str]) -> re.Pattern[str]:
    """Return what matches a plain text written by the pattern."""
    written, literal, ended_in_figures = "", "", False
    for token in _TOKEN.finditer(pattern):
        if not token["field"]:
            literal += token["quoted"].replace("''", "'") if token["quoted"] else token["literal"] or "'"
            continue
        piece = field(token["field"])
        figures = r"\d" in piece
        written += rf"\s*{_between(literal, figures=ended_in_figures and figures)}\s*{piece}"
        literal, ended_in_figures = "", figures
    return re.compile(rf"{written}\s*{loose(literal)}[\s.,]*")


def _between(literal: str, *, figures: bool) -> str:
    """Return a regular expression for what stands before a field; between `figures` it must stand."""
    return r"[\s.,]+" if figures and literal and not literal.strip(" .,") else loose(literal)


def _span_matcher(pattern: str) -> re.Pattern[str]:
    before, _, after = pattern.partition("{0}")
    return re.compile(rf"{loose(before)}\s*(?P<count>\w+)\s*{loose(after)}")


def _beginning_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return what matches where one of the names begins: the longest that does so, as group 1."""
    spelled = sorted({plain(name) for name in names} - {""}, key=_longest_first)
    return re.compile(f"(?=({'|'.join(map(loose, spelled)) or '(?!)'}))")


def _longest_first(name: str) -> tuple[int, str]:
    return -len(word_key(name)), name


def _by_key(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return numbers by the key of their name; the first that has it counts."""
    numbers: dict[str, int] = {}
    for name, number in pairs:
        if key := word_key(plain(name)):
            numbers.setdefault(key, number)
    return numbers


_HALVES = {"am": frozenset(range(12)), "pm": frozenset(range(12, 24))}


def _hours_by_key(raws: tuple[RawForms, ...]) -> dict[str, frozenset[int]]:
    """Return the hours that a word is said of; those of all its meanings if it has several."""
    said: dict[str, frozenset[int]] = {}
    halves = ((word, _HALVES[half]) for raw in raws for word, half in raw.halves)
    for words in (halves, (pair for raw in raws for pair in raw.periods)):
        for word, hours in words:
            if key := word_key(plain(word)):
                said[key] = said.get(key, frozenset()) | hours
    return said


def field_order(pattern: str) -> str:
    """Return the letters of day, month and year in the order of a pattern: `dMy`; the weekday counts not."""
    letters = re.sub(r"'[^']*'|d{3,4}|[^dMy]", "", pattern.replace("L", "M"))
    return "".join(dict.fromkeys(letters))


def _first_order(*patterns: str) -> str:
    """Return the order of fields in the first pattern that has a day and a month, "" if none has."""
    orders = (field_order(pattern) for pattern in patterns)
    return next((order for order in orders if {*"dM"} <= {*order}), "")
