"""Two libraries that went apart become one: stories of two days on two computers."""

import datetime as dt
import shutil
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

from planner.model.client import Contact, NewsItem, Promise
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.terms import Side
from planner.model.text_at_path import TextAtPath
from planner.platform.files import FileNotWritten
from planner.store.errors import LibraryNotWritten
from planner.store.library import FILE_NAME, Library
from planner.store.merging import Merged, _at_moments_of_their_own
from planner.store.snapshot import Snapshot, tables_of
from planner.store.storage import LibraryStorage
from planner.store.verify import verified
from tests.builders import a_plan
from tests.store.plans import another_plan_of

MONDAY = dt.date(2026, 11, 23)
TUESDAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 25, 8, 0, tzinfo=dt.UTC)

ALDER = a_plan(**{"client.name": "Alder", "call.title": "Before"})


class Apart:
    """One library that lies on two computers."""

    def __init__(self, folder: Path, *preparations: Preparation) -> None:
        (folder / "theirs").mkdir(parents=True)
        self.here = Library.open(folder / "here")
        self.here.add(preparations)
        self.here.close()
        shutil.copy(folder / "here" / FILE_NAME, folder / "theirs" / FILE_NAME)
        self.here, self.there = (Library.open(folder / name) for name in ("here", "theirs"))

    def merge(self, *, only: set[str] | None = None) -> Merged:
        """Close the other library and bring it into the one here."""
        self.there.close()
        path = self.there.folder / FILE_NAME
        return self.here.merge(Snapshot(tables_of(path.read_bytes(), path), path), NOW, only=only)

    def is_sound(self) -> bool:
        self.here.close()
        return verified(self.here.folder / FILE_NAME).damage == ()


def work_on(library: Library, plan: Preparation, day: dt.date, **fields: object) -> Preparation:
    """Open a plan on a day, change it, save it."""
    library.begin_editing(plan.plan.id)
    changed = library.preparation(plan.plan.id)
    for path, value in ({"plan.edited_on": (*changed.plan.edited_on, day)} | fields).items():
        changed = with_field(changed, path, value)
    library.save(changed)
    return changed


def titles(library: Library) -> list[str]:
    return sorted(summary.title for summary in library.summaries())


def earlier(library: Library, plan_id: str) -> list[Preparation]:
    """The plan's earlier versions, newest first."""
    versions = library.history.versions(plan_id)
    return [library.history.preparation(plan_id, version.replaced) for version in versions]


