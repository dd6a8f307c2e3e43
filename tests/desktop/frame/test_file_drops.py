"""Text and files dragged onto the window: done, or told why not. Nothing changes where nobody meant it."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from planner.desktop.fields import ChoiceField, DateField, LineField, LongField
from planner.exchange.plan_file import client_file, plan_file
from planner.model.client import Client
from tests.builders import a_plan
from tests.desktop.conftest import OpenWindow
from tests.desktop.dropping import drop
from tests.desktop.page_objects import WindowPage


def files(*paths: Path, text: str = "") -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText(text or "\n".join(f"file://{path}" for path in paths))  # as file managers do
    return data


def a_text(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def a_plan_file(folder: Path, name: str = "plan.json", title: str = "Second call") -> Path:
    path = folder / name
    preparation = a_plan(
        **{"client.name": "Tarn Valley Water", "client.id": "", "id": "", "call.title": title}
    )
    path.write_bytes(plan_file(preparation))
    return path


def told(page: WindowPage, part: str) -> None:
    page.qtbot.waitUntil(lambda: part in page.message)


def test_a_plan_file_comes_in_and_is_offered(open_window: OpenWindow, tmp_path: Path) -> None:
    page = open_window()
    path = a_plan_file(tmp_path)
    assert drop(files(path), page.window)
    told(page, "“Tarn Valley Water – Second call” was added.")
    page.qtbot.waitUntil(lambda: any("Second call" in line for line in page.list_lines))
    page.window.messages.offer("Open it").click()
    assert page.window.open is not None
    page.close()


def test_a_client_file_comes_in_without_a_plan(open_window: OpenWindow, tmp_path: Path) -> None:
    page = open_window()
    path = tmp_path / "client.json"
    path.write_bytes(client_file(Client(id="tarn", name="Tarn Valley Water")))
    assert drop(files(path), page.window)
    told(page, "“Tarn Valley Water” was added.")
    assert "Open it" not in page.offers
    assert drop(files(path), page.window)
    told(page, "“Tarn Valley Water” is here already, just as it is in client.json.")
    plans = [a_plan_file(tmp_path, f"{number}.json", f"Call {number}") for number in range(3)]
    assert drop(files(path, *plans), page.window)
    told(page, "4 files came in.")


def test_a_file_dropped_onto_a_box_goes_to_the_window_and_not_into_the_box(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    page = open_window()
    page.new_plan("Larkline")
    assert page.window.open is not None
    document = page.window.open.document
    before = document.preparation
    path = a_plan_file(tmp_path)
    for at, box in enumerate(boxes(page)):
        copy = a_plan_file(tmp_path, f"{at}.json", f"Call {at}")
        target = box.viewport() if isinstance(box, LongField) else getattr(box, "line", box)
        assert drop(files(copy), target), box
        told(page, f"Call {at}")
    assert document.preparation == before
    assert drop(files(path.with_suffix(".ics")), page.window)
    told(page, "“plan.ics” is a calendar file")
    page.close()


def boxes(page: WindowPage) -> list[QWidget]:
    assert page.window.open is not None
    page.window.open.walk.form.complete()
    shown = [box for box in page.window.findChildren(QWidget) if box.isVisible()]
    kinds = (LineField, LongField, DateField, ChoiceField)
    return [next(box for box in shown if isinstance(box, kind)) for kind in kinds]


def test_text_goes_into_the_text_it_is_dropped_onto_and_nowhere_else(open_window: OpenWindow) -> None:
    page = open_window()
    page.new_plan("Larkline")
    assert page.window.open is not None
    document = page.window.open.document
    line, long, _day, choice = boxes(page)
    assert isinstance(long, LongField)
    assert drop(a_text("Costs\u000brise"), line)
    assert str(line.property("value")).endswith("Costs\nrise")
    assert drop(a_text("Why\u00adnow"), long.viewport())
    assert long.value == "Whynow"
    before = document.preparation
    assert drop(a_text("phone"), choice)
    assert page.message == "To bring a text in, drop it onto the box that it belongs in."
    assert document.preparation == before
    page.close()


def test_a_day_that_is_dropped_is_read_and_its_line_has_the_keys(open_window: OpenWindow) -> None:
    page = open_window()
    page.new_plan("Larkline")
    day = boxes(page)[2]
    assert isinstance(day, DateField)
    assert drop(a_text("\ufeff4 Dec 2026"), day.line)
    assert day.value == dt.date(2026, 12, 4)
    assert page.window.focusWidget() is day.line
    page.close()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("meeting.ics", "“meeting.ics” is a calendar file"),
        ("Ann.VCF", "“Ann.VCF” is an address card"),
        ("site.JPG", "“site.JPG” is a picture"),
        ("prices.xlsx", "“prices.xlsx” is a table"),
        ("notes.docx", "“notes.docx” is a document"),
        ("tool.exe", "“tool.exe” is no plan file"),
        ("no-suffix", "“no-suffix” is no plan file"),
        ("gone.json", "gone.json: there is no such file"),
        ("library.zip", "is not a backup that can be opened"),
    ],
)
def test_what_cannot_come_in_is_told(open_window: OpenWindow, tmp_path: Path, name: str, says: str) -> None:
    page = open_window()
    path = tmp_path / name
    if name != "gone.json":
        path.write_bytes(b"\x89PNG")
    assert drop(files(path), page.window)
    told(page, says)
    assert page.list_lines == []
    page.close()


def test_a_folder_and_several_files_are_told_each(open_window: OpenWindow, tmp_path: Path) -> None:
    page = open_window()
    good = [a_plan_file(tmp_path, f"{at}.json", f"Call {at}") for at in range(2)]
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "something else"}')
    (tmp_path / "folder").mkdir()
    assert drop(files(*good, broken, tmp_path / "folder", tmp_path / "old.zip"), page.window)
    told(page, "Call 0” was added.")
    lines = page.message.splitlines()
    assert [line for line in lines if "was added" in line] == [
        f"“Tarn Valley Water – Call {at}” was added." for at in range(2)
    ]
    assert any("this is not a plan file" in line for line in lines)
    assert "“folder” is a folder. Drop the plan files in it." in lines
    assert "“old.zip” may be a backup: drop it alone to look into it." in lines
    page.close()


def test_the_same_plan_again_is_said_to_be_here(open_window: OpenWindow, tmp_path: Path) -> None:
    page = open_window()
    path = tmp_path / "plan.json"
    path.write_bytes(plan_file(a_plan(**{"client.name": "Larkline", "call.title": "Review"})))
    drop(files(path), page.window)
    told(page, "was added")
    drop(files(path), page.window)
    told(page, "is here already, just as it is in plan.json")
    page.close()


def test_a_backup_is_looked_into(open_window: OpenWindow, tmp_path: Path) -> None:
    page = open_window()
    page.new_plan("Larkline")
    page.window.desk.close()
    backup = page.window.safekeeping._keeping.back_up()
    elsewhere = tmp_path / "from a colleague.zip"
    elsewhere.write_bytes(backup.path.read_bytes())
    assert drop(files(elsewhere), page.window)
    page.qtbot.waitUntil(lambda: page.window.safekeeping.backups is not None)
    backups = page.window.safekeeping.backups
    assert backups is not None
    page.qtbot.waitUntil(lambda: backups.currentWidget() is backups.one)
    assert backups.one.title.text().startswith("Backup of")
    page.close()


def test_a_picture_without_a_file_is_told(open_window: OpenWindow) -> None:
    page = open_window()
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    assert drop(data, page.window)
    assert page.message == "A plan holds text only, no pictures."
    page.close()
