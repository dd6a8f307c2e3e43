"""From page markup to the boxes of a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planner.charts.chart import Chart
from planner.documents.blocks import Frame, HorizontalRule, ListItem, TableRow, WritingLines
from planner.documents.boxes import Box, Stack
from planner.documents.chart_box import ChartBox
from planner.documents.columns import Columns
from planner.documents.errors import MarkupProblem
from planner.documents.markup import TEXT_TAGS, Element
from planner.documents.overflow_policy import (
    FEWER_ROWS,
    LAST_RESORT,
    UNCUT,
    Aside,
    Levels,
    OverflowPolicy,
    read_levels,
)
from planner.documents.page_style import STYLES, Style
from planner.documents.paragraph import Paragraph
from planner.documents.rows import Rows, Section
from planner.documents.shaping import Shaper
from planner.documents.words import Span
from planner.translation import _, ngettext
from planner.wording.lists import comma_list

_TWO_LINES = OverflowPolicy(((0, 2),))


class _Within(NamedTuple):
    """What the texts within an element take from it: their levels of lines, and their name."""

    lines: Levels = LAST_RESORT
    name: str = ""

    def into(self, element: Element) -> "_Within":
        return _Within(_levels(element, "lines", self.lines), element.get("name", self.name))


class Builder:
    """Builds boxes from elements of page markup; raises MarkupProblem, with its line, where it cannot."""

    def __init__(self, shaper: Shaper, charts: Mapping[str, Chart], whole: str = "") -> None:
        """`charts` are those a page may name; `whole` says where it can be read in full, "" for nowhere."""
        self._shaper, self._charts, self._whole = shaper, charts, whole
        self._build: dict[str, Callable[[Element, _Within], Box]] = {
            "para": self._paragraph,
            "section": self._section,
            "columns": self._columns,
            "table": self._table,
            "list": self._list,
            "box": self._frame,
            "chart": self._chart,
            "rule": self._rule,
            "lines": self._lines,
        }

    def body(self, page: Element) -> list[Box]:
        """Return the boxes of the page without its footer."""
        boxes = self._boxes([element for element in page.elements() if element.tag != "footer"], _Within())
        return [
            self._headless(box, above=box.above) if isinstance(box, Rows | Frame) else box for box in boxes
        ]

    def footer(self, page: Element, page_number: str, shortened: Sequence[str]) -> TableRow:
        """Return the footer: left its text and what was shortened, right its text and the page number.

        A blank `page_number` or an empty `shortened` is not shown.
        """
        footers = [element for element in page.elements() if element.tag == "footer"]
        texts = {part.tag: _spans(part) for footer in footers for part in footer.elements()}
        style = self._style(footers[0], "foot") if footers else STYLES["foot"]
        left, right = texts.get("left", []), texts.get("right", [])
        if page_number:
            right = [*right, Span(f" · {page_number}")]
        if shortened:
            left = [*left, Span(f" · {self._note(comma_list(shortened))}")]
        cells = [
            Paragraph(text, style, self._shaper, cutting=_TWO_LINES, align=align)
            for text, align in ((left, "left"), (right, "right"))
        ]
        return TableRow([Stack([cell]) for cell in cells], (0.66, 0.34))

    def _note(self, what: str) -> str:
        if self._whole:
            return _("shortened, in full in {place}: {what}").format(place=self._whole, what=what)
        return _("shortened: {what}").format(what=what)

    def _boxes(self, elements: Sequence[Element], within: _Within) -> list[Box]:
        boxes = []
        for element in elements:
            build = self._build.get(element.tag)
            if build is None:
                message = _("<{tag}> cannot stand here").format(tag=element.tag)
                raise MarkupProblem(message, element.line)
            boxes.append(build(element, within.into(element)))
        return boxes

    def _text(self, element: Element, style: Style, within: _Within, align: str = "left") -> Paragraph:
        """Return the paragraph of an element that holds text alone."""
        texts = list(_texts(element))
        asides = [aside for _, aside in texts] if any(aside for _, aside in texts) else ()
        cutting = OverflowPolicy(within.lines, within.name, asides)
        return Paragraph([span for span, _ in texts], style, self._shaper, cutting=cutting, align=align)

    def _label(self, text: str, style: str, *, bold: bool = False) -> Paragraph:
        return Paragraph([Span(text, bold=bold)], STYLES[style], self._shaper, cutting=UNCUT)

    def _paragraph(self, element: Element, within: _Within) -> Paragraph:
        return self._text(element, self._style(element, "body"), within, element.get("align", "left"))

    def _style(self, element: Element, otherwise: str) -> Style:
        name = element.get("style", otherwise)
        if name not in STYLES:
            raise MarkupProblem(_('there is no style "{style}"').format(style=name), element.line)
        return STYLES[name]

    def _section(self, element: Element, within: _Within) -> Section:
        title = element.get("title")
        within = within._replace(name=element.get("name", title.lower()))
        boxes = self._boxes(element.elements(), within)
        heading = self._label(title, "heading")
        return Section(heading, boxes, self._shaper, whole=self._whole, column=element.get("in"))

    def _headless(self, box: Box, *, column: str = "", above: float = 11) -> Section:
        return Section(None, [box], self._shaper, whole=self._whole, column=column, above=above)

    def _columns(self, element: Element, within: _Within) -> Columns:
        boxes = self._boxes(element.elements(), within)
        sections = [box if isinstance(box, Section) else self._headless(box, column="right") for box in boxes]
        if not sections:
            raise MarkupProblem(_("<columns> holds no section"), element.line)
        return Columns(sections, left_share=element.number("left", 62) / 100)

    def _table(self, element: Element, within: _Within) -> Box:
        try:
            widths = [float(width) for width in element.get("split").split()]
        except ValueError:
            raise MarkupProblem(_("split of <table> is to be numbers"), element.line) from None
        total = sum(widths)
        shares = [width / total for width in widths]
        rows = [self._row(row, element, shares, within) for row in element.elements()]
        return self._entries(element, rows, 3)

    def _row(self, row: Element, table: Element, shares: list[float], within: _Within) -> TableRow:
        right = set(table.get("right").split())
        cells = [
            Stack(self._flow(cell, within.into(cell), align="right" if str(at) in right else "left"))
            for at, cell in enumerate(row.elements(), start=1)
        ]
        if row.tag != "tr" or len(cells) != len(shares):
            count = len(shares)
            holds = ngettext(
                "a row of this <table> holds {count} cell", "a row of this <table> holds {count} cells", count
            )
            raise MarkupProblem(holds.format(count=count), row.line)
        return TableRow(cells, shares, stand_on_bottom=bool(table.get("bottom")))

    def _list(self, element: Element, within: _Within) -> Box:
        mark = element.get("mark", "dot")
        entries = [
            ListItem(Stack(self._flow(item, within)), mark=mark, ticked=item.get("ticked") == "yes")
            for item in element.elements()
        ]
        return self._entries(element, entries, 2)

    def _entries(self, element: Element, entries: Sequence[Box], above: float) -> Rows:
        return Rows(
            entries,
            noun=element.get("noun"),
            levels=_levels(element, "rows", FEWER_ROWS),
            above=element.number("above", above),
        )

    def _flow(self, element: Element, within: _Within, align: str = "left") -> list[Box]:
        """Return the boxes of a cell or an entry, which may hold text alone."""
        blocks = [child for child in element.elements() if child.tag not in TEXT_TAGS]
        if blocks:
            return self._boxes(blocks, within)
        return [self._text(element, STYLES["body"], within, align)]

    def _frame(self, element: Element, within: _Within) -> Frame:
        body = Stack(self._boxes(element.elements(), within))
        return Frame(body, shaded=element.get("kind") == "shade")

    def _chart(self, element: Element, within: _Within) -> ChartBox:
        del within
        name = element.get("name")
        if name not in self._charts:
            known = ", ".join(sorted(self._charts))
            message = (
                _('there is no chart "{name}" here; there are: {known}')
                if known
                else _('there is no chart "{name}" here; there are: none')
            )
            raise MarkupProblem(message.format(name=name, known=known), element.line)
        return ChartBox(self._charts[name], self._shaper)

    def _rule(self, element: Element, within: _Within) -> HorizontalRule:
        del within
        return (
            HorizontalRule(thickness=1.2, tone="ink")
            if element.get("style") == "strong"
            else HorizontalRule()
        )

    def _lines(self, element: Element, within: _Within) -> WritingLines:
        del within
        return WritingLines(element.whole("least", 1), _levels(element, "rows", ()))


def _levels(element: Element, name: str, otherwise: Levels) -> Levels:
    text = element.get(name)
    if not text:
        return otherwise
    try:
        return read_levels(text)
    except ValueError:
        message = _('{name} of <{tag}> is to be like "20:3 40:2", not "{given}"')
        raise MarkupProblem(message.format(name=name, tag=element.tag, given=text), element.line) from None


_Text = tuple[Span, Aside | None]


def _spans(element: Element) -> list[Span]:
    return [span for span, _ in _texts(element)]


def _texts(element: Element) -> Iterator[_Text]:
    """Yield the text of an element with its weights and tones, without white space at its ends."""
    yield from _trimmed(list(_inner(element, Span(""), _aside(element, None))))


def _inner(element: Element, like: Span, aside: Aside | None) -> Iterator[_Text]:
    for child in element.children:
        if isinstance(child, str):
            yield like._replace(text=child), aside
        elif child.tag == "b":
            yield from _inner(child, like._replace(bold=True), aside)
        elif child.tag == "i":
            yield from _inner(child, like._replace(italic=True), aside)
        elif child.tag == "quiet":
            yield from _inner(child, like._replace(tone="quiet"), aside)
        elif child.tag == "aside":
            yield from _inner(child, like, _aside(child, aside))
        else:
            raise MarkupProblem(_("<{tag}> cannot stand in text").format(tag=child.tag), child.line)


def _aside(element: Element, otherwise: Aside | None) -> Aside | None:
    step = element.whole("drop", 0)
    return Aside(step, element.get("name")) if step else otherwise


def _trimmed(texts: list[_Text]) -> list[_Text]:
    if texts:
        (first, aside), (last, other) = texts[0], texts[-1]
        texts[0] = first._replace(text=first.text.lstrip(" \t\r\n")), aside
        if len(texts) == 1:
            last = texts[0][0]
        texts[-1] = last._replace(text=last.text.rstrip(" \t\r\n")), other
    return [(span, aside) for span, aside in texts if span.text]
