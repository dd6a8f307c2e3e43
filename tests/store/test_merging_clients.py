"""Two clients of a library are made one, with every plan, version and promise of both."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from planner.model.call import Attendee
from planner.model.client import Client, Contact, Promise
from planner.model.fields import with_field
from planner.model.plan import Plan, Preparation
from planner.model.terms import Side
from planner.model.touch import Touch
from planner.platform.files import FileNotWritten
from planner.store.backups import Backups
from planner.store.errors import LibraryDamaged, LibraryNotWritten, SameClient
from planner.store.library import FILE_NAME, Library
from planner.store.safekeeping import Safekeeping
from planner.store.verify import verified
from planner.wording.erasure_texts import merged_clients_text
from tests.builders import a_plan
from tests.store.plans import another_plan_of

DAY = dt.date(2026, 11, 24)
KIM_HERE, KIM_THERE = Contact(id="k1", name="Kim Lee"), Contact(id="k2", name="Kim Lee", title="CFO")


def here() -> Preparation:
    return a_plan(
        **{
            "client.name": "Tarn",
            "client.contacts": (KIM_HERE,),
            "client.notes": "Ours",
            "call.title": "Here",
        }
    )


def there() -> Preparation:
    """A plan of a client that turns out to be the same one, with people, touches and promises."""
    made = a_plan(
        **{
            "client.name": "Tarn Ltd",
            "client.contacts": (KIM_THERE,),
            "client.touches": (Touch(id="t1", done_on=DAY, with_whom="Kim Lee", with_whom_id="k2"),),
            "call.title": "There",
            "call.attendees": (Attendee(contact="Kim Lee", contact_id="k2"),),
        }
    )
    promised = Promise(text="Send the log", by=Side.US, from_plan=made.plan.id)
    return with_field(made, "client.promises", (promised,))


def test_all_that_the_other_has_is_the_kept_ones(library: Library, folder: Path) -> None:
    kept, other = here(), there()
    library.add([kept, other])
    library.begin_editing(other.plan.id)
    now = with_field(other, "plan.case.why_now", "The kiln is old")
    library.save(now)
    trashed = another_plan_of(now, **{"plan.call.title": "Thrown away"})
    library.add([trashed])
    library.delete(trashed.plan.id)

    merged = library.merge_clients(kept.client.id, other.client.id)

    client = library.client(kept.client.id)
    assert [known.id for known in library.clients()] == [kept.client.id]
    assert client.contacts == (Contact(id="k1", name="Kim Lee", title="CFO"),)
    assert client.touches == (Touch(id="t1", done_on=DAY, with_whom="Kim Lee", with_whom_id="k1"),)
    assert client.promises == other.client.promises
    assert client.notes == "Ours\n\nFrom “Tarn Ltd”:\nname: Tarn Ltd"
    moved = library.preparation(other.plan.id)
    assert (moved.client, moved.plan.client_id) == (client, client.id)
    assert moved.plan.call.attendees == (Attendee(contact="Kim Lee", contact_id="k1"),)
    assert moved.plan.case.why_now == "The kiln is old"
    assert (merged.plans, merged.in_trash, merged.contacts_united, merged.noted) == (2, 1, 1, ("name",))
    assert {plan.client for plan in library.summaries()} == {"Tarn"}
    assert len(library.summaries_of(client.id)) == 2
    library.close()
    assert verified(folder / FILE_NAME).damage == ()


def test_a_plan_in_the_trash_comes_back_as_a_plan_of_the_kept_one(library: Library) -> None:
    kept, other = here(), there()
    library.add([kept, other])
    library.delete(other.plan.id)

    library.merge_clients(kept.client.id, other.client.id)
    library.undelete(other.plan.id)

    assert library.preparation(other.plan.id).client.id == kept.client.id


def test_earlier_versions_still_open_as_the_kept_ones_and_come_back_to_it(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    kept, other = here(), there()
    library.add([kept, other])
    library.begin_editing(other.plan.id)
    library.save(with_field(other, "plan.call.title", "Later"))

    library.merge_clients(kept.client.id, other.client.id)

    (version,) = library.history.versions(other.plan.id)
    then = library.history.preparation(other.plan.id, version.replaced)
    assert (then.plan.call.title, then.plan.client_id) == ("There", kept.client.id)
    assert then.client == replace(
        other.client,
        id=kept.client.id,
        contacts=(replace(KIM_THERE, id="k1"),),
        touches=(replace(other.client.touches[0], with_whom_id="k1"),),
    )
    Safekeeping(library, Backups(folder, home=tmp_path / "state")).restore_copy(then)
    assert [client.id for client in library.clients()] == [kept.client.id]


def test_two_clients_without_a_plan_are_merged_and_a_search_finds_what_either_had(library: Library) -> None:
    library.save_client(Client(id="c1", name="Tarn"))
    library.save_client(Client(id="c2", name="Tarn", headquarters="Hollowfield", archived=True))

    library.merge_clients("c1", "c2")

    assert library.clients() == [Client(id="c1", name="Tarn", headquarters="Hollowfield")]
    assert library.matching_clients("hollowfield") == ["c1"]
    assert library.client_summary("c2") is None


def test_two_clients_of_one_name_stay_apart_until_they_are_merged(library: Library) -> None:
    one, two = here(), here()
    library.add([one, two])
    library.save_client(Client(id="c3", name="Tarn", archived=True))

    assert len({client.id for client in library.client_summaries()}) == 3
    assert library.matching_clients("tarn") == sorted([one.client.id, two.client.id, "c3"])
    assert [plan.id for plan in library.summaries_of(one.client.id)] == [one.plan.id]


def test_a_plan_that_cannot_be_read_comes_along_as_it_is(library: Library, folder: Path) -> None:
    kept, other = here(), there()
    library.add([kept, other])
    library.close()
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b'"title":"There"', b'"title":"There","politics":7'))
    again = Library.open(folder)

    again.merge_clients(kept.client.id, other.client.id)

    assert sorted(plan.title for plan in again.summaries_of(kept.client.id)) == ["Here", "There"]
    with pytest.raises(LibraryDamaged, match="politics"):
        again.preparation(other.plan.id)
    again.close()


def test_a_merge_that_cannot_be_made_says_so_and_changes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, other = here(), there()
    library.add([kept, other])

    with pytest.raises(SameClient, match="“Tarn” is one client already"):
        library.merge_clients(kept.client.id, kept.client.id)
    with pytest.raises(LibraryDamaged, match='there is no client "nobody" any more'):
        library.merge_clients(kept.client.id, "nobody")
    with monkeypatch.context() as broken:
        broken.setattr("planner.store.journal.make_durable", _full_disk)
        with pytest.raises(LibraryNotWritten, match="the disk is full"):
            library.merge_clients(kept.client.id, other.client.id)

    assert [library.preparation(one.plan.id) for one in (kept, other)] == [kept, other]


def test_the_backup_made_before_brings_both_back(library: Library, folder: Path, tmp_path: Path) -> None:
    kept, other = here(), there()
    library.add([kept, other])
    keeping = Safekeeping(library, Backups(folder, home=tmp_path / "state"))

    merged = keeping.merge_clients(kept.client.id, other.client.id)

    assert merged.backup is not None
    assert merged_clients_text(merged) == (
        "“Tarn Ltd” is one with “Tarn” now. 1 plan came along. 1 contact was known to both. "
        f"Added to the notes: name. As it was before, it is kept in {merged.backup.name}."
    )
    keeping.restore(merged.backup)
    assert [library.preparation(one.plan.id) for one in (kept, other)] == [kept, other]


def test_a_plan_being_edited_still_keeps_an_earlier_version_of_it(library: Library) -> None:
    kept, other = here(), there()
    library.add([kept, other])
    library.begin_editing(kept.plan.id)

    library.merge_clients(kept.client.id, other.client.id)
    library.save(with_field(library.preparation(kept.plan.id), "plan.call.title", "Typed on"))

    assert len(library.history.versions(kept.plan.id)) == 1


def test_a_version_of_a_plan_that_went_elsewhere_since_names_the_kept_one(library: Library) -> None:
    kept, other, elsewhere = here(), there(), a_plan(**{"client.name": "Hollis"})
    library.add([kept, other, elsewhere])
    library.begin_editing(other.plan.id)
    library.save(
        Preparation(client=elsewhere.client, plan=Plan(id=other.plan.id, client_id=elsewhere.client.id))
    )

    library.merge_clients(kept.client.id, other.client.id)

    (version,) = library.history.versions(other.plan.id)
    assert library.history.preparation(other.plan.id, version.replaced).client.id == kept.client.id


def _full_disk(*_arguments: object) -> None:
    raise FileNotWritten(Path("library.json"), "the disk is full")
