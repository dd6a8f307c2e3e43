"""The list of clients, and one client, on the command line."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from planner.model.call import Attendee
from planner.model.client import Client, Contact, NewsItem, Promise
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.terms import BuyingRole, Commitment, Happened, Outcome, Side, TouchChannel, TouchOutcome
from planner.model.touch import Touch
from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan
from tests.cli.running import NOW, FrontFoot

TODAY = NOW.date()


def in_days(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


def stored(folder: Path, *contents: Client | Preparation) -> None:
    library = Library.open(folder)
    for content in contents:
        if isinstance(content, Client):
            library.save_client(content)
        else:
            library.save(content)
    library.close()


def tarn(**fields: Any) -> Client:
    return replace(Client(id="tarn01", name="Tarn Valley Water"), **fields)


def a_held_call(client: Client, **fields: object) -> Preparation:
    """A call of the client's, a week ago, in which they gave what was asked for."""
    made = a_plan(
        **{
            "call.title": "Who reads the meters",
            "call.starts": NOW - dt.timedelta(days=7),
            "call.commitment": Commitment.EXPLORE,
            "call.happened": Happened.HELD,
            "call.attendees": (Attendee(contact="Jo Abara"),),
            "reflection.held_on": in_days(-7),
            "reflection.outcome": Outcome.ADVANCE,
            **fields,
        }
    )
    return Preparation(client=client, plan=replace(made.plan, id="held01", client_id=client.id))


# The list


def test_the_list_for_scripts(front_foot: FrontFoot, folder: Path) -> None:
    touched = tarn(
        dream_client=True,
        dream_rank=2,
        touches=(
            Touch(id="a", done_on=in_days(-9)),
            Touch(id="b", done_at=NOW - dt.timedelta(days=3)),
            Touch(id="c", done_on=in_days(-1), from_=Side.THEM),
            Touch(id="d", planned_on=in_days(4)),
            Touch(id="e", planned_on=in_days(2)),
        ),
        promises=(Promise(text="the list", by=Side.US), Promise(text="kept", kept_on=in_days(-2))),
    )
    stored(folder, a_held_call(touched), Client(id="bare02", name="Bare"))

    ended = front_foot("clients", "--json")

    assert (ended.status, ended.err) == (0, "")
    assert json.loads(ended.out) == [
        {
            "id": "tarn01",
            "name": "Tarn Valley Water",
            "dream_rank": 2,
            "last_touch": in_days(-3).isoformat(),
            "next_touch": in_days(2).isoformat(),
            "open_promises": 1,
            "plans": 1,
            "commitments_obtained": ["Time", "Explore"],
        },
        {
            "id": "bare02",
            "name": "Bare",
            "dream_rank": None,
            "last_touch": None,
            "next_touch": None,
            "open_promises": 0,
            "plans": 0,
            "commitments_obtained": [],
        },
    ]
    assert list(json.loads(ended.out)[0])[:3] == ["id", "name", "dream_rank"]


def test_the_dream_list_comes_first_then_names(front_foot: FrontFoot, folder: Path) -> None:
    stored(
        folder,
        Client(id="a1", name="éclair"),
        Client(id="a2", name="Zinc", dream_client=True, dream_rank=2),
        Client(id="a3", name="Ardent"),
        Client(id="a4", name="Beck", dream_client=True),
        Client(id="a5", name="Yarrow", dream_client=True, dream_rank=1),
    )

    listed = [client["name"] for client in json.loads(front_foot("clients", "--json").out)]

    assert listed == ["Yarrow", "Zinc", "Beck", "Ardent", "éclair"]


def test_the_list_for_people(front_foot: FrontFoot, folder: Path) -> None:
    stored(folder, a_held_call(tarn(dream_rank=1)), Client(id="lng001", name="A name\nthat is too long " * 4))

    heads, first, second = front_foot("clients").out.splitlines()

    assert heads.split("  ")[0] == "id"
    assert first.split() == ["tarn01", "1", "Tarn", "Valley", "Water", "–", "–", "0", "1", "2", "of", "10"]
    assert "…" in second
    assert second.endswith("0 of 10")


