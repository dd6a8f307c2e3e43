"""Every command of the command line in the pseudo-language: what it prints is translated as a whole."""

import argparse
import errno
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from planner.cli import main
from planner.cli.display import NoDisplay
from planner.cli.table import fitted
from planner.cli.usage import parser
from planner.exchange.plan_file import read_plan_file
from planner.model.plan import Preparation
from planner.model.terms import TouchChannel, TouchOutcome
from planner.store.library import FILE_NAME, Library
from planner.translation import installed
from planner.wording.document_kinds import DAY, DOCUMENT_NAMES
from tests.builders import a_plan
from tests.cli.running import NOW, SAMPLE, Ended, FrontFoot, written
from tests.texts import check_plans
from tests.texts.own_words import OwnWords
from tests.texts.pseudo_language import PseudoTranslations, faults, forgotten_inside

LONGEST_FIRST = sorted(DOCUMENT_NAMES, key=len, reverse=True)
"""The names of documents: one that begins another comes after it."""

CHOICES = sorted((*TouchChannel, *TouchOutcome), key=len, reverse=True)
"""What a touch can be given as channel and outcome: words of the command line, as those of a plan file."""

PLANS = Path(__file__).parents[1] / "data" / "plans"
_OWN = (
    r"(?:/[\w.–-]+)+(?: \(other copy [^)]*\)\S*)?",  # a path
    r"\b[0-9a-f]{6,12}\b|sample(?:-plan)?\b",
    r'"[^"\n]*"|“[^”\n]*”|`[^`\n]*`|\'[^\'\n]*\'',  # what was given
    r"front-foot(?:-\S+\.zip)?(?: --\w+| \S*/\S+)*(?: restore \S+| --help)?",
    r"\b(?:plan|client)\.[\w.\[\]]+",  # a field
    r"\$?\b[A-Z_]+_[A-Z]+\b",
    r"\b(?:PDF|JSON|ID|EUR|a4|letter)\b",
    r"(?:plans|clients) \d+(?: \(id \w+\))?(?:, [\w.]+(?=:))?",
    r"--?[a-z][a-z-]*",
)
TEST_OWN = re.compile("|".join(_OWN))


@pytest.fixture(autouse=True)
def _in_pseudo() -> Iterator[None]:
    with installed(PseudoTranslations()):
        yield


@pytest.fixture
def front_foot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> FrontFoot:
    """Runs the command line on a library in `library`."""

    def run(*arguments: object) -> Ended:
        status = main(["--library", str(tmp_path / "library"), *map(str, arguments)], now=lambda: NOW)
        return Ended(status, *capsys.readouterr())

    return run


def wrong(text: str, own: str = "Ω+") -> list[str]:
    """What is wrong with printed lines, the cells of a table each by itself."""
    pattern = re.compile(f"{own}|{TEST_OWN.pattern}")
    cells = (cell for line in text.splitlines() for cell in re.split(r" {2,}", line))
    return [fault for cell in cells for fault in (*faults(cell, pattern), *forgotten_inside(cell, pattern))]


@pytest.fixture
def plans(front_foot: FrontFoot, tmp_path: Path) -> list[str]:
    """The ids of two plans in the library."""
    made = [a_plan(**{"client.name": "Ω", "call.title": title}) for title in ("Ω1", "Ω2")]
    assert (
        front_foot("import", *(written(tmp_path / f"{plan.plan.id}.json", plan) for plan in made)).status == 0
    )
    return [plan.plan.id for plan in made]


# Help and wrong usage

