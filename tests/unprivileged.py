"""Being somebody to whom a folder can be read-only: root may write everywhere."""

import ctypes
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

_CAPABILITY_VERSION_3 = 0x20080522


def read_only(folder: Path, work: Callable[[], T]) -> T:
    """Return what the work comes to for somebody who may read the folder and not write to it."""
    if os.name != "posix":
        pytest.skip("a folder is not made read-only like this here")
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        path.chmod(0o500 if path.is_dir() else 0o600)  # as after a `chmod -w` on the folder alone
    try:
        return _without_privileges(work)
    finally:
        for path in everything:
            path.chmod(0o700 if path.is_dir() else 0o600)


def _without_privileges(work: Callable[[], T]) -> T:
    """Do the work without root's rights; whoever has none does it just so."""
    if os.geteuid() != 0:
        return work()
    if not sys.platform.startswith("linux"):
        pytest.skip("root cannot be without its rights here")
    # They are a thread's own on Linux: this one gives its up, and ends with the work.
    with ThreadPoolExecutor(1, initializer=_drop_capabilities) as thread:
        return thread.submit(work).result()


def _drop_capabilities() -> None:
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    if ctypes.CDLL(None, use_errno=True).capset(header, (ctypes.c_uint32 * 6)()):
        raise OSError(ctypes.get_errno(), "capset")
