"""Which field of a row each pasted cell goes into."""

import re
from collections.abc import Callable, Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.wording.pasted_rows import Holds, RowField, becomes_rows, rows_for
from planner.wording.pasted_table import PastedTable, Shape, as_table


def _any(_text: str) -> bool:
    return True


def _reads(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text) is not None


def _field(name: str, holds: Holds, pattern: str = "", *words: str, lines: bool = False) -> RowField:
    reads: Callable[[str], bool] = partial(_reads, pattern) if pattern else _any
    keeps = holds in {Holds.NUMBER, Holds.DAY, Holds.CURRENCY}
    return RowField(name, holds, (name, *words), reads, keeps_unread=keeps, lines=lines)


MINUTES = _field("minutes", Holds.NUMBER, r"\d+( min)?", "Min")
TOPIC = _field("topic", Holds.TEXT, "", "What about", "agenda item")
LEAD = _field("lead", Holds.CHOICE, "us|them|both|Us|Them|Both", "Who leads")
AGENDA = (MINUTES, TOPIC, LEAD, _field("purpose", Holds.TEXT), _field("outcome", Holds.TEXT))
MONEY = r"[€$]? ?\d[\d,.]*( [A-Z]{3})?"
DRIVER = (
    _field("name", Holds.TEXT),
    *(_field(name, Holds.NUMBER, MONEY) for name in ("low", "likely", "high")),
    _field("cadence", Holds.CHOICE, "once|a year"),
    _field("currency", Holds.CURRENCY, "EUR|USD"),
    _field("source", Holds.TEXT),
    _field("confirmed_on", Holds.DAY, r"\d+|\d+ [A-Z][a-z]+( \d+)?|\d+\.\d+\.\d*"),
)
CONTACT = (
    _field("name", Holds.TEXT),
    _field("title", Holds.TEXT),
    _field("priorities", Holds.TEXT, lines=True),
    _field("email", Holds.EMAIL),
    _field("phone", Holds.PHONE),
)


def rows(text: str, fields: Sequence[RowField], into: str) -> list[dict[str, str]]:
    table = as_table(text)
    assert table is not None
    return rows_for(table, fields, into)


@pytest.mark.parametrize("into", ["topic", "minutes", "lead"])
@pytest.mark.parametrize(
    "text",
    [
        "Intro\t5\tus\nDiscovery\t10\tthem",
        "5\tIntro\tus\n10\tDiscovery\tthem",
        "us;Intro;5\nthem;Discovery;10",
        "Topic\tMin\tWho leads?\nIntro\t5\tus\nDiscovery\t10\tthem",
        "| Agenda item | Min (all) | Who |\n|---|---|---|\n| Intro | 5 | us |\n| Discovery | 10 | them |",
    ],
)
def test_cells_go_where_what_they_hold_belongs(text: str, into: str) -> None:
    assert rows(text, AGENDA, into) == [
        {"topic": "Intro", "minutes": "5", "lead": "us"},
        {"topic": "Discovery", "minutes": "10", "lead": "them"},
    ]


def test_texts_go_into_the_box_and_on_in_the_order_of_the_row() -> None:
    assert rows("Intro\tSay hello\tThey know us", AGENDA, "topic") == [
        {"topic": "Intro", "purpose": "Say hello", "outcome": "They know us"}
    ]
    assert rows("Say hello\tThey know us", AGENDA, "purpose") == [
        {"purpose": "Say hello", "outcome": "They know us"}
    ]


def test_what_fits_no_column_is_joined_to_the_text() -> None:
    assert rows("Intro\thello\tknow us\tAnn", AGENDA, "topic") == [
        {"topic": "Intro · Ann", "purpose": "hello", "outcome": "know us"}
    ]
    assert rows("Topic\tRoom\tWho leads\nIntro\tA 4\tus\nEnd\t\tthem", AGENDA, "outcome") == [
        {"topic": "Intro", "outcome": "A 4", "lead": "us"},
        {"topic": "End", "lead": "them"},
    ]
    assert rows("Topic\tMin\tRoom\nIntro\t5\tA 4\nEnd\t5\t", AGENDA, "topic") == [
        {"topic": "Intro · Room: A 4", "minutes": "5"},
        {"topic": "End", "minutes": "5"},
    ]
    line = (_field(".", Holds.TEXT),)
    assert rows("Who\tSays\nAnn\tyes", line, ".") == [{".": "Who · Says"}, {".": "Ann · yes"}]
    headed = PastedTable(Shape.TABLE, (("Name", "Says"), ("Ann", "yes")), headed=True)
    assert rows_for(headed, line, ".") == [{".": "Ann · Says: yes"}]


