import datetime as dt
import io
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from planner.cli.export import PageMaker
from planner.cli.progress import ProgressBar
from planner.coaching.next_call import next_call
from planner.documents.renderer import Paper, Renderer
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.rendered_page import RenderedPage
from planner.model.terms import Outcome, Side
from planner.model.touch import Touch
from planner.store.exports import ExportFiles
from planner.store.library import Library
from planner.wording.document_kinds import DOCUMENT_NAMES
from planner.wording.file_names import LONGEST
from tests.builders import a_plan
from tests.cli.running import NOW, FrontFoot, written


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("document", DOCUMENT_NAMES)
def test_a_page_is_written(front_foot: FrontFoot, tmp_path: Path, document: str, paper: str) -> None:
    front_foot("sample")
    out = tmp_path / "page.pdf"

    ended = front_foot("export", "sample", "--document", document, "--paper", paper, "--out", out)

    assert (ended.status, ended.out) == (0, f"{out}\n")
    assert out.read_bytes().startswith(b"%PDF-")


def test_all_plans_are_written_under_names_every_system_takes(
    front_foot: FrontFoot, folder: Path, tmp_path: Path
) -> None:
    plans = [
        a_plan(**{"client.name": 'R&D <dept>: "a/b"', "call.title": "what? where\\why|*"}),
        a_plan(**{"client.name": "CON.x", "call.title": ""}),
        a_plan(**{"client.name": "क्षत्रिय" * 40, "call.title": "x"}),
        a_plan(**{"client.name": "../..", "call.title": "."}),
    ]
    Library.open(folder).add(plans)

    ended = front_foot("export", "--all", "--document", "reflection", "--out", tmp_path / "pages")

    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert ended.status == 0
    assert sorted(ended.out.splitlines()) == [str(tmp_path / "pages" / name) for name in names]
    assert len(names) == 4
    assert f"R&D dept a b – what where why – reflection ({plans[0].plan.id}).pdf" in names
    assert f"_CON.x – reflection ({plans[1].plan.id}).pdf" in names
    assert f"reflection ({plans[3].plan.id}).pdf" in names
    assert all(len(name.encode()) <= LONGEST for name in names)


def test_plans_stay_apart_on_a_disk_that_knows_no_capitals_and_so_do_their_documents(
    front_foot: FrontFoot, folder: Path, tmp_path: Path
) -> None:
    same = a_plan(**{"client.name": "客" * 160})
    ids = ("plan-a", "Plan-A", "other")
    Library.open(folder).add([replace(same, plan=replace(same.plan, id=one)) for one in ids])

    for document in ("reflection", "price"):
        for _again in range(2):
            front_foot("export", "--all", "--document", document, "--out", tmp_path / "pages")

    names = {path.name.casefold() for path in (tmp_path / "pages").iterdir()}
    assert len(names) == 6
    assert all("客…" in name for name in names), "cut visibly"


@pytest.mark.parametrize("whose", [("sample", "page.pdf"), ("--all", ".")])
def test_settings_of_the_check_that_cannot_be_read_hold_up_no_call_plan(
    front_foot: FrontFoot, folder: Path, tmp_path: Path, whose: tuple[str, str]
) -> None:
    front_foot("sample")
    Library.open(folder).add([a_plan()])
    (folder / "check-settings.json").write_text('{"questions": null}')
    which, out = whose

    ended = front_foot("export", which, "--document", "call-plan", "--out", tmp_path / out)

    assert ended.status == 0
    assert ended.err.count("check-settings.json: questions: expected a whole number, got null.") == 1
    assert "usual thresholds to say where you stand" in ended.err
    pages = [PdfReader(line) for line in ended.out.splitlines()]
    assert len(pages) == (2 if which == "--all" else 1)
    assert all("myself" in page.pages[0].extract_text() for page in pages), "where one stands is on each"


def test_a_page_that_needs_no_check_says_nothing_of_its_settings(
    front_foot: FrontFoot, folder: Path, tmp_path: Path
) -> None:
    front_foot("sample")
    (folder / "check-settings.json").write_text("[")

    ended = front_foot("export", "sample", "--document", "price", "--out", tmp_path / "page.pdf")

    assert (ended.status, ended.err) == (0, "")


def test_the_call_plan_says_where_one_stands_looking_back_on_earlier_calls(
    front_foot: FrontFoot, folder: Path, tmp_path: Path
) -> None:
    fields = {"client.dream_client": True, "call.why_they_meet": "Their audit"}
    plan = a_plan(**fields, **{"call.starts": NOW + dt.timedelta(days=1), "call.initiated_by": Side.THEM})
    plan = with_field(
        plan,
        "client.touches",
        (Touch(done_on=NOW.date() - dt.timedelta(days=99), value_offered="Their audit"),),
    )
    earlier = a_plan(**{"call.starts": NOW - dt.timedelta(days=5), "call.initiated_by": Side.US})
    library = Library.open(folder)
    library.add([plan])
    library.close()
    assert "flat: prospecting" in _foot_of(front_foot, plan, tmp_path / "alone.pdf")

    library = Library.open(folder)
    library.add([replace(earlier, client=plan.client, plan=replace(earlier.plan, client_id=plan.client.id))])
    library.close()
    assert "front: prospecting" in _foot_of(front_foot, plan, tmp_path / "with its history.pdf")


