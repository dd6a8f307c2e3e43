"""Where the library lies."""

import os
from pathlib import Path

from planner.platform.files import FileNotWritten, write_atomically

LIBRARY_VARIABLE = "FRONT_FOOT_LIBRARY"

_NOTE = "library-folder"
"""The file in the settings folder that names where the library was saved to from the data folder."""


def library_folder(given: Path | None) -> Path:
    """Return the library's folder: the one given, that of the environment, or this person's own.

    Their own is the data folder, or where they have saved the library elsewhere since.
    """
    return _named(given) or _noted() or _data_folder()


def remember_folder(given: Path | None, folder: Path) -> bool:
    """Note where the library has been saved to; return whether the next start opens it by itself.

    False, and nothing is noted, if the library was named, by `given` or the environment: it will be named
    again. False also if the note cannot be written.
    """
    if _named(given):
        return False
    note = _note()
    try:
        note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(note, os.fsencode(folder.absolute()))
    except (OSError, FileNotWritten):
        return False
    return True


def _named(folder: Path | None) -> Path | None:
    if folder is not None:
        return folder
    variable = os.environ.get(LIBRARY_VARIABLE)
    return Path(variable) if variable else None


def _noted() -> Path | None:
    try:
        noted = os.fsdecode(_note().read_bytes())
    except OSError:
        return None
    return Path(noted) if noted else None


def _note() -> Path:
    import platformdirs  # noqa: PLC0415 -- 20 ms that most commands of a script do without

    return platformdirs.user_config_path("front-foot", appauthor=False) / _NOTE


def _data_folder() -> Path:
    import platformdirs  # noqa: PLC0415 -- as above

    return platformdirs.user_data_path("front-foot", appauthor=False)
