"""What goes with a client or person, line by line, and two clients merged, in sentences."""

import datetime as dt
from pathlib import Path

from planner.model.library_values import Backup, Erasure, MergedClients
from planner.wording.erasure_texts import erasure_lines, merged_clients_text

TODAY = dt.date(2026, 11, 24)


def a_backup(**fields: object) -> Backup:
    taken = dt.datetime(2026, 11, 20, 9, 0).astimezone()
    known = {"path": Path("one.zip"), "taken": taken, "size": 10, "plans": 3} | fields
    return Backup(**known)  # type: ignore[arg-type]


def test_a_client_with_all_that_is_theirs_is_told_line_by_line() -> None:
    erasure = Erasure(
        name="Tarn",
        plans=("Line walk", "Price talk"),
        in_trash=("Old",),
        versions=3,
        touches=1,
        promises=2,
        news=1,
        contacts=4,
        files=(Path("library.json.damaged-1"),),
        copies=(Path("library-ANNA.json"),),
        backups=(
            a_backup(goes_on=dt.date(2026, 12, 1)),
            a_backup(),
            a_backup(plans=None, problem="damaged"),
        ),
        problem="The disk is full.",
    )

    assert erasure_lines(erasure, TODAY) == (
        "2 plans: “Line walk”, “Price talk”",
        "1 plan in the trash: “Old”",
        "3 earlier versions of plans",
        "4 contacts",
        "1 touch",
        "2 promises",
        "1 piece of news",
        "Files kept aside beside the library: library.json.damaged-1",
        (
            "library-ANNA.json lies beside the library and may hold it. "
            "It stays: bring it in or put it away, then erase again."
        ),
        "The backup of Fri 20 Nov, 09:00, made before, still holds it and goes by itself on Tue 1 Dec.",
        "The backup of Fri 20 Nov, 09:00 still holds it; delete it, or it stays.",
        "The backup of Fri 20 Nov, 09:00 cannot be opened, and may hold it; delete it, or it stays.",
        "The disk is full.",
    )


def test_a_person_is_told_by_where_they_are_named() -> None:
    erasure = Erasure(name="Kim", is_person=True, versions=1, mentions=2, still_named=("Client › notes",))

    assert erasure_lines(erasure, TODAY) == (
        "1 earlier version of a plan is rewritten without them",
        "2 places in which they are named",
        "Look at these texts yourself; they still name the person: Client › notes",
    )
    assert erasure_lines(Erasure(), TODAY) == ()


def test_of_many_plans_ten_are_named_and_the_rest_counted() -> None:
    (line,) = erasure_lines(Erasure(plans=tuple(f"P{number}" for number in range(13))), TODAY)

    assert line.startswith("13 plans: “P0”, ")
    assert line.endswith("“P9” and 3 more")


def test_a_merge_without_anything_to_move_is_told_in_one_sentence() -> None:
    merged = MergedClients(
        name="Tarn", other="Tarn Ltd", plans=0, in_trash=0, contacts_united=0, contacts_added=2
    )

    assert merged_clients_text(merged) == "“Tarn Ltd” is one with “Tarn” now."


def test_plans_in_the_trash_are_told_apart() -> None:
    merged = MergedClients(
        name="Tarn", other="Tarn Ltd", plans=3, in_trash=1, contacts_united=2, contacts_added=0
    )

    assert merged_clients_text(merged) == (
        "“Tarn Ltd” is one with “Tarn” now. 3 plans came along. Of these, 1 is in the trash. "
        "2 contacts were known to both."
    )
