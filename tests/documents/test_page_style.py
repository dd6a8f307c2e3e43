"""How small the page may become."""

from planner.documents.fitting import SMALLEST
from planner.documents.page_style import STYLES, PageStyle

LABELS = {"eyebrow", "heading", "caption", "foot"}


def test_body_text_is_never_under_seven_and_a_half_points() -> None:
    look = PageStyle(SMALLEST)
    sizes = {name: look.size(style) for name, style in STYLES.items()}
    assert all(size >= 7.5 for name, size in sizes.items() if name not in LABELS)
    assert all(size >= 6.6 for size in sizes.values())


def test_lines_of_a_cut_page_stand_closer_and_never_touch() -> None:
    for style in STYLES.values():
        assert PageStyle(SMALLEST, 0.94).pitch(style) < PageStyle(SMALLEST).pitch(style)
        assert PageStyle(SMALLEST, 0.94).pitch(style) > 1.08 * PageStyle(SMALLEST).size(style)
