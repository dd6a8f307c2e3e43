"""From page markup to the boxes of a page."""

from collections.abc import Callable, Iterator, Sequence

from planner.documents.blocks import BreakEvenBar, Entry, Frame, Rule, Section, TableRow, WritingLines
from planner.documents.boxes import Box, Cutting, Paragraph, Rows, Stack
from planner.documents.columns import Columns
from planner.documents.errors import MarkupProblem
from planner.documents.look import STYLES
from planner.documents.markup import TEXT_TAGS, Element
from planner.documents.shaping import Shaper
from planner.documents.words import Span

_MIDDLE_RANK = 2
_LAST_RANK = 4


class Builder:
    """Builds boxes from elements; MarkupProblem, with its line, for what cannot be built."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._build: dict[str, Callable[[Element, int, str], Box]] = {
            "para": self._paragraph,
            "section": self._section,
            "columns": self._columns,
            "table": self._table,
            "list": self._list,
            "box": self._frame,
            "bar": self._bar,
            "rule": self._rule,
            "lines": self._lines,
        }

    def body(self, page: Element) -> list[Box]:
        """Return the blocks of the page without its footer."""
        return self._boxes([one for one in page.elements() if one.tag != "footer"], _MIDDLE_RANK, "")

    def footer(self, page: Element, page_number: str, shortened: Sequence[str]) -> TableRow:
        """Return the footer: its two texts, the page's number if there are several, and what was cut."""
        texts = {
            part.tag: list(_spans(part))
            for footer in page.elements()
            if footer.tag == "footer"
            for part in footer.elements()
        }
        left, right = texts.get("left", []), texts.get("right", [])
        if page_number:
            right = [*right, Span(f" · {page_number}")]
        if shortened:
            left = [*left, Span(f" · shortened, in full in the dossier: {', '.join(shortened)}")]
        cells = [
            Paragraph(text, STYLES["foot"], self._shaper, cutting=Cutting(rank=0, most=1), align=align)
            for text, align in ((left, "left"), (right, "right"))
        ]
        return TableRow([Stack([cell]) for cell in cells], (0.62, 0.38))

    def _boxes(self, elements: Sequence[Element], rank: int, name: str) -> list[Box]:
        boxes = []
        for element in elements:
            build = self._build.get(element.tag)
            if build is None:
                raise MarkupProblem(f"<{element.tag}> cannot stand here", element.line)
            boxes.append(build(element, _rank(element, rank), element.get("name", name)))
        return boxes

    def _text(
        self, spans: Sequence[Span], style: str, *, rank: int, name: str = "", align: str = "left"
    ) -> Paragraph:
        return Paragraph(spans, STYLES[style], self._shaper, cutting=Cutting(rank, name), align=align)

    def _paragraph(self, element: Element, rank: int, name: str) -> Paragraph:
        style = element.get("style", "body")
        if style not in STYLES:
            raise MarkupProblem(f'there is no style "{style}"', element.line)
        spans = list(_spans(element))
        return self._text(spans, style, rank=rank, name=name, align=element.get("align", "left"))

    def _section(self, element: Element, rank: int, name: str) -> Section:
        title = element.get("title")
        heading = self._text([Span(title)], "heading", rank=0)
        boxes = self._boxes(element.elements(), rank, name or title.lower())
        return Section(heading, boxes, column=element.get("in"))

    def _columns(self, element: Element, rank: int, name: str) -> Columns:
        boxes = self._boxes(element.elements(), rank, name)
        sections = [
            box if isinstance(box, Section) else Section(None, [box], column="right") for box in boxes
        ]
        if not sections:
            raise MarkupProblem("<columns> holds no section", element.line)
        return Columns(sections, left_share=element.number("left", 62) / 100)

    def _table(self, element: Element, rank: int, name: str) -> Box:
        try:
            widths = [float(one) for one in element.get("split").split()]
        except ValueError:
            raise MarkupProblem("split of <table> is to be numbers", element.line) from None
        total = sum(widths)
        shares = [one / total for one in widths]
        rows = [self._row(row, element, shares, rank, name) for row in element.elements()]
        return self._entries(element, rows, rank)

    def _row(self, row: Element, table: Element, shares: list[float], rank: int, name: str) -> TableRow:
        right = set(table.get("right").split())
        cells = [
            Stack(self._flow(cell, rank, name, align="right" if str(at) in right else "left"))
            for at, cell in enumerate(row.elements(), start=1)
        ]
        if row.tag != "tr" or len(cells) != len(shares):
            raise MarkupProblem(f"a row of this <table> holds {len(shares)} cells", row.line)
        return TableRow(cells, shares, stand_on_bottom=bool(table.get("bottom")))

    def _list(self, element: Element, rank: int, name: str) -> Box:
        mark = element.get("mark", "dot")
        entries = [
            Entry(Stack(self._flow(item, rank, name)), mark=mark, ticked=item.get("ticked") == "yes")
            for item in element.elements()
        ]
        return self._entries(element, entries, rank)

    def _entries(self, element: Element, entries: Sequence[Box], rank: int) -> Rows:
        return Rows(
            entries,
            self._shaper,
            noun=element.get("noun"),
            rank=rank,
            keep=element.whole("keep", 1),
            above=element.number("above", 3 if element.tag == "table" else 2),
        )

    def _flow(self, element: Element, rank: int, name: str, align: str = "left") -> list[Box]:
        """Return the boxes of a cell or an entry, which may hold text alone."""
        blocks = [one for one in element.elements() if one.tag not in TEXT_TAGS]
        if blocks:
            return self._boxes(blocks, rank, name)
        return [self._text(list(_spans(element)), "body", rank=rank, name=name, align=align)]

    def _frame(self, element: Element, rank: int, name: str) -> Frame:
        body = Stack(self._boxes(element.elements(), rank, name))
        return Frame(body, shaded=element.get("kind") == "shade")

    def _bar(self, element: Element, rank: int, name: str) -> BreakEvenBar:
        del rank, name
        low, middle, high = (
            self._text([Span(element.get(place), bold=place == "middle")], "caption", rank=0)
            for place in ("low", "middle", "high")
        )
        return BreakEvenBar(max(element.number("share", 0), 0), low, middle, high)

    def _rule(self, element: Element, rank: int, name: str) -> Rule:
        del rank, name
        return Rule(thickness=1.2, tone="ink") if element.get("style") == "strong" else Rule()

    def _lines(self, element: Element, rank: int, name: str) -> WritingLines:
        del rank, name
        return WritingLines(element.whole("least", 1))


def _rank(element: Element, inherited: int) -> int:
    return min(max(element.whole("rank", inherited), 0), _LAST_RANK)


def _spans(element: Element) -> Iterator[Span]:
    """Yield the text of an element with its weights and tones, without white space at its ends."""
    yield from _trimmed(list(_inner(element, Span(""))))


def _inner(element: Element, like: Span) -> Iterator[Span]:
    for child in element.children:
        if isinstance(child, str):
            yield like._replace(text=child)
        elif child.tag == "b":
            yield from _inner(child, like._replace(bold=True))
        elif child.tag == "i":
            yield from _inner(child, like._replace(italic=True))
        elif child.tag == "quiet":
            yield from _inner(child, like._replace(tone="quiet"))
        else:
            raise MarkupProblem(f"<{child.tag}> cannot stand in text", child.line)


def _trimmed(spans: list[Span]) -> list[Span]:
    if spans:
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip(" \t\r\n"))
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" \t\r\n"))
    return [span for span in spans if span.text]
