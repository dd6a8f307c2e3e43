"""The command that prints the day's calls on one sheet."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from planner.desktop.page import printing
from planner.desktop.page.pdf_pages import page_sizes
from planner.model.errors import PlannerError
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.terms import Happened
from tests.builders import a_plan
from tests.desktop.fakes import NOW
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage

TODAY = NOW.date()
PRINT = "Print the Day"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the printer that everybody chooses prints to."""
    path = tmp_path / "printed.pdf"

    def choose(pdf: bytes, title: str, _window: object) -> QPrinter:
        printer = printing.printer_for(pdf, title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    monkeypatch.setattr(printing, "ask_for_printer", choose)
    return path


def a_call(title: str, hour: int = 0, day: dt.date = TODAY) -> Preparation:
    at = dt.datetime.combine(day, dt.time(hour), tzinfo=NOW.tzinfo)
    when = {"call.starts": at} if hour else {"call.day": day}
    return a_plan(**{"client.name": title, "call.title": title, **when})


def told(page: WindowPage, part: str) -> None:
    page.wait_until(lambda: part in page.message)


def test_todays_calls_are_printed_in_their_order(stage: Stage, printed: Path) -> None:
    late, early, some_time = a_call("late", 16), a_call("early", 9), a_call("some time")
    others = (a_call("tomorrow", 9, TODAY + dt.timedelta(days=1)), a_call("undated", day=dt.date(2026, 1, 5)))
    moved = with_field(a_call("moved", 11), "plan.call.happened", Happened.MOVED)
    page = stage.open(late, some_time, early, moved, *others)

    page.choose_from_menu(PRINT)

    told(page, "Sent to")
    assert stage.pages.days == [(TODAY, [early.plan.id, late.plan.id, some_time.plan.id])]
    assert len(page_sizes(printed.read_bytes())) == 1


def test_any_other_day_can_be_asked_for(stage: Stage, printed: Path) -> None:
    tomorrow = TODAY + dt.timedelta(days=1)
    call = a_call("tomorrow", 9, tomorrow)
    page = stage.open(call)

    page.window.day_printing.print_calls_of(tomorrow)

    told(page, "Sent to")
    assert stage.pages.days == [(tomorrow, [call.plan.id])]
    assert printed.exists()


def test_a_day_without_calls_is_told_and_no_dialog_opens(stage: Stage, printed: Path) -> None:
    page = stage.open(a_call("tomorrow", 9, TODAY + dt.timedelta(days=1)))

    page.choose_from_menu(PRINT)

    told(page, "There is no call to print on")
    assert stage.pages.days == []
    assert not printed.exists()


def test_what_was_typed_last_is_on_the_sheet(stage: Stage, printed: Path) -> None:
    page = stage.open(a_call("Tarn", 9))
    walk = page.open("Tarn")
    walk.field("call.place").type("Mill Road 4")

    page.choose_from_menu(PRINT)

    told(page, "Sent to")
    (stored,) = stage.plans.stored.values()
    assert stored.plan.call.place == "Mill Road 4"
    assert printed.exists()


def test_a_sheet_that_cannot_be_made_is_told(stage: Stage, printed: Path) -> None:
    page = stage.open(a_call("Tarn", 9))
    stage.pages.problem = PlannerError("The template is wrong.")

    page.choose_from_menu(PRINT)

    told(page, "The page was not printed. The template is wrong.")
    assert not printed.exists()


def test_a_printer_that_takes_nothing_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_pdf: bytes, _printer: object) -> None:
        raise printing.PrinterNotReady("Kyo")

    page = stage.open(a_call("Tarn", 9))
    monkeypatch.setattr(
        printing, "ask_for_printer", lambda pdf, title, _window: printing.printer_for(pdf, title)
    )
    monkeypatch.setattr(printing, "print_pages", refuse)

    page.choose_from_menu(PRINT)

    told(page, "The printer Kyo did not take the page.")


def test_who_cancels_the_dialog_hears_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(printing, "ask_for_printer", lambda _pdf, title, _window: asked.append(title))
    page = stage.open(a_call("Tarn", 9))

    page.choose_from_menu(PRINT)

    page.wait_until(lambda: bool(asked))
    assert asked == [f"Calls of {TODAY}"]
    assert page.message == ""
