"""What can go wrong with a library, in words for the person it happens to."""

from pathlib import Path
from typing import Literal

from planner.model.errors import PlannerError
from planner.translation import N_, _, ngettext
from planner.wording.lists import comma_list

_IDS_NAMED = 5
_TAKEN = {
    "client.id": N_('{field}: "{id}" is already another client here. Nothing was changed.'),
    "plan.id": N_('{field}: "{id}" is already another plan here. Nothing was changed.'),
}


class LibraryNotOpened(PlannerError):
    """The library's folder or file cannot be reached."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(_("{path} cannot be opened: {reason}.").format(path=path, reason=reason))


class LibraryDamaged(PlannerError):
    """The library file does not hold what it should; it was not changed. `what` says where and what."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            _(
                "{path} is damaged: {what}. It was not changed. "
                "Put back a copy of it, or name another library."
            ).format(path=path, what=what)
        )
        self.path = path
        self.what = what


class LibraryTooNew(PlannerError):
    """A newer version of the program wrote the library file; it was not changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "{path} was written by a newer Front Foot. It was not changed. "
                "Update Front Foot, or name another library."
            ).format(path=path)
        )


class LibraryNotWritten(PlannerError):
    """A change could not be stored; file and memory are as before."""


class LibraryFolderGone(LibraryNotWritten):
    """The library's folder is not there any more; memory still holds everything."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _(
                "The library's folder {folder} is gone: its disk was removed, or it was deleted or "
                "renamed. Everything is still here, as long as this window stays open."
            ).format(folder=folder)
        )


class ClientErased(LibraryNotWritten):
    """Something of a client was to be stored that was erased meanwhile; it stays erased."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{client}” was erased while this was open. Nothing of it is stored any more.").format(
                client=name
            )
        )


class SameClient(PlannerError):
    """A client was to be made one with itself."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{client}” is one client already. Choose another to merge it with.").format(client=name)
        )


class LibraryAlreadyThere(LibraryNotWritten):
    """A library was to be written where there is another; that was not changed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _("There is a library in {folder} already. It was not changed; choose another folder.").format(
                folder=folder
            )
        )


class NoSuchPlan(PlannerError):
    """No plan has this id or start of an id."""

    def __init__(self, plan_id: str) -> None:
        super().__init__(_('There is no plan "{id}" in this library.').format(id=plan_id))


class AmbiguousId(PlannerError):
    """Several plans' ids start with the text given; the message names up to five of them."""

    def __init__(self, start: str, plan_ids: list[str]) -> None:
        count = len(plan_ids)
        text = (
            ngettext(
                '"{start}" can mean {count} plan ({ids}); write more of the id.',
                '"{start}" can mean {count} plans ({ids}); write more of the id.',
                count,
            )
            if count <= _IDS_NAMED
            else ngettext(
                '"{start}" can mean {count} plan ({ids} and more); write more of the id.',
                '"{start}" can mean {count} plans ({ids} and more); write more of the id.',
                count,
            )
        )
        super().__init__(text.format(start=start, count=count, ids=comma_list(plan_ids[:_IDS_NAMED])))


class IdTaken(PlannerError):
    """A plan or client to be added has the id of another in the library; `field` says which of the two."""

    def __init__(self, field: Literal["client.id", "plan.id"], taken: str) -> None:
        super().__init__(_(_TAKEN[field]).format(field=field, id=taken))
        self.field = field


class BackupNotMade(PlannerError):
    """No backup was made: the library is damaged, or the file was not written or did not open afterwards.

    Also if the folder chosen for backups cannot be used.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(_("No backup was made: {reason}").format(reason=reason))


class BackupNotDeleted(PlannerError):
    """A backup is still there, or the file is no backup of the library's."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(_("{path} was not deleted: {reason}.").format(path=path, reason=reason))


class BackupNotOpened(PlannerError):
    """A file cannot be opened as a backup: it is none of ours, damaged, too new or unreadable.

    `reason` says why, without the file's path.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            _("{path} is not a backup that can be opened: {reason}.").format(path=path, reason=reason)
        )
        self.reason = reason
