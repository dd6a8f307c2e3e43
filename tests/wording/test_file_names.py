"""Names of files that every file system takes, whatever clients and calls are called."""

import datetime as dt
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.wording.document_kinds import DOCUMENTS, document_kind
from planner.wording.file_names import (
    LONGEST,
    as_disks_compare,
    distinct_names,
    document_file_name,
    file_name,
)

WINDOWS_FORBIDS = set('<>:"/\\|?*')
DAY = dt.date(2026, 12, 1)


def is_fit(name: str) -> bool:
    """Whether Linux, macOS and Windows take a name, and show it as it reads."""
    stem = name.partition(".")[0].rstrip().upper()
    devices = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    devices |= {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}
    categories = {unicodedata.category(character) for character in name if character not in "\u200c\u200d"}
    return (
        0 < len(name.encode()) <= LONGEST <= 255
        and not set(name) & WINDOWS_FORBIDS
        and not categories & {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
        and name[0] not in " ."
        and name[-1] not in " ."
        and stem not in devices
        and unicodedata.is_normalized("NFC", name)
    )


@given(parts=st.lists(st.text(st.characters(), max_size=300), max_size=5), mark=st.text(max_size=80))
def test_whatever_the_parts_the_name_is_fit(parts: list[str], mark: str) -> None:
    name = file_name(parts, ".pdf", mark=mark)

    assert is_fit(name)
    assert name.endswith(".pdf")


@pytest.mark.parametrize("letter", ["客", "é", "e\u0301", "क्षि", "👩\u200d👩\u200d👧", "🇩🇪", "x"])
def test_a_long_name_is_cut_between_letters_and_says_so(letter: str, tmp_path: Path) -> None:
    name = file_name((letter * 160, "Renewal", "2026-12-01"), ".pdf")
    client, _, rest = name.partition(" – ")

    (tmp_path / name).touch()
    assert rest == "Renewal – 2026-12-01.pdf"
    assert client.endswith("…")
    assert set(client[:-1].split(unicodedata.normalize("NFC", letter))) == {""}, "whole letters alone"
    assert is_fit(name.replace(".pdf", " (2).pdf")), "there is room for a number"


def test_one_letter_that_is_too_long_is_cut_all_the_same() -> None:
    assert is_fit(file_name(("a" + "\u0353" * 500,), ".pdf"))


def test_of_several_parts_the_longest_are_cut() -> None:
    name = file_name(("Alder", "client " * 40, "title " * 40, "price"), ".pdf")
    alder, client, title, price = name.removesuffix(".pdf").split(" – ")

    assert (alder, price) == ("Alder", "price")
    assert client.endswith("…")
    assert title.endswith("…")
    assert abs(len(client) - len(title)) < 8


@pytest.mark.parametrize(
    "device",
    ["CON", "con", "Nul", "COM1", "lpt9", "COM¹", "LPT³", "AUX.x", "nul .txt", "PRN.", "CONIN$", " con "],
)
def test_no_device_of_windows_is_suggested(device: str) -> None:
    name = file_name((device,), ".pdf")
    assert name.startswith("_")
    assert is_fit(name)


@pytest.mark.parametrize("text", ["COM", "COM10", "console", "null", "CON – x"])
def test_what_only_resembles_one_stays(text: str) -> None:
    assert file_name((text,), ".pdf") == f"{text}.pdf"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\u2066Alder\u2069\ufeff", "Alder"),
        ("..hidden", "hidden"),
        ("Alder Inc. ", "Alder Inc"),
        ("two\r\nlines\tand\u00a0spaces", "two lines and spaces"),
        ("Mu\u0308ller", "Müller"),
        ("a\ud800b", "ab"),
        ("نامه\u200cها", "نامه\u200cها"),
    ],
)
def test_what_no_name_may_hold_is_left_out(text: str, shown: str) -> None:
    assert file_name((text,), ".pdf") == f"{shown}.pdf"


def test_a_document_is_called_what_it_is_where_nothing_else_is_known() -> None:
    names = {
        document_file_name(kind, client=" ", title="?", day=None).removesuffix(".pdf").casefold()
        for kind in DOCUMENTS
    }
    assert names == {kind.called.casefold() for kind in DOCUMENTS}


def test_a_documents_kind_and_day_stay_however_long_the_client() -> None:
    names = {document_file_name(kind, client="客" * 160, title="戸" * 160, day=DAY) for kind in DOCUMENTS}
    assert len(names) == len(DOCUMENTS)
    assert all(name.endswith(" – 2026-12-01.pdf") for name in names)


def test_what_is_for_the_client_has_no_title() -> None:
    name = document_file_name(document_kind("price"), client="Alder", title="Squeeze them", day=DAY)
    assert name == "Alder – price – 2026-12-01.pdf"


def test_names_one_disk_takes_for_the_same_are_told_apart() -> None:
    names = ["A (x).pdf", "a (X).pdf", "A (x).pdf", "e\u0301.pdf", "É.pdf", "no ending", "No ending", "b.pdf"]
    distinct = distinct_names(names)

    assert distinct == [
        "A (x).pdf",
        "a (X) (2).pdf",
        "A (x) (3).pdf",
        "e\u0301.pdf",
        "É (2).pdf",
        "no ending",
        "No ending (2)",
        "b.pdf",
    ]
    assert len({as_disks_compare(name) for name in distinct}) == len(names)
