"""The page, warm: ours beside the same page written by hand, and beside WeasyPrint.

The floor is what a developer would write without templates, markup or fitting: ReportLab's own
flowables, laid out once, with the same fonts, the same texts, the same paragraphs in the same two
columns, the same boxes and rules. It knows its sizes and does not shape, fall back or shorten.
"""

from functools import cache
from html import escape
from io import BytesIO
from itertools import count
from typing import Any, NamedTuple

import pymupdf_fonts
import weasyprint
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, HRFlowable, Paragraph, Table, TableStyle

from planner.documents.markup import TEXT_TAGS, Element, read_markup
from planner.documents.renderer import Renderer
from planner.documents.templates import Templates
from planner.documents.views.call_plan import call_plan_view
from planner.model.fields import with_field
from planner.model.plan import Preparation
from tests.bench.table import Row, at_most, median_seconds
from tests.documents.plans import a_full_plan

_SIZES = {
    "title": 21,
    "ask": 14,
    "moment": 11.5,
    "verdict": 10.6,
    "eyebrow": 7.2,
    "foot": 6.9,
    "heading": 7.4,
}
_BOLD = {"title", "ask", "moment", "verdict", "eyebrow", "strong", "heading"}

_PLAIN = TableStyle(
    [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)
_BOXED = TableStyle([("BOX", (0, 0), (-1, -1), 0.8, Color(0, 0, 0))])


class Block(NamedTuple):
    """A part of the page: its element, its text as ReportLab's markup, and what is inside."""

    element: Element
    text: str
    inner: "list[Block]"


def measure() -> list[Row]:
    preparation = a_full_plan()
    renderer, page = Renderer(), blocks_of(preparation)
    _register_fonts()
    ours = median_seconds(lambda: renderer.render("call-plan", preparation), runs=25)
    typing = _seconds_while_typing(renderer, preparation)
    by_hand = median_seconds(lambda: written_by_hand(page), runs=25)
    html = as_html(page)
    weasy = median_seconds(lambda: weasyprint.HTML(string=html).write_pdf(), runs=3)
    floor, peer = "ReportLab flowables by hand", "WeasyPrint on equivalent HTML"
    return [
        at_most(1.5, work="the page, warm", ours=ours, peer=floor, theirs=by_hand),
        at_most(1.5, work="the page after a word was typed", ours=typing, peer=floor, theirs=by_hand),
        at_most(0.2, work="the page, warm", ours=ours, peer=peer, theirs=weasy),
    ]


def _seconds_while_typing(renderer: Renderer, preparation: Preparation) -> float:
    typed = count()
    return median_seconds(
        lambda: renderer.render(
            "call-plan", with_field(preparation, "plan.case.why_now", f"Word {next(typed)}")
        ),
        runs=25,
    )


def blocks_of(preparation: Preparation) -> Block:
    """Return what the page says, without how we lay it out."""
    text = Templates(()).filled("call-plan", call_plan_view(preparation))
    return _block(read_markup(text))


def _block(element: Element) -> Block:
    inner = [one for one in element.elements() if one.tag not in TEXT_TAGS]
    if inner:
        return Block(element, "", [_block(one) for one in inner])
    return Block(element, _text(element), [])


def _text(element: Element) -> str:
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(escape(child, quote=False))
        elif child.tag == "aside":
            parts.append(_text(child))
        elif child.tag == "quiet":
            parts.append(f'<font color="#585f6c">{_text(child)}</font>')
        else:
            parts.append(f"<{child.tag}>{_text(child)}</{child.tag}>")
    return "".join(parts)


def written_by_hand(page: Block) -> bytes:
    """Return the page as ReportLab's own flowables set it."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=1, invariant=1)
    width = A4[0] - 76
    top = [one for one in page.inner if one.element.tag not in ("columns", "footer")]
    columns = next(one for one in page.inner if one.element.tag == "columns")
    story = [flowable for one in top[:3] for flowable in _flowables(one, width)]
    story.append(_side_by_side(columns, width))
    story += [flowable for one in top[3:] for flowable in _flowables(one, width)]
    footer = next(one for one in page.inner if one.element.tag == "footer")
    story += [Paragraph(one.text, _style("foot")) for one in footer.inner]
    frame = Frame(38, 20, width, A4[1] - 40, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    frame.addFromList(story, canvas)
    if story:
        raise AssertionError("the page written by hand does not hold everything")
    canvas.save()
    return file.getvalue()


def _side_by_side(columns: Block, width: float) -> Any:
    left = [one for one in columns.inner if one.element.get("in") == "left"]
    right = [one for one in columns.inner if one.element.get("in") != "left"]
    widths = (width * 0.6, width * 0.36)
    cells = [
        [flowable for one in side for flowable in _flowables(one, space)]
        for side, space in zip((left, right), widths, strict=True)
    ]
    return Table([cells], colWidths=[width * 0.63, width * 0.37], style=_PLAIN)


def _flowables(block: Block, width: float) -> list[Any]:
    element = block.element
    if element.tag == "para":
        return [Paragraph(block.text, _style(element.get("style", "body")))]
    if element.tag in ("rule", "bar", "lines"):
        return [HRFlowable(width="100%", spaceBefore=15) for _ in range(element.whole("least", 1))]
    if element.tag == "table":
        return [_table(block, width)]
    inner = [flowable for one in block.inner for flowable in _flowables(one, width - 20)]
    if element.tag == "box":
        return [Table([[inner]], colWidths=[width], style=_BOXED)]
    if element.tag == "section":
        return [Paragraph(element.get("title").upper(), _style("heading")), HRFlowable(width="100%"), *inner]
    return inner or [Paragraph(block.text, _style("item"), bulletText="•")]


def _table(block: Block, width: float) -> Any:
    shares = [float(one) for one in block.element.get("split").split()]
    widths = [width * share / sum(shares) for share in shares]
    rows = [
        [
            [flowable for one in cell.inner for flowable in _flowables(one, space)]
            if cell.inner
            else Paragraph(cell.text, _style("body"))
            for cell, space in zip(row.inner, widths, strict=True)
        ]
        for row in block.inner
    ]
    return Table(rows, colWidths=widths, style=_PLAIN)


@cache
def _style(name: str) -> ParagraphStyle:
    size = _SIZES.get(name, 9)
    return ParagraphStyle(
        name,
        fontName="HandBold" if name in _BOLD else "Hand",
        fontSize=size,
        leading=size * 1.32,
        leftIndent=9 if name == "item" else 0,
        spaceBefore=1.5,
    )


def as_html(block: Block) -> str:
    """Return the page as HTML."""
    tag = {"td": "td", "tr": "tr", "table": "table", "list": "ul", "item": "li", "para": "p"}.get(
        block.element.tag, "div"
    )
    heading = f"<h2>{escape(block.element.get('title'))}</h2>" if block.element.tag == "section" else ""
    return f"<{tag}>{heading}{block.text}{''.join(as_html(one) for one in block.inner)}</{tag}>"


def _register_fonts() -> None:
    for name, file in (
        ("Hand", "figo"),
        ("HandBold", "figbo"),
        ("HandItalic", "figit"),
        ("HandBoth", "figbi"),
    ):
        pdfmetrics.registerFont(TTFont(name, BytesIO(pymupdf_fonts.fontbuffers[file]())))
    pdfmetrics.registerFontFamily(
        "Hand", normal="Hand", bold="HandBold", italic="HandItalic", boldItalic="HandBoth"
    )
