"""What store, exchange, platform and model say to a person, in the pseudo-language: nothing is forgotten."""

import ast
import csv
import datetime as dt
import errno
import hashlib
import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import msgspec
import pytest

from planner.coaching.insights.period import Period
from planner.coaching.insights.report import Insights
from planner.exchange.insights_csv import insights_csv
from planner.exchange.plan_file import LARGEST, plan_file
from planner.model.amount_errors import NotAnAmount
from planner.model.amounts import read_amount
from planner.model.errors import FieldError, PlannerError
from planner.model.fields import blank_row, field_type, leaf_fields, read_field, with_field
from planner.model.library_values import BroughtIn
from planner.model.over_theirs import over_theirs
from planner.model.plan import Preparation
from planner.model.price import Alternative, Price, PriceLine
from planner.model.terms import Footing
from planner.platform.files import FileNotWritten, reason_not_read, reason_of, write_atomically
from planner.platform.library_lock import (
    LibraryInUse,
    LibraryOpenElsewhere,
    LocksNotSupported,
)
from planner.platform.lock_holder import Holder
from planner.store.backup_file import opened
from planner.store.backups import Backups
from planner.store.check_settings import FILE_NAME as CHECK_SETTINGS
from planner.store.check_settings import read_check_settings
from planner.store.decoding_problem import decoding_problem
from planner.store.errors import (
    AmbiguousId,
    IdTaken,
    LibraryAlreadyThere,
    LibraryFolderGone,
    LibraryTooNew,
    NoSuchPlan,
)
from planner.store.exports import ExportFiles
from planner.store.library import FILE_NAME, Library
from planner.store.lost import how_to_put_back, missed_by
from planner.store.safekeeping import Safekeeping
from planner.store.verify import verified
from planner.translation import installed
from planner.wording.document_kinds import DOCUMENTS
from planner.wording.file_names import document_file_name
from planner.wording.library_texts import brought_in_text
from tests.builders import a_plan, a_row_in_every_list
from tests.exchange.files import a_file, complaints
from tests.texts.pseudo_language import PseudoTranslations, faults, forgotten_inside

PLANNER = Path(__file__).parents[2] / "planner"
NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
ID = "0123456789ab"

OWN = re.compile(
    "|".join(
        (
            r'"[^"\n]*["…]',  # what was given
            r"`[^`\n]*`",
            r"(?:/\S+)+(?: \(other copy [^)]*\)\S*)?",  # a path
            r"(?<!\w)library(?: \(other copy [^)]*\))?\.[\w.-]+",
            r"front-foot(?:-\S+\.zip)?(?: --\w+| \S*/\S+)*(?: restore (?:/\S+|--none|'[^']*'))?",
            r"\w+(?: \S+)?(?: \(id \w+\))?(?:, [\w.\[\]]+)?(?=: ⟦)",  # a document, and what is wrong follows
            r"\b(?:plans|clients|history|meta|seal) \w+(?: \(id \w+\))?(?:, [\w.\[\]]+(?=: ))?(?=[:;,.⟧ ]|$)",
            r"\b(?:id|name)(?=,)",
            r"[a-z_]+(?:\[\d*\])?(?:[._][\w\[\]]+)+",  # a field
            r"--take-over|--library|--none",
            r"\b[0-9a-f]{12}\b|\bU\+[0-9A-F]{4}\b|\b(?:EUR|USD|MB|UTF|JSON|TinyDB)\b|10\^15",
            r"\d{4}-\d\d-\d\d(?:T[\d:+Z]+)?|\btrue\b",
            *sorted((re.escape(os.strerror(number)) for number in errno.errorcode), key=len, reverse=True),
            "Ω+",
        )
    )
)


@pytest.fixture(autouse=True)
def _in_pseudo() -> Iterator[None]:
    with installed(PseudoTranslations()):
        yield


def wrong(text: str, own: re.Pattern[str] = OWN) -> list[str]:
    return [*faults(text, own), *forgotten_inside(text, own)]


def test_the_pattern_of_what_is_own_lets_no_sentence_through() -> None:
    for text in ("is damaged", "⟦Ñó⟧ more of it", "plans to go", "the library is gone", "a folder"):
        assert wrong(text), text


# The plan file

