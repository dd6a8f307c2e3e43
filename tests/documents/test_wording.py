"""Texts as the page sets them."""

from planner.documents.views.wording import quoted


def test_a_text_brings_its_own_quotation_marks_or_gets_ours() -> None:
    assert quoted("We just eat it.") == "“We just eat it.”"
    assert quoted("„Das geht nicht“") == "„Das geht nicht“"
    assert quoted(" ") == ""
