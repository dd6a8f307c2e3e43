"""Texts as the page sets them."""

from planner.documents.views.wording import quoted_lines


def test_a_text_brings_its_own_quotation_marks_or_gets_ours() -> None:
    assert quoted_lines("We just eat it.") == "“We just eat it.”"
    assert quoted_lines("„Das geht nicht“") == "„Das geht nicht“"
    assert quoted_lines(" ") == ""