NO_FIELD_HOLDS_ALL: tuple[object, ...] = (
    *(True, 5, 10**19, [], {}),
    *("x\0 no", "1,234", "2026-02-31", "2026-02-31T09:00Z", "1800-01-01"),
)


def told_of_fields() -> Iterator[str]:
    """Yield what is complained of where every field holds, one after the other, what it cannot hold."""
    document = json.loads(plan_file(a_row_in_every_list()))
    for field in leaf_fields(Preparation):
        for value in NO_FIELD_HOLDS_ALL:
            changed = msgspec.json.decode(msgspec.json.encode(document))
            put(changed, field.path, value)
            yield from complaints(json.dumps(changed).encode())


def put(document: Any, path: str, value: object) -> None:
    *steps, last = path.replace("[]", ".0").split(".")
    for step in steps:
        if step.isdecimal() and not document:
            document.append({})
        document = document[int(step) if step.isdecimal() else step]
    if last.isdecimal():
        document[:] = [value]
    else:
        document[last] = value


def message(complaint: str) -> str:
    """A complaint without the field, which is in front of it."""
    return re.sub(r'^(?:[\w.\[\]]|"[^"]*")+: ', "", complaint)


def test_complaints_of_every_field() -> None:
    told = {message(complaint) for complaint in told_of_fields()}
    choices = {str(choice.value) for choice in every_choice()}
    own = re.compile(
        "|".join((r"⟧? ?".join(sorted(map(re.escape, choices), key=len, reverse=True)), OWN.pattern))
    )
    own = re.compile("|".join([*sorted(map(re.escape, choices), key=len, reverse=True), OWN.pattern]))

    assert len(told) > 30
    assert {text: wrong(text, own) for text in told if wrong(text, own)} == {}


def every_choice() -> Iterator[Any]:
    for field in leaf_fields(Preparation):
        if isinstance(field.type, msgspec.inspect.EnumType):
            yield from field.type.cls


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"{",
        b"[" * 100_000,
        b"Dear colleague,",
        b'{"a" 1}',
        b'{"a": 1 "b": 2}',
        b"{a: 1}",
        b"{} {}",
        b'"\\x"',
        b'"\\u00"',
        b'"\n"',
        b"[]",
        b'"text"',
        b" " * (LARGEST + 1),
        a_file(format="other"),
        a_file(schema=99),
        a_file(schema="one"),
        a_file(client=5),
        a_file(client=None, plan=[]),
        a_file(plan={"client_id": "other", "call": {"titel": "x", "nothing_like_it": 1}}),
        a_file(
            plan={"id": "no id!", "case": {"problems": [{"cost": {"amount": "1 USD", "currency": "EUR"}}]}}
        ),
        b'{"format": "front-foot-plan", "schema": 1, "schema": 1}',
        a_file(client={f"Ω{number}": 1 for number in range(60)}),
    ],
)
def test_complaints_of_a_whole_file(data: bytes) -> None:
    told = [message(complaint) for complaint in complaints(data)]

    assert told
    assert {text: wrong(text) for text in told if wrong(text)} == {}


def test_headings_of_insights() -> None:
    report = Insights(client="", period=Period(), calls=3, comparisons=0, insights=())
    rows = csv.reader(io.StringIO(insights_csv(report).decode("utf-8-sig")))
    told = [cell for row in rows for cell in row if cell != report.period.text]

    assert len(told) > 8
    assert [cell for cell in told if cell and wrong(cell)] == []


# The model


@pytest.mark.parametrize(
    "text", ["x", "1,234", "9" * 30, "1" * 99, "1.2.3,4", "5/0", "27/11/2026", "$500", "1.234*5"]
)
def test_amounts(text: str) -> None:
    with pytest.raises(PlannerError) as told:
        read_amount(text)
    assert wrong(str(told.value).replace("CAD", "USD")) == []


def test_our_price_said_by_theirs() -> None:
    euros, francs = PriceLine(likely=Decimal(5)), PriceLine(likely=Decimal(5), currency="CHF")
    several, one, none = (Alternative(prices=lines) for lines in ((euros, francs), (euros,), ()))
    for theirs, units in ((several, None), (none, None), (one, Decimal(0))):
        with pytest.raises(PlannerError) as told:
            over_theirs(Fraction(1), Price(alternative=theirs), PriceLine(units=units))
        assert wrong(str(told.value)) == []


