import pytest

from planner.store.salvage import unused_id


@pytest.mark.parametrize(
    ("used", "unused"), [((), "1"), (("1",), "2"), (("3", "12"), "13"), (("x", "4"), "5"), (("x",), "1")]
)
def test_the_next_number_is_above_every_one_in_the_table(used: tuple[str, ...], unused: str) -> None:
    assert unused_id(dict.fromkeys(used)) == unused
