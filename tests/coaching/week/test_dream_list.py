"""The Dream list: its order, and what adding, moving and taking off changes."""

from collections.abc import Sequence

import pytest

from planner.coaching.week.dream_list import Places, added, moved, place_on, ranked, removed, with_place
from planner.model.client import Client
from planner.model.client_summary import ClientSummary


def a_dream_client(name: str, rank: int | None, *, archived: bool = False) -> ClientSummary:
    return ClientSummary(id=name.casefold(), name=name, dream_client=True, dream_rank=rank, archived=archived)


FOUR = [a_dream_client(name, rank) for rank, name in enumerate(("Ash", "Birch", "Cedar", "Dogwood"), 1)]


def names(clients: Sequence[ClientSummary]) -> str:
    return " ".join(client.name for client in clients)


def with_places(clients: Sequence[ClientSummary], places: Places) -> list[ClientSummary]:
    """The clients with these places stored."""
    return [
        ClientSummary(id=one.id, name=one.name, dream_client=place is not None, dream_rank=place)
        for one in clients
        for place in (places.get(one.id, one.dream_rank),)
    ]


def test_the_list_is_in_the_order_of_the_places() -> None:
    assert names(ranked(reversed(FOUR))) == "Ash Birch Cedar Dogwood"


def test_who_is_no_dream_client_or_archived_is_not_on_it() -> None:
    others = [ClientSummary(id="elm", name="Elm"), a_dream_client("Fir", 2, archived=True)]
    assert names(ranked([*FOUR, *others])) == "Ash Birch Cedar Dogwood"


def test_dream_clients_without_a_place_come_last_by_name() -> None:
    older = [a_dream_client("hazel", None), a_dream_client("Gorse", None)]
    assert names(ranked([*older, *FOUR])) == "Ash Birch Cedar Dogwood Gorse hazel"
    assert added([*older, *FOUR], "ash") == {"gorse": 5, "hazel": 6}


def test_a_place_is_counted_although_one_stored_is_missing() -> None:
    assert place_on([FOUR[0], FOUR[3]], "dogwood") == 2
    assert place_on(FOUR, "elm") is None


@pytest.mark.parametrize(
    ("to", "order", "changed"),
    [
        (1, "Cedar Ash Birch Dogwood", 3),
        (2, "Ash Cedar Birch Dogwood", 2),
        (3, "Ash Birch Cedar Dogwood", 0),
        (4, "Ash Birch Dogwood Cedar", 2),
        (0, "Cedar Ash Birch Dogwood", 3),
        (99, "Ash Birch Dogwood Cedar", 2),
    ],
)
def test_a_move_changes_the_places_in_between_alone(to: int, order: str, changed: int) -> None:
    places = moved(FOUR, "cedar", to)
    after = ranked(with_places(FOUR, places))
    assert names(after) == order
    assert [client.dream_rank for client in after] == [1, 2, 3, 4]
    assert len(places) == changed


def test_a_move_closes_the_gaps_that_were_left() -> None:
    left = [FOUR[0], FOUR[2], FOUR[3]]
    assert moved(left, "dogwood", 1) == {"dogwood": 1, "ash": 2}
    assert moved(left, "ash", 1) == {"cedar": 2, "dogwood": 3}


def test_whoever_is_not_on_the_list_cannot_be_moved_or_taken_off() -> None:
    assert moved(FOUR, "elm", 1) == {}
    assert removed(FOUR, "elm") == {}


def test_a_new_one_comes_to_the_end_or_where_it_is_put() -> None:
    assert added(FOUR, "elm") == {"elm": 5}
    assert added(FOUR, "elm", at=3) == {"elm": 3, "cedar": 4, "dogwood": 5}
    assert added([], "elm") == {"elm": 1}
    assert added(FOUR, "birch") == {}


def test_those_behind_move_up_when_one_is_taken_off() -> None:
    assert removed(FOUR, "birch") == {"birch": None, "cedar": 2, "dogwood": 3}


def test_taken_off_the_list_a_client_stays_with_its_reason() -> None:
    client = Client(id="ash", name="Ash", dream_client=True, dream_rank=1, why_dream="Three kilns")
    off = with_place(client, None)
    assert (off.dream_client, off.dream_rank, off.why_dream) == (False, None, "Three kilns")
    assert with_place(off, 7).dream_rank == 7
    assert with_place(off, 7).dream_client


def test_an_archived_client_put_on_the_list_is_one_again() -> None:
    assert with_place(Client(id="ash", archived=True), 1).archived is None