UNFIT = (5.5, object, -1, dt.date(3000, 1, 1), dt.datetime(3000, 1, 1, tzinfo=dt.UTC), 10**16)


def refused_by_fields() -> Iterator[FieldError]:
    preparation = a_row_in_every_list()
    attempts: list[Callable[[], object]] = [
        lambda: read_field(preparation, "plan..call"),
        lambda: read_field(preparation, "plan.cal"),
        lambda: read_field(preparation, "plan.case.problems[9]"),
        lambda: field_type(Preparation, "plan.cal"),
        lambda: blank_row(Preparation, "plan.call.title"),
        lambda: with_field(preparation, "plan.case.problems", []),
        lambda: with_field(preparation, "plan.call", 5),
    ]
    for field in leaf_fields(Preparation):
        path = field.path.replace("[]", "[0]")
        attempts += [partial(with_field, preparation, path, value) for value in UNFIT]
    for attempt in attempts:
        try:
            attempt()
        except FieldError as error:
            yield error


def test_fields() -> None:
    choices = sorted((re.escape(str(choice.value)) for choice in every_choice()), key=len, reverse=True)
    own = re.compile("|".join([r"<class '\w+'>", r"\bint\b|\bCall\b", *choices, OWN.pattern]))
    told = {error.message for error in refused_by_fields()}

    assert len(told) > 30
    assert {text: wrong(text, own) for text in told if wrong(text, own)} == {}


# Files, lock and library


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_reasons_of_the_system(number: int) -> None:
    error = OSError(number, os.strerror(number))
    assert wrong(reason_of(error)) == []
    assert wrong(reason_not_read(error)) == []
    assert wrong(reason_of(OSError())) == []


