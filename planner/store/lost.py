"""A library that is empty, or begun anew by mistake, while its backups hold plans."""

from pathlib import Path

from planner.model.library_values import Backup, Missed
from planner.store.backup_file import opened
from planner.store.backups import Backups
from planner.store.errors import BackupNotOpened
from planner.store.reading import FILE_NAME, LibraryReading
from planner.store.restore_command import restore_command
from planner.translation import N_, _, ngettext

FRESH_START = N_("a fresh start")
"""The reason of the backup that says: what was backed up before is not missed."""


def missed_by(library: LibraryReading, backups: Backups) -> Missed | None:
    """Return the newest backup with plans or clients, and what to tell, if the library holds nothing at all.

    None if it holds anything, or no such backup was made since the last fresh start.
    """
    if library.summaries() or library.trash() or library.clients():
        return None
    backup = newest_filled(backups)
    return None if backup is None else _missed(library, backup)


def buried_by(library: LibraryReading, backups: Backups) -> Missed | None:
    """Return the newest backup with plans or clients, and what to tell, if none of its clients is here.

    Clients stay in a library whatever becomes of their plans: so this one never held that backup, and was
    begun anew where the other was lost. None otherwise, or if the backup does not open. It is read whole.
    """
    backup = newest_filled(backups)
    if backup is None:
        return None
    try:
        client_ids = opened(backup.path).contents.clients.keys()
    except BackupNotOpened:
        return None
    shared = client_ids & {client.id for client in library.clients()}
    return None if shared else _missed(library, backup)


def newest_filled(backups: Backups) -> Backup | None:
    """Return the newest backup that holds plans or clients, None if there is none since the last fresh start.

    Nor is any looked for behind one that has a day to go: that was made before something was erased.
    """
    for backup in backups.backups():
        if backup.goes_on is not None or (backup.opens and backup.reason == FRESH_START):
            return None
        if backup.plans or backup.in_trash or backup.clients:
            return backup
    return None


def how_to_put_back(folder: Path, backup: Backup) -> str:
    """Return a sentence with the commands that put the backup back, or begin anew without it."""
    return _("Put it back with: {command} (or start afresh with: {anew})").format(
        command=restore_command(folder, backup.path), anew=restore_command(folder, "--none")
    )


def _missed(library: LibraryReading, backup: Backup) -> Missed:
    count = backup.plans or 0
    plans = ngettext("{count:,} plan", "{count:,} plans", count).format(count=count)
    if not (backup.plans or backup.in_trash):
        count = backup.clients
        plans = ngettext("{count:,} client", "{count:,} clients", count).format(count=count)
    taken = f"{backup.taken.astimezone():%Y-%m-%d %H:%M}"
    path = library.folder / FILE_NAME
    if library.clients():
        text = _("There is a backup of {taken} with {plans}, but {path} holds nothing of it.")
    elif path.exists():
        text = _("There is a backup of {taken} with {plans}, but {path} is empty.")
    else:
        text = _("There is a backup of {taken} with {plans}, but {path} is not there.")
    return Missed(backup, text.format(taken=taken, plans=plans, path=path))
