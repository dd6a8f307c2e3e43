"""Files that lie beside a library and may still hold what is erased from it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from planner.platform.files import make_names_durable, reason_of
from planner.store.library_file import journal_of
from planner.translation import _

_ASIDE = re.compile(r".*\.(?:damaged|torn|other|recovered|brought-in)-\d+|\.front-foot-.*\.tmp", re.DOTALL)
"""The names of what was kept aside: damaged files and journals, copies brought in, files never finished."""
_PIECE = 1 << 22


def set_aside_beside(path: Path) -> list[Path]:
    """Return the files in a library file's folder that were kept aside or never finished, by name.

    What another library in the same folder kept aside is not among them.
    """
    try:
        names = sorted(path.parent.iterdir())
    except OSError:
        return []
    ours = (path.stem, ".front-foot-")
    return [
        file
        for file in names
        if file.name.startswith(ours) and _ASIDE.fullmatch(file.name) and file.is_file()
    ]


def holding(files: Iterable[Path], traces: Iterable[bytes]) -> tuple[Path, ...]:
    """Return the files that hold one of these texts, or whose journals do; also those that cannot be read."""
    sought = tuple(traces)
    return tuple(file for file in files if any(_holds(each, sought) for each in _with_journal(file)))


def delete_files(files: Iterable[Path]) -> str:
    """Delete the files for good; return in sentences which of them cannot be, "" if all went."""
    problems, folders = [], set()
    for file in files:
        try:
            file.unlink(missing_ok=True)
            folders.add(file.parent)
        except OSError as error:
            text = _("{path} cannot be deleted: {reason}.")
            problems.append(text.format(path=file, reason=reason_of(error)))
    for folder in folders:
        try:
            make_names_durable(folder)
        except OSError as error:
            text = _("Whether it is gone from {path} is not certain: {reason}.")
            problems.append(text.format(path=folder, reason=reason_of(error)))
    return " ".join(problems)


def _with_journal(file: Path) -> Iterator[Path]:
    """Yield the file, and the journal of its name if there is one."""
    yield file
    if file.suffix == ".json" and journal_of(file).is_file():
        yield journal_of(file)


def _holds(file: Path, sought: tuple[bytes, ...]) -> bool:
    longest = max(map(len, sought), default=1)
    before = b""
    try:
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE):
                around = before + piece
                if any(text in around for text in sought):
                    return True
                before = around[-longest:]
    except OSError:
        return True
    return False