def test_errors_that_are_told() -> None:
    folder, holder = Path("/Ω/Ω"), Holder(5, "Ω", "Ω")
    held = OSError(errno.EACCES, "Ω")
    held.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    errors: list[PlannerError] = [
        LibraryInUse(folder, holder),
        LibraryInUse(folder, None),
        LibraryOpenElsewhere(folder, holder),
        LocksNotSupported(folder, "Ω"),
        FileNotWritten(folder, reason_of(held)),
        LibraryFolderGone(folder),
        LibraryAlreadyThere(folder),
        LibraryTooNew(folder),
        NoSuchPlan(ID),
        AmbiguousId("01", [ID, ID]),
        AmbiguousId("01", [ID] * 7),
        NotAnAmount("Ω"),
    ]
    assert {str(error): wrong(str(error)) for error in errors if wrong(str(error))} == {}
    assert wrong(LibraryOpenElsewhere(folder, holder).assurance) == []
    assert wrong(str(IdTaken("plan.id", ID))) == wrong(str(IdTaken("client.id", ID))) == []


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "read-only").write_text("x")
    (tmp_path / "read-only").chmod(0o444)
    for path in (tmp_path, tmp_path / "gone" / "x", tmp_path / "file" / "x", tmp_path / "read-only"):
        with pytest.raises(FileNotWritten) as told:
            write_atomically(path, b"")
        assert wrong(str(told.value)) == []
    with pytest.raises(FileNotWritten) as told:
        ExportFiles(tmp_path).write(tmp_path / FILE_NAME, b"")
    assert wrong(str(told.value)) == []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed library of three plans whose every text is ours to tell apart."""
    library = Library.open(tmp_path / "library")
    library.add([a_plan(**{"client.name": "Ω", "call.title": f"Ω{number}"}) for number in range(3)])
    library.close()
    return tmp_path / "library" / FILE_NAME


@pytest.fixture
def backups(path: Path, tmp_path: Path) -> Backups:
    return Backups(path.parent, home=tmp_path / "state", now=lambda: NOON)


def test_damage_of_a_library_wherever_it_is_cut_or_changed(path: Path) -> None:
    """What verify names, what a reader is refused with, and what is told after a recovery."""
    whole = path.read_bytes()
    told: set[str] = set()
    for at in range(1, len(whole), 23):
        for data in (whole[:at], whole[:at] + b"\xff" + whole[at + 1 :], whole[:at] + b"5" + whole[at + 1 :]):
            folder = path.parent.with_name("damaged")
            folder.mkdir()
            (folder / FILE_NAME).write_bytes(data)
            told |= set(told_by(folder))
            shutil.rmtree(folder)

    assert len(told) > 20
    own = re.compile(rf"'utf-8' codec can't decode byte[^⟧)]*|{OWN.pattern}")
    assert {text: wrong(text, own) for text in told if wrong(text, own)} == {}


def told_by(folder: Path) -> Iterator[str]:
    """Yield all that is told of a library: by verify, by reading, and by opening it for work."""
    try:
        yield from verified(folder / FILE_NAME).damage
    except PlannerError as error:
        yield str(error)
    for read_only in (True, False):
        try:
            library = Library.open(folder, read_only=read_only)
        except PlannerError as error:
            yield str(error)
            continue
        yield from library.notices
        for summary in library.summaries():
            try:
                library.preparation(summary.id)
            except PlannerError as error:
                yield str(error)
        if not read_only:
            library.close()
            yield from library.notices


DOCUMENTS_AMISS: tuple[dict[str, dict[str, Any]], ...] = (
    {"plans": {"1": {"id": "", "client_id": "Ω"}}},
    {"plans": {"x": {"id": "p", "client_id": "Ω"}}},
    {"plans": {str(number): {"id": f"p{number}", "client_id": "gone"} for number in range(10, 18)}},
    {"clients": {"9": {"id": 5}}},
    {"clients": {"9": {"name": "Ω"}}},
    {"meta": {"1": {"schema": 99}}},
    {"meta": {"1": {"schema": -1}}},
    {"meta": {"1": {}}},
    {"meta": {}},
    {
        "history": {
            "4": {"plan_id": "p", "replaced": "2026-11-19T09:30:00Z", "content": "!"},
            "5": {"plan_id": "p"},
        }
    },
)


@pytest.mark.parametrize("amiss", DOCUMENTS_AMISS)
def test_documents_that_do_not_fit(path: Path, amiss: dict[str, dict[str, Any]]) -> None:
    file = json.loads(path.read_text())
    for table, documents in amiss.items():
        file[table] = {**file[table], **documents} if documents and table in file else documents
    path.write_text(json.dumps(file))

    told = list(told_by(path.parent))
    own = re.compile(rf"(?:Incorrect padding|Only base64 data is allowed|Error -?\d[^⟧]*)|{OWN.pattern}")

    assert {text: wrong(text, own) for text in told if wrong(text, own)} == {}


def test_a_journal_that_is_damaged_or_of_another_library(path: Path, tmp_path: Path) -> None:
    crashed = Library.open(path.parent)
    for number in range(3):
        crashed.save(a_plan(**{"client.name": "Ω", "call.title": f"Ω{number}"}))
    journal = path.with_suffix(".journal").read_bytes()
    told: set[str] = set()
    for name, data in (
        ("torn", journal[:-5]),
        ("damaged", journal[: len(journal) // 2] + b"\0\0" + journal[len(journal) // 2 + 2 :]),
        ("other", journal),
    ):
        folder = tmp_path / name
        shutil.copytree(path.parent, folder)
        (folder / "library.journal").write_bytes(data)
        if name == "other":
            (folder / FILE_NAME).write_bytes(path.read_bytes().replace("Ω1".encode(), "Ω9".encode()))
        told |= set(told_by(folder)) | set(told_by(folder))

    assert len(told) > 4
    assert {text: wrong(text) for text in told if wrong(text)} == {}


def test_a_library_that_another_program_changes_meanwhile(path: Path) -> None:
    library = Library.open(path.parent)
    library.save(a_plan(**{"client.name": "Ω", "call.title": "Ω"}))
    path.write_bytes(json.dumps(json.loads(path.read_text())).encode())
    library.save(a_plan(**{"client.name": "Ω", "call.title": "Ω"}))
    library.close()

    told = [*library.notices, *Library.open(path.parent).notices]
    assert len(told) > 1
    assert {text: wrong(text) for text in told if wrong(text)} == {}


def test_backups(path: Path, backups: Backups, tmp_path: Path) -> None:
    keeping = Safekeeping(Library.open(path.parent), backups)
    made = keeping.back_up()
    told = []
    for name, data in (("cut", made.path.read_bytes()[:200]), ("none", b"no zip"), ("empty", b"")):
        (tmp_path / name).write_bytes(data)
        told.append(refusal(partial(opened, tmp_path / name)))
    told += [
        refusal(lambda: opened(tmp_path / "missing.zip")),
        refusal(lambda: backups.choose_folder(made.path)),
        refusal(lambda: backups.make(b"{", "Ω")),
        refusal(lambda: keeping.bring_in(path)),
        refusal(lambda: keeping.put_away(path.with_name("gone.json"))),
    ]
    assert {text: wrong(text) for text in told if wrong(text)} == {}


@pytest.mark.parametrize(
    "members",
    [
        {"other.txt": b"x"},
        {"manifest.json": b"x"},
        {"manifest.json": b"{}"},
        {"manifest.json": b" " * 100_000},
        {"manifest.json": {"format": "other"}},
        {"manifest.json": {}},
        {"manifest.json": {}, "library.json": b"{}"},
        {"manifest.json": {"plans": 5, "sha256": hashlib.sha256(b"{}").hexdigest()}, "library.json": b"{}"},
    ],
)
def test_zip_files_that_are_no_backups(tmp_path: Path, members: dict[str, Any]) -> None:
    manifest = {"format": "front-foot-backup", "taken": "2026-11-22T12:00:00Z", "reason": "Ω"}
    counts = {"plans": 0, "in_trash": 0, "clients": 0, "sha256": ""}
    with zipfile.ZipFile(tmp_path / "backup.zip", "w") as archive:
        for name, content in members.items():
            whole = json.dumps(manifest | counts | content) if isinstance(content, dict) else content
            archive.writestr(name, whole)
    own = re.compile(rf"\b(?:manifest|library)\.json\b|{OWN.pattern}")
    assert wrong(refusal(lambda: opened(tmp_path / "backup.zip")), own) == []


def test_a_library_recovered_from_backup_and_journal(path: Path, backups: Backups) -> None:
    library = Library.open(path.parent)
    Safekeeping(library, backups).back_up()
    library.save(a_plan(**{"client.name": "Ω", "call.title": "Ω"}))
    path.write_bytes(path.read_bytes().replace('"Ω1"'.encode(), '"Ω1'.encode()))

    told = Library.open(path.parent, backups=backups).notices

    assert len(told) > 3
    assert {text: wrong(text) for text in told if wrong(text)} == {}


@pytest.mark.parametrize("file", [b"", None])
def test_a_journal_left_without_its_library(path: Path, tmp_path: Path, file: bytes | None) -> None:
    another = Library.open(tmp_path / "another")
    another.add([a_plan(**{"client.name": "Ω", "call.title": "Ω"})])
    another.close()
    open_still = Library.open(path.parent)
    open_still.save(a_plan(**{"client.name": "Ω", "call.title": "Ω"}))
    shutil.copy(path.with_suffix(".journal"), tmp_path / "another")
    if file is not None:
        (tmp_path / "another" / FILE_NAME).write_bytes(file)

    told = [*told_by(tmp_path / "another"), *told_by(tmp_path / "another")]

    assert told
    assert {text: wrong(text) for text in told if wrong(text)} == {}


def refusal(attempt: Callable[[], object]) -> str:
    with pytest.raises(PlannerError) as told:
        attempt()
    return str(told.value)


def test_a_library_that_lost_its_plans(path: Path, backups: Backups) -> None:
    library = Library.open(path.parent)
    Safekeeping(library, backups).back_up()
    library.close()
    path.unlink()

    missed = missed_by(Library.open(path.parent, read_only=True), backups)

    assert missed is not None
    assert wrong(missed.told) == []
    assert wrong(how_to_put_back(path.parent, missed.backup)) == []


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"x": 1}', b'{"opening_minutes": "x"}', b"\xff"])
def test_settings_of_the_check(tmp_path: Path, content: bytes) -> None:
    (tmp_path / CHECK_SETTINGS).write_bytes(content)
    own = re.compile(rf"\b(?:x|opening_minutes)(?=: )|'utf-8' codec[^⟧)]*|{OWN.pattern}")
    assert wrong(refusal(lambda: read_check_settings(tmp_path)), own) == []


@pytest.mark.parametrize("counts", [(0, 0, 0), (1, 1, 1), (2, 3, 4)])
def test_what_became_of_a_copy(counts: tuple[int, int, int]) -> None:
    brought_in = BroughtIn("Ω", *counts, ("Ω", "Ω"), (Path("Ω"),), "Ω")
    told = brought_in_text(brought_in)
    assert wrong(told) == []


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_names_of_documents(kind: Any) -> None:
    assert wrong(document_file_name(kind, client=" ", title="?", day=None, ending="")) == []
    assert wrong(document_file_name(kind, client="Ω", title="Ω", day=None, ending="")) == []


# What no scenario above may reach: a text that stands as it is


PACKAGES = ("store", "platform", "exchange", "cli", "wording")
_NOT_TEXTS = (
    r"front-foot .*",
    r"this computer| \\?\(other copy.*|Front Foot",  # names of files
    r"before the change from schema ",  # stored with a backup
    r"Unterminated string|.*\(\?P<.*",  # what others say, to be known again
    r"as RFC 9557 has it.*|Front Foot plan file|A plan for one .*",  # JSON Schema
    r"the amount as .*|Blank \(null\) .*",  # the same
)
NOT_TEXTS = re.compile("|".join(_NOT_TEXTS), re.DOTALL)
READ_NOT_SAID = {"near_days.py", "outreach.py", "written_days.py"}
"""Words that people type, in their languages."""
SPEAKING = {"_", "N_", "ngettext", "pgettext"}
FOR_DEVELOPERS = {"ValueError", "TypeVar"}


def sentences_as_they_stand(node: ast.AST) -> Iterator[str]:
    """Yield the texts of two words and more that are neither translated nor a docstring."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SPEAKING | FOR_DEVELOPERS:
        return
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    if re.search(r"[^\W\d_]{2,}[,:;]? [^\W\d_]", text) and not NOT_TEXTS.fullmatch(text):
        yield text
    for inner in ast.iter_child_nodes(node):
        yield from sentences_as_they_stand(inner)


