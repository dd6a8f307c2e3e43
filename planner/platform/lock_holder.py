"""Who has a library open: a few lines in its lock file, for people and for other computers."""

import contextlib
import hashlib
import os
import platform
import re
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

PROGRAM = "front-foot"

_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_LONGEST = 1_024
_OUR_LINES = 6
_MULTICAST = 1 << 40
"""Set in a hardware address that Python made up because it found none."""


class Machine(msgspec.Struct, frozen=True):
    """This computer: its name of the day for people, and an id that stays when the name changes.

    `id` is "" where the system has none; the name decides then.
    """

    host: str
    id: str = ""

    @property
    def fingerprint(self) -> str:
        """A digest of the id, by which only the same computer can be recognised; "" without an id."""
        return hashlib.sha256(f"{PROGRAM} lock\n{self.id}".encode()).hexdigest()[:32] if self.id else ""


class Holder(msgspec.Struct, frozen=True):
    """The process that has a library open, as its lock file says."""

    process: int
    program: str
    host: str
    machine: str = ""
    """The fingerprint of its computer, or the bare id, which our versions with QLockFile wrote."""

    def is_of(self, machine: Machine) -> bool:
        """Whether it runs, or ran, on that computer: by the ids if both are known, else by the host names."""
        if self.machine and machine.id:
            return self.machine in {machine.fingerprint, machine.id}
        return self.host == machine.host


def this_machine(read_id: Callable[[], str] | None = None) -> Machine:
    """Return the computer this runs on; `read_id` is asked for its id in place of the system."""
    return Machine(platform.node(), (read_id or _machine_id)())


def text_of(holder: Holder) -> bytes:
    """Return the lines for the lock file.

    The first five are those of Qt's QLockFile, ids of computer and boot left out, so that versions
    of ours that lock with it say who has the library, and take it when that process is dead.
    """
    lines = (str(holder.process), holder.program, holder.host, "", "", holder.machine)
    return "".join(f"{line}\n" for line in lines).encode()


def holder_in(text: bytes) -> Holder | None:
    """Return the holder that a lock file's bytes name, ours or QLockFile's; None if they do not fit."""
    if len(text) > _LONGEST or not text.endswith(b"\n"):
        return None
    lines = text.decode(errors="replace").split("\n")[:-1]
    if len(lines) < 3 or not re.fullmatch(r"[1-9][0-9]{0,18}", lines[0]):
        return None
    process, program, host, *ids = lines
    machine = ids[_OUR_LINES - 4] if len(lines) >= _OUR_LINES else next(iter(ids), "")
    return Holder(int(process), program, host, machine)


def this_process(machine: Machine) -> Holder:
    """Return this process as a holder on the computer."""
    return Holder(os.getpid(), PROGRAM, machine.host, machine.fingerprint)


def _machine_id() -> str:
    for path in _MACHINE_IDS:
        try:
            text = path.read_bytes().decode(errors="replace").strip()
        except OSError:
            continue  # hardly any system has both
        if re.fullmatch(r"[0-9a-f]{32}", text):  # before its first start a system says "uninitialized"
            return text
    return _windows_id() if sys.platform == "win32" else _hardware_address()


def _windows_id() -> str:
    """Return the id Windows gave itself when it was installed."""
    if sys.platform == "win32":  # untried: written by the manual
        import winreg  # noqa: PLC0415 -- elsewhere there is none

        place = (winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography", 0)
        with (
            contextlib.suppress(OSError),
            winreg.OpenKey(*place, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key,
        ):
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    return ""


def _hardware_address() -> str:
    import uuid  # noqa: PLC0415 -- most systems have a better id

    address = uuid.getnode()
    return "" if address & _MULTICAST else f"{address:012x}"
