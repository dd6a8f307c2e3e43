"""What another program put on the clipboard, as a table of cells: Excel, Word, Outlook, Markdown, CSV, lists.

`as_table` tries HTML first, where that shows nothing beside its table or list, then plain text.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from planner.model.characters import as_meant
from planner.wording.html_cells import read_html

LONGEST = 400_000
"""So many characters are looked at; a longer text is a document."""
MOST_ROWS, MOST_COLUMNS = 100, 40
"""A table with more is one text: each row is a form of its own, some 25 ms in the making."""

_BULLETS = "•‣⁃◦∙·●○◉◎▪▫■□◻◼◾▶►▸➢➤➔→⇨❖❑❒✓✔✗✘☑☐☒➜※*+-–—"
# A bullet, perhaps with a box to tick; a number or letter, `1.`, `(a)`, `2.3`; a bullet without a space.
_LIST_MARK = re.compile(
    rf"""[ \t\xa0]*
    (?: [{re.escape(_BULLETS)}](?:[ \t\xa0]+(?:\[[ xX]\][ \t\xa0]+)?)
      | (?:\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-Z]|[ivxIVX]{{1,5}})[.)]|\d{{1,3}}(?:\.\d{{1,3}})+)[ \t\xa0]+
      | [•●▪■◦➢❖✓☐☑](?=\S) )""",
    re.VERBOSE,
)
_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(\|\s*:?-{1,}:?\s*)*\|?\s*")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
_NUMBERS = re.compile(r"[-+(]?[\d.,;'\s]+\)?")


class Shape(Enum):
    """How sure it is that rows were meant."""

    TABLE = auto()
    """Cells side by side."""
    LIST = auto()
    """Entries that were marked as such."""
    LINES = auto()
    """Lines under each other."""


class PastedTable(NamedTuple):
    """Rows of cells, each row with as many; `headed` if the source said that the first row is a header."""

    shape: Shape
    rows: tuple[tuple[str, ...], ...]
    headed: bool = False


class Measured(Enum):
    """What there can be too much of for rows."""

    ROWS = auto()
    COLUMNS = auto()
    CHARACTERS = auto()


def as_table(text: str, html: str = "") -> PastedTable | None:
    """Return what the clipboard holds as a table, by its HTML or else its text; None if it holds none.

    A single cell or line is no table. Blank rows are left out; cells are without spaces around them. It may
    be too large for rows (`too_much`); of a text with too many characters it is but the beginning.
    """
    table = _of_html(html) if html and len(html) <= 4 * LONGEST and len(text) <= LONGEST else None
    return table or table_in_text(text[:LONGEST])


def too_much(table: PastedTable, text: str) -> tuple[Measured, int] | None:
    """Return what there is too much of to make rows of the table, and how many there are; None if it fits.

    `text` is the text that the table was read from: characters are counted there.
    """
    sizes = (
        (Measured.CHARACTERS, len(text), LONGEST),
        (Measured.ROWS, len(table.rows), MOST_ROWS),
        (Measured.COLUMNS, len(table.rows[0]), MOST_COLUMNS),
    )
    return next(((measured, size) for measured, size, most in sizes if size > most), None)


def table_text(table: PastedTable) -> str:
    """Return a table as one text: a line for each row, tabs between its cells."""
    return "\n".join("\t".join(row) for row in table.rows)


def table_in_text(text: str) -> PastedTable | None:
    """Return the table, the list or the lines that a plain text holds; None for a single line or cell."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = as_meant(text).strip("\n")
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return None
    marked = _list_entries(lines)
    if marked is not None:
        return _table(Shape.LIST, [entry.split("\t") for entry in marked])
    if (piped := _piped(lines)) is not None:
        return piped
    if "\t" in text.strip():
        rows = split_cells(text, "\t")
        if max(map(len, rows)) > 1:
            return _table(Shape.TABLE, rows)
    for mark in ";,":
        if (separated := _separated(text, mark)) is not None:
            return _table(Shape.TABLE, separated)
    return _table(Shape.LINES, [[line] for line in lines])


