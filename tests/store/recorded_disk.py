"""A file layer that remembers every operation, and what a disk may hold after the power fails.

Kept to what the library does in its one folder: files opened with `os.open`, written, synced, cut,
renamed and removed. Until a file is synced, its writes may be lost, torn or arrive in any order;
until the folder is synced, its names may be those of any moment since it last was.
"""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest


class Step(msgspec.Struct, frozen=True):
    """One operation on a file (by number), on a name, or a remark."""

    kind: str
    file: int = 0
    at: int = 0
    data: bytes = b""
    name: str = ""
    to: str = ""


class RecordedDisk:
    """Records what is done in a folder while it is watched."""

    def __init__(self, folder: Path) -> None:
        self.steps: list[Step] = []
        self._folder = os.path.realpath(folder)
        self._handles: dict[int, int] = {}
        self._files: dict[str, int] = {}
        self._count = 0

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Record from now on, until the patch is undone."""
        for name in (
            "open",
            "close",
            "write",
            "ftruncate",
            "fsync",
            "fdatasync",
            "replace",
            "rename",
            "unlink",
        ):
            if hasattr(os, name):
                recording = getattr(self, f"_{name}", None) or self._sync
                patch.setattr(os, name, _through(recording, getattr(os, name)))

    def note(self, remark: str) -> None:
        """Put a remark among the steps."""
        self.steps.append(Step("note", name=remark))

    def _open(self, real: Callable[..., int], path: Any, flags: int, *more: Any, **named: Any) -> int:
        is_new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        handle = real(path, flags, *more, **named)
        if os.path.realpath(path) == self._folder:
            self._handles[handle] = 0
        elif (name := self._name(path)) is not None:
            if is_new:
                self._count += 1
                self._files[name] = self._count
                self.steps.append(Step("name", self._count, name=name))
            self._handles[handle] = self._files[name]
        return handle

    def _close(self, real: Callable[..., None], handle: int) -> None:
        self._handles.pop(handle, None)
        real(handle)

    def _write(self, real: Callable[..., int], handle: int, data: Any) -> int:
        written = real(handle, data)
        if handle in self._handles:
            end = os.fstat(handle).st_size
            self.steps.append(Step("write", self._handles[handle], end - written, bytes(data[:written])))
        return written

    def _ftruncate(self, real: Callable[..., None], handle: int, length: int) -> None:
        real(handle, length)
        if handle in self._handles:
            self.steps.append(Step("cut", self._handles[handle], length))

    def _sync(self, real: Callable[..., None], handle: int) -> None:
        real(handle)
        if handle in self._handles:
            self.steps.append(Step("sync", self._handles[handle]))

    def _replace(self, real: Callable[..., None], source: Any, target: Any, **named: Any) -> None:
        real(source, target, **named)
        before, after = self._name(source), self._name(target)
        if before is not None and after is not None:
            self._files[after] = self._files.pop(before)
            self.steps.append(Step("rename", name=before, to=after))

    _rename = _replace

    def _unlink(self, real: Callable[..., None], path: Any, **named: Any) -> None:
        real(path, **named)
        if (name := self._name(path)) is not None:
            self._files.pop(name)
            self.steps.append(Step("remove", name=name))

    def _name(self, path: Any) -> str | None:
        folder, name = os.path.split(path)
        return name if os.path.realpath(folder) == self._folder else None


def after_power_loss(steps: list[Step], chance: random.Random) -> Iterator[dict[str, bytes]]:
    """Yield what the folder may hold: nothing unsynced, all of it, and three times some of it."""
    synced: dict[int, int] = {}
    for at, step in enumerate(steps):
        if step.kind == "sync":
            synced[step.file] = at
    unsynced_names = [at for at in _of_names(steps) if at > synced.get(0, -1)]
    for keep in (lambda: 0.0, lambda: 1.0, *[chance.random] * 3):
        share = keep()
        names = set(unsynced_names[: round(share * len(unsynced_names))])
        yield _state(steps, synced, names, lambda share=share: chance.random() < share, chance)  # type: ignore[misc]


def _of_names(steps: list[Step]) -> list[int]:
    return [at for at, step in enumerate(steps) if step.kind in ("name", "rename", "remove")]


def _state(
    steps: list[Step],
    synced: dict[int, int],
    kept_names: set[int],
    arrives: Callable[[], bool],
    chance: random.Random,
) -> dict[str, bytes]:
    files: dict[int, bytearray] = {}
    folder: dict[str, int] = {}
    for at, step in enumerate(steps):
        if step.kind in ("name", "rename", "remove"):
            if at <= synced.get(0, -1) or at in kept_names:
                _rename(folder, step)
        elif step.kind in ("write", "cut"):
            content = files.setdefault(step.file, bytearray())
            is_durable = at <= synced.get(step.file, -1)
            if is_durable or arrives():
                _change(content, step, len(step.data) if is_durable else chance.choice(_torn(step)))
    return {name: bytes(files.get(number, b"")) for name, number in folder.items()}


def _rename(folder: dict[str, int], step: Step) -> None:
    if step.kind == "name":
        folder[step.name] = step.file
    elif step.name in folder:
        number = folder.pop(step.name)
        if step.kind == "rename":
            folder[step.to] = number


def _torn(step: Step) -> tuple[int, ...]:
    """How much of a write may arrive: all of it, mostly."""
    whole = len(step.data)
    return (whole, whole, whole // 2, min(whole, 20))


def _change(content: bytearray, step: Step, length: int) -> None:
    if step.kind == "cut":
        del content[step.at :]
        return
    content.extend(bytes(max(0, step.at - len(content))))
    content[step.at : step.at + length] = step.data[:length]


def _through(recording: Callable[..., Any], real: Callable[..., Any]) -> Callable[..., Any]:
    def called(*arguments: Any, **named: Any) -> Any:
        return recording(real, *arguments, **named)

    return called