def _foot_of(front_foot: FrontFoot, plan: Preparation, out: Path) -> str:
    ended = front_foot("export", plan.plan.id, "--document", "call-plan", "--out", out)
    assert ended.status == 0
    return next(
        line for line in PdfReader(out).pages[0].extract_text().splitlines() if ": prospecting" in line
    )


def test_exporting_all_of_nothing_says_so(front_foot: FrontFoot, tmp_path: Path) -> None:
    ended = front_foot("export", "--all", "--document", "call-plan", "--out", tmp_path / "pages")

    assert (ended.status, ended.out, ended.err) == (0, "", "There are no plans to export.\n")


def test_a_page_that_cannot_be_written_says_why(front_foot: FrontFoot, tmp_path: Path) -> None:
    front_foot("sample")
    read_only = written(tmp_path / "read-only.pdf", b"before")
    read_only.chmod(0o444)

    def told(out: object, *which: str) -> str:
        ended = front_foot("export", *(which or ("sample",)), "--document", "call-plan", "--out", out)
        assert (ended.status, ended.out) == (1, "")
        return ended.err

    before = sorted(tmp_path.iterdir())
    assert told(tmp_path) == f"{tmp_path} was not written: it is a folder.\n"
    assert "the file there is read-only" in told(read_only)
    assert f"there is no folder {tmp_path / 'missing'}" in told(tmp_path / "missing" / "page.pdf")
    assert f"there is no folder {tmp_path / 'missing'}" in told(tmp_path / "missing" / "pages", "--all")
    assert "it is a file, and --all needs a folder" in told(read_only, "--all")
    assert sorted(tmp_path.iterdir()) == before
    assert read_only.read_bytes() == b"before"


def test_no_page_takes_the_place_of_the_library(front_foot: FrontFoot, folder: Path) -> None:
    front_foot("sample")
    library = folder / "library.json"
    before = library.read_bytes()

    ended = front_foot("export", "sample", "--document", "agenda", "--out", library)

    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        f"{library} was not written: it belongs to the library; choose another name or folder.\n"
    )
    assert library.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_only_the_person_may_read_the_pages(front_foot: FrontFoot, tmp_path: Path) -> None:
    front_foot("sample")
    (tmp_path / "page.pdf").touch(0o644)
    front_foot("export", "sample", "--document", "agenda", "--out", tmp_path / "page.pdf")
    front_foot("export", "--all", "--document", "agenda", "--out", tmp_path / "pages")
    pages = [tmp_path / "page.pdf", *(tmp_path / "pages").iterdir()]
    assert [stat.S_IMODE(path.stat().st_mode) for path in pages] == [0o600, 0o600]


class Rendered(Renderer):
    """Renders every plan as the same page."""

    def render(
        self, _name: str, _preparation: Preparation, _paper: Paper = Paper.A4, *, footing: str = ""
    ) -> RenderedPage:
        assert not footing
        return RenderedPage(b"%PDF-", 1, ("\u2603", "\u2604"), ("1 more question", "2 more concerns"))


def test_what_no_font_has_and_what_was_shortened_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "page.pdf"

    files = ExportFiles(tmp_path / "library")
    PageMaker(Rendered(), "call-plan", Paper.A4, footing=lambda _preparation: "", files=files).write(
        a_plan(), out
    )

    assert capsys.readouterr().err == (
        f"{out}: no font has \u2603 \u2604\n{out}: shortened: 1 more question; 2 more concerns\n"
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_it_is() -> None:
    terminal = Terminal()

    with ProgressBar(4, terminal) as bar:
        for _ in range(2):
            bar.advance()

    assert f"[{'#' * 15}{' ' * 15}] 2/4" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_file_gets_no_progress_bar() -> None:
    stream = io.StringIO()

    with ProgressBar(4, stream) as bar:
        bar.advance()

    assert stream.getvalue() == ""


@pytest.mark.parametrize("every", [False, True])
def test_the_call_plan_tells_how_the_call_before_went_though_it_was_reviewed_later(
    front_foot: FrontFoot,
    folder: Path,
    tmp_path: Path,
    every: bool,  # noqa: FBT001
) -> None:
    last = a_plan(**{"call.starts": NOW - dt.timedelta(days=5)})
    following = next_call(last, NOW.date(), plan_id="next")
    reviewed = with_field(last, "plan.reflection.outcome", Outcome.ADVANCE)
    with closing(Library.open(folder)) as library:
        library.add([reviewed])
        library.add([following])

    wanted = ("--all",) if every else ("next",)
    out = tmp_path / "out"
    assert front_foot("export", *wanted, "--document", "call-plan", "--out", out).status == 0

    page = next(out.glob("*next*.pdf")) if every else out
    text = PdfReader(page).pages[0].extract_text().replace("\u00a0", " ")
    assert "24 Nov 2026: an advance." in text
    assert "not reviewed" not in text