def test_no_sentence_stands_untranslated() -> None:
    sources = [
        *(source for package in PACKAGES for source in (PLANNER / package).rglob("*.py")),
        *(PLANNER / "model").glob("*.py"),
        PLANNER / "coaching" / "plan_order.py",
    ]
    sources = [source for source in sources if source.name not in READ_NOT_SAID]
    found = {
        source.name: texts
        for source in sources
        if (texts := list(sentences_as_they_stand(ast.parse(source.read_text(encoding="utf-8")))))
    }
    assert len(sources) > 80
    assert found == {}


def test_the_search_for_sentences_finds_them_wherever_they_are() -> None:
    tree = ast.parse(
        'raise Gone(f"there is no {path}")\nnotices.append("Not yet.")\nX = {1: "is full"}\n_("Not so.")'
    )
    assert list(sentences_as_they_stand(tree)) == ["there is no ", "Not yet.", "is full"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"{x",
        b'{"a" 1}',
        b"[1,]",
        b'{"a":1,}',
        b'{"a":1 "b"',
        b"[1 2]",
        b"{} x",
        b'"\\x"',
        b"[01]",
        b"-",
    ],
)
def test_what_is_no_json(data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError) as told:
        msgspec.json.decode(data)
    assert wrong(decoding_problem(str(told.value))) == []


class Typed(msgspec.Struct, forbid_unknown_fields=True):
    number: Annotated[int, msgspec.Meta(ge=1, le=5)] = 1
    amount: Decimal | None = None
    day: dt.date | None = None
    moment: Annotated[dt.datetime, msgspec.Meta(tz=True)] | None = None
    footing: Footing | None = None


@pytest.mark.parametrize(
    "fields",
    [
        *({"number": value} for value in (0, 9, 10**30, "x", None)),
        {"amount": "x"},
        {"day": "x"},
        {"moment": "x"},
        {"moment": "2026-11-22T12:00:00"},
        {"footing": "x"},
        {"other": 1},
    ],
    ids=str,
)
def test_what_does_not_fit_its_type(fields: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError) as told:
        msgspec.json.decode(json.dumps(fields), type=Typed)
    problem, _, _ = str(told.value).partition(" - at")
    assert wrong(decoding_problem(problem), re.compile(rf"'x'|{OWN.pattern}")) == []
