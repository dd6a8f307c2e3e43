"""Signs and codes of currencies."""

import pytest
from babel.core import get_global
from babel.numbers import list_currencies

from planner.model.currency_signs import is_code


def tender_of_today() -> set[str]:
    """The currencies that are legal tender somewhere, as babel's tables have them."""
    rows = [row for territory in get_global("territory_currencies").values() for row in territory]
    return {code for code, _start, end, tender in rows if tender and end is None} & list_currencies()


@pytest.mark.parametrize("code", sorted(tender_of_today()))
def test_every_currency_of_today_is_known_by_its_code(code: str) -> None:
    assert is_code(code)
    assert is_code(code.lower())


def test_a_word_is_no_code() -> None:
    assert len(tender_of_today()) > 140
    assert not is_code("the")
