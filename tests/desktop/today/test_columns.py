"""How a row of Today shares its width."""

from PySide6.QtCore import QRect

from planner.desktop.today.today_delegate import columns_of_row

LETTER = 8


def widths(letters: int, *, has_chip: bool = True) -> list[int]:
    """The widths of when, what, aside and chip in a row of so many letters, in letters."""
    columns = columns_of_row(QRect(0, 0, letters * LETTER, 40), LETTER, has_chip=has_chip)
    return [-(-column.width() // LETTER) for column in columns]


def test_chips_stand_under_each_other_while_there_is_room() -> None:
    assert widths(130) == widths(130, has_chip=False) == [24, 44, 35, 23]


def test_in_a_narrow_row_the_aside_gives_way_and_where_there_is_none_the_chip() -> None:
    assert widths(80) == [24, 30, 0, 23]
    assert widths(80, has_chip=False) == [24, 54, 0, 0]
    assert widths(60) == [24, 34, 0, 0]
