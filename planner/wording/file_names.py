"""What files are called: names that every file system takes, whatever clients and calls are called."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence

from planner.translation import _
from planner.wording.document_kinds import DocumentKind
from planner.wording.graphemes import JOINERS, parts_letters

LONGEST = 143
"""So many bytes of UTF-8 a name has at most. Most systems take 255, encrypted homes (eCryptfs) 143; and
Windows wants a whole path within 260 characters."""

SEPARATOR = " – "
_ROOM_FOR_NUMBER = len(" (9999)")
_LONGEST_MARK = 64
_ELLIPSIS = "…"

_UNFIT = frozenset('<>:"/\\|?*')
_INVISIBLE = frozenset({"Cf", "Cs", "Cn"})
"""Categories left out: what turns the direction of writing, halves of pairs, what is no character yet."""
_BLANK = frozenset({"Cc", "Zs", "Zl", "Zp"})
_LOOSE_ENDS = f" .{JOINERS}"

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
)
"""What Windows takes for a device, whatever its ending, in small letters."""


def file_name(parts: Iterable[str], ending: str, *, mark: str = "", otherwise: str = "Front Foot") -> str:
    """Return `part – part (mark).pdf`, a name of at most 143 bytes that every file system takes.

    `ending` is `.pdf`, with its dot. Where they are too long together the longest parts are cut, between
    letters and with a visible …, and room is left for a number after the name. `mark` tells files of the
    same parts apart. If nothing is left of the parts, and there is no mark, the file is called `otherwise`.
    """
    plain = [text for part in parts if (text := _plain(part))]
    distinguishing = _shortened(_plain(mark), _LONGEST_MARK)
    tail = f" ({distinguishing})" if distinguishing else ""
    room = LONGEST - _ROOM_FOR_NUMBER - _size(ending) - _size(tail)
    stem = (SEPARATOR.join(_fitted(plain, room)) + tail).strip(_LOOSE_ENDS) or otherwise
    return f"_{stem}{ending}" if _is_device(stem) else f"{stem}{ending}"


def document_file_name(
    kind: DocumentKind,
    *,
    client: str,
    title: str,
    day: dt.date | None,
    mark: str = "",
    ending: str = ".pdf",
) -> str:
    """Return `Client – title – price workings – 2026-12-01.pdf`, without what is blank.

    What is for the client has no title. `mark` tells files of the same parts apart, see `file_name`.
    """
    parts = (
        client,
        "" if kind.for_the_client else title,
        _(kind.in_file_name) if kind.in_file_name else "",
        day.isoformat() if day else "",
    )
    return file_name(parts, ending, mark=mark, otherwise=_(kind.called))


def as_disks_compare(name: str) -> str:
    """Return a name as a disk compares it that knows neither case nor ways of writing accents."""
    folded = unicodedata.normalize("NFC", name).casefold().translate(dict.fromkeys(map(ord, JOINERS)))
    return unicodedata.normalize("NFC", folded)


def distinct_names(names: Sequence[str]) -> list[str]:
    """Return the names in order; those that some disk takes for an earlier one get a number."""
    taken: set[str] = set()
    distinct = []
    for name in names:
        distinct.append(
            next(numbered for numbered in _numbered(name) if as_disks_compare(numbered) not in taken)
        )
        taken.add(as_disks_compare(distinct[-1]))
    return distinct


def _numbered(name: str) -> Iterable[str]:
    yield name
    stem, dot, ending = name.rpartition(".")
    number = 2
    while True:
        yield f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
        number += 1


def _is_device(stem: str) -> bool:
    return stem.partition(".")[0].rstrip(" ").lower() in _DEVICES


def _plain(text: str) -> str:
    """Return the text without what names of files may not hold, and without what nobody sees."""
    fitted = "".join(map(_fit, unicodedata.normalize("NFC", text)))
    return unicodedata.normalize("NFC", " ".join(fitted.split()).strip(_LOOSE_ENDS))


def _fit(character: str) -> str:
    category = unicodedata.category(character)
    if character in _UNFIT or category in _BLANK:
        return " "
    return "" if category in _INVISIBLE and character not in JOINERS else character


def _fitted(parts: Sequence[str], room: int) -> list[str]:
    """Return the parts, of which the longest are cut so that all fit into so many bytes."""
    left = room - _size(SEPARATOR) * max(len(parts) - 1, 0)
    share = left
    for at, size in enumerate(sorted(map(_size, parts))):
        share = left // (len(parts) - at)
        if size > share:
            break
        left -= size
    else:
        share = room
    return [_shortened(part, share) for part in parts]


def _shortened(text: str, room: int) -> str:
    """Return the text, cut visibly between two letters if it takes more than so many bytes."""
    if _size(text) <= room:
        return text
    fitting = text.encode()[: max(room - _size(_ELLIPSIS), 0)].decode(errors="ignore")
    end = next((at for at in range(len(fitting), 0, -1) if parts_letters(text, at)), len(fitting))
    return f"{text[:end].rstrip(_LOOSE_ENDS + ',;-–')}{_ELLIPSIS}"


def _size(text: str) -> int:
    return len(text.encode())
