"""Ids of contacts in the library: how they come in, what is shown of them, and how two libraries agree."""

from pathlib import Path

from msgspec.structs import replace

from planner.model.ask import Action
from planner.model.call import Attendee
from planner.model.client import Client, Contact, Promise
from planner.model.plan import Preparation
from planner.store.import_plan import ImportResult, import_plan
from planner.store.library import Library
from tests.builders import a_plan
from tests.store.plans import another_plan_of
from tests.store.test_merging import MONDAY, TUESDAY, Apart, work_on

JAN, IT = Contact(name="Jan Novak", title="CFO"), Contact(name="Jan Novak", title="IT")
MARA = Contact(name="Mara Lind")


def from_outside(*contacts: Contact, **fields: object) -> Preparation:
    return a_plan(**{"client.contacts": contacts, **fields})


def test_contacts_of_a_file_get_ids_and_are_found_by_their_names(library: Library) -> None:
    arriving = from_outside(
        MARA,
        JAN,
        IT,
        **{
            "call.attendees": (Attendee(contact="mara  LIND"), Attendee(contact="Jan Novak")),
            "ask.primary": Action(actor="Somebody else"),
        },
    )
    plan_id, _ = import_plan(library, arriving)
    stored = library.preparation(plan_id)
    ids = [contact.id for contact in stored.client.contacts]
    assert all(ids)
    assert len(set(ids)) == 3
    assert [attendee.contact_id for attendee in stored.plan.call.attendees] == [ids[0], ""]
    assert stored.plan.ask.primary.actor_id == ""


def test_a_file_without_ids_of_contacts_is_the_same_file_again(library: Library) -> None:
    arriving = from_outside(MARA, JAN, IT, **{"call.attendees": (Attendee(contact="Mara Lind"),)})
    import_plan(library, arriving)
    assert import_plan(library, arriving)[1] is ImportResult.ALREADY_HERE

    unnamed = Preparation(
        client=replace(arriving.client, id=""), plan=replace(arriving.plan, id="", client_id="")
    )
    import_plan(library, unnamed)
    assert len(library.clients()) == 1, "the client is known by all it holds but ids"


def test_a_plan_shown_and_brought_in_again_is_here_whoever_left_meanwhile(library: Library) -> None:
    plan_id, _ = import_plan(
        library, from_outside(MARA, **{"call.attendees": (Attendee(contact="Mara Lind"),)})
    )
    here = library.preparation(plan_id)
    library.save(replace(here, client=replace(here.client, contacts=())))
    shown = library.preparation(plan_id)
    assert shown.plan.call.attendees[0].contact == "Mara Lind", "the name stays as typed"
    assert import_plan(library, shown)[1] is ImportResult.ALREADY_HERE


def test_every_plan_shows_the_present_name_of_whom_it_knows_by_id(library: Library) -> None:
    mara = replace(MARA, id="m")
    by_id, by_name = Attendee(contact="Mara Lind", contact_id="m"), Attendee(contact="Mara Lind")
    first = from_outside(mara, **{"call.attendees": (by_id, by_name)})
    second = another_plan_of(first)
    library.add([first, second])
    client = replace(first.client, contacts=(replace(mara, name="Mara Berg"),))
    library.save(replace(second, client=client))

    shown = library.preparation(first.plan.id).plan.call.attendees
    assert [attendee.contact for attendee in shown] == ["Mara Berg", "Mara Lind"]


def test_a_plan_for_another_client_takes_its_promises_out_of_the_first(library: Library) -> None:
    plan = a_plan()
    ours = Promise(text="Send terms", from_plan=plan.plan.id)
    plan = replace(plan, client=replace(plan.client, promises=(ours, Promise(text="Call"))))
    library.save(plan)
    other = Client(id="other", name="Other", promises=(ours,))
    library.save(Preparation(client=other, plan=replace(plan.plan, client_id="other")))

    promises = {client.id: [promise.text for promise in client.promises] for client in library.clients()}
    assert promises == {plan.client.id: ["Call"], "other": ["Send terms"]}
    assert [plan.client for plan in library.summaries()] == ["Other"]


def test_two_libraries_agree_on_contacts_by_id_before_name(tmp_path: Path) -> None:
    jan = replace(JAN, id="1")
    plan = from_outside(jan, replace(MARA, id="m", title="Buyer"))
    apart = Apart(tmp_path, plan)
    here = (replace(jan, name="Jan Nowak"), replace(MARA, id="m", title="Buyer"), replace(MARA, id="x"))
    there = (jan, replace(MARA, id="m", title="Buyer"), replace(IT, id="2"), replace(MARA, id="y"))
    work_on(apart.here, plan, TUESDAY, **{"client.contacts": here})
    work_on(apart.there, plan, MONDAY, **{"client.contacts": there})
    apart.merge()

    contacts = apart.here.preparation(plan.plan.id).client.contacts
    assert [(contact.id, contact.name) for contact in contacts] == [
        ("1", "Jan Nowak"),
        ("m", "Mara Lind"),
        ("x", "Mara Lind"),
        ("2", "Jan Novak"),
    ], "the Jan who was renamed is not added again, the other Jan is; the same untitled Mara is there once"


def test_what_tells_clients_apart_follows_them_in_the_list(library: Library) -> None:
    plan = a_plan(**{"client.headquarters": "Köln", "client.industry": "pumps"})
    library.save(plan)
    (listed,) = library.summaries()
    assert (listed.client_headquarters, listed.client_industry) == ("Köln", "pumps")
    library.save(replace(plan, client=replace(plan.client, headquarters="Ulm")))
    assert library.summaries()[0].client_headquarters == "Ulm"