def test_archived_clients_are_listed_apart(front_foot: FrontFoot, folder: Path) -> None:
    assert front_foot("clients", "--archived") == (0, "", "No client is archived.\n")
    stored(folder, tarn(archived=True), Client(id="here01", name="Here"))

    assert [client["id"] for client in json.loads(front_foot("clients", "--json").out)] == ["here01"]
    assert [client["id"] for client in json.loads(front_foot("clients", "--json", "--archived").out)] == [
        "tarn01"
    ]
    assert front_foot("client", "tarn").status == 0


def test_an_empty_library_offers_the_sample_week(front_foot: FrontFoot) -> None:
    assert front_foot("clients", "--json").out == "[]\n"
    ended = front_foot("clients")
    assert (ended.status, ended.out) == (0, "")
    assert "front-foot sample --week" in ended.err


def test_reading_changes_nothing(front_foot: FrontFoot, folder: Path) -> None:
    stored(folder, a_held_call(tarn()))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    for command in (("today",), ("clients",), ("client", "tarn01"), ("today", "--json"), ("show", "tarn01")):
        assert front_foot(*command).status == 0

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


# One client


def test_a_client_for_scripts(front_foot: FrontFoot, folder: Path) -> None:
    client = tarn(
        why_dream="They lose a fifth of it",
        contacts=(Contact(id="jo", name="Jo Abara", title="Operations", buying_role=BuyingRole.ECONOMIC),),
        news=(NewsItem(date=in_days(-20), text="A new reservoir"),),
        touches=(
            Touch(
                id="t",
                done_on=in_days(-3),
                channel=TouchChannel.PHONE,
                with_whom="Jo Abara",
                with_whom_id="jo",
                value_offered="What a leak costs",
                outcome=TouchOutcome.SPOKE,
                plan_id="held01",
            ),
        ),
    )
    stored(folder, a_held_call(client))

    told = json.loads(front_foot("client", "tarn01", "--json").out)

    assert (told["id"], told["name"], told["why_dream"]) == (client.id, client.name, client.why_dream)
    assert told["contacts"][0]["buying_role"] == "economic"
    assert told["contacts"][0]["last_contact"] == in_days(-3).isoformat()
    assert told["touches"][0]["done_on"] == in_days(-3).isoformat()
    assert told["commitments_obtained"] == ["Time", "Explore"]
    first = told["timeline"][0]
    assert first == {
        "on": in_days(-3).isoformat(),
        "kind": "touch",
        "text": "What a leak costs",
        "plan": "held01",
    }
    assert {"on": in_days(-20).isoformat(), "kind": "news", "text": "A new reservoir", "plan": None} in told[
        "timeline"
    ]


def test_every_field_of_the_client_is_there(front_foot: FrontFoot, folder: Path) -> None:
    stored(folder, tarn())

    told = json.loads(front_foot("client", "tarn01", "--json").out)

    fields = set(Client.__struct_encode_fields__)
    assert set(told) == fields | {"timeline", "commitments_obtained"}


def test_a_client_to_read(front_foot: FrontFoot, folder: Path) -> None:
    client = tarn(
        dream_client=True,
        dream_rank=3,
        industry="Water",
        contacts=(Contact(id="jo", name="Jo Abara", title="Operations", phone="01632 960001"),),
        promises=(Promise(text="Send the list", by=Side.US, due=in_days(2)),),
        touches=(Touch(id="t", planned_on=in_days(3), value_offered="A question"),),
    )
    stored(folder, a_held_call(client))

    told = front_foot("client", "tarn valley water").out

    assert told.startswith("Tarn Valley Water\nNo. 3 on the Dream list\n\nIndustry: Water\n")
    assert f"Jo Abara · Operations · 01632 960001 · last contact {in_days(-7)}" in told
    assert f"Our promise: Send the list (by {in_days(2)})" in told
    assert "Commitments obtained: Time, Explore" in told
    assert told.index("to come") < told.index("A question") < told.index("so far")
    assert "Who reads the meters" in told


