"""What other programs copy, read as a table of cells. The samples say in short what each program writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.wording.pasted_table import (
    LONGEST,
    MOST_COLUMNS,
    MOST_ROWS,
    Measured,
    PastedTable,
    Shape,
    as_table,
    split_cells,
    too_much,
)

AGENDA = (("Intro", "5", "us"), ("Discovery", "10", "them"))

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8>
<style><!--td {mso-number-format:General; color:black}--></style></head><body link="#0563C1">
<table border=0 cellpadding=0 style='border-collapse:collapse'><!--StartFragment-->
 <col width=64><tr height=20><td height=20 class=xl65>Intro</td><td align=right>5</td><td>us</td></tr>
 <tr height=20><td height=20>Discovery</td><td align=right>10</td><td>them</td></tr><!--EndFragment-->
</table></body></html>"""
WORD_TABLE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><!--[if gte mso 9]><xml>
<w:Zoom>0</w:Zoom></xml><![endif]--><body><table class=MsoTableGrid><tr style='mso-yfti-irow:0'><td width=200>
<p class=MsoNormal><b><span>Intro<o:p></o:p></span></b></p></td><td><p class=MsoNormal>5</p></td>
<td><p class=MsoNormal>us<o:p>&nbsp;</o:p></p></td></tr><tr><td><p class=MsoNormal>Discovery</p></td>
<td><p>10</p></td><td><p>them</p></td></tr></table><p class=MsoNormal><o:p>&nbsp;</o:p></p></body></html>"""
OUTLOOK = f"<table width='100%'><tr><td style='padding:0'>{EXCEL[EXCEL.index('<table') :]}</td></tr></table>"
BROWSER_LIST = "<meta charset='utf-8'><ul><li>Costs rise</li><li><p>Two leave&nbsp;in May</p></li></ul>"
WORD_LIST = """<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>
Costs rise</p>"""


@pytest.mark.parametrize("html", [EXCEL, WORD_TABLE, OUTLOOK])
def test_a_table_of_an_office_program_is_read_by_its_html(html: str) -> None:
    assert as_table("Intro 5 us Discovery 10 them", html) == PastedTable(Shape.TABLE, AGENDA)


@pytest.mark.parametrize(
    "text",
    [
        "Intro\t5\tus\r\nDiscovery\t10\tthem\r\n",
        "Intro\t5\tus\n\nDiscovery\t10\tthem",
        '"Intro"\t5\tus\n"Discovery"\t"10"\tthem',
        "Intro;5;us\nDiscovery;10;them",
        "Intro,5,us\nDiscovery,10,them\n",
        '"Intro","5","us"\n"Discovery","10","them"',
        "| Intro | 5 | us |\n| Discovery | 10 | them |",
        "1.\tIntro\t5\tus\n2.\tDiscovery\t10\tthem",
        "•\tIntro\t5\tus\n•\tDiscovery\t10\tthem",
    ],
)
def test_cells_of_a_plain_text_stand_side_by_side(text: str) -> None:
    assert as_table(text) == PastedTable(Shape.TABLE, AGENDA)


def test_a_markdown_table_says_that_it_has_a_header() -> None:
    table = as_table("Topic | Minutes\n:--|--:\nIntro \\| hello | 5\n")
    assert table == PastedTable(Shape.TABLE, (("Topic", "Minutes"), ("Intro | hello", "5")), headed=True)
    html = "<table><thead><tr><th>Topic<th>Minutes</thead><tr><td>Intro<td>5</table>"
    assert as_table("", html) == PastedTable(Shape.TABLE, (("Topic", "Minutes"), ("Intro", "5")), headed=True)


@pytest.mark.parametrize(
    "text",
    [
        "- Costs rise\n- Two leave",
        "* Costs rise\n\n* Two leave\n",
        "•\tCosts rise\n•\tTwo leave",
        "\uf0b7\xa0\xa0 Costs rise\n\uf0b7\xa0\xa0 Two leave",
        "· Costs rise\n– Two leave",
        "1. Costs rise\n2. Two leave",
        "1) Costs rise\n(2) Two leave",
        "a) Costs rise\nb) Two leave",
        "1.1 Costs rise\n1.2 Two leave",
        "- [ ] Costs rise\n- [x] Two leave",
        "☐ Costs rise\n☑ Two leave",
        "\ufeff➢ Costs rise\u2028➢ Two leave",
        "•Costs rise\n•Two leave",
    ],
)
def test_a_list_is_read_without_its_marks(text: str) -> None:
    assert as_table(text) == PastedTable(Shape.LIST, (("Costs rise",), ("Two leave",)))


def test_an_entry_goes_on_where_a_line_is_set_in() -> None:
    assert as_table("- Costs\n  rise\n- Two leave") == PastedTable(
        Shape.LIST, (("Costs\nrise",), ("Two leave",))
    )


def test_a_list_is_known_by_its_html_where_the_text_has_no_marks() -> None:
    table = as_table("Costs rise\nTwo leave in May", BROWSER_LIST)
    assert table == PastedTable(Shape.LIST, (("Costs rise",), ("Two leave\xa0in May",)))
    assert as_table("·\tCosts rise\n·\tTwo leave", WORD_LIST * 2) == PastedTable(
        Shape.LIST, (("Costs rise",), ("Two leave",))
    )


def test_text_around_a_table_is_not_given_up_for_it() -> None:
    table = as_table("Hello Ann\nIntro\t5", f"<p>Hello Ann</p>{EXCEL}")
    assert table == PastedTable(Shape.TABLE, (("Hello Ann", ""), ("Intro", "5")))


@pytest.mark.parametrize(
    "text",
    [
        "Costs rise, and two leave.\nThey know, so far.",
        "1,250\n3,400",
        "Dear Ann,\nthank you,",
        "Costs; time\nPeople; plans",
        "2025 was hard\n3 people left",
        "A. Berg leads",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    table = as_table(text)
    assert table is None or table.shape is Shape.LINES


@pytest.mark.parametrize("text", ["", " \n\t\n", "Intro", "Intro\r\n", "- Costs rise", "\tIntro"])
def test_a_single_cell_is_no_table(text: str) -> None:
    assert as_table(text) is None


@pytest.mark.parametrize(
    ("text", "too_large"),
    [
        ("a\tb\n" * MOST_ROWS, None),
        ("a\tb\n" * (MOST_ROWS + 1), (Measured.ROWS, MOST_ROWS + 1)),
        ("a\n" * (MOST_ROWS + 20), (Measured.ROWS, MOST_ROWS + 20)),
        ("\t".join("a" * MOST_COLUMNS), None),
        ("\t".join("abcdefgh" * 6), (Measured.COLUMNS, 48)),
        ("a\t" + "b" * LONGEST, (Measured.CHARACTERS, LONGEST + 2)),
    ],
    ids=["rows that fit", "rows", "lines", "columns that fit", "columns", "characters"],
)
def test_a_table_may_be_too_large_for_rows(text: str, too_large: tuple[Measured, int] | None) -> None:
    table = as_table(text)
    assert table is not None
    assert too_much(table, text) == too_large


def test_one_line_is_no_table_however_long() -> None:
    assert as_table("b" * (LONGEST + 1)) is None


def test_a_cell_in_quotation_marks_may_hold_what_parts_cells() -> None:
    assert split_cells('"a\tb\n""c"""\td\ne', "\t") == [['a\tb\n"c"', "d"], ["e"]]
    assert split_cells('"Not before spring", they say\t5" pipe', "\t") == [
        ['"Not before spring", they say', '5" pipe']
    ]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_cell_of_a_spreadsheet_is_lost(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    table = as_table(text)
    assert table is not None
    assert [[cell for cell in row if cell] for row in table.rows] == rows


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["C"]) | st.sampled_from('\n\n\t\t|;,"-1. •'),
        max_size=60,
    )
)
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    table = as_table(text)
    shown = "" if table is None else "".join(cell for row in table.rows for cell in row)
    letters = [sign for sign in text if sign.isalpha()]
    marks = sum(1 for line in text.split("\n") if line.strip())
    kept = [sign for sign in shown if sign.isalpha()]
    assert table is None or len(kept) >= len(letters) - 5 * marks
    assert table is None or table.shape is Shape.LIST or kept == letters


@given(st.text(st.sampled_from("<>/tablerdhuloi p!-[]&;=\"' \nxé"), max_size=80))
def test_any_html_is_survived(html: str) -> None:
    assert as_table("a\tb", html) is not None