def test_a_cell_that_its_column_cannot_read_is_kept_beside_it_or_in_the_text() -> None:
    assert rows("Intro\t5\tus\nDiscovery\ta while\tAnn\nEnd\t5\tboth", AGENDA, "topic") == [
        {"topic": "Intro", "minutes": "5", "lead": "us"},
        {"topic": "Discovery · Ann", "minutes": "a while"},
        {"topic": "End", "minutes": "5", "lead": "both"},
    ]


def test_a_single_amount_is_the_likely_one_and_three_are_all_three() -> None:
    assert rows("Less waste\t€ 300\tEUR\nTime\t1,250\tEUR", DRIVER, "name") == [
        {"name": "Less waste", "likely": "€ 300", "currency": "EUR"},
        {"name": "Time", "likely": "1,250", "currency": "EUR"},
    ]
    assert rows("Less waste\t1\t2\t3\ta year", DRIVER, "name") == [
        {"name": "Less waste", "low": "1", "likely": "2", "high": "3", "cadence": "a year"}
    ]


def test_a_day_is_told_from_a_number() -> None:
    assert rows("Waste\t300\t3 Dec\nTime\t5\t4.12.", DRIVER, "name") == [
        {"name": "Waste", "likely": "300", "confirmed_on": "3 Dec"},
        {"name": "Time", "likely": "5", "confirmed_on": "4.12."},
    ]


def test_a_person_is_told_from_mail_and_telephone() -> None:
    assert rows("+44 20 7946 0018\tAnna Berg\tanna@berg.example\tCFO", CONTACT, "name") == [
        {"name": "Anna Berg", "title": "CFO", "email": "anna@berg.example", "phone": "+44 20 7946 0018"}
    ]


def test_the_numbers_of_a_list_are_no_minutes() -> None:
    assert rows("1\tIntro\n2\tDiscovery\n3\tEnd", AGENDA, "topic") == [
        {"topic": "Intro"},
        {"topic": "Discovery"},
        {"topic": "End"},
    ]
    assert rows("#\tTopic\n1\tIntro\n2\tEnd", AGENDA, "topic") == [{"topic": "Intro"}, {"topic": "End"}]


def test_what_a_row_says_is_no_header() -> None:
    assert rows("Topic\tthem\nIntro\tus", AGENDA, "topic") == [
        {"topic": "Topic", "lead": "them"},
        {"topic": "Intro", "lead": "us"},
    ]
    assert rows("Minutes 2025\t5\nIntro\t10", AGENDA, "topic")[0] == {"topic": "Minutes 2025", "minutes": "5"}


def test_what_becomes_rows_depends_on_the_box() -> None:
    assert becomes_rows(Shape.TABLE, leading=False, one_line=False)
    assert becomes_rows(Shape.LIST, leading=True, one_line=False)
    assert not becomes_rows(Shape.LIST, leading=False, one_line=False)
    assert becomes_rows(Shape.LINES, leading=False, one_line=True)
    assert not becomes_rows(Shape.LINES, leading=True, one_line=False)


cells = st.sampled_from(["", "5", "us", "3 Dec", "Intro", "EUR", "a@b.example", "€ 7", "topic", "1", "x · y"])


@given(st.data(), st.sampled_from([AGENDA, DRIVER, CONTACT]))
def test_nothing_pasted_is_lost(data: st.DataObject, fields: tuple[RowField, ...]) -> None:
    width = data.draw(st.integers(1, 9))
    drawn = data.draw(st.lists(st.tuples(*[cells] * width), min_size=2, max_size=5))
    marked = [tuple(f"{cell}~{at}" if cell else "" for cell in row) for at, row in enumerate(drawn)]
    for table in (drawn, marked):
        into = data.draw(st.sampled_from(fields)).name
        made = rows_for(PastedTable(Shape.TABLE, tuple(table)), fields, into)
        header = len(table) - len(made)
        assert header in {0, 1}
        for row, placed in zip(table[header:], made, strict=True):
            parts = [part for text in placed.values() for part in re.split(r" · |\n", text)]
            given_parts = [part for cell in row if cell for part in cell.split(" · ")]
            counts = {part for part in given_parts if parts.count(part) < given_parts.count(part)}
            numbers = (
                {row[0]}
                if table is drawn and [r[0] for r in table[header:]] == list("123456"[: len(made)])
                else set()
            )
            assert counts <= {re.sub(r"^.*: ", "", part) for part in parts} | numbers
