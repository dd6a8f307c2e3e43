"""Who at the client could do something: by their part in the decision, those in the call first."""

import msgspec

from planner.coaching.check.evidence import short
from planner.model.attendance import absent_contacts, attendance
from planner.model.client import Contact
from planner.model.plan import Preparation
from planner.model.terms import BuyingRole
from planner.translation import _, pgettext


class People(msgspec.Struct, frozen=True):
    """The people a suggestion speaks of, each named or, where the plan knows nobody, described.

    `asked` is the name of whom we ask in this call, "" if unknown. The others are as a sentence names them:
    `Sam Achebe (Head of maintenance)`, or a description.
    """

    asked: str
    economic: str
    user: str
    technical: str
    colleague: str


def people_of(preparation: Preparation) -> People:
    """Return the people of a plan; a contact with the name of the one asked is none of the others."""
    invited = [contact for _, contact in attendance(preparation)]
    known = [contact for contact in invited if contact in preparation.client.contacts]
    contacts = [*known, *absent_contacts(preparation)]
    asked = next(iter(invited or contacts), Contact())
    others = [contact for contact in contacts if contact != asked]
    return People(
        asked=asked.name.strip(),
        economic=_with(others, BuyingRole.ECONOMIC, _("whoever signs for the money")),
        user=_with(others, BuyingRole.USER, _("two people who do the work")),
        technical=_with(others, BuyingRole.TECHNICAL, _("whoever has to make it work")),
        colleague=_in_a_sentence(others[0]) if others else _("a colleague whom it concerns"),
    )


def _with(contacts: list[Contact], role: BuyingRole, unknown: str) -> str:
    return next((_in_a_sentence(contact) for contact in contacts if contact.buying_role == role), unknown)


def _in_a_sentence(contact: Contact) -> str:
    """Return `Sam Achebe (Head of maintenance)`, or the name alone."""
    name, title = contact.name.strip(), short(contact.title, 40)
    return pgettext("person", "{name} ({title})").format(name=name, title=title) if title else name
