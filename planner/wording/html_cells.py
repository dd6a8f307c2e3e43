"""The cells of a table, or the entries of a list, in the HTML that office programs and browsers copy."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

_SILENT = {"style", "script", "title", "xml", "noscript", "template"}
_BREAKING = {
    "p",
    "div",
    "li",
    "tr",
    "ul",
    "ol",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "br",
    "blockquote",
}
_CELLS = {"td", "th"}
_WIDEST = 40
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
"""What HTML takes as one space; a no-break space is none."""


class HtmlContent(NamedTuple):
    """What a piece of HTML shows: the rows of its tables, the entries of its lists, and text `beside` both.

    `headed` says that the first row holds headers alone. A table that only lays out another one is left out.
    """

    rows: list[list[str]]
    entries: list[str]
    beside: str
    headed: bool


def read_html(html: str) -> HtmlContent | None:
    """Return the tables and lists of a piece of HTML; None if it cannot be read as HTML at all."""
    reader = _CellReader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # how the parser refuses a marked section that it does not know
        return None
    return reader.content()


class _Table:
    """One table being read; the text of a row is in `cells`."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.heads: list[bool] = []
        self.open_cell = False
        self.span = 1


class _CellReader(HTMLParser):
    """Collects the text of cells and entries, and the text that is in neither."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tables: list[_Table] = []
        self._done: list[_Table] = []
        self._silent = 0
        self._lists = 0
        self._entries: list[str] = []
        self._beside: list[str] = []

    def content(self) -> HtmlContent:
        """Return what was read, tables left open closed."""
        while self._tables:
            self._end_table()
        rows = [[_tidy(cell) for cell in row] for table in self._done for row in table.rows]
        headed = bool(self._done) and bool(self._done[0].heads) and self._done[0].heads[0]
        beside = _tidy("".join(self._beside))
        entries = [tidy for entry in self._entries if (tidy := _tidy(entry))]
        if rows and entries:
            beside += "\n".join(entries)
        return HtmlContent([row for row in rows if any(row)], entries, beside, headed)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell or an entry; a block is a line of its own."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].heads.append(True)
            self._tables[-1].open_cell = False
        elif tag in _CELLS and self._tables:
            self._begin_cell(tag, dict(attrs))
        elif tag in {"ul", "ol"} and not self._tables:
            self._lists += 1
        elif tag == "li" and not self._tables:
            self._entries.append("")
        elif tag in _BREAKING:
            self._write("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin and end an element without content."""
        if tag == "br":
            self._write("\n")
        elif tag not in _SILENT:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag in _CELLS and self._tables:
            self._end_cell()
        elif tag in {"ul", "ol"} and not self._tables:
            self._lists = max(0, self._lists - 1)
        elif tag in _BREAKING - {"br", "li", "tr"}:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        """Take a text where it stands."""
        self._write(_WHITE_SPACE.sub(" ", data))

    def _write(self, text: str) -> None:
        if self._silent or not text:
            return
        if self._tables:
            table = self._tables[-1]
            if table.open_cell:
                table.rows[-1][-1] += text
            elif text.strip():
                self._beside.append(text)  # a caption, or what stands between cells
        elif self._lists and self._entries:
            self._entries[-1] += text
        else:
            self._beside.append(text)

    def _begin_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        table = self._tables[-1]
        self._end_cell()
        if not table.rows:
            table.rows.append([])
            table.heads.append(True)
        table.rows[-1].append("")
        table.heads[-1] = table.heads[-1] and tag == "th"
        table.open_cell = True
        span = attributes.get("colspan") or "1"
        table.span = min(int(span), _WIDEST) if span.isascii() and span.isdigit() and len(span) < 5 else 1

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if table.open_cell:
            table.rows[-1] += [""] * (table.span - 1)
            table.open_cell = False

    def _end_table(self) -> None:
        self._end_cell()
        table = self._tables.pop()
        table.heads = [head and bool(row) for head, row in zip(table.heads, table.rows, strict=True)]
        if not self._tables:
            if any(any(cell.strip() for cell in row) for row in table.rows):
                self._done.append(table)
            return
        outer = self._tables[-1]
        if len([cell for row in outer.rows for cell in row]) <= 1 and not _text_of(outer):
            self._tables[-1] = _Table()  # it only lays out the inner one
            self._done.append(table)
        else:
            text = "\n".join(" ".join(filter(None, map(_tidy, row))) for row in table.rows)
            self._write(f"\n{text}\n")


def _text_of(table: _Table) -> str:
    return "".join(cell for row in table.rows for cell in row).strip()


def _tidy(text: str) -> str:
    """Return the lines of a cell without spaces around them or two in a row; blank lines are left out."""
    lines = (re.sub(" +", " ", line).strip(" \xa0") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
