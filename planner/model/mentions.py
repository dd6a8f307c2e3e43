"""Where a plan or its client mentions contacts: by the name as typed, and by the contact's id where known."""

from collections.abc import Iterator, Sequence

import msgspec

from planner.model.client import Contact
from planner.model.fields import paths_overlap, read_field, with_field
from planner.model.names import name_key, same_name
from planner.model.plan import Preparation

_ROWS = (
    ("plan.call.attendees", "contact"),
    ("plan.conversation.concerns", "who"),
    ("plan.price.drivers", "confirmed_by"),
    ("client.touches", "with_whom"),
)
_SINGLE = ("plan.ask.primary.actor", "plan.ask.fallback.actor", "plan.reflection.obtained.actor")
_CONTACTS = "client.contacts"
_ROOTS = (_CONTACTS, *(rows for rows, _name in _ROWS), *_SINGLE)


class Mention(msgspec.Struct, frozen=True):
    """A name in a plan or touch, and the id of the contact whose name it is, "" where only the name is known.

    `path` is that of the name in a Preparation; beside it, its path and `_id`, stands the id.
    """

    path: str
    name: str
    contact_id: str

    @property
    def id_path(self) -> str:
        """The path in a Preparation at which the contact's id stands."""
        return id_path(self.path)


def id_path(path: str) -> str:
    """Return the path of the id that stands beside the name of a contact."""
    return f"{path}_id"


def mentions(preparation: Preparation) -> Iterator[Mention]:
    """Yield every mention of a contact in the plan and in its client's touches, blank ones too."""
    for path in _SINGLE:
        yield _mention(preparation, path)
    for rows, name in _ROWS:
        for at in range(len(read_field(preparation, rows))):
            yield _mention(preparation, f"{rows}[{at}].{name}")


def namesakes(name: str, contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Return the contacts who bear the name, in their order; () for a blank name."""
    key = name_key(name)
    return tuple(contact for contact in contacts if name_key(contact.name) == key) if key else ()


def contact_of(contact_id: str, contacts: Sequence[Contact]) -> Contact | None:
    """Return the contact of that id; None if there is none, and for ""."""
    return next((contact for contact in contacts if contact_id and contact.id == contact_id), None)


def undecided(preparation: Preparation) -> tuple[tuple[Mention, tuple[Contact, ...]], ...]:
    """Return the mentions of a name that several contacts bear, each with these, where no id says who."""
    contacts = preparation.client.contacts
    if not _shares_names(contacts):
        return ()
    asked = ((mention, namesakes(mention.name, contacts)) for mention in mentions(preparation))
    return tuple(
        (mention, called)
        for mention, called in asked
        if len(called) > 1 and contact_of(mention.contact_id, contacts) is None
    )


def with_ids_found(preparation: Preparation, changed: str = "") -> tuple[Preparation, tuple[str, ...]]:
    """Return the preparation with the ids of mentioned contacts found, and the paths of those that changed.

    Looked at are the mentions that a change at the path `changed` concerns; all if it is "" or the contacts'.
    An id stays while its contact bears the name, else it becomes that of the one contact who does, or "" if
    none or several do. After a change of the contacts no id becomes "": a name may be half typed.
    """
    if not any(paths_overlap(changed, root) for root in _ROOTS):
        return preparation, ()
    only_gives = bool(changed) and paths_overlap(changed, _CONTACTS)
    contacts, changed_ids = preparation.client.contacts, []
    for mention in mentions(preparation):
        if not only_gives and not paths_overlap(changed, mention.path):
            continue
        found = _id_for(mention, contacts)
        if found != mention.contact_id and (found or not only_gives):
            preparation = with_field(preparation, mention.id_path, found)
            changed_ids.append(mention.id_path)
    return preparation, tuple(changed_ids)


def _id_for(mention: Mention, contacts: Sequence[Contact]) -> str:
    holder = contact_of(mention.contact_id, contacts)
    if holder is not None and same_name(holder.name, mention.name):
        return holder.id
    called = namesakes(mention.name, contacts)
    return called[0].id if len(called) == 1 else ""


def with_present_names(preparation: Preparation) -> Preparation:
    """Return the preparation with the present name of each contact wherever it mentions them by id.

    A plan or touch keeps the name as it was typed; this is what is shown of it. Who is no contact any more,
    or has no name now, keeps the name typed.
    """
    names = {contact.id: contact.name for contact in preparation.client.contacts if contact.id}
    if not names:
        return preparation
    for mention in mentions(preparation):
        name = names.get(mention.contact_id, "")
        if name.strip() and name != mention.name:
            preparation = with_field(preparation, mention.path, name)
    return preparation


def _mention(preparation: Preparation, path: str) -> Mention:
    return Mention(path, read_field(preparation, path), read_field(preparation, id_path(path)))


def _shares_names(contacts: Sequence[Contact]) -> bool:
    keys = [key for contact in contacts if (key := name_key(contact.name))]
    return len(set(keys)) < len(keys)
