"""From schema 2 to 3: outreach becomes touches, opponents are sceptics."""

from typing import Any

import msgspec
import pytest

from planner.exchange.plan_file import preparation_in
from planner.model.contact_ids import touch_id
from planner.model.touch import Touch
from planner.store.migrations import migrated
from planner.store.whole_records import CLIENT

Row = dict[str, Any]


def client_of(**client: Any) -> Any:
    """The client's document in schema 3, given as it was in schema 2."""
    tables = {"meta": {"1": {"schema": 2}}, "clients": {"1": {"id": "c1", **client}}, "plans": {}}
    return migrated(tables, schema=3)["clients"]["1"]


def touches_of(*outreach: Row) -> list[Row]:
    """The client's touches in schema 3, without ids."""
    touches = client_of(outreach=list(outreach)).get("touches", [])
    return [{name: value for name, value in touch.items() if name != "id"} for touch in touches]


def test_outreach_is_a_touch_that_was_done_and_its_result_the_note() -> None:
    row = {"date": "2026-10-06", "channel": "Letter", "value_offered": "Two pages", "result": "a reply"}

    assert touches_of(row) == [
        {"done_on": "2026-10-06", "channel": "letter", "value_offered": "Two pages", "note": "a reply"}
    ]


def test_the_next_day_is_a_planned_touch() -> None:
    row = {"date": "2026-10-06", "channel": "phone", "next_on": "2026-10-20"}

    assert touches_of(row) == [{"done_on": "2026-10-06", "channel": "phone"}, {"planned_on": "2026-10-20"}]
    assert touches_of({"next_on": "2026-10-20"}) == [{"planned_on": "2026-10-20"}]


def test_the_attempt_that_followed_is_the_one_that_was_planned() -> None:
    earlier = {"date": "2026-10-06", "channel": "phone", "next_on": "2026-10-20"}
    later = {"date": "2026-10-21", "channel": "visit", "next_on": "2026-12-09"}
    done = [
        {"planned_on": "2026-10-20", "done_on": "2026-10-21", "channel": "in person"},
        {"planned_on": "2026-12-09"},
    ]

    assert touches_of(earlier, later) == [{"done_on": "2026-10-06", "channel": "phone"}, *done]
    assert touches_of(later, earlier) == [*done, {"done_on": "2026-10-06", "channel": "phone"}]


@pytest.mark.parametrize(
    ("channel", "result", "touch"),
    [
        ("LinkedIn", "liked it", {"channel": "social", "note": "liked it"}),
        ("Trade fair", "", {"channel": "event", "note": "Trade fair"}),
        ("Fair", "", {"channel": "event"}),
        ("her assistant", "later", {"channel": "other", "note": "her assistant: later"}),
        ("her assistant", "", {"channel": "other", "note": "her assistant"}),
        ("", "later", {"note": "later"}),
    ],
)
def test_words_that_name_no_channel_are_kept_in_the_note(channel: str, result: str, touch: Row) -> None:
    assert touches_of({"channel": channel, "result": result}) == [touch]


def test_a_blank_row_stays_a_row() -> None:
    assert touches_of({}) == [{}]
    assert "touches" not in client_of(outreach=[])
    assert "outreach" not in client_of(outreach=[])


def test_unread_texts_go_with_their_days() -> None:
    rows = [{"date": "2026-10-06", "next_on": "2026-10-20"}, {"channel": "phone"}]
    unread = [
        {"path": "outreach[1].date", "text": "soon"},
        {"path": "outreach[1].next_on", "text": "later"},
        {"path": "promises[0].due", "text": "after Easter"},
    ]

    client = client_of(outreach=rows, unread=unread)

    assert [kept["path"] for kept in client["unread"]] == [
        "touches[2].done_on",
        "touches[3].planned_on",
        "promises[0].due",
    ]
    assert len(client["touches"]) == 4


def test_two_copies_brought_up_to_date_apart_know_their_touches_to_be_the_same() -> None:
    rows = [{"channel": "phone"}, {"channel": "letter"}]

    assert client_of(outreach=rows) == client_of(outreach=rows)
    assert [touch["id"] for touch in client_of(outreach=rows)["touches"]] == [
        touch_id("c1", 0),
        touch_id("c1", 1),
    ]


def test_an_opponent_is_a_sceptic() -> None:
    client = client_of(contacts=[{"id": "k1", "stance": "opponent"}, {"id": "k2", "stance": "neutral"}])

    assert [contact["stance"] for contact in client["contacts"]] == ["sceptic", "neutral"]


@pytest.mark.parametrize("outreach", [{"a": 1}, [1], [{"date": "soon"}], [{"when": "2026-10-06"}]])
def test_what_is_damaged_stays_as_it_is(outreach: Any) -> None:
    assert client_of(outreach=outreach) == {"id": "c1", "outreach": outreach}


def test_a_client_of_schema_3_can_be_read_whole() -> None:
    row = {"date": "2026-10-06", "channel": "phone", "next_on": "2026-10-20"}

    read = CLIENT.decode(msgspec.json.encode(client_of(outreach=[row])))

    assert [touch.is_done for touch in read.touches] == [True, False]


def test_a_plan_file_of_before_is_read_the_same_way() -> None:
    row = {"date": "2026-10-06", "channel": "her assistant", "result": "later", "next_on": "2026-10-20"}
    unread = [{"path": "outreach[0].next_on", "text": "soon"}]
    client = {"id": "c1", "name": "Tarn", "outreach": [row], "unread": unread}
    file = {"format": "front-foot-plan", "schema": 2, "client": client, "plan": {}}

    read = preparation_in(msgspec.json.encode(file), "a.json").client

    assert list(msgspec.to_builtins(read.touches)) == touches_of(row)
    assert [kept.path for kept in read.unread] == ["touches[1].planned_on"]


def test_a_day_done_with_its_time_is_the_moment_it_was_done() -> None:
    moment = "2026-10-06T10:42:00+01:00"
    touches = [{"done_on": moment, "from": "them"}, {"done_on": "2026-10-07"}]
    file = {"format": "front-foot-plan", "schema": 3, "client": {"touches": touches}, "plan": {}}

    first, second = preparation_in(msgspec.json.encode(file), "a.json").client.touches

    assert first.done_at is not None
    assert (first.done_at.isoformat(), first.done_on, first.is_inquiry) == (moment, None, True)
    assert second == Touch(done_on=second.day_done)
