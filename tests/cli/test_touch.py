"""A reach-out noted from the command line."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from planner.model.client import Client
from planner.model.terms import TouchChannel, TouchOutcome
from planner.model.touch import Touch
from planner.platform.library_lock import LibraryLock
from planner.store.library import FILE_NAME, Library
from tests.cli.running import NOW, FrontFoot

PHONED = ("--channel", "phone", "--value", "What a leak costs")


@pytest.fixture(autouse=True)
def tarn(folder: Path) -> Client:
    """A client in the library."""
    client = Client(id="tarn01", name="Tarn", touches=(Touch(id="old", done_on=dt.date(2026, 10, 1)),))
    library = Library.open(folder)
    library.save_client(client)
    library.close()
    return client


def touches(folder: Path) -> tuple[Touch, ...]:
    return Library.open(folder, read_only=True).client("tarn01").touches


def test_a_touch_done_now_is_stored_and_said(front_foot: FrontFoot, folder: Path, tarn: Client) -> None:
    ended = front_foot("touch", "tarn", *PHONED, "--outcome", "no answer")

    old, made = touches(folder)
    assert old == tarn.touches[0]
    assert made == Touch(
        id=made.id,
        done_at=NOW,
        channel=TouchChannel.PHONE,
        value_offered="What a leak costs",
        outcome=TouchOutcome.NO_ANSWER,
    )
    assert made.id
    assert ended == (0, f"{made.id} done: Tarn, phone, no answer: What a leak costs\n", "")


def test_the_next_is_planned_with_it(front_foot: FrontFoot, folder: Path) -> None:
    ended = front_foot("touch", "Tarn", *PHONED, "--next", "2026-12-03")

    _old, made, following = touches(folder)
    assert following == Touch(id=following.id, planned_on=dt.date(2026, 12, 3))
    assert ended.out.splitlines() == [
        f"{made.id} done: Tarn, phone: What a leak costs",
        f"{following.id} planned for 2026-12-03: Tarn",
    ]


@pytest.mark.parametrize("outcome", ["meeting agreed", "no"])
def test_what_was_laid_out_ends_with_the_outcome(
    front_foot: FrontFoot, folder: Path, tarn: Client, outcome: str
) -> None:
    later = [
        Touch(id=day, planned_on=dt.date.fromisoformat(day), sequence_id="s")
        for day in ("2026-12-03", "2026-12-07")
    ]
    alone = Touch(id="alone", planned_on=dt.date(2026, 12, 9))
    library = Library.open(folder)
    library.save_client(replace(tarn, touches=(*tarn.touches, *later, alone)))
    library.close()

    ended = front_foot("touch", "Tarn", *PHONED, "--outcome", outcome, "--next", "2026-12-14")

    assert [touch.planned_on for touch in touches(folder)] == [
        None,
        alone.planned_on,
        None,
        dt.date(2026, 12, 14),
    ]
    said = ended.err.splitlines()
    assert said[0] == "The sequence for Tarn is ended: 2 touches are not planned any more."
    assert said[1:] == (
        ["The call has no plan yet: make one in the window."] if outcome == "meeting agreed" else []
    )


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("E-Mail", TouchChannel.E_MAIL),
        ("email", TouchChannel.E_MAIL),
        ("in person", TouchChannel.IN_PERSON),
        ("in_person", TouchChannel.IN_PERSON),
        ("IN-PERSON", TouchChannel.IN_PERSON),
    ],
)
def test_a_channel_is_known_however_it_is_spelled(
    front_foot: FrontFoot, folder: Path, given: str, meant: TouchChannel
) -> None:
    assert front_foot("touch", "tarn", "--channel", given, "--value", "x").status == 0
    assert touches(folder)[-1].channel is meant


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--channel", "fax", "--value", "x"), "--channel: expected one of phone, e-mail, letter, "),
        (("--channel", "", "--value", "x"), "--channel: expected one of phone, "),
        (
            (*PHONED, "--outcome", "maybe"),
            "--outcome: expected one of no answer, spoke, meeting agreed, no, ",
        ),
        (("--channel", "phone", "--value", " \n"), "--value: say what of value they get from it"),
        (("--channel", "phone", "--value", "a\x00b"), "--value: holds a character that cannot be printed"),
        ((*PHONED, "--next", "soon"), "--next: expected a date such as 2026-12-01, got "),
        ((*PHONED, "--next", "2026-02-30"), "--next: there is no day 2026-02-30"),
        ((*PHONED, "--next", "2026-11-28"), "--next: 2026-11-28 is over"),
        ((*PHONED, "--next", "3026-11-28"), "--next: expected a year from 1900 to 2999, got 3026"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_stored(
    front_foot: FrontFoot, folder: Path, tarn: Client, arguments: tuple[str, ...], told: str
) -> None:
    before = (folder / FILE_NAME).read_bytes()

    ended = front_foot("touch", "tarn01", *arguments)

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"front-foot: {told}")
    assert len(ended.err.splitlines()) == 1
    assert (folder / FILE_NAME).read_bytes() == before
    assert touches(folder) == tarn.touches


def test_nobody_of_that_name_and_nothing_is_stored(front_foot: FrontFoot, folder: Path, tarn: Client) -> None:
    assert front_foot("touch", "Trn", *PHONED) == (1, "", 'There is no client "Trn" in this library.\n')
    assert touches(folder) == tarn.touches


@pytest.mark.parametrize("missing", ["--channel", "--value"])
def test_channel_and_value_are_asked_for(front_foot: FrontFoot, missing: str) -> None:
    given = [part for part in PHONED if part not in {missing, PHONED[PHONED.index(missing) + 1]}]

    ended = front_foot("touch", "tarn", *given)

    assert ended.status == 2
    assert missing in ended.err


def test_a_touch_that_is_still_due_is_told(front_foot: FrontFoot, folder: Path) -> None:
    library = Library.open(folder)
    library.save_client(Client(id="tarn01", name="Tarn", touches=(Touch(id="due", planned_on=NOW.date()),)))
    library.close()

    ended = front_foot("touch", "tarn01", *PHONED, "--next", "2028-12-01")

    assert ended.status == 0
    assert ended.err.splitlines() == [
        "A touch planned for 2026-11-29 is still due: say in the window that it was done, or move it.",
        "2028-12-01 is more than a year away.",
    ]
    assert touches(folder)[0].is_done is False, "what was planned is the person's to say"


def test_the_archive_is_told(front_foot: FrontFoot, folder: Path) -> None:
    library = Library.open(folder)
    library.save_client(Client(id="tarn01", name="Tarn", archived=True))
    library.close()

    ended = front_foot("touch", "tarn01", *PHONED)

    assert (ended.status, ended.err) == (0, "Tarn is archived, so Today doesn't show what is planned.\n")


def test_it_waits_its_turn_and_changes_nothing_meanwhile(
    front_foot: FrontFoot, folder: Path, tarn: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.cli.commands.WAIT_FOR_OTHERS_MS", 10)
    with LibraryLock(folder):
        ended = front_foot("touch", "tarn01", *PHONED)

    assert (ended.status, ended.out) == (1, "")
    assert touches(folder) == tarn.touches