def split_cells(text: str, mark: str) -> list[list[str]]:
    """Return the cells between marks, line by line; a cell in quotation marks may hold marks and line breaks.

    A quotation mark that does not close at a cell's end is one that was written.
    """
    m = re.escape(mark)
    cell = re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*(?=[{m}\n]|\Z)|([^{m}\n]*)')
    rows, at = [[""]], 0
    while True:
        match = cell.match(text, at)
        assert match is not None
        rows[-1][-1] = match[2] if match[1] is None else match[1].replace('""', '"')
        at = match.end()
        if at >= len(text):
            return rows
        if text[at] == mark:
            rows[-1].append("")
        else:
            rows.append([""])
        at += 1


def _of_html(html: str) -> PastedTable | None:
    content = read_html(html)
    if content is None:
        return None
    if content.rows and not content.beside:
        rows = [[as_meant(cell) for cell in row] for row in content.rows]
        shape = Shape.TABLE if max(map(len, rows)) > 1 else Shape.LINES
        return _table(shape, rows, headed=content.headed)
    if content.entries and not content.beside:
        return _table(Shape.LIST, [[as_meant(entry)] for entry in content.entries])
    return None


def _table(shape: Shape, rows: list[list[str]], *, headed: bool = False) -> PastedTable | None:
    """Return the rows, all as long as the longest that says something; None if there is but one cell."""
    stripped = [[cell.strip() for cell in row] for row in rows]
    filled = [row for row in stripped if any(row)]
    if not filled:
        return None
    used = [at for at in range(max(map(len, filled))) if any(at < len(row) and row[at] for row in filled)]
    if len(used) > 1 and shape is not Shape.TABLE:
        shape = Shape.TABLE
    if len(filled) * len(used) < 2:
        return None
    table = tuple(tuple(row[at] if at < len(row) else "" for at in used) for row in filled)
    return PastedTable(shape, table, headed=headed and stripped[0] == filled[0])


def _list_entries(lines: list[str]) -> list[str] | None:
    """Return the entries of a list without their marks; None if the first line, or most, has none.

    A line without a mark goes on with the entry above it, if it is set in.
    """
    if _LIST_MARK.match(lines[0]) is None or len(lines) < 2:
        return None
    entries: list[str] = []
    for line in lines:
        mark = _LIST_MARK.match(line)
        if mark is not None:
            entries.append(line[mark.end() :].strip())
        elif line[0] in " \t\xa0":
            entries[-1] = f"{entries[-1]}\n{line.strip()}"
        else:
            return None
    return entries if len(entries) > 1 else None


def _piped(lines: list[str]) -> PastedTable | None:
    """Return a Markdown table: lines of cells between bars, the rule below the header left out."""
    if len(lines) < 2 or not all(_UNESCAPED_PIPE.search(line) for line in lines):
        return None
    ruled = _RULE.fullmatch(lines[1]) is not None
    barred = all(line.strip()[0] == line.strip()[-1] == "|" and len(line.strip()) > 1 for line in lines)
    if not ruled and not barred:
        return None
    rows = [_cells_between_bars(line) for at, line in enumerate(lines) if not (ruled and at == 1)]
    return _table(Shape.TABLE, rows, headed=ruled)


def _cells_between_bars(line: str) -> list[str]:
    cells = _UNESCAPED_PIPE.split(line.strip())
    if not cells[0].strip():
        del cells[0]
    if cells and not cells[-1].strip():
        del cells[-1]
    return [re.sub(r"<br\s*/?>", "\n", cell.strip().replace("\\|", "|")) for cell in cells] or [""]


def _separated(text: str, mark: str) -> list[list[str]] | None:
    """Return the cells of comma-separated values; None if the marks are rather those of prose or of numbers.

    Every line has as many, at least two cells, and no space behind a mark outside quotation marks.
    """
    rows = split_cells(text, mark)
    if len(rows) < 2 or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return None
    if any(cell != cell.lstrip() for row in rows for cell in row[1:]):
        return None
    if any(not any(row) for row in rows) or (mark == "," and _NUMBERS.fullmatch(text)):
        return None
    if any(row[-1] == "" for row in rows) and len(rows[0]) == 2:
        return None  # lines of prose, code or an address, each ended by a mark
    return rows
