import msgspec
import pytest

from planner.model.case import Problem
from planner.model.field_texts import with_unread
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.store.library import Library
from planner.store.search import SearchIndex
from tests.builders import a_plan


@pytest.fixture
def saved(library: Library) -> Preparation:
    preparation = a_plan(
        **{
            "client.name": "Łódź Żywność",
            "call.title": "Metering, second talk",
            "case.problems": (Problem(in_their_words="We lose Straße 12 every week"),),
            "reflection.went_well": "株式会社 listened",
        }
    )
    library.save(preparation)
    library.save(a_plan(**{"call.title": "Something else"}))
    return preparation


@pytest.mark.parametrize(
    "text",
    [
        "meter",
        "SECOND talk",
        "łódź",
        "ŁO\u0301DZ\u0301",
        "strasse",
        "会社",
        "Żywność metering week",
        "  talk  ",
    ],
)
def test_every_word_may_stand_anywhere_in_plan_or_client(
    library: Library, saved: Preparation, text: str
) -> None:
    assert library.matching(text) == [saved.plan.id]


@pytest.mark.parametrize("text", ["metering absent", "xyzzy", "plan_id", "call.title"])
def test_what_is_nowhere_is_not_found(library: Library, saved: Preparation, text: str) -> None:
    assert saved.plan.id not in library.matching(text)


def test_ids_are_no_text(library: Library, saved: Preparation) -> None:
    assert library.matching(saved.plan.id) == []
    assert library.matching(saved.client.id) == []


def test_nothing_sought_finds_every_plan_in_the_order_listed(library: Library, saved: Preparation) -> None:
    assert saved.plan.id in library.matching(" ")
    assert library.matching("") == [summary.id for summary in library.summaries()]


def test_a_change_is_found_and_what_it_replaced_is_not(library: Library, saved: Preparation) -> None:
    assert library.matching("metering")

    library.save(with_field(saved, "plan.call.title", "Valves"))

    assert library.matching("valves") == [saved.plan.id]
    assert library.matching("metering") == []
    assert library.matching("listened") == [saved.plan.id]


def test_a_renamed_client_is_found_through_its_other_plans(library: Library, saved: Preparation) -> None:
    plan = msgspec.structs.replace(saved.plan, id="other")
    other = Preparation(client=saved.client, plan=plan)
    library.add([other])
    assert set(library.matching("łódź")) == {saved.plan.id, other.plan.id}

    library.save(with_field(saved, "client.name", "Gdynia"))

    assert set(library.matching("gdynia")) == {saved.plan.id, other.plan.id}
    assert library.matching("łódź") == []


def test_a_word_is_found_in_plans_indexed_at_several_times() -> None:
    index = SearchIndex()

    index.put({"one": [b'{"title":"metering"}'], "two": [b'{"title":"pumps"}']})
    index.put({"three": [b'{"title":"metering"}'], "four": [b'{"title":"pumps and metering"}']})
    index.put({"two": [b'{"title":"metering, again"}'], "five": [b'{"title":"metering"}']})

    assert index.matching("meter") == {"one", "two", "three", "four", "five"}
    assert index.matching("pumps") == {"four"}


def test_a_library_larger_than_is_indexed_at_once_is_searched_whole(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.store.growing_index.INDEXED_AT_ONCE", 2)
    plans = [a_plan(**{"call.title": f"Metering {number}"}) for number in range(5)]
    library.add(plans)

    assert set(library.matching("metering")) == {one.plan.id for one in plans}


def test_a_text_that_could_not_be_read_is_found_and_the_path_of_its_field_is_not(library: Library) -> None:
    plan = with_unread(a_plan(**{"call.title": "Metering"}), "price.floor", "38 kilos")
    library.save(plan)
    assert library.matching("kilos") == [plan.plan.id]
    assert library.matching("floor") == []
