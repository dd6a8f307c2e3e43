"""What CLDR, through babel, knows of how a locale writes days and times."""

from typing import Any

from planner.wording.written_forms import RawForms, Spans

_WIDTHS = ("wide", "abbreviated")
_DAY_SKELETONS = ("yMd", "yMMMd", "MMMd", "MMMMd")
_TIME_SKELETONS = ("hm", "Hm", "h", "H", "Bhm", "Bh")
_UNITS = {"day": (1, 0), "week": (7, 0), "month": (0, 1)}
_NOONS = {"noon": 12, "midnight": 0}


def cldr_forms(name: str) -> RawForms | None:
    """Return the forms of a locale such as `sv-SE`; None if babel has no such locale.

    babel takes tens of milliseconds to load: not to be called where a person waits for a key.
    """
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 -- loaded when first asked for

    try:
        locale = Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    skeletons = {key: str(pattern) for key, pattern in dict(locale.datetime_skeletons).items()}
    formats = [locale.date_formats[length].pattern for length in ("short", "medium", "long")]
    return RawForms(
        days=(*formats, *(skeletons[key] for key in _DAY_SKELETONS if key in skeletons)),
        times=(
            locale.time_formats["short"].pattern,
            *(skeletons[key] for key in _TIME_SKELETONS if key in skeletons),
        ),
        months=tuple(_names(locale.months)),
        weekdays=tuple(_names(locale.days)),
        halves=tuple((word, half) for half, word in _periods(locale) if half in {"am", "pm"}),
        periods=tuple(_said_of_hours(locale)),
        noons=tuple((word, _NOONS[period]) for period, word in _periods(locale) if period in _NOONS),
        spans=tuple(_spans(locale)),
        month_day=skeletons.get("Md", ""),
    )


def _names(by_context: Any) -> list[tuple[str, int]]:
    """Return the names of months or weekdays, with their numbers."""
    return [
        (name, number)
        for context in by_context
        for width in _WIDTHS
        if width in by_context[context]
        for number, name in by_context[context][width].items()
    ]


def _periods(locale: Any) -> list[tuple[str, str]]:
    """Return the parts of the day by CLDR's id, each in all widths: `("pm", "PM")`, `("noon", "noon")`."""
    contexts = locale.day_periods
    return [
        (period, word)
        for context in contexts
        for width in contexts[context]
        for period, word in contexts[context][width].items()
    ]


def _said_of_hours(locale: Any) -> list[tuple[str, frozenset[int]]]:
    """Return the words for parts of the day beside a time, with the hours each is said of."""
    rules_by_period = dict(locale.day_period_rules).get(None, {})
    hours: dict[str, set[int]] = {}
    for hour in range(24):
        for period, rules in rules_by_period.items():
            if any(_holds(rule, hour * 3600) for rule in rules):
                hours.setdefault(period, set()).add(hour)
    return [
        (word, frozenset(hours[period]))
        for period, word in _periods(locale)
        if period in hours and period not in _NOONS
    ]


def _holds(rule: Any, second: int) -> bool:
    """Whether a part of the day, one that lasts, includes a second of it."""
    if "from" not in rule or "before" not in rule:
        return False
    if rule["from"] < rule["before"]:
        return bool(rule["from"] <= second < rule["before"])
    return bool(second >= rule["from"] or second < rule["before"])


def _spans(locale: Any) -> list[Spans]:
    """Return how the locale says `in 3 weeks` and `3 weeks ago`."""
    fields = locale._data["date_fields"]  # noqa: SLF001 -- babel hands them out only filled in
    return [
        Spans(
            patterns=tuple(dict.fromkeys(fields[unit][direction].values())),
            days=days * sign,
            months=months * sign,
        )
        for unit, (days, months) in _UNITS.items()
        for direction, sign in (("future", 1), ("past", -1))
        if unit in fields and direction in fields[unit]
    ]
