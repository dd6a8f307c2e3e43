"""Days and times as people write them, by the forms of their language.

What can mean two things means this:
- `3/12`: day and month stand as the locale writes them without a year, not as in its date with one: Swedish
  dates begin with the year, and `3/12` is 3 December. With full stops the day stands first. Only where
  that makes no day is it the other way round: `12/31` is 31 December everywhere.
- A year of two figures is one of this century. Where a locale's dates begin with the year, of `26-12-03` and
  `03-12-26` the reading nearest to today counts.
- A day without a year is the nearest such day to today, past or coming.
- `thu` is the coming one, today included; `next thu` is that of the next week from Monday on, `last thu`
  that of the week before, `this thu` that of this week. `next week` is seven days from today.
- Thai years are read as Buddhist ones where that makes them years of ours: 2569 is 2026.
- `900` and `1430` are 9:00 and 14:30; `12 am` and `midnight` are 0:00 of the day, `noon` is 12:00.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from planner.wording.written_forms import HALF, MONTH, WrittenForms, plain, word_key

_NUMBERS = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\s?\2\s?(\d{2,4})?)?\.?")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\s?([./-])\s?(?P<month>\d{1,2})\s?\2\s?(?P<day>\d{1,2})\.?")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_ORDINAL = r"(?:st|nd|rd|th|er|re|o|a|º|\.)?"
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}[\s,/-]*(?:of |de |d')?(?P<name>[^\W\d_]+)[.,\s/-]*"
    r"(?:de |del )?(?P<year>\d{2,4})?"
)
_MONTH_FIRST = re.compile(rf"(?P<name>[^\W\d_]+)[.\s]*(?P<day>\d{{1,2}}){_ORDINAL}[,\s]*(?P<year>\d{{2,4}})?")
_WEEKDAY_AT = re.compile(r"(?P<which>\w+ )?(?P<name>[^\W\d_]+)\.?")
_COUNTED = re.compile(r"\+\s?(?P<count>\d{1,3})")
_BEFORE_A_DAY = re.compile(r"(?:on|by|am|den|der|le|the) (?=\w)")

_WHICH_WEEK = {
    **dict.fromkeys(("next", "nachsten", "nachster", "nachste", "nachstes", "kommenden", "kommender"), 1),
    **dict.fromkeys(("this", "diesen", "dieser", "coming"), 0),
    **dict.fromkeys(("last", "letzten", "letzter", "vorigen"), -1),
}
_NEXT = {"next week": (7, 0), "nachste woche": (7, 0), "next month": (0, 1), "nachsten monat": (0, 1)}
_COUNTS = {
    **{word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)},
    **{word: number for number, word in enumerate(("seven", "eight", "nine", "ten", "eleven", "twelve"), 7)},
    **{word: number for number, word in enumerate(("zwei", "drei", "vier", "funf", "sechs", "sieben"), 2)},
    **{word: number for number, word in enumerate(("acht", "neun", "zehn", "elf", "zwolf"), 8)},
    **dict.fromkeys(("a", "an", "ein", "eine", "einer", "einem"), 1),
}
_MOST_DAYS = 3700
_LONGEST = 70
"""What is longer is prose: not even looked at, for that would take longer than a key may."""
_MOST_PARTINGS = 6

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?(?:[:.,٫h]|uhr|std|u)\s?(?P<minute>\d\d)(?:[:.]00)?)?\s*(?P<half>\D*)"
)
_RUN_TOGETHER = re.compile(r"(?P<hour>\d{1,2})(?P<minute>\d\d)\s*(?P<half>\D*)")
_BEFORE_A_TIME = re.compile(r"(?:at|um|ab|gegen|kl\.?|klo|a las?|las?|alle|ore|ora|as|om|o|v|a)\s+|@\s?")
_HOUR_WORDS = frozenset(
    {"h", "hr", "hrs", "hour", "hours", "uhr", "u", "uur", "oclock", "o'clock", "std", "ч", "hod"}
)
_HALVES = {"am": frozenset(range(12)), "pm": frozenset(range(12, 24))}
_NOONS = {"noon": 12, "midday": 12, "midnight": 0, "mittag": 12, "mittags": 12, "mitternacht": 0}
_SAYS_IT_IS_A_TIME = re.compile(r"\d\s?[:h]\s?\d\d|\d\s?(?:h|uhr|a\.?m|p\.?m)\b|(?:at|um|@)\s?\d")
_PARTING = re.compile(r"\s*,\s+|\s+|t(?=\d\d:)|\s*(?=@)")


def read_day(text: str, forms: WrittenForms, today: dt.date) -> dt.date | None:
    """Return the day a text says, whatever its year; None if it says none."""
    written = _short(text)
    found = _day(written, forms, today)
    before = _BEFORE_A_DAY.match(written) if found is None else None
    return _day(written[before.end() :], forms, today) if before else found


def read_clock(text: str, forms: WrittenForms) -> dt.time | None:
    """Return the time of day a text says; None if it says none."""
    written = _short(text)
    found = _time(written, forms)
    before = _BEFORE_A_TIME.match(written) if found is None else None
    return _time(written[before.end() :], forms) if before else found


def read_day_and_time(
    text: str, forms: WrittenForms, today: dt.date
) -> tuple[dt.date, dt.time | None] | None:
    """Return the day a text says and the time of day before or behind it, or (day, None) for a day alone.

    None for any other text. What stands beside the day must look like a time, `10:30`, `at 10`, `10h`,
    `noon`: `fri 10` is no Friday.
    """
    day = read_day(text, forms, today)
    if day is not None:
        return day, None
    written = _short(text)
    for parting in list(_PARTING.finditer(written))[: -_MOST_PARTINGS - 1 : -1]:
        before, after = written[: parting.start()].strip(" ,"), written[parting.end() :].strip(" ,")
        for day_text, time_text in ((before, after), (after, before)):
            is_time = _SAYS_IT_IS_A_TIME.search(time_text) or _noon(time_text, forms) is not None
            if day_text and time_text and is_time:
                day, time = read_day(day_text, forms, today), read_clock(time_text, forms)
                if day is not None and time is not None:
                    return day, time
    return None


def _short(text: str) -> str:
    """Return a text as it is compared, "" of one that is too long to be a day."""
    written = plain(text[: 4 * _LONGEST])
    return "" if len(written) > _LONGEST or len(text.strip()) > 4 * _LONGEST else written


def _noon(written: str, forms: WrittenForms) -> int | None:
    key = word_key(written)
    return forms.noons.get(key, _NOONS.get(key))


def _time(written: str, forms: WrittenForms) -> dt.time | None:
    noon = _noon(written, forms)
    if noon is not None:
        return dt.time(noon)
    for text, word in _with_names(written, forms.hour_words, HALF):
        for pattern in forms.times:
            if match := pattern.fullmatch(text):
                time = _clock(match, word, forms)
                if time is not None:
                    return time
    matches = (form.fullmatch(written) for form in (_CLOCK, _RUN_TOGETHER))
    times = (_clock(match, match["half"], forms) for match in matches if match)
    return next((time for time in times if time is not None), None)


def _day(written: str, forms: WrittenForms, today: dt.date) -> dt.date | None:
    key = written.strip(" .")
    if key in forms.near:
        return _after(today, forms.near[key])
    found = _by_pattern(written, forms, today) or _from_numbers(written, forms, today)
    found = found or _from_words(written, forms, today) or _weekday(written, forms, today)
    return found or _counted(written, forms, today) or _beside_a_weekday(written, forms, today)


def _by_pattern(written: str, forms: WrittenForms, today: dt.date) -> dt.date | None:
    """Return the day a text says in one of the patterns of the language."""
    for text, named in _with_names(written, forms.month_names, MONTH):
        for pattern in forms.days:
            if (match := pattern.fullmatch(text)) is None or "day" not in match.groupdict():
                continue
            groups = match.groupdict()
            weekday = groups.get("weekday")
            if weekday and word_key(weekday.strip(" ;")) not in forms.weekdays:
                continue
            month = forms.months[word_key(named)] if named else int(groups.get("month") or 0)
            date = _date(groups.get("year"), month, int(groups["day"]), forms, today)
            if date is not None:
                return date
    return None


def _with_names(written: str, names: re.Pattern[str], sign: str) -> Iterator[tuple[str, str]]:
    """Yield the text as it is, with "", then for each name in it the text with its sign, and the name."""
    yield written, ""
    for found in names.finditer(written):
        yield f"{written[: found.start()]}{sign}{written[found.end(1) :]}", found[1]


def _from_numbers(written: str, forms: WrittenForms, today: dt.date) -> dt.date | None:
    match = _YEAR_FIRST.fullmatch(written) or _COMPACT.fullmatch(written)
    if match is not None:
        return _date(match["year"], int(match["month"]), int(match["day"]), forms, today)
    match = _NUMBERS.fullmatch(written)
    if match is None:
        return None
    first, mark, second, last = match.groups()
    day, month = int(first), int(second)
    if mark != "." and forms.month_first:
        day, month = month, day
    reading = _date(last, month, day, forms, today) or _date(last, day, month, forms, today)
    if not (last and forms.year_first and len(first) == len(last) == 2):
        return reading
    year_first = _date(first, int(second), int(last), forms, today)
    return _nearest((date for date in (reading, year_first) if date is not None), today)


def _from_words(written: str, forms: WrittenForms, today: dt.date) -> dt.date | None:
    for form in (_DAY_FIRST, _MONTH_FIRST):
        match = form.fullmatch(written)
        month = _month(match["name"], forms) if match else None
        if match and month:
            return _date(match["year"], month, int(match["day"]), forms, today)
    return None


def _month(name: str, forms: WrittenForms) -> int | None:
    """Return the month of a name, or of the beginning, from three letters on, that only one has."""
    key = word_key(name)
    if key in forms.months:
        return forms.months[key]
    begun = {month for known, month in forms.months.items() if known.startswith(key)}
    return begun.pop() if len(begun) == 1 and len(key) >= 3 else None


def _weekday(written: str, forms: WrittenForms, today: dt.date) -> dt.date | None:
    match = _WEEKDAY_AT.fullmatch(written)
    which = (match["which"] or "").strip() if match else ""
    if match is None or (which and which not in _WHICH_WEEK):
        return None
    weekday = _weekday_of(match["name"], forms)
    if weekday is None:
        return None
    if not which:
        return _after(today, (weekday - today.weekday()) % 7)
    return _after(today, weekday - today.weekday() + 7 * _WHICH_WEEK[which])


def _weekday_of(name: str, forms: WrittenForms) -> int | None:
    """Return the weekday of a name, or of a beginning of three letters or more that only one has."""
    key = word_key(name)
    if key in forms.weekdays:
        return forms.weekdays[key]
    begun = {weekday for known, weekday in forms.weekdays.items() if known.startswith(key)}
    return begun.pop() if len(begun) == 1 and len(key) >= 3 else None


def _counted(written: str, forms: WrittenForms, today: dt.date) -> dt.date | None:
    """Return the day of `in two weeks`, `3 days ago`, `+5`, `next month`."""
    if written in _NEXT:
        return _after(today, *_NEXT[written])
    for pattern, days, months in ((_COUNTED, 1, 0), *forms.spans):
        if match := pattern.fullmatch(written):
            count = int(match["count"]) if match["count"].isdecimal() else _COUNTS.get(match["count"], 0)
            if 0 < count * (abs(days) + 31 * abs(months)) <= _MOST_DAYS:
                return _after(today, count * days, count * months)
    return None


def _beside_a_weekday(written: str, forms: WrittenForms, today: dt.date) -> dt.date | None:
    """Return the day of a date with its weekday before or after it."""
    for date in _without_weekday(written, forms):
        found = _by_pattern(date, forms, today) or _from_numbers(date, forms, today)
        if found := found or _from_words(date, forms, today):
            return found
    return None


def _without_weekday(written: str, forms: WrittenForms) -> Iterator[str]:
    """Yield what is left of a text without a weekday at its beginning, or at its end."""
    first, _, rest = written.partition(" ")
    if _weekday_of(first.strip("().,"), forms) is not None:
        yield rest
    for found in forms.weekday_names.finditer(written):
        if not found.start():
            yield written[found.end(1) :].lstrip(" .,;")
        if not written[found.end(1) :].strip(" .)"):
            yield written[: found.start()].rstrip(" ,;(")


def _date(year: str | None, month: int, day: int, forms: WrittenForms, today: dt.date) -> dt.date | None:
    """Return the date, None if there is no such day; without a year the nearest to today."""
    if year is None:
        return _nearest(_existing((today.year + near for near in range(-8, 9)), month, day), today)
    number = int(year) if len(year) > 2 else 2000 + int(year)
    if forms.language == "th" and number >= 2400:
        number -= 543
    return next(_existing((number,), month, day), None)


def _existing(years: Iterable[int], month: int, day: int) -> Iterator[dt.date]:
    for year in years:
        try:
            yield dt.date(year, month, day)
        except ValueError:
            continue


def _nearest(days: Iterable[dt.date], today: dt.date) -> dt.date | None:
    return min(days, key=lambda day: abs(day - today), default=None)


def _after(today: dt.date, days: int, months: int = 0) -> dt.date | None:
    """Return the day so far from today; in a month that is too short its last. None beyond all years."""
    try:
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        first = dt.date(year, month + 1, 1)
        next_first = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
        return (
            min(first.replace(day=1) + dt.timedelta(days=today.day - 1), next_first - _A_DAY) + days * _A_DAY
        )
    except (ValueError, OverflowError):
        return None


_A_DAY = dt.timedelta(days=1)


def _clock(match: re.Match[str], beside: str, forms: WrittenForms) -> dt.time | None:
    """Return the time of day that hour, minute and the word beside them say; None if there is none."""
    groups = match.groupdict()
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    word = word_key(beside)
    if minute > 59 or hour > 23:
        return None
    if not word or word in _HOUR_WORDS:
        return dt.time(hour, minute)
    said = _HALVES.get(word) or forms.hours.get(word)
    if said is None or (hour > 12 and hour not in said):
        return None
    fitting = (
        [possible for possible in (hour % 12, hour % 12 + 12) if possible in said] if hour <= 12 else [hour]
    )
    return dt.time(fitting[0], minute) if len(fitting) == 1 else None
