import pytest
from pytestqt.qtbot import QtBot

from planner.desktop.frame import notices
from planner.desktop.frame.notices import NewNotices


@pytest.mark.usefixtures("qapp")
def test_each_notice_is_told_once_those_of_the_start_together() -> None:
    there = ["A torn end was cut off.", "A copy lies beside the library."]
    said: list[str] = []
    new = NewNotices(lambda: there, said.append)

    new.tell()
    new.tell()
    there.append("The file was changed by another program.")
    new.tell()

    assert said == [
        "A torn end was cut off.\nA copy lies beside the library.",
        "The file was changed by another program.",
    ]


@pytest.mark.usefixtures("qapp")
def test_what_went_and_comes_up_anew_is_told_again() -> None:
    there = ["A torn end was cut off.", "A copy lies beside the library."]
    said: list[str] = []
    new = NewNotices(lambda: there, said.append)
    new.tell()

    copy = there.pop()
    new.tell()
    there.append(copy)
    new.tell()

    assert said == ["A torn end was cut off.\nA copy lies beside the library.", copy]


def test_what_comes_up_later_is_told_unasked(qtbot: QtBot) -> None:
    there: list[str] = []
    said: list[str] = []
    new = NewNotices(lambda: there, said.append, look_ms=1)

    there.append("The file was changed by another program.")

    qtbot.waitUntil(lambda: said == there)
    assert new.parent() is None
    assert notices.LOOK_MS < 10_000
