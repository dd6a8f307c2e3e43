"""Two records of one client become one, and nothing that either says is lost."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.client_merge import united
from planner.model.client import Client, Contact, NewsItem, Promise
from planner.model.terms import BuyingRole, Side, Stance, TouchChannel, TouchOutcome
from planner.model.text_at_path import TextAtPath
from planner.model.touch import Touch

HEADING = "From “Tarn Water Ltd”:"
DAY = dt.date(2026, 11, 24)
KIM = Contact(id="k1", name="Kim Lee", title="CFO")


def test_blank_fields_are_filled_and_what_differs_goes_into_the_notes_by_its_name() -> None:
    kept = Client(id="c1", name="Tarn Water", headquarters="Leeds", notes="Ours")
    other = Client(
        id="c2",
        name="Tarn Water Ltd",
        headquarters="York",
        industry="Water",
        dream_client=True,
        dream_rank=3,
        notes="Theirs",
    )

    result = united(kept, other, HEADING)

    assert result.client == Client(
        id="c1",
        name="Tarn Water",
        headquarters="Leeds",
        industry="Water",
        dream_client=True,
        dream_rank=3,
        notes=f"Ours\n\n{HEADING}\nname: Tarn Water Ltd\nheadquarters: York\nTheirs",
    )
    assert result.noted == ("name", "headquarters", "notes")


def test_two_that_say_the_same_leave_the_notes_alone() -> None:
    kept = Client(id="c1", name="Tarn", headquarters="Leeds", notes="The same\n")

    result = united(kept, Client(id="c2", name="Tarn", headquarters=" Leeds", notes="The same"), HEADING)

    assert (result.client, result.noted) == (kept, ())


def test_one_person_of_both_is_one_contact_with_what_either_says() -> None:
    other = Contact(id="k2", name="kim  lee", email="kim@tarn.example", stance=Stance.SUPPORTER)

    result = united(Client(id="c1", contacts=(KIM,)), Client(id="c2", contacts=(other,)), HEADING)

    assert result.client.contacts == (
        Contact(id="k1", name="Kim Lee", title="CFO", email="kim@tarn.example", stance=Stance.SUPPORTER),
    )
    assert (result.contact_ids, result.united, result.added) == ({"k2": "k1"}, 1, 0)
    assert result.client.notes == ""


def test_what_differs_of_one_person_goes_into_the_notes_by_their_name() -> None:
    kept = Contact(id="k1", name="Kim Lee", phone="1", buying_role=BuyingRole.USER, left=True)
    other = Contact(id="k2", name="Kim Lee", phone="2", buying_role=BuyingRole.COACH, left=False)

    result = united(Client(id="c1", contacts=(kept,)), Client(id="c2", contacts=(other,)), HEADING)

    assert result.client.contacts == (kept,)
    assert result.client.notes.splitlines() == [
        HEADING,
        "Kim Lee, buying role: coach",
        "Kim Lee, phone: 2",
        "Kim Lee, has left: no",
    ]


@pytest.mark.parametrize(
    "other",
    [
        Contact(id="k2", name="Kim Lee", title="Buyer"),
        Contact(id="k2", name="Kim Lee", email="other@tarn.example"),
        Contact(id="k2", name="Kim Leigh"),
    ],
)
def test_whose_title_address_or_name_speaks_against_it_is_another_person(other: Contact) -> None:
    kim = Contact(id="k1", name="Kim Lee", title="CFO", email="kim@tarn.example")

    result = united(Client(id="c1", contacts=(kim,)), Client(id="c2", contacts=(other,)), HEADING)

    assert result.client.contacts == (kim, other)
    assert (result.united, result.added, result.contact_ids) == (0, 1, {"k2": "k2"})


def test_of_namesakes_nobody_is_guessed_to_be_the_same() -> None:
    two = (Contact(id="k1", name="Kim Lee", title="CFO"), Contact(id="k3", name="Kim Lee", title="Buyer"))
    one = (Contact(id="k2", name="Kim Lee"),)

    to_two = united(Client(id="c1", contacts=two), Client(id="c2", contacts=one), HEADING)
    to_one = united(Client(id="c1", contacts=one), Client(id="c2", contacts=two), HEADING)

    assert [contact.id for contact in to_two.client.contacts] == ["k1", "k3", "k2"]
    assert [contact.id for contact in to_one.client.contacts] == ["k2", "k1", "k3"]


def test_of_one_id_are_one_person_whatever_they_are_called_now() -> None:
    renamed = Contact(id="k1", name="Kim Lee-Hart", title="CEO")

    result = united(Client(id="c1", contacts=(KIM,)), Client(id="c2", contacts=(renamed,)), HEADING)

    assert result.client.contacts == (KIM,)
    assert result.noted == ("Kim Lee, name", "Kim Lee, title")


def test_touches_stand_together_and_name_who_is_meant_by_the_id_kept() -> None:
    kept, other = Touch(id="t1", planned_on=DAY), Touch(id="t2", done_on=DAY, with_whom_id="k2", note="Spoke")

    result = united(
        Client(id="c1", contacts=(KIM,), touches=(kept,)),
        Client(id="c2", contacts=(Contact(id="k2", name="Kim Lee"),), touches=(other,)),
        HEADING,
    )

    assert result.client.touches == (kept, Touch(id="t2", done_on=DAY, with_whom_id="k1", note="Spoke"))


def test_a_touch_noted_twice_is_one_and_one_done_there_is_done() -> None:
    letter = Touch(id="t1", done_on=DAY, channel=TouchChannel.LETTER, note="The kiln study")
    planned = Touch(id="t3", planned_on=DAY)
    done = Touch(id="t3", planned_on=DAY, done_on=DAY, outcome=TouchOutcome.SPOKE)

    result = united(
        Client(id="c1", touches=(letter, planned)),
        Client(
            id="c2",
            touches=(Touch(id="t2", done_on=DAY, channel=TouchChannel.LETTER, note="The kiln study"), done),
        ),
        HEADING,
    )

    assert result.client.touches == (letter, done)


def test_of_a_touch_the_hour_is_not_lost_where_only_the_day_is_known_here() -> None:
    hour = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
    here, there = Touch(id="t1", done_on=DAY), Touch(id="t1", done_at=hour)

    result = united(Client(id="c1", touches=(here,)), Client(id="c2", touches=(there,)), HEADING)

    assert result.client.touches == (here,)
    assert "touch of 2026-11-24, done at: 2026-11-24 09:30" in result.client.notes


def test_a_promise_told_twice_is_one_and_one_of_another_call_stays_another() -> None:
    kept = Promise(text="Send the list", by=Side.US, from_plan="p1")
    again = Promise(text="send the list.", by=Side.US, due=DAY)
    another = Promise(text="Send the list", by=Side.US, from_plan="p2")

    result = united(Client(id="c1", promises=(kept,)), Client(id="c2", promises=(again, another)), HEADING)

    assert result.client.promises == (
        Promise(text="Send the list", by=Side.US, from_plan="p1", due=DAY),
        another,
    )


def test_news_of_another_day_or_source_stays_another() -> None:
    news = NewsItem(text="New plant", source="Gazette")
    same, other = NewsItem(date=DAY, text="New plant."), NewsItem(text="New plant", source="Echo")

    result = united(Client(id="c1", news=(news,)), Client(id="c2", news=(same, other)), HEADING)

    assert result.client.news == (NewsItem(date=DAY, text="New plant", source="Gazette"), other)


def test_only_two_archived_clients_make_an_archived_one() -> None:
    ours, theirs = Client(id="c1"), Client(id="c2")
    ours_archived, theirs_archived = (replace(client, archived=True) for client in (ours, theirs))

    assert not united(ours_archived, theirs, HEADING).client.archived
    assert not united(ours, theirs_archived, HEADING).client.archived
    assert united(ours_archived, theirs_archived, HEADING).client.archived


def test_what_could_not_be_read_goes_along_with_its_row_or_into_the_notes() -> None:
    kept = Client(id="c1", contacts=(KIM,), touches=(Touch(id="t1"),))
    other = Client(
        id="c2",
        contacts=(Contact(id="k2", name="Kim Lee"),),
        touches=(Touch(id="t2", note="A letter"),),
        unread=(
            TextAtPath(path="contacts[0].influence", text="high"),
            TextAtPath(path="touches[0].planned_on", text="soonish"),
            TextAtPath(path="name", text="Tarn plc"),
            TextAtPath(path="promises[4].due", text="some day"),
        ),
    )

    result = united(kept, other, HEADING)

    assert result.client.unread == (
        TextAtPath(path="contacts[0].influence", text="high"),
        TextAtPath(path="touches[1].planned_on", text="soonish"),
        TextAtPath(path="name", text="Tarn plc"),
    )
    assert "by when: some day" in result.client.notes


def test_a_value_does_not_fill_a_field_beside_which_a_text_waits_to_be_read() -> None:
    unread = (TextAtPath(path="contacts[0].influence", text="high"),)
    other = Contact(id="k2", name="Kim Lee", influence=4)

    result = united(
        Client(id="c1", contacts=(KIM,), unread=unread), Client(id="c2", contacts=(other,)), HEADING
    )

    assert result.client.contacts == (KIM,)
    assert result.client.unread == unread
    assert "Kim Lee, influence: 4" in result.client.notes
