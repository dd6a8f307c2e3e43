"""A client and a plan with a word of its own in every text, to be looked for in files."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import inspect
from msgspec.structs import replace

from planner.model.fields import leaf_fields, with_field
from planner.model.part import holds_an_id
from planner.model.plan import Preparation
from planner.model.text_at_path import TextAtPath
from tests.builders import a_row_in_every_list


def planted(start: str, like: Preparation | None = None) -> Preparation:
    """A preparation whose every text is a word that begins with `start` and stands nowhere else.

    It has the ids of `like`, if one is given.
    """
    preparation = a_row_in_every_list()
    if like is not None:
        client = replace(preparation.client, id=like.client.id)
        plan = replace(preparation.plan, id=like.plan.id, client_id=like.client.id)
        preparation = replace(preparation, client=client, plan=plan)
    for number, path in enumerate(_text_paths()):
        preparation = with_field(preparation, path, f"{start}{number}")
    unread = (TextAtPath(path="call.minutes", text=f"{start}unread"),)
    typed = (TextAtPath(path="call.deal_value.amount", text=f"{start}typed"),)
    told = (TextAtPath(path="contacts[0].influence", text=f"{start}told"),)
    return replace(
        preparation,
        client=replace(preparation.client, unread=told),
        plan=replace(preparation.plan, unread=unread, as_typed=typed),
    )


def _text_paths() -> Iterator[str]:
    kept_elsewhere = ("unread", "as_typed", "answers", "carried")
    for field in leaf_fields(Preparation):
        name = field.path.rpartition(".")[2]
        is_kept = any(f".{part}" in field.path for part in kept_elsewhere) and "reflection" not in field.path
        if isinstance(field.type, inspect.StrType) and not holds_an_id(name) and not is_kept:
            yield field.path.replace("[]", "[0]")


def files_with(word: str, *folders: Path) -> list[str]:
    """The names of the files below the folders in which the word stands, also packed in a zip."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.name for path in files if any(word.encode() in part for part in _parts(path))]


def _parts(path: Path) -> Iterator[bytes]:
    yield path.name.encode()
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
