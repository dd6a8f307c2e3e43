"""Every script a name may be written in."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from planner.documents.fonts import FontBook
from planner.documents.line_breaking import break_lines
from planner.documents.renderer import Renderer
from planner.documents.shaping import GlyphRun, Shaper
from planner.documents.words import Span, Words
from tests.documents.plans import a_full_plan
from tests.documents.reading import fonts_of, squeezed, text_of


def _with(text: str) -> dict[str, object]:
    return {"case.better_future": text}


@pytest.mark.parametrize(
    "text",
    [
        "AT&T",
        "Łódź",
        "Владимир",
        "Ñandú ő ǆ",
        "株式会社",
        "中文简体",
        "한국어",
        "Offer office fi ﬁ",
        "✓ □ ▲ → ★",
        "שלום",
    ],
)
def test_text_is_found_as_it_was_written(renderer: Renderer, text: str) -> None:
    page = renderer.render("call-plan", a_full_plan(**_with(text)))
    assert page.missing_glyphs == ()
    assert squeezed(text) in squeezed(text_of(page.pdf))


def test_combining_marks_print_composed(renderer: Renderer) -> None:
    page = renderer.render("call-plan", a_full_plan(**_with("cafe\u0301 n\u0303")))
    assert "café ñ" in text_of(page.pdf)


def test_arabic_is_shaped_and_every_letter_reads_back(renderer: Renderer) -> None:
    page = renderer.render("call-plan", a_full_plan(**_with("العربية")))
    assert page.missing_glyphs == ()
    assert set("العربية") <= set(text_of(page.pdf))


def test_devanagari_carries_its_text(renderer: Renderer) -> None:
    page = renderer.render("call-plan", a_full_plan(**_with("क्षत्रिय")))
    assert page.missing_glyphs == ()
    assert f"feff{'क्षत्रिय'.encode('utf-16-be').hex()}" in _operators(page.pdf)


def test_cjk_comes_from_the_readers_machine_and_nothing_else_does(renderer: Renderer) -> None:
    fonts = fonts_of(renderer.render("call-plan", a_full_plan(**_with("株式会社"))).pdf)
    assert [name for name, embedded in fonts.items() if not embedded] == ["/HeiseiKakuGo-W5"]


def test_what_no_font_has_is_marked_and_named_once(renderer: Renderer) -> None:
    page = renderer.render("call-plan", a_full_plan(**_with("🎉 party 🎉 হ")))
    assert page.missing_glyphs == ("🎉", "হ")


def test_characters_that_xml_forbids_do_no_harm(renderer: Renderer) -> None:
    plan = a_full_plan()
    case = replace(plan.plan.case, better_future="a\x00b\x07c\x1b\ud800d\ufffee")  # no field takes it
    page = renderer.render("call-plan", replace(plan, plan=replace(plan.plan, case=case)))
    assert "abcde" in text_of(page.pdf)


def _operators(pdf: bytes) -> str:
    contents = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def test_words_of_the_other_direction_are_turned_and_the_rest_is_not() -> None:
    shaper = Shaper(FontBook())
    assert _drawn("they say שלום עולם here 12", shaper) == ["they", "say", "עולם", "שלום", "here", "12"]
    assert _drawn("שלום עולם AT&T now היום", shaper) == ["היום", "AT&T", "now", "עולם", "שלום"]
    assert _drawn("שלום 12 עולם", shaper) == ["עולם", "12", "שלום"]
    assert _drawn("عائشة signs the list", shaper) == ["عائشة", "signs", "the", "list"]


def test_latin_and_signs_beside_a_right_to_left_name_stand_where_they_are_read(renderer: Renderer) -> None:
    page = renderer.render("call-plan", a_full_plan(**_with("We met שלום, and שלום's whole team today")))
    text = text_of(page.pdf)
    assert text.index("s whole") > text.index("and")
    shaper = Shaper(FontBook())
    assert [run.says or _letters(run) for run in _glyphs("שלום's", shaper)] == ["םולש", "'s"]
    assert [run.says or _letters(run) for run in _glyphs("(שלום)", shaper)] == ["(", "םולש", ")"]


def _glyphs(text: str, shaper: Shaper) -> list[GlyphRun]:
    return [run for run in shaper.runs(text, bold=False, italic=False) if isinstance(run, GlyphRun)]


def _letters(run: GlyphRun) -> str:
    return "".join(chunk.text for chunk in run.chunks)


def _drawn(text: str, shaper: Shaper) -> list[str]:
    """The words of a text on one line, from left to right."""
    (line,) = break_lines(Words([Span(text)], shaper), 1000, shaper).lines
    return ["".join(span.text for span in word.spans) for word in line.words]