COMMANDS = (
    "sample",
    "today",
    "list",
    "clients",
    "client",
    "touch",
    "show",
    "import",
    "export",
    "check",
    "price",
    "verify",
    "backup",
    "restore",
    "schema",
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(capsys: pytest.CaptureFixture[str], command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is forgotten; a line of usage is no sentence, so its parts may stand beside each other."""
    monkeypatch.setenv("COLUMNS", "1000")
    assert main([*([command] if command else []), "--help"]) == 0
    told = capsys.readouterr().out
    names = "|".join((*COMMANDS, *LONGEST_FIRST, DAY, *CHOICES))
    own = re.compile(rf"\b(?:{names})\b|{TEST_OWN.pattern}")

    assert "⟦ûšágé:" in told
    assert forgotten_inside(told, own) == []
    assert told.count("⟦") == told.count("⟧")
    assert [fault for fault in faults(told, own) if not fault.startswith("glued")] == []


def test_every_command_is_among_those_tried() -> None:
    (commands,) = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    assert set(commands.choices) == set(COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["show"],
        ["show", "a", "b"],
        ["--library"],
        ["import"],
        ["--nonsense"],
        ["list", "--json=5"],
        ["restore"],
        ["restore", "--none", "x"],
        ["export", "x", "--document", "price"],
        ["export", "x", "--all", "--document", "price", "--out", "x"],
        ["export", "x", "--document", "price", "--out", "x", "--paper", "a0"],
        ["export", "--document", "price", "--out", "x"],
        ["export", "x", "--document", "day", "--out", "x"],
        ["export", "x", "--document", "price", "--out", "x", "--date", "2026-12-01"],
        ["export", "--document", "day", "--out", "x", "--date", "x"],
        ["touch", "x", "--channel", "x", "--value", "x"],
        ["touch", "x", "--channel", "phone", "--value", ""],
        ["touch", "x", "--channel", "phone", "--value", "\0"],
        ["touch", "x", "--channel", "phone", "--value", "x", "--outcome", "x"],
        ["touch", "x", "--channel", "phone", "--value", "x", "--next", "2020-01-01"],
        ["export", "x", "--document", "nonsense", "--out", "x"],
    ],
    ids=" ".join,
)
def test_wrong_usage(front_foot: FrontFoot, arguments: list[str]) -> None:
    ended = front_foot(*arguments)
    complaint = ended.err.splitlines()[-1]
    given = ("nonsense", "a", "b", "x", "command", "files?", "id", "day", r"U\+0000", *COMMANDS)
    own = re.compile(rf"\b(?:{'|'.join((*given, *LONGEST_FIRST, *CHOICES))})\b|{TEST_OWN.pattern}")

    assert ended.status == 2
    assert "⟦" in complaint
    assert forgotten_inside(complaint, own) == []
    assert [fault for fault in faults(complaint, own) if not fault.startswith("glued")] == []


# What commands print


def test_sample_and_list(front_foot: FrontFoot) -> None:
    assert wrong(front_foot("list").err) == []
    assert wrong(front_foot("sample").out) == wrong(front_foot("sample").out) == []
    sample = json.loads(front_foot("list", "--json").out)[0]
    own = f"{re.escape(sample['client'])}|{re.escape(sample['title'])}"
    assert wrong(front_foot("list").out, own) == []


def test_list_of_plans_without_a_date(front_foot: FrontFoot, plans: list[str]) -> None:
    told = front_foot("list").out
    assert len(told.splitlines()) == len(plans) + 1
    assert wrong(told) == []


def test_ids_and_keys_stay_as_they_are(front_foot: FrontFoot, plans: list[str]) -> None:
    del plans
    assert "⟦" not in front_foot("list", "--json").out
    assert "⟦" not in front_foot("schema").out
    front_foot("sample")
    assert "⟦" not in front_foot("show", SAMPLE).out
    price = json.loads(front_foot("price", SAMPLE, "--json").out)
    assert [key for key in (*price, *price["figures"], *price["scenarios"]) if "⟦" in key] == []
    assert wrong(price["convention"], r"\b(?:pv_costs|pv_benefits|roi)\b") == []
    assert all(found["rule"].isascii() for found in json.loads(front_foot("check", SAMPLE, "--json").out))


def test_the_week(front_foot: FrontFoot) -> None:
    empty = front_foot("today").err, front_foot("clients").err, front_foot("clients", "--archived").err
    added = front_foot("sample", "--week").out
    library = json.loads(front_foot("clients", "--json").out)
    clients = "|".join(re.escape(client["name"]) for client in library)

    assert [wrong(told) for told in empty] == [[]] * 3
    assert wrong(added, r"week-\w+") == []
    assert wrong(front_foot("clients").out, rf"{clients}|week-\w+|–|\d{{4}}-\d\d-\d\d") == []
    today = json.loads(front_foot("today", "--json").out)
    texts = "|".join(re.escape(fitted(line["text"])) for line in today)
    assert wrong(front_foot("today").out, rf"{texts}|{clients}|week-\w+|[\d:-]+") == []


def test_a_client(front_foot: FrontFoot, tmp_path: Path) -> None:
    touches = [
        {"planned_on": "2026-12-09", "value_offered": "Ω", "channel": "letter", "with_whom": "Ω"},
        {"done_on": "2026-11-09", "value_offered": "Ω", "outcome": "no"},
        {"done_on": "2026-11-08", "from": "them", "note": "Ω"},
    ]
    client = {
        **dict.fromkeys(
            ("name", "why_dream", "industry", "size", "headquarters", "website", "snapshot", "health"), "Ω"
        ),
        **dict.fromkeys(("current_supplier", "price_expectation", "language", "zone", "notes"), "Ω"),
        "id": "client",
        "dream_client": True,
        "contacts": [
            {"name": "Ω", "buying_role": "economic", "phone": "Ω"},
            {"name": "ΩΩ", "left": True, "email": "Ω"},
        ],
        "news": [{"text": "Ω", "date": "2026-11-01"}],
        "promises": [
            {"text": "Ω", "by": "us", "due": "2026-12-01"},
            {"text": "Ω", "by": "them"},
            {"text": "Ω"},
            {"text": "Ω", "by": "us", "kept_on": "2026-11-01"},
        ],
        "touches": touches,
    }
    document = {"format": "front-foot-plan", "schema": 3, "client": client}
    front_foot("import", written(tmp_path / "client.json", json.dumps(document).encode()))
    blank = document | {"client": {"id": "blank1", "archived": True, "dream_rank": 4}}
    unnamed = front_foot("import", written(tmp_path / "blank.json", json.dumps(blank).encode()))

    told = front_foot("client", "client").out, front_foot("client", "blank1").out
    assert all(told)
    assert [wrong(text, r"Ω+|\d{4}-\d\d-\d\d|–") for text in told] == [[], []]
    assert wrong(unnamed.err) == []
    assert wrong(front_foot("client", "nobody").err) == []
    front_foot(
        "import",
        written(
            tmp_path / "third.json",
            json.dumps(document | {"client": {"id": "client2", "name": "Ω"}}).encode(),
        ),
    )
    assert wrong(front_foot("client", "Ω").err, r"Ω|client2?\b") == []


def test_a_touch(front_foot: FrontFoot, tmp_path: Path) -> None:
    client = {"id": "client", "name": "Ω", "archived": True, "touches": [{"planned_on": "2026-11-01"}]}
    document = {"format": "front-foot-plan", "schema": 3, "client": client}
    front_foot("import", written(tmp_path / "client.json", json.dumps(document).encode()))
    touch = ("touch", "client", "--channel", "phone", "--value", "Ω")

    told = [front_foot(*touch, "--next", "2999-01-01"), front_foot(*touch, "--outcome", "no")]

    assert [ended.status for ended in told] == [0, 0]
    assert len(told[0].err.splitlines()) == 3
    assert [wrong(text, r"Ω+|\d{4}-\d\d-\d\d") for ended in told for text in ended[1:]] == [[]] * 4


def test_show_of_what_is_not_there(front_foot: FrontFoot, plans: list[str]) -> None:
    assert wrong(front_foot("show", "nothing").err) == []
    assert len(plans) > 1
    assert wrong(front_foot("show", "").err) == []


def test_import(front_foot: FrontFoot, plans: list[str], tmp_path: Path) -> None:
    here = tmp_path / f"{plans[0]}.json"
    changed = written(tmp_path / "changed.json", here.read_bytes().replace("Ω1".encode(), "Ω3".encode()))
    client = json.loads(here.read_bytes())
    client["client"]["industry"] = "Ω"
    other = written(tmp_path / "other.json", json.dumps(client).encode())
    broken = written(tmp_path / "broken.json", b"{")

    ended = front_foot("import", here, changed, other, broken, tmp_path / "missing.json", tmp_path)

    assert len(ended.err.splitlines()) == 5
    assert wrong(ended.out) == []
    assert wrong(ended.err, r"\b(?:plan|client)\.id\b|Ω+") == []


def test_export(front_foot: FrontFoot, tmp_path: Path, plans: list[str]) -> None:
    (tmp_path / "file").touch()
    export = ("export", "--document", "agenda", "--out")
    told = [
        front_foot(*export, tmp_path / "file", "--all").err,
        front_foot(*export, tmp_path / "no" / "folder", "--all").err,
        front_foot(*export, tmp_path / "no" / "page.pdf", plans[0]).err,
        front_foot(*export, tmp_path / "library" / FILE_NAME, plans[0]).err,
    ]
    assert all(told)
    assert [wrong(text) for text in told] == [[]] * 4


def test_export_of_characters_without_a_glyph(front_foot: FrontFoot, tmp_path: Path) -> None:
    odd = a_plan(**{"client.name": "\U00013000", "call.title": "Ω", "case.why_now": "Ω " * 3_000})
    front_foot("import", written(tmp_path / "odd.json", odd))
    (tmp_path / "library" / "check-settings.json").write_text("[]")

    ended = front_foot("export", odd.plan.id, "--document", "call-plan", "--out", tmp_path / "page.pdf")

    mine = [line for line in ended.err.splitlines() if "šhórtéñéd" not in line]  # what it names is the page's
    assert len(mine) > 1
    assert wrong("\n".join(mine), "U\\+\\w+|\U00013000|Ω") == []


def test_export_of_an_empty_library(front_foot: FrontFoot, tmp_path: Path) -> None:
    ended = front_foot("export", "--all", "--document", "agenda", "--out", tmp_path / "pages")
    assert ended.err
    assert wrong(ended.err) == []


@pytest.mark.parametrize("file", sorted(PLANS.glob("*.json")), ids=lambda file: file.stem)
@pytest.mark.parametrize("command", ["check", "price"])
def test_check_and_price(front_foot: FrontFoot, tmp_path: Path, file: Path, command: str) -> None:
    currencies = re.findall(r'"(?:currency|from|to)": "(\w*)"', file.read_text(encoding="utf-8"))
    own = OwnWords({*check_plans.LOOKED_FOR, *currencies})
    preparation = own.of(read_plan_file(file))
    client = msgspec.structs.replace(preparation.client, id="client")
    plan = msgspec.structs.replace(preparation.plan, id="sample-plan", client_id="client")
    front_foot("import", written(tmp_path / "own.json", Preparation(client=client, plan=plan)))

    told = front_foot(command, "sample-plan").out

    assert told
    assert wrong(told, rf"US\$|{own.pattern.pattern}") == []


def test_verify_backup_and_restore(
    front_foot: FrontFoot, plans: list[str], tmp_path: Path, backups_home: Path
) -> None:
    assert plans
    file = tmp_path / "library" / FILE_NAME
    told = [front_foot("verify").out]
    made = Path(front_foot("backup").out.strip())
    told += [front_foot("restore", made).out, front_foot("restore", tmp_path / "nothing").err]
    copy = file.with_name("copy.json")
    copy.write_bytes(file.read_bytes())
    told += [front_foot("list").err, front_foot("restore", file).err, front_foot("restore", copy).out]
    whole = file.read_bytes()
    file.write_bytes(whole.replace("Ω1".encode(), "Ω3".encode()))
    told += [front_foot("verify").out]
    file.write_bytes(whole[:200])
    told += [front_foot("verify").out, front_foot("list").err]
    file.write_bytes(b"\0" * 99)
    made = made.rename(tmp_path / "mine.zip")
    for backup in backups_home.rglob("*.zip"):
        backup.unlink()  # nothing to recover from
    told += [front_foot("list").err, *front_foot("restore", made)[1:]]
    front_foot("backup")
    file.unlink()
    told += [front_foot("list").err, front_foot("sample").err, front_foot("restore", "--none").out]

    assert [at for at, text in enumerate(told) if not text] == []
    own = rf"{re.escape(os.strerror(errno.ENOENT))}|\bcopy\.json[\w.-]*|Ω+"
    assert {text: wrong(text, own) for text in told if wrong(text, own)} == {}


def test_a_library_that_cannot_be_opened(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = []
    for command in ("list", "sample"):
        assert main(["--library", str(tmp_path / "file"), command], now=lambda: NOW) == 1
        told.append(capsys.readouterr().err)
    assert [wrong(text, "Not a directory") for text in told] == [[], []]


def test_a_mistake_of_ours_and_an_output_that_cannot_be_written(
    front_foot: FrontFoot,
    plans: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert plans
    monkeypatch.setattr(Library, "summaries", lambda _library: 1 / 0)
    assert wrong(front_foot("list").err, r"ZeroDivisionError|\w+\.py") == []
    monkeypatch.undo()

    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("planner.cli._stop_writing", lambda: 1)
    monkeypatch.setattr(sys, "stdout", Full())
    main(["--help"])
    monkeypatch.undo()
    assert wrong(capsys.readouterr().err, "No space left on device") == []


def test_no_display() -> None:
    assert wrong(str(NoDisplay())) == []
