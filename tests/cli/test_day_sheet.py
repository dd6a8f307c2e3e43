"""The day's calls as a PDF file, by the command line."""

import datetime as dt
from pathlib import Path

import pytest

from planner.store.library import Library
from tests.builders import a_plan
from tests.cli.running import NOW, FrontFoot
from tests.documents.reading import text_of


def test_the_sheet_of_a_day_is_written(front_foot: FrontFoot, tmp_path: Path) -> None:
    front_foot("sample", "--week")
    out = tmp_path / "day.pdf"

    ended = front_foot("export", "--document", "day", "--date", "2026-11-30", "--out", out)

    assert ended == (0, f"{out}\n", "")
    text = text_of(out.read_bytes())
    assert "Mon 30 Nov 2026" in text
    assert "09:30–10:15 UTC Brackmoor Quarries" in text  # this computer is elsewhere: tests.surroundings
    assert "Harrowfell" not in text


def test_without_a_date_it_is_today(front_foot: FrontFoot, tmp_path: Path) -> None:
    front_foot("sample", "--week")
    out = tmp_path / "day.pdf"

    assert front_foot("export", "--document", "day", "--paper", "letter", "--out", out).status == 0
    assert "Sun 29 Nov 2026" in text_of(out.read_bytes())
    assert "Harrowfell Dairies" in text_of(out.read_bytes())


def test_a_day_without_calls_says_so(front_foot: FrontFoot, folder: Path, tmp_path: Path) -> None:
    Library.open(folder).add([a_plan(**{"call.starts": NOW + dt.timedelta(days=9)})])
    out = tmp_path / "day.pdf"

    assert front_foot("export", "--document", "day", "--out", out).status == 0
    assert "No calls on this day." in text_of(out.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--document", "day", "--date", "2.12."), "--date: expected a date such as 2026-12-01, got "),
        (("--document", "day", "sample"), "--document day is of a day, not of a plan: leave out sample"),
        (("--document", "day", "--all"), "--document day is of a day, not of a plan: leave out --all"),
        (("--document", "agenda"), "--document agenda needs the ID of a plan, or --all"),
        (("--document", "agenda", "sample", "--date", "2026-12-01"), "--date goes with --document day only"),
        (("--document", "week", "sample"), 'there is no document "week"; there are call-plan, '),
    ],
)
def test_what_makes_no_sense_together_is_told(
    front_foot: FrontFoot, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    front_foot("sample")
    out = tmp_path / "day.pdf"

    ended = front_foot("export", *arguments, "--out", out)

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"front-foot: {told}")
    assert not out.exists()


def test_a_folder_that_is_not_there_is_told(front_foot: FrontFoot, tmp_path: Path) -> None:
    ended = front_foot("export", "--document", "day", "--out", tmp_path / "no" / "day.pdf")

    assert (ended.status, ended.out) == (1, "")
    assert "no" in ended.err
