"""A call at a place, through everything that a library does with plans."""

import datetime as dt
import json
from pathlib import Path

import pytest

from planner.model.fields import with_field
from planner.model.placed_time import PlacedTime, at_place, named_place, written_moment
from planner.model.plan import Preparation
from planner.model.values import same_value
from planner.store.library import FILE_NAME, Library
from planner.store.verify import verified
from tests.builders import a_plan
from tests.store.test_merging import MONDAY, TUESDAY, Apart, earlier, work_on

THREE_O_CLOCK = dt.datetime(2026, 10, 20, 15)  # noqa: DTZ001 -- what a clock on the wall shows
LONDON = at_place(THREE_O_CLOCK, "Europe/London")
LISBON = at_place(THREE_O_CLOCK, "Europe/Lisbon")
AT_ANOTHER_OFFSET = at_place(THREE_O_CLOCK, "Europe/London", dt.timedelta())
NOWHERE = at_place(THREE_O_CLOCK, "Mars/Olympus_Mons", dt.timedelta(hours=2))


def a_call_at(starts: dt.datetime) -> Preparation:
    return a_plan(**{"call.starts": starts, "client.name": "Alder"})


def starts_of(library: Library, plan_id: str) -> dt.datetime:
    starts = library.preparation(plan_id).plan.call.starts
    assert starts is not None
    return starts


@pytest.mark.parametrize("starts", [LONDON, AT_ANOTHER_OFFSET, NOWHERE], ids=written_moment)
def test_a_place_is_there_when_the_library_is_opened_again(tmp_path: Path, starts: PlacedTime) -> None:
    plan = a_call_at(starts)
    library = Library.open(tmp_path)
    library.add([plan])
    library.close()

    stored = json.loads((tmp_path / FILE_NAME).read_bytes())["plans"]["1"]["call"]["starts"]
    assert stored == written_moment(starts)
    again = Library.open(tmp_path)
    assert again.preparation(plan.plan.id) == plan
    read = starts_of(again, plan.plan.id)
    assert isinstance(read, PlacedTime)
    assert read.written_offset == starts.written_offset, "what is odd about it is told again"
    (summary,) = again.summaries()
    assert summary.starts is not None
    assert same_value(summary.starts, starts)
    again.close()
    assert verified(tmp_path / FILE_NAME).damage == ()


def test_an_earlier_version_has_its_place(library: Library) -> None:
    plan = a_call_at(LONDON)
    library.add([plan])
    library.begin_editing(plan.plan.id)
    library.save(with_field(plan, "plan.call.starts", LISBON))

    (version,) = library.history.versions(plan.plan.id)
    before = library.history.preparation(plan.plan.id, version.replaced)
    assert before.plan.call.starts == LONDON
    assert named_place(starts_of(library, plan.plan.id)) == "Europe/Lisbon"


def test_the_same_time_at_another_place_is_another_plan_to_a_merge(tmp_path: Path) -> None:
    base = a_call_at(LONDON)
    apart = Apart(tmp_path, base)
    ours = work_on(apart.here, base, MONDAY, **{"plan.call.starts": LONDON.replace(hour=16)})
    theirs = work_on(apart.there, base, TUESDAY, **{"plan.call.starts": LISBON.replace(hour=16)})

    merged = apart.merge()

    assert merged.taken == (base.plan.id,)
    assert starts_of(apart.here, base.plan.id) == theirs.plan.call.starts
    assert ours in earlier(apart.here, base.plan.id)
    assert apart.is_sound()


def test_a_damaged_place_is_named_with_its_field(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.add([a_call_at(LONDON)])
    library.close()
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b"[Europe/London]", b"[Europe/London "))

    damage = [str(what) for what in verified(path).damage]

    assert any("call.starts: [Europe/London  is not the name of a zone" in text for text in damage), damage
