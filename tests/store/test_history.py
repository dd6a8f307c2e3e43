import datetime as dt
import os
from pathlib import Path

import pytest

import planner.store.version_documents
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.store.errors import LibraryDamaged, LibraryNotWritten
from planner.store.history import KEPT
from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan
from tests.store.test_failures import full_disk

HERE = a_plan(**{"call.title": "First", "case.why_now": "The report is due. " * 40})


def worked_on(library: Library, preparation: Preparation, title: str) -> Preparation:
    """The plan after somebody opened it, changed its title in two saves and closed it."""
    library.begin_editing(preparation.plan.id)
    for typed in (f"{title} half", title):
        preparation = with_field(preparation, "plan.call.title", typed)
        library.save(preparation)
    return preparation


def titles(library: Library) -> list[str]:
    versions = library.history.versions(HERE.plan.id)
    return [library.history.preparation(HERE.plan.id, one.replaced).plan.call.title for one in versions]


def test_each_time_a_plan_is_worked_on_leaves_one_version(library: Library) -> None:
    library.save(HERE)
    second = worked_on(library, HERE, "Second")
    worked_on(library, second, "Third")

    assert titles(library) == ["Second", "First"]
    oldest = library.history.versions(HERE.plan.id)[-1]
    assert library.history.preparation(HERE.plan.id, oldest.replaced) == HERE


def test_versions_are_still_there_after_closing(library: Library, folder: Path) -> None:
    library.save(HERE)
    worked_on(library, worked_on(library, HERE, "Second"), "Third")
    library.close()

    again = Library.open(folder)

    assert titles(again) == ["Second", "First"]
    moments = [version.replaced for version in again.history.versions(HERE.plan.id)]
    assert moments == sorted(moments, reverse=True)


def test_looking_at_a_plan_without_changing_it_leaves_none(library: Library) -> None:
    library.save(HERE)
    library.begin_editing(HERE.plan.id)
    library.save(HERE)

    assert titles(library) == []


def test_a_plan_just_made_leaves_no_blank_version(library: Library) -> None:
    blank = Preparation(client=HERE.client, plan=type(HERE.plan)(id="p", client_id=HERE.client.id))
    library.save(blank)
    worked_on(library, blank, "Begun")

    assert library.history.versions("p") == []


def test_the_last_fifty_are_kept_and_all_can_be_read(library: Library) -> None:
    library.save(HERE)
    plan = HERE
    for number in range(KEPT + 5):
        plan = worked_on(library, plan, f"Number {number}")

    assert titles(library) == [f"Number {number}" for number in range(KEPT + 3, 3, -1)]


def test_versions_take_little_room(library: Library, folder: Path) -> None:
    full = a_plan(**{f"case.{name}": os.urandom(500).hex() for name in ("why_now", "why_us", "why_change")})
    library.save(full)
    for number in range(20):
        full = worked_on(library, full, f"Number {number}")
    library.close()

    assert (folder / FILE_NAME).stat().st_size < 2.5 * 3000 + 20 * 300


def test_a_clock_set_back_does_not_mix_versions_up(folder: Path) -> None:
    library = Library.open(folder)
    moments = iter(dt.datetime(2026, 11, day, tzinfo=dt.UTC) for day in (20, 10, 1))
    library.history._now = lambda: next(moments)
    library.save(HERE)
    plan = HERE
    for title in ("Second", "Third", "Fourth"):
        plan = worked_on(library, plan, title)

    assert titles(library) == ["Third", "Second", "First"]


def test_a_save_that_fails_leaves_no_version_and_the_next_does(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.save(HERE)
    library.begin_editing(HERE.plan.id)
    changed = with_field(HERE, "plan.call.title", "Second")

    with monkeypatch.context() as broken:
        broken.setattr("planner.store.journal.make_durable", full_disk)
        with pytest.raises(LibraryNotWritten):
            library.save(changed)
    assert titles(library) == []
    library.save(changed)

    assert titles(library) == ["First"]


def test_a_damaged_version_is_told_and_newer_ones_are_read(library: Library, folder: Path) -> None:
    library.save(HERE)
    plan = HERE
    for title in ("Second", "Third", "Fourth"):
        plan = worked_on(library, plan, title)
    library.close()
    file = (folder / FILE_NAME).read_text()
    at = file.index('"content":"', file.index('"history"') + 10) + 40
    (folder / FILE_NAME).write_text(file[:at] + ("A" if file[at] != "A" else "B") + file[at + 1 :])

    again = Library.open(folder)
    newest, *_, oldest = again.history.versions(HERE.plan.id)

    assert again.history.preparation(HERE.plan.id, newest.replaced).plan.call.title == "Third"
    with pytest.raises(LibraryDamaged, match=r"library\.json is damaged: history 1, content: "):
        again.history.preparation(HERE.plan.id, oldest.replaced)
    assert titles_after(again, plan) == "Fourth"


def titles_after(library: Library, plan: Preparation) -> str:
    """The newest version after one more time of working on the plan."""
    worked_on(library, plan, "Fifth")
    newest = library.history.versions(plan.plan.id)[0]
    return library.history.preparation(plan.plan.id, newest.replaced).plan.call.title


def test_a_version_that_would_fill_the_memory_is_not_inflated(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = a_plan(**{"call.title": "x" * 5_000})
    library.save(plan)
    worked_on(library, plan, "Second")
    monkeypatch.setattr(planner.store.version_documents, "LARGEST", 1_000)
    (version,) = library.history.versions(plan.plan.id)

    with pytest.raises(LibraryDamaged, match="it would be more than 1,000 bytes"):
        library.history.preparation(plan.plan.id, version.replaced)
