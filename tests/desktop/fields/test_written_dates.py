import datetime as dt

import pytest
from PySide6.QtCore import QLocale

from planner.desktop.fields.typed import Unreadable
from planner.desktop.fields.written_dates import read_date, read_time, shown_date

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
TODAY = dt.date(2026, 11, 23)
FIRST_OF_DECEMBER = dt.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("2026-12-01", BRITISH),
        ("1.12.2026", AMERICAN),
        ("1.12.", GERMAN),
        ("1.12.26", GERMAN),
        ("1/12", BRITISH),
        ("12/1", AMERICAN),
        ("12/1/2026", AMERICAN),
        ("1 Dec", BRITISH),
        ("1st December", BRITISH),
        ("Dec 1, 2026", AMERICAN),
        ("1. Dezember 2026", GERMAN),
        ("Tue 1 Dec 2026", BRITISH),
        ("Di. 1 Dez 2026", GERMAN),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, locale: QLocale) -> None:
    assert read_date(text, locale, TODAY) == FIRST_OF_DECEMBER


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 Jan", dt.date(2027, 1, 15)),
        ("3 Nov", dt.date(2026, 11, 3)),
        ("29 Feb", dt.date(2028, 2, 29)),
        ("today", TODAY),
        ("Tomorrow", dt.date(2026, 11, 24)),
    ],
)
def test_without_a_year_the_nearest_day_is_meant(text: str, day: dt.date) -> None:
    today = TODAY if text != "29 Feb" else dt.date(2028, 1, 1)
    assert read_date(text, BRITISH, today) == day


@pytest.mark.parametrize("text", ["32.1.2026", "2026-13-01", "soon", "1", "1/2/3/4", "123.1.2026", "30 Feb"])
def test_what_is_no_date_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(Unreadable, match=text):
        read_date(text, BRITISH, TODAY)


@pytest.mark.parametrize("day", [FIRST_OF_DECEMBER, dt.date(1999, 1, 31), dt.date(2030, 5, 9)])
@pytest.mark.parametrize("locale", [BRITISH, AMERICAN, GERMAN])
def test_a_date_as_shown_reads_as_the_same_date(day: dt.date, locale: QLocale) -> None:
    assert read_date(shown_date(day), locale, TODAY) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10:00", dt.time(10)),
        ("10", dt.time(10)),
        ("9.30", dt.time(9, 30)),
        ("0930", dt.time(9, 30)),
        ("2 pm", dt.time(14)),
        ("12am", dt.time(0)),
        ("12:15 p.m.", dt.time(12, 15)),
        ("14h30", dt.time(14, 30)),
        ("10 Uhr", dt.time(10)),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, time: dt.time) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize("text", ["24:00", "10:60", "13 pm", "noon", "1:2:3"])
def test_what_is_no_time_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(Unreadable, match=text):
        read_time(text)