def test_what_is_only_there_is_added_with_its_client_and_versions(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    birch = a_plan(**{"client.name": "Birch", "call.title": "Draft"})
    cedar = another_plan_of(ALDER, **{"plan.call.title": "Cedar"})
    apart.here.add([a_plan(**{"client.name": "Dogwood", "call.title": "Ours"})])
    apart.there.add([birch, cedar])
    changed = work_on(apart.there, birch, TUESDAY, **{"plan.call.title": "Birch"})

    result = apart.merge()

    assert titles(apart.here) == ["Before", "Birch", "Cedar", "Ours"]
    assert apart.here.preparation(birch.plan.id) == changed
    assert [one.plan.call.title for one in earlier(apart.here, birch.plan.id)] == ["Draft"]
    assert set(result.added) == {birch.plan.id, cedar.plan.id}
    assert (result.taken, result.kept, result.unread) == ((), (), ())
    assert len(apart.here.matching("birch")) == 1
    assert apart.is_sound()


def test_a_plan_worked_on_only_there_stands_as_it_is_there(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    theirs = work_on(apart.there, ALDER, TUESDAY, **{"plan.call.title": "After"})

    result = apart.merge()

    assert apart.here.preparation(ALDER.plan.id) == theirs
    assert earlier(apart.here, ALDER.plan.id) == [ALDER]
    assert (result.added, result.taken, result.kept) == ((), (ALDER.plan.id,), ())
    assert apart.is_sound()


def test_a_plan_worked_on_only_here_stays_without_a_version_of_the_other(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    ours = work_on(apart.here, ALDER, MONDAY, **{"plan.call.title": "After"})

    result = apart.merge()

    assert apart.here.preparation(ALDER.plan.id) == ours
    assert earlier(apart.here, ALDER.plan.id) == [ALDER]
    assert result.kept == (ALDER.plan.id,)


@pytest.mark.parametrize(
    ("our_day", "their_day", "standing"),
    [(MONDAY, TUESDAY, "Theirs"), (TUESDAY, MONDAY, "Ours"), (MONDAY, MONDAY, "Ours")],
)
def test_of_a_plan_worked_on_in_both_the_later_stands_and_the_other_is_a_version(
    tmp_path: Path, our_day: dt.date, their_day: dt.date, standing: str
) -> None:
    apart = Apart(tmp_path, ALDER)
    both = {
        "Ours": work_on(apart.here, ALDER, our_day, **{"plan.call.title": "Ours"}),
        "Theirs": work_on(apart.there, ALDER, their_day, **{"plan.call.title": "Theirs"}),
    }

    result = apart.merge()

    stands = both.pop(standing)
    assert apart.here.preparation(ALDER.plan.id) == stands
    beaten, *before = earlier(apart.here, ALDER.plan.id)
    assert [beaten] == list(both.values())
    assert before == [ALDER], "what both sides remember is there once"
    assert len(result.taken) + len(result.kept) == 1
    assert apart.is_sound()


def test_the_versions_of_both_sides_are_one_row_in_time(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    for title in ("Here 1", "Here 2"):
        work_on(apart.here, ALDER, MONDAY, **{"plan.call.title": title})
    for title in ("There 1", "There 2"):
        work_on(apart.there, ALDER, TUESDAY, **{"plan.call.title": title})

    apart.merge()

    assert apart.here.preparation(ALDER.plan.id).plan.call.title == "There 2"
    held = {one.plan.call.title for one in earlier(apart.here, ALDER.plan.id)}
    assert held == {"Before", "Here 1", "Here 2", "There 1"}
    documents = apart.here.tables()["history"].values()
    sizes = sorted(len(msgspec.json.decode(document)["content"]) for document in documents)
    assert sizes[-2] < sizes[-1] / 2, "each but the newest is kept as what differs from the next newer"
    moments = [version.replaced for version in apart.here.history.versions(ALDER.plan.id)]
    assert moments == sorted(set(moments), reverse=True)
    assert apart.is_sound()


def test_a_client_changed_in_both_has_what_either_has_and_the_other_is_a_version(tmp_path: Path) -> None:
    base = with_field(ALDER, "client.contacts", (Contact(name="Ann"),))
    apart = Apart(tmp_path, base)
    ours = work_on(apart.here, base, MONDAY, **{"client.notes": "Ours", "client.industry": "Rail"})
    theirs = work_on(
        apart.there,
        base,
        TUESDAY,
        **{
            "client.notes": "Theirs",
            "client.contacts": (Contact(name="Ann", title="CFO"), Contact(name="Bo")),
        },
    )

    apart.merge()

    client = apart.here.preparation(base.plan.id).client
    assert (client.notes, client.industry) == ("Theirs", "Rail")
    assert client.contacts == theirs.client.contacts
    assert ours.client in [one.client for one in earlier(apart.here, base.plan.id)]
    assert apart.is_sound()


def test_a_client_changed_in_both_under_the_same_plan_is_kept_with_a_version_of_it(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    for library, notes in ((apart.here, "Ours"), (apart.there, "Theirs")):
        library.save(with_field(ALDER, "client.notes", notes))

    apart.merge()

    assert [client.notes for client in apart.here.clients()] == ["Ours"]
    assert earlier(apart.here, ALDER.plan.id) == [with_field(ALDER, "client.notes", "Theirs")]
    assert apart.is_sound()


@pytest.mark.parametrize("where", ["here", "there"])
def test_what_was_taken_out_of_a_client_on_one_side_alone_stays_out(tmp_path: Path, where: str) -> None:
    base = with_field(ALDER, "client.notes", "Asks for a discount")
    apart = Apart(tmp_path, base)
    work_on(getattr(apart, where), base, TUESDAY, **{"client.notes": ""})

    apart.merge()

    assert apart.here.preparation(base.plan.id).client.notes == ""


def test_versions_of_one_moment_stay_in_their_order() -> None:
    row = _at_moments_of_their_own([(NOW, b"ours"), (NOW, b"another of theirs")])

    assert row == [(NOW + dt.timedelta(microseconds=1), b"another of theirs"), (NOW, b"ours")]


def test_a_client_without_plans_that_differs_stays_one_and_its_notes_hold_both(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    for library, notes in ((apart.here, "Ours"), (apart.there, "Theirs")):
        library.save(with_field(ALDER, "client.notes", notes))
        library.delete(ALDER.plan.id)
        library.remove([ALDER.plan.id])

    result = apart.merge()

    (client,) = apart.here.clients()
    assert client.notes == "Ours\n\nFrom another copy of the library:\nTheirs"
    assert (result.clients_added, result.clients_united) == ((), (client.id,))


def test_a_plan_deleted_in_one_of_them_is_not_deleted(tmp_path: Path) -> None:
    birch = a_plan(**{"call.title": "Birch"})
    cedar = a_plan(**{"call.title": "Cedar"})
    apart = Apart(tmp_path, ALDER, birch, cedar)
    apart.here.delete(ALDER.plan.id)
    apart.there.delete(birch.plan.id)
    for library in (apart.here, apart.there):
        library.delete(cedar.plan.id)

    result = apart.merge()

    assert titles(apart.here) == ["Before", "Birch"]
    assert [plan.title for plan in apart.here.trash()] == ["Cedar"]
    assert result.taken == (ALDER.plan.id,)


def test_one_plan_alone_is_brought_in_with_its_client(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    birch, cedar = (a_plan(**{"client.name": name, "call.title": name}) for name in ("Birch", "Cedar"))
    apart.there.add([birch, cedar])

    result = apart.merge(only={birch.plan.id})

    assert titles(apart.here) == ["Before", "Birch"]
    assert [client.name for client in apart.here.clients()] == ["Alder", "Birch"]
    assert result.added == (birch.plan.id,)


def test_bringing_in_twice_changes_nothing_more(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    work_on(apart.here, ALDER, MONDAY, **{"plan.call.title": "Ours", "client.notes": "ours"})
    work_on(apart.there, ALDER, TUESDAY, **{"plan.call.title": "Theirs", "client.notes": "theirs"})
    apart.there.add([a_plan()])
    apart.merge()
    before = [apart.here.preparation(one.id) for one in apart.here.summaries()]
    versions = earlier(apart.here, ALDER.plan.id)

    apart.merge()

    assert [apart.here.preparation(one.id) for one in apart.here.summaries()] == before
    assert earlier(apart.here, ALDER.plan.id) == versions


def test_what_cannot_be_read_there_is_named_and_the_rest_comes(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    birch, cedar = (a_plan(**{"call.title": name}) for name in ("Birch", "Cedar"))
    apart.there.add([birch, cedar])
    work_on(apart.there, birch, TUESDAY, **{"plan.call.minutes": 45})
    apart.there.close()
    path = apart.there.folder / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b'"title":"Birch"', b'"title":"Birch","purpose":5'))

    result = apart.merge()

    assert titles(apart.here) == ["Before", "Cedar"]
    (unread,) = result.unread
    assert birch.plan.id in unread
    assert earlier(apart.here, birch.plan.id) == [], "no version comes without its plan"
    assert apart.is_sound()


def test_what_is_not_written_is_not_brought_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = Apart(tmp_path, ALDER)
    apart.there.add([a_plan(**{"call.title": "Birch"})])

    def refuse(storage: LibraryStorage, _documents: object) -> None:
        raise FileNotWritten(storage.path, "the disk is full")

    monkeypatch.setattr(LibraryStorage, "put", refuse)
    with pytest.raises(LibraryNotWritten, match="the disk is full"):
        apart.merge()

    assert titles(apart.here) == ["Before"]


def test_rows_of_a_client_in_another_form_are_there_once_and_others_are_kept(tmp_path: Path) -> None:
    base = a_plan(**{"client.name": "Alder"})
    apart = Apart(tmp_path, base)
    day = dt.date(2026, 11, 2)
    ours = {
        "client.contacts": (Contact(name="José", title="CFO"),),
        "client.promises": (Promise(text="Send the list", by=Side.US),),
        "client.news": (NewsItem(date=day, text="Quarterly results"),),
    }
    theirs = {
        "client.contacts": (Contact(name="Jose\u0301 "), Contact(name="Jose"), Contact(title="New")),
        "client.promises": (
            Promise(text="Send the list.", by=Side.US),
            Promise(text="Send the list", by=Side.THEM),
        ),
        "client.news": (
            NewsItem(text="quarterly results!"),
            NewsItem(date=MONDAY, text="Quarterly results"),
        ),
    }
    work_on(apart.here, base, TUESDAY, **ours)
    work_on(apart.there, base, MONDAY, **theirs)

    apart.merge()

    client = apart.here.preparation(base.plan.id).client
    assert [one.name or one.title for one in client.contacts] == ["José", "Jose", "New"]
    assert [(one.text, one.by) for one in client.promises] == [
        ("Send the list", Side.US),
        ("Send the list", Side.THEM),
    ]
    assert [one.date for one in client.news] == [day, MONDAY]
    assert apart.is_sound()


def test_what_could_not_be_read_comes_along_beside_its_row(tmp_path: Path) -> None:
    base = with_field(ALDER, "client.contacts", (Contact(name="Ann"), Contact(name="Cy")))
    apart = Apart(tmp_path, base)
    work_on(
        apart.here,
        base,
        TUESDAY,
        **{"client.contacts": (Contact(name="Cy"), Contact(name="Ann", influence=3)), "client.notes": "Ours"},
    )
    work_on(
        apart.there,
        base,
        MONDAY,
        **{
            "client.contacts": (Contact(name="Ann"), Contact(name="Bo"), Contact(name="Cy")),
            "client.unread": tuple(
                TextAtPath(path=f"contacts[{at}].influence", text=str(at)) for at in (0, 1, 2, 9)
            ),
        },
    )

    apart.merge()

    client = apart.here.preparation(base.plan.id).client
    assert [contact.name for contact in client.contacts] == ["Cy", "Ann", "Bo"]
    assert {kept.path: kept.text for kept in client.unread} == {
        "contacts[0].influence": "2",
        "contacts[2].influence": "1",
    }, "not beside a value, and none beside no row"


def test_a_table_that_only_the_other_has_comes_along_once(tmp_path: Path) -> None:
    apart = Apart(tmp_path, ALDER)
    apart.there.close()
    path = apart.there.folder / FILE_NAME
    with TinyDB(path) as by_another_program:
        by_another_program.table("own").insert({"kept": "by another program"})

    for _again in range(2):
        apart.here.merge(Snapshot(tables_of(path.read_bytes(), path), path), NOW)

    own = [msgspec.json.decode(document) for document in apart.here.tables()["own"].values()]
    assert own == [{"kept": "by another program"}]
    assert apart.is_sound()
