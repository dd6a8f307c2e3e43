"""The keys of the call mean the same on every keyboard layout."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from planner.desktop.rehearsal.key_places import key_place
from planner.desktop.rehearsal.keys import Wish, question_number, wish_of
from tests.virtual_display import display

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
N, P, T = 57, 33, 28
"""Their places on X11 and Wayland."""


def pressed(
    text: str, code: int = 0, held: Qt.KeyboardModifier = NONE, key: int = 0, virtual: int = 0
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key or ord(text[:1] or "\0"), held, code, virtual, 0, text)


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.desktop.rehearsal.keys.key_place", lambda event: key_place(event, "linux"))


@pytest.mark.parametrize(
    ("layout", "texts"),
    [
        ("us", "npt"),
        ("capitals", "NPT"),
        ("Russian", "тзе"),
        ("Greek", "νπτ"),
        ("Hebrew", "מפא"),
        ("Arabic", "ىحف"),
        ("Ukrainian", "тзе"),
        ("Georgian", "ნპტ"),
        ("Korean", "ㅜㅔㅅ"),
    ],
)
def test_a_key_counts_by_its_place_where_the_layout_types_no_latin(layout: str, texts: str) -> None:
    wishes = [wish_of(pressed(text, code)) for text, code in zip(texts, (N, P, T), strict=True)]
    assert wishes == [Wish.NOTE, Wish.WE_RAISED_PRICE, Wish.THEY_RAISED_PRICE], layout


def test_a_letter_the_layout_can_type_counts_as_that_letter() -> None:
    dvorak_n, dvorak_p, dvorak_t = (pressed(*key) for key in (("n", 46), ("p", 27), ("t", 45)))
    assert wish_of(dvorak_n) is Wish.NOTE
    assert wish_of(dvorak_p) is Wish.WE_RAISED_PRICE
    assert wish_of(dvorak_t) is Wish.THEY_RAISED_PRICE
    for other, place in (("b", N), ("l", P), ("y", T)):  # what Dvorak types where US has N, P and T
        assert wish_of(pressed(other, place)) is None


def test_a_key_that_only_starts_an_accent_counts_by_its_place() -> None:
    assert wish_of(pressed("", N, key=Qt.Key.Key_Dead_Tilde)) is Wish.NOTE


def test_other_keys_of_other_layouts_mean_nothing() -> None:
    assert wish_of(pressed("ф", 38)) is None
    assert wish_of(pressed("ü", 34)) is None
    assert wish_of(pressed("т", N, ALT)) is None


@pytest.mark.parametrize(
    ("layout", "row"),
    [
        ("us", "123456789"),
        ("French", "&é\"'(-è_ç"),
        ("Czech", "+ěščřžýáí"),
        ("Arabic", "١٢٣٤٥٦٧٨٩"),
        ("Persian", "۱۲۳۴۵۶۷۸۹"),
        ("Hindi", "१२३४५६७८९"),
    ],
)
def test_digits_count_by_their_place_and_in_any_script(layout: str, row: str) -> None:
    numbers = [question_number(pressed(text, 10 + at)) for at, text in enumerate(row)]
    assert numbers == list(range(1, 10)), layout


def test_shift_makes_digits_on_french_and_none_on_us() -> None:
    assert question_number(pressed("3", 12, SHIFT)) == 3
    assert question_number(pressed("#", 12, SHIFT)) is None
    assert question_number(pressed("²", 49)) is None, "a small two is no two"
    assert question_number(pressed("5", 0, Qt.KeyboardModifier.KeypadModifier)) == 5
    assert question_number(pressed("3", 12, CONTROL)) is None


@pytest.mark.parametrize(
    ("key", "code", "held", "wish"),
    [
        (Qt.Key.Key_Z, 52, CONTROL, Wish.UNDO),
        (Qt.Key.Key_Z, 29, CONTROL, Wish.UNDO),  # German: Z where US has Y
        (Qt.Key.Key_Z, 52, CONTROL | SHIFT, Wish.REDO),
        (Qt.Key.Key_Y, 29, CONTROL, Wish.REDO),
        (Qt.Key.Key_E, 26, CONTROL, Wish.EXPORT),
        (0x042F, 52, CONTROL, Wish.UNDO),  # Cyrillic, with no Latin layout beside it
        (0x0423, 26, CONTROL, Wish.EXPORT),
        (0x00E0, 19, CONTROL, Wish.USUAL_SIZE),  # French 0 without Shift
        (Qt.Key.Key_Left, 113, ALT, Wish.LEAVE),
    ],
)
def test_commands_with_ctrl_and_alt(key: int, code: int, held: Qt.KeyboardModifier, wish: Wish) -> None:
    assert wish_of(pressed("", code, held, key)) is wish


@pytest.mark.parametrize(
    ("platform", "codes"),
    [
        ("linux", (57, 33, 28, 10, 18, 19)),
        ("freebsd14", (57, 33, 28, 10, 18, 19)),
        ("win32", (49, 25, 20, 2, 10, 11)),
        ("darwin", (45, 35, 17, 18, 25, 29)),
    ],
)
def test_places_by_platform(platform: str, codes: tuple[int, ...]) -> None:
    for code, sign in zip(codes, "npt190", strict=True):
        event = pressed("", virtual=code) if platform == "darwin" else pressed("", code)
        assert key_place(event, platform) == sign
    assert key_place(pressed("", 200, virtual=200), platform) == ""


LISTENS = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from planner.desktop.rehearsal.keys import question_number, wish_of

class Ear(QWidget):
    def focusInEvent(self, _event):
        print("ready", flush=True)

    def keyPressEvent(self, event):
        print(question_number(event) or wish_of(event), flush=True)

application = QApplication(sys.argv)
ear = Ear()
ear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
ear.setFocus()
ear.show()
ear.activateWindow()
QTimer.singleShot(20_000, application.quit)
application.exec()
"""
TOOLS = ("Xvfb", "setxkbmap", "xdotool", "openbox")


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    if sys.platform != "linux" or not all(map(shutil.which, TOOLS)):
        pytest.skip("needs Xvfb, openbox, setxkbmap and xdotool")
    with display(own=True) as name:
        yield os.environ | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}


@pytest.mark.parametrize("layout", ["us", "ru", "fr", "ara", "gr", "il", "de"])
def test_real_keys_under_real_layouts(screen: dict[str, str], layout: str) -> None:
    subprocess.run(["setxkbmap", layout], env=screen, check=True)
    keys = ["57", "28", "10", "12"]
    with subprocess.Popen(
        [sys.executable, "-c", LISTENS], env=screen, stdout=subprocess.PIPE, text=True
    ) as listens:
        assert listens.stdout is not None
        assert listens.stdout.readline() == "ready\n"
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=screen, check=True)
        heard = [listens.stdout.readline().strip() for _ in keys]
        listens.kill()
    assert heard == ["Wish.NOTE", "Wish.THEY_RAISED_PRICE", "1", "3"]