def test_a_client_without_anything_is_a_few_lines(front_foot: FrontFoot, folder: Path) -> None:
    stored(folder, Client(id="bare02"))

    assert front_foot("client", "bare02").out == "(no name)\n\nCommitments obtained: none yet\n"


# Who is meant


@pytest.mark.parametrize("given", ["tarn01", "tar", "Tarn Valley Water", "tarn  valley\u00a0WATER"])
def test_an_id_its_start_or_the_whole_name_means_a_client(
    front_foot: FrontFoot, folder: Path, given: str
) -> None:
    stored(folder, tarn(), Client(id="other1", name="Tarn"))

    assert json.loads(front_foot("client", given, "--json").out)["id"] == "tarn01"


def test_a_whole_id_goes_before_longer_ones_and_names(front_foot: FrontFoot, folder: Path) -> None:
    stored(folder, Client(id="tarn", name="Short"), tarn(), Client(id="third1", name="tarn"))

    assert json.loads(front_foot("client", "tarn", "--json").out)["name"] == "Short"


@pytest.mark.parametrize("given", ["", "  ", "Valley", "Tarn Valley", "zzz"])
def test_what_means_nobody_is_told(front_foot: FrontFoot, folder: Path, given: str) -> None:
    stored(folder, tarn())

    assert front_foot("client", given) == (1, "", f'There is no client "{given}" in this library.\n')


def test_two_of_one_name_are_listed_with_their_ids(front_foot: FrontFoot, folder: Path) -> None:
    stored(
        folder,
        Client(id="pumpen1", name="Müller Pumpen", headquarters="Köln"),
        Client(id="pumpen2", name="Mu\u0308ller  pumpen", headquarters="Ulm"),
    )

    ended = front_foot("client", "Müller Pumpen", "--json")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        '"Müller Pumpen" means several clients: pumpen1 (Müller Pumpen, Köln), '
        "pumpen2 (Mu\u0308ller  pumpen, Ulm). Give the id of one.\n"
    )
    assert front_foot("client", "pumpen1").status == 0


def test_a_start_of_many_ids_names_a_few(front_foot: FrontFoot, folder: Path) -> None:
    stored(folder, *(Client(id=f"same{number}", name=f"Client {number}") for number in range(9)))

    told = front_foot("touch", "same", "--channel", "phone", "--value", "x").err

    assert told.count("Client ") == 5
    assert told.endswith("and 4 more. Give the id of one.\n")
    assert len(told.splitlines()) == 1


def test_a_client_who_cannot_be_read_is_told(front_foot: FrontFoot, folder: Path) -> None:
    stored(folder, tarn(notes="by train"))
    file = folder / FILE_NAME
    file.write_bytes(file.read_bytes().replace(b'"by train"', b"[]"))

    ended = front_foot("client", "tarn01")

    assert (ended.status, ended.out) == (1, "")
    assert "is damaged" in ended.err
    assert [client["id"] for client in json.loads(front_foot("clients", "--json").out)] == ["tarn01"]


def test_what_a_field_is_called_here_is_what_a_plan_file_calls_it(
    front_foot: FrontFoot, folder: Path
) -> None:
    plan = with_field(a_plan(), "client.touches", (Touch(id="t", from_=Side.THEM, note="Prices?"),))
    stored(folder, plan)

    told = json.loads(front_foot("client", plan.client.id, "--json").out)
    shown = json.loads(front_foot("show", plan.plan.id).out)["client"]

    assert {name: told[name] for name in shown} == shown
    assert told["touches"][0]["from"] == "them"
