from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox

from planner.desktop.page.export import suggested_name
from planner.desktop.page.pdf_pages import draw_page, page_sizes
from planner.desktop.page.printing import print_pages, printer_for
from planner.model.errors import PlannerError
from planner.model.plan import Preparation
from planner.store.library import Library
from planner.wording.document_kinds import CALL_PLAN, DOCUMENTS, REFLECTION
from planner.wording.file_names import LONGEST
from tests.builders import a_plan
from tests.desktop.conftest import OpenWindow
from tests.desktop.fakes import a_pdf
from tests.desktop.stage import Stage, in_days


def brightmoor() -> Preparation:
    return a_plan(
        **{
            "client.name": "Brightmoor Foods",
            "call.title": "Changeover losses",
            "call.starts": in_days(2),
            "case.why_now": "penalties",
        }
    )


def test_the_title_names_the_plan_and_marks_what_is_not_saved(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    assert walk.title == "Brightmoor Foods — Changeover losses — Front Foot"

    walk.field("call.title").type(" on line 4")
    assert walk.title == "Brightmoor Foods — Changeover losses on line 4* — Front Foot"
    walk.wait_saved()

    assert walk.title == "Brightmoor Foods — Changeover losses on line 4 — Front Foot"
    assert walk.leave().title == "Front Foot"


def test_leaving_saves_and_the_list_shows_what_was_typed(stage: Stage) -> None:
    window = stage.open(brightmoor())

    walk = window.open("Brightmoor Foods")
    walk.field("call.title").type(" on line 4")
    walk.leave()

    assert "Changeover losses on line 4" in window.list_lines[1]
    stored = next(iter(stage.plans.stored.values()))
    assert stored.plan.call.title == "Changeover losses on line 4"


def test_what_cannot_be_saved_is_told_and_the_plan_stays_open(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    walk.field("call.title").type("!")
    stage.plans.full = True

    walk.leave()
    assert walk.window.open is not None
    assert "Not saved yet. library.json was not written: the disk is full." in walk.message
    stage.plans.full = False
    walk.take_offer("Try again")
    walk.wait_until(lambda: walk.message == "Saved.")

    assert next(iter(stage.plans.stored.values())).plan.call.title == "Changeover losses!"


def test_the_walk_tells_the_truth_about_saving(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    assert walk.save_text == "✓ Saved"
    stage.plans.full = True
    walk.field("call.title").type("!")
    assert walk.save_text == "Saving…"
    full = "Not saved: library.json was not written: the disk is full. Trying again."
    walk.wait_until(lambda: walk.save_text == full)
    assert walk.title.startswith("Brightmoor Foods — Changeover losses!*")

    stage.plans.full = False
    walk.wait_until(lambda: walk.save_text == "✓ Saved")
    assert next(iter(stage.plans.stored.values())).plan.call.title == "Changeover losses!"


def test_what_could_not_be_read_is_not_called_saved(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    minutes = walk.field("call.minutes")
    minutes.type("soon")
    walk.field("call.title").type("!")
    walk.wait_until(lambda: walk.save_text == "Saved, except one answer that could not be read")
    minutes.replace("45")
    walk.wait_until(lambda: walk.save_text == "✓ Saved")
    assert walk.preparation.plan.call.minutes == 45


def test_closing_with_what_cannot_be_saved_asks_first(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return QMessageBox.StandardButton.Discard if len(asked) > 1 else QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", answer)
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    walk.field("call.title").type("!")
    stage.plans.full = True

    walk.close()
    assert walk.window.isVisible()
    assert "the disk is full" in asked[0]
    walk.close()

    assert not walk.window.isVisible()


def test_undo_and_redo_are_those_of_what_is_shown(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    walk.field("call.title").type("!")

    walk.undo()
    assert walk.preparation.plan.call.title == "Changeover losses"
    walk.redo()

    assert walk.preparation.plan.call.title == "Changeover losses!"


def test_the_preview_follows_the_typing(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    walk.wait_until(lambda: walk.preview_text == "call-plan: penalties")

    walk.field("case.why_now").type(" from March")
    walk.wait_until(lambda: walk.preview_text == "call-plan: penalties from March")

    assert len(stage.pages.asked) <= 3, "keys typed without a pause are rendered together"


def test_the_last_step_offers_the_sheet_to_look_back_on(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")

    walk.choose_from_menu("6 After the call")
    walk.press_button("The page")
    walk.wait_until(lambda: walk.preview_text == "reflection: penalties")
    walk.back()
    walk.wait_until(lambda: walk.preview_text == "call-plan: penalties")

    assert [name for name, _, _ in stage.pages.asked][-1] == CALL_PLAN


def test_what_was_cut_and_what_failed_is_said_beside_the_page(stage: Stage) -> None:
    stage.pages.shortened = ("3 more questions",)
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    walk.wait_until(lambda: walk.preview.note == "Shortened: 3 more questions.")

    stage.pages.problem = PlannerError("the template has a mistake in line 3")
    walk.field("case.why_now").type("!")
    walk.wait_until(lambda: "the template has a mistake in line 3" in walk.preview.note)

    assert walk.preview_text == "call-plan: penalties", "the page before stays"


def test_the_paper_is_chosen_and_remembered(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    walk.wait_until(lambda: page_size(walk.preview.pdf) == (595, 842))

    walk.choose_paper("Letter")
    walk.wait_until(lambda: page_size(walk.preview.pdf) == (612, 792))

    assert stage.settings().paper == "letter"


def test_no_page_is_made_while_nobody_looks(stage: Stage) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    walk.wait_until(lambda: walk.preview_text != "")
    walk.choose_from_menu("The Page Beside the Form")
    made = len(stage.pages.asked)

    walk.field("case.why_now").type("!")
    walk.choose_from_menu("The Page Beside the Form")
    walk.wait_until(lambda: walk.preview_text == "call-plan: penalties!")

    assert len(stage.pages.asked) == made + 1


def test_export_writes_the_very_bytes_of_the_preview(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    walk.wait_until(lambda: walk.preview_text != "")
    made = len(stage.pages.asked)
    path = stage.settings_file.with_name("plan.pdf")

    walk.export(monkeypatch, path)

    assert stage.files.written[path] == a_pdf("call-plan: penalties")
    assert len(stage.pages.asked) == made, "the page on the screen is the page in the file"
    assert stage.settings().export_folder == path.parent


def test_export_right_after_a_key_holds_that_key(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    path = stage.settings_file.with_name("plan.pdf")

    walk.field("case.why_now").type("!")
    walk.export(monkeypatch, path)

    assert stage.files.written[path] == a_pdf("call-plan: penalties!")


def test_the_price_is_exported_from_the_menu(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    path = stage.settings_file.with_name("price.pdf")

    walk.export(monkeypatch, path, entry="Export Price for the Client")

    assert stage.files.written[path].startswith(b"%PDF")
    assert b"price: " in stage.files.written[path]


def test_an_exported_page_is_opened_if_wished(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened_files: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened_files.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    path = stage.settings_file.with_name("reflection.pdf")

    walk.export(monkeypatch, path, entry="Export Reflection")
    assert opened_files == []
    walk.take_offer("Open")
    assert [url.toLocalFile() for url in opened_files] == [str(path)]
    walk.choose_from_menu("Open PDFs After Export")
    walk.export(monkeypatch, path)
    walk.wait_until(lambda: len(opened_files) == 2)

    assert stage.settings().open_exported


def test_an_export_that_fails_says_why(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = stage.open(brightmoor()).open("Brightmoor Foods")
    stage.files.problem = PlannerError("plan.pdf was not written: it is a folder.")

    walk.export(monkeypatch, stage.settings_file.with_name("plan.pdf"))

    assert walk.message == "The page was not exported. plan.pdf was not written: it is a folder."


def test_a_file_name_is_fit_for_every_file_system() -> None:
    plan = a_plan(
        **{"client.name": "R&D <dept> / Łódź:", "call.title": 'Why "now"?', "call.starts": in_days(2)}
    )

    assert suggested_name(plan, CALL_PLAN) == "R&D dept Łódź – Why now – 2026-12-01.pdf"
    assert suggested_name(a_plan(**{"client.name": "", "call.title": ""}), CALL_PLAN) == "Call plan.pdf"
    assert suggested_name(plan, REFLECTION) != suggested_name(plan, CALL_PLAN)
    assert len(suggested_name(a_plan(**{"call.title": "long " * 99}), CALL_PLAN).encode()) <= LONGEST


def test_every_document_has_its_entry_in_the_menu_and_its_keys(stage: Stage) -> None:
    window = stage.open().window
    entries = [
        (action.text(), action.shortcut().toString())
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
        if action.text().startswith("Export") or action.text().startswith("&Export")
    ]

    assert entries == [(kind.menu, kind.keys) for kind in DOCUMENTS]


@pytest.mark.parametrize(
    ("client", "name"),
    [
        ("客" * 160, "客" * 43 + "….pdf"),
        ("CON", "_CON.pdf"),
        ("a\u202eb/c", "ab c.pdf"),
        (".", "Call plan.pdf"),
    ],
)
def test_the_file_dialog_suggests_a_name_that_can_be_written(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: str, name: str
) -> None:
    suggested: list[Path] = []

    def thought_better_of(_window: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        suggested.append(Path(path))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", thought_better_of)
    walk = stage.open(a_plan(**{"client.name": client})).open(client)
    walk.choose_from_menu("Export Call Plan as PDF…")

    assert [path.name for path in suggested] == [name]
    (tmp_path / name).write_bytes(b"")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_printing_fills_a_sheet_of_the_pages_paper(stage: Stage, paper: str, size: tuple[int, int]) -> None:
    pdf = a_pdf("call-plan", paper)
    printer = printer_for(pdf, "Brightmoor Foods")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(stage.settings_file.with_name("printed.pdf")))

    print_pages(pdf, printer)

    printed = stage.settings_file.with_name("printed.pdf").read_bytes()
    assert len(page_sizes(printed)) == 1
    assert page_size(printed) == size
    assert darkest_row(printed) == pytest.approx(darkest_row(pdf), abs=3)


def page_size(pdf: bytes | None) -> tuple[int, int]:
    assert pdf is not None
    size = page_sizes(pdf)[0]
    return round(size.width()), round(size.height())


def darkest_row(pdf: bytes) -> int:
    """The height, in points from the top, at which most ink is."""
    image = draw_page(pdf, 0, page_sizes(pdf)[0].toSize())
    ink = [
        sum(255 - image.pixelColor(x, y).lightness() for x in range(60, 400, 2))
        for y in range(image.height())
    ]
    assert max(ink) > 0
    return ink.index(max(ink))


def test_no_page_is_exported_over_the_library(open_window: OpenWindow, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    library.save(a_plan(**{"client.name": "Tarn"}))
    library.close()
    page = open_window()
    page.open("Tarn")
    assert page.window.open is not None
    before = (tmp_path / "library" / "library.json").read_bytes()

    page.window.open.export("agenda", tmp_path / "library" / "library.json")

    page.wait_until(lambda: "belongs to the library" in page.message)
    assert (tmp_path / "library" / "library.json").read_bytes() == before
