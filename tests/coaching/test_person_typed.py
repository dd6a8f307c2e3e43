"""A person typed in one go."""

import pytest

from planner.coaching.person_typed import TitleMeaning, person_typed
from planner.model.client import Contact

ANNA = Contact(id="c1", name="Anna Berg", title="CFO")
BEN = Contact(id="c2", name="Ben Okoye")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, CFO",
        "  Anna   Berg ,CFO ",
        "Anna Berg (CFO)",
        "Anna Berg – CFO",
        "Anna Berg - CFO",
        "Anna Berg; CFO",
    ],
)
def test_a_name_with_a_title_is_a_new_contact(text: str) -> None:
    meant = person_typed(text, (BEN,), new_contact_id="c9")
    assert " ".join(meant.name.split()) == "Anna Berg"
    assert meant.contacts[0] == BEN
    assert (meant.contacts[1].id, meant.contacts[1].title) == ("c9", "CFO")


def test_a_title_may_have_a_comma_and_a_name_a_hyphen() -> None:
    meant = person_typed("Anne-Marie Lund, Head of Finance, Nordics", ())
    assert (meant.contacts[0].name, meant.contacts[0].title) == (
        "Anne-Marie Lund",
        "Head of Finance, Nordics",
    )


def test_a_contact_of_that_name_is_used_and_gets_the_title() -> None:
    meant = person_typed("ben okoye, Maintenance", (ANNA, BEN))
    assert meant.name == "Ben Okoye"
    assert [(contact.id, contact.title) for contact in meant.contacts] == [
        ("c1", "CFO"),
        ("c2", "Maintenance"),
    ]


def test_another_title_than_the_contacts_own_waits_until_its_meaning_is_said() -> None:
    for text in ("Anna Berg, Chair", "anna berg (Chair)", "Anna – Chair"):
        meant = person_typed(text, (ANNA, BEN))
        assert (meant.name, meant.contacts, meant.contact_id) == (text, (ANNA, BEN), "")
        assert meant.conflict is not None
        assert (meant.conflict.contact, meant.conflict.title) == (ANNA, "Chair")

    renamed = person_typed("Anna, Chair", (ANNA, BEN), meaning=TitleMeaning.NEW_TITLE)
    assert (renamed.name, renamed.contact_id, renamed.conflict) == ("Anna Berg", "c1", None)
    assert [contact.title for contact in renamed.contacts] == ["Chair", ""]

    other = person_typed(
        "Anna Berg, Chair", (ANNA, BEN), new_contact_id="c9", meaning=TitleMeaning.SOMEBODY_ELSE
    )
    assert (other.name, other.contact_id) == ("Anna Berg", "c9")
    assert [(contact.id, contact.title) for contact in other.contacts] == [
        ("c1", "CFO"),
        ("c2", ""),
        ("c9", "Chair"),
    ]


def test_the_same_title_written_otherwise_is_no_other_title() -> None:
    assert person_typed("Anna Berg, cfo", (ANNA, BEN)).contacts == (ANNA, BEN)


def test_a_part_of_the_one_name_it_fits_is_enough() -> None:
    assert person_typed("Anna, CFO", (ANNA, BEN)).contacts == (ANNA, BEN)
    two = (ANNA, Contact(name="Anna Lund"))
    assert len(person_typed("Anna, CFO", two).contacts) == 3, "of two it is neither"


def test_of_two_of_one_name_the_title_says_which() -> None:
    other = Contact(id="c3", name="Anna Berg", title="Buyer")
    assert person_typed("Anna Berg, Buyer", (ANNA, other)).contacts == (ANNA, other)
    assert len(person_typed("Anna Berg, Lawyer", (ANNA, other)).contacts) == 3


@pytest.mark.parametrize("text", ["", "Anna", "Dr Anna Berg", "Anna Berg,", ", CFO", "Jean-Luc"])
def test_without_a_name_or_a_title_no_contact_changes(text: str) -> None:
    assert person_typed(text, (BEN,)).contacts == (BEN,)


def test_surname_first_is_the_contact_of_that_name() -> None:
    meant = person_typed("Berg, Anna", (ANNA, BEN))
    assert (meant.name, meant.contacts) == ("Anna Berg", (ANNA, BEN))
