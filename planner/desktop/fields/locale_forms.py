"""How a locale writes days and times, as Qt and CLDR know it."""

import threading

import msgspec
from PySide6.QtCore import QLocale

from planner.wording.cldr_forms import cldr_forms
from planner.wording.near_days import near_days
from planner.wording.written_forms import RawForms, WrittenForms, compiled, days_in_words, field_order

_SHORT = QLocale.FormatType.ShortFormat
_LENGTHS = (_SHORT, QLocale.FormatType.LongFormat)


def written_forms(locale: QLocale) -> WrittenForms:
    """Return the forms that days and times are read by in a locale: Qt's, CLDR's, and the English ones.

    The first call for a locale takes tens of milliseconds; `prepare_forms` makes it early.
    """
    key = _key(locale)
    with _building:
        if key not in _made:
            _made[key] = _forms_of(locale)
        return _made[key]


def prepare_forms(locale: QLocale) -> None:
    """Make the forms of a locale in a thread of their own, so that the first key typed need not wait."""
    key = _key(locale)
    if key not in _begun:
        _begun.add(key)
        threading.Thread(target=written_forms, args=(locale,), name=f"forms of {key[0]}").start()


_Key = tuple[str, str, str]
_building = threading.Lock()
_made: dict[_Key, WrittenForms] = {}
_begun: set[_Key] = set()


def _key(locale: QLocale) -> _Key:
    """Return what tells the locale's forms from others: of one name, the system's may be of two countries."""
    return _name_of(locale), locale.dateFormat(_SHORT), locale.timeFormat(_SHORT)


def _name_of(locale: QLocale) -> str:
    """Return the name of language, script and country; "C" for that of no language."""
    return "C" if locale.language() == QLocale.Language.C else locale.bcp47Name()


def _forms_of(locale: QLocale) -> WrittenForms:
    name, short, _time = _key(locale)
    own, cldr = _qt_forms(locale), cldr_forms(name)
    if cldr is None or field_order(cldr.days[0]) != field_order(short):
        # The system's locale may write days as another country than its name's: Qt's forms alone count.
        long = locale.dateFormat(QLocale.FormatType.LongFormat)
        own = msgspec.structs.replace(own, month_day=long if field_order(short).startswith("y") else short)
        cldr = cldr and days_in_words(cldr)
    english = (_qt_forms(QLocale.c()), cldr_forms("en"))
    raws = (own, cldr, *(days_in_words(raw) for raw in english if raw is not None))
    return compiled(name.partition("-")[0], (raw for raw in raws if raw is not None), near_days(name))


def _qt_forms(locale: QLocale) -> RawForms:
    return RawForms(
        days=tuple(locale.dateFormat(length) for length in _LENGTHS),
        times=(locale.timeFormat(_SHORT),),
        months=tuple(
            (name(month, length), month)
            for name in (locale.monthName, locale.standaloneMonthName)
            for length in _LENGTHS
            for month in range(1, 13)
        ),
        weekdays=tuple(
            (name(day, length), day - 1)
            for name in (locale.dayName, locale.standaloneDayName)
            for length in _LENGTHS
            for day in range(1, 8)
        ),
        halves=((locale.amText(), "am"), (locale.pmText(), "pm")),
    )
