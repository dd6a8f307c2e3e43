"""Two contacts or clients of one name on the command line, and on the page it exports."""

import json
from pathlib import Path
from typing import Any

import pytest

from planner.exchange.errors import PlanFileError
from planner.exchange.plan_file import preparation_in
from tests.cli.running import FrontFoot, written
from tests.documents.reading import text_of
from tests.exchange.files import a_file

CFO, IT = {"name": "Jan Novak", "title": "CFO"}, {"name": "Jan Novak", "title": "IT"}


def a_call(
    *attendees: dict[str, Any], contacts: tuple[dict[str, Any], ...] = (CFO, IT), **plan: Any
) -> bytes:
    return a_file(
        client={"name": "Tarn", "contacts": list(contacts)},
        plan={"id": "p", "call": {"title": "T", "attendees": list(attendees)}, **plan},
    )


def page_of(front_foot: FrontFoot, tmp_path: Path, document: str = "call-plan") -> str:
    out = tmp_path / "page.pdf"
    assert front_foot("export", "p", "--document", document, "--out", out).status == 0
    return text_of(out.read_bytes())


def test_both_lines_of_the_page_have_their_own_title(front_foot: FrontFoot, tmp_path: Path) -> None:
    path = written(tmp_path / "plan.json", a_call({"contact": "Jan Novak"}, {"contact": "Jan Novak"}))
    ended = front_foot("import", path)
    assert ended.status == 0
    assert ended.err.splitlines()[0] == (
        f"{path}: plan.call.attendees[0].contact: Two contacts are called Jan Novak: CFO · IT;"
        " contact_id says which"
    )
    page = page_of(front_foot, tmp_path)
    assert "Jan Novak CFO" in page
    assert "Jan Novak IT" in page
    assert "Also" not in page


def test_an_id_says_which_and_nothing_is_remarked(front_foot: FrontFoot, tmp_path: Path) -> None:
    contacts = ({**CFO, "id": "a"}, {**IT, "id": "b"})
    ask = {"primary": {"actor": "Jan Novak", "actor_id": "b", "action": "signs", "by": "2026-12-01"}}
    attending = {"contact": "Jan Novak", "contact_id": "b"}
    path = written(tmp_path / "plan.json", a_call(attending, contacts=contacts, ask=ask))
    assert front_foot("import", path).err == ""
    page = page_of(front_foot, tmp_path)
    assert "Jan Novak, IT signs" in page
    assert page.index("Jan Novak IT") < page.index("Also Jan Novak CFO")
    shown = json.loads(front_foot("show", "p").out)
    assert shown["plan"]["ask"]["primary"]["actor"] == "Jan Novak", "the file keeps name and id apart"


def test_a_name_of_nobody_or_of_one_is_not_remarked(front_foot: FrontFoot, tmp_path: Path) -> None:
    path = written(tmp_path / "plan.json", a_call({"contact": "Jan"}, {"contact": "Jan Nowak"}))
    assert front_foot("import", path).err == ""


@pytest.mark.parametrize(
    ("contacts", "told"),
    [
        (({**CFO, "id": "a"}, {**IT, "id": "a"}), "client.contacts[1].id: is given more than once"),
        (({**CFO, "id": "a b"},), "client.contacts[0].id: expected at most 64 letters"),
    ],
)
def test_ids_of_contacts_are_ids(contacts: tuple[dict[str, Any], ...], told: str) -> None:
    with pytest.raises(PlanFileError, match=told.replace("[", r"\[").replace("]", r"\]")):
        preparation_in(a_call(contacts=contacts), "plan.json")


def test_clients_of_one_name_are_told_apart_in_the_list(front_foot: FrontFoot, tmp_path: Path) -> None:
    for at, place in enumerate(("Köln", "Ulm", "")):
        client = {"id": f"pumpen{at}x", "name": "Müller Pumpen", "headquarters": place}
        front_foot(
            "import", written(tmp_path / f"{at}.json", a_file(client=client, plan={"call": {"title": "T"}}))
        )
    listed = front_foot("list").out
    for label in ("Müller Pumpen, Köln", "Müller Pumpen, Ulm", "Müller Pumpen, pumpen"):
        assert label in listed
    plans = json.loads(front_foot("list", "--json").out)
    assert {plan["client"] for plan in plans} == {"Müller Pumpen"}
