"""One person at a client is erased: from the client, every plan, the trash, and every earlier version."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from planner.model.ask import Action
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.conversation import Concern
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.price import Driver
from planner.model.reflection import FollowUp
from planner.model.text_at_path import TextAtPath
from planner.model.touch import Touch
from planner.store.backups import Backups
from planner.store.library import FILE_NAME, Library
from planner.store.safekeeping import Safekeeping
from planner.store.verify import verified
from tests.builders import a_plan
from tests.store.plans import another_plan_of
from tests.store.planted import files_with

QUILL = Contact(
    id="q1", name="Quill Zander", title="Zqtitle", email="zqmail@tarn.example", handle_with_care="Zqcare"
)
MAYA = Contact(id="m1", name="Maya Ost", influence=3)


def a_call_with(*, title: str = "Line walk") -> Preparation:
    """A plan that mentions Quill wherever a plan can, by id or by the name alone."""
    return a_plan(
        **{
            "client.contacts": (QUILL, MAYA),
            "client.touches": (Touch(id="t1", with_whom="Quill Zander", with_whom_id="q1", note="Letter"),),
            "client.unread": (TextAtPath(path="contacts[1].influence", text="highish"),),
            "call.title": title,
            "call.attendees": (
                Attendee(contact="Quill Zander", contact_id="q1"),
                Attendee(contact="Maya Ost", contact_id="m1", role="decides"),
                Attendee(contact="quill  zander", role="host"),
            ),
            "ask.primary": Action(actor="Quill Zander", actor_id="q1", action="signs"),
            "conversation.concerns": (Concern(who="Zander, Quill", who_id="q1", concern="Price"),),
            "price.drivers": (Driver(name="Fewer stops", confirmed_by="Quill Zander", confirmed_by_id="q1"),),
            "reflection.follow_ups": (FollowUp(what="Send it", who="Quill Zander"),),
        }
    )


@pytest.fixture
def stored(library: Library) -> Preparation:
    """A plan with an earlier version, another in the trash, and a client who knows another Quill Zander."""
    first = a_call_with()
    library.add([first])
    library.begin_editing(first.plan.id)
    now = with_field(first, "plan.case.why_now", "The kiln is old")
    library.save(now)
    trashed = another_plan_of(now, **{"plan.call.attendees": (Attendee(contact="Quill Zander"),)})
    library.add([trashed])
    library.delete(trashed.plan.id)
    return now


def test_the_person_goes_and_every_mention_is_blank(library: Library, stored: Preparation) -> None:
    erased = library.erase(stored.client.id, "q1")

    left = library.preparation(stored.plan.id)
    assert left.client.contacts == (MAYA,)
    assert left.client.touches == (Touch(id="t1", note="Letter"),)
    assert left.client.unread == (TextAtPath(path="contacts[0].influence", text="highish"),)
    assert left.plan.call.attendees == (
        Attendee(contact="Maya Ost", contact_id="m1", role="decides"),
        Attendee(role="host"),
    )
    assert left.plan.ask.primary == Action(action="signs")
    assert left.plan.conversation.concerns == (Concern(concern="Price"),)
    assert left.plan.price.drivers == (Driver(name="Fewer stops"),)
    assert left.plan.reflection.follow_ups == (FollowUp(what="Send it"),)
    assert left.plan.case.why_now == "The kiln is old"
    assert (erased.name, erased.is_person, erased.contacts) == ("Quill Zander", True, 1)
    assert (erased.mentions, erased.versions, erased.still_named) == (8, 1, ())


def test_nothing_of_the_person_is_left_in_any_file(
    library: Library, stored: Preparation, folder: Path, tmp_path: Path
) -> None:
    keeping = Safekeeping(library, Backups(folder, home=tmp_path / "state"))
    keeping.back_up()

    erased = keeping.erase(stored.client.id, "q1")
    keeping.delete_backups(backup.path for backup in erased.backups)
    library.close()

    assert len(erased.backups) == 2
    for word in ("Quill", "Zander", "Zqtitle", "zqmail", "Zqcare", '"q1"'):
        assert files_with(word, folder, tmp_path / "state") == []
    assert verified(folder / FILE_NAME).damage == ()


def test_earlier_versions_and_the_trash_still_open_without_them(
    library: Library, stored: Preparation
) -> None:
    library.erase(stored.client.id, "q1")

    (version,) = library.history.versions(stored.plan.id)
    then = library.history.preparation(stored.plan.id, version.replaced)
    assert then.client.contacts == (MAYA,)
    assert then.plan.ask.primary == Action(action="signs")
    (trashed,) = library.trash()
    assert library.preparation(trashed.id).plan.call.attendees == ()


def test_texts_that_still_name_them_are_listed_and_left(library: Library) -> None:
    named = with_field(a_call_with(), "plan.case.why_now", "Ask Quill about the kiln, not quill pens")
    named = with_field(named, "client.notes", "QUILL ZANDER plays golf")
    library.save(with_field(named, "plan.case.why_us", "A zanderfish"))

    erased = library.erase(named.client.id, "q1")

    assert erased.still_named == ("Client › notes", "“Line walk”: Case › why now")
    assert library.preparation(named.plan.id).client.notes == "QUILL ZANDER plays golf"


def test_a_former_name_goes_as_well(library: Library) -> None:
    first = a_call_with()
    library.add([first])
    library.begin_editing(first.plan.id)
    married = replace(QUILL, name="Quill Vosstein")
    library.save(with_field(first, "client.contacts", (married, MAYA)))

    erased = library.erase(first.client.id, "q1")

    assert library.preparation(first.plan.id).plan.conversation.concerns == (Concern(concern="Price"),)
    (version,) = library.history.versions(first.plan.id)
    assert library.history.preparation(first.plan.id, version.replaced).client.contacts == (MAYA,)
    assert erased.mentions == 7


def test_who_bears_the_same_name_stays_and_is_not_blanked(library: Library) -> None:
    namesake = Contact(id="q2", name="Quill Zander", title="Buyer")
    first = with_field(a_call_with(), "client.contacts", (QUILL, MAYA, namesake))
    first = with_field(first, "plan.ask.fallback", Action(actor="Quill Zander", actor_id="q2"))
    library.save(first)

    erased = library.erase(first.client.id, "q1")

    left = library.preparation(first.plan.id)
    assert left.client.contacts == (MAYA, namesake)
    assert left.plan.ask.fallback == Action(actor="Quill Zander", actor_id="q2")
    assert left.plan.call.attendees[-1] == Attendee(contact="quill  zander", role="host")
    assert "“Line walk”: Call › attendees 2 › contact" in erased.still_named


def test_another_client_with_a_person_of_that_name_is_left_alone(
    library: Library, stored: Preparation
) -> None:
    elsewhere = a_call_with(title="Elsewhere")
    library.save(elsewhere)
    before = library.preparation(elsewhere.plan.id)

    library.erase(stored.client.id, "q1")

    assert library.preparation(elsewhere.plan.id) == before


def test_a_mark_of_what_was_carried_over_stays_at_its_row(library: Library) -> None:
    first = a_call_with()
    carried = replace(first.plan.carried, paths=("call.attendees[0]", "call.attendees[1].role"))
    library.save(replace(first, plan=replace(first.plan, carried=carried)))

    library.erase(first.client.id, "q1")

    assert library.preparation(first.plan.id).plan.carried.paths == ("call.attendees[0].role",)


def test_a_version_of_them_that_cannot_be_read_goes(
    library: Library, stored: Preparation, folder: Path
) -> None:
    library.close()
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b'"content":"', b'"content":"!'))
    again = Library.open(folder)

    erased = again.erase(stored.client.id, "q1")

    assert erased.versions == 1
    assert again.history.versions(stored.plan.id) == []
    again.close()


def test_a_backup_made_since_does_not_hold_them(
    library: Library, stored: Preparation, folder: Path, tmp_path: Path
) -> None:
    moment = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
    keeping = Safekeeping(library, Backups(folder, home=tmp_path / "state", now=lambda: moment))
    library.erase(stored.client.id, "q1")

    made = keeping.back_up()

    assert keeping.backups_holding(stored.client.id, "q1") == []
    assert [backup.path for backup in keeping.backups_holding(stored.client.id)] == [made.path]


def test_nobody_is_erased_twice(library: Library, stored: Preparation) -> None:
    library.erase(stored.client.id, "q1")

    again = library.erase(stored.client.id, "q1")

    assert (again.name, again.contacts, again.mentions, again.versions) == ("", 0, 0, 0)
