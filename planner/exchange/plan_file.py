"""Plan files: a plan with its client as JSON, or the client alone; to hand over, to script, to keep."""

import re
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from planner.coaching.promises import with_promises_of
from planner.coaching.typed_sums import with_sums
from planner.exchange.errors import PlanFileError
from planner.exchange.json_text import NotJson, Number, Object, json_quoted, parsed
from planner.exchange.plan_schema import FORMAT, SCHEMA, schema
from planner.exchange.reader import UNREAD, Reader
from planner.exchange.writing import client_file, plan_file
from planner.model.client import Client, Promise
from planner.model.errors import FieldError
from planner.model.field_texts import takes_text
from planner.model.ids import new_id
from planner.model.outreach import Outreach, touches_of
from planner.model.part import Part, Referable
from planner.model.plan import Plan, Preparation
from planner.translation import _

LARGEST = 20_000_000

__all__ = [
    "PlanFileError",
    "client_file",
    "content_in",
    "plan_file",
    "preparation_in",
    "read_client_or_plan_file",
    "read_plan_file",
    "schema",
]


def read_client_or_plan_file(path: Path) -> Preparation | Client:
    """Return the plan with its client from a plan file, or the client alone from a client file.

    PlanFileError with everything that is wrong. Ids that the file does not give are "", but for the plan's,
    which is a new one where the file has promises in its reflection.
    """
    return content_in(_bytes_of(path), str(path))


def read_plan_file(path: Path) -> Preparation:
    """Return the plan with its client from a plan file; PlanFileError, also where it holds a client alone."""
    return preparation_in(_bytes_of(path), str(path))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except IsADirectoryError as error:
        raise PlanFileError(str(path), [_("is a folder, not a plan file")]) from error
    except FileNotFoundError as error:
        raise PlanFileError(str(path), [_("there is no such file")]) from error
    except OSError as error:
        raise PlanFileError(
            str(path), [_("cannot be read: {reason}").format(reason=error.strerror)]
        ) from error


def preparation_in(data: bytes, name: str) -> Preparation:
    """Return the plan with its client from a plan file's bytes; PlanFileError calls the file `name`."""
    content = content_in(data, name)
    if isinstance(content, Client):
        missing = _("is missing")
        raise PlanFileError(name, [f"plan: {missing}"])
    return content


def content_in(data: bytes, name: str) -> Preparation | Client:
    """Return what a file's bytes hold, as `read_client_or_plan_file`; PlanFileError calls the file `name`."""
    if len(data) > LARGEST:
        text = _("is larger than {size} MB; a plan file is never that large")
        raise PlanFileError(name, [text.format(size=LARGEST // 1_000_000)])
    try:
        content = parsed(data)
    except NotJson as error:
        raise PlanFileError(name, [str(error)]) from error
    if refusal := _foreign(content):
        raise PlanFileError(name, [refusal])
    reader = Reader()
    reader.names(content, ["format", "schema", "client", "plan"], "")
    promises = _taken_promises(reader, content)
    client = _read_client(reader, content)
    plan = None if content.get("plan") is None else _read_part(reader, content, Plan)
    if getattr(plan, "client_id", "") not in {"", getattr(client, "id", "")}:
        reader.complain("plan.client_id", _("is not the id of the client in this file"))
    for part_name, part in (("client", client), ("plan", plan)):
        _check_unread(reader, part, part_name)
    if reader.complaints:
        raise PlanFileError(name, reader.complaints)
    return client if plan is None else _prepared(reader, client, plan, promises)


def _prepared(reader: Reader, client: Client, plan: Plan, promises: tuple[Promise, ...]) -> Preparation:
    """Return the parts as one preparation, with the sums read and the promises that the reflection held."""
    sums = ((path.removeprefix("plan."), text) for path, text in reader.sums if path.startswith("plan."))
    plan = with_sums(plan, sums)
    if promises:
        plan = msgspec.structs.replace(plan, id=plan.id or new_id())
        client = with_promises_of(client, promises, plan.id)
    return Preparation(client=client, plan=msgspec.structs.replace(plan, client_id=client.id))


def _foreign(content: object) -> str:
    """Return why the JSON is no plan file that can be read here, "" if it is one."""
    if not isinstance(content, Object):
        return _("expected a plan file, got {value}").format(value=json_quoted(content))
    if content.get("format") != FORMAT:
        text = _('expected "{format}", got {value}; this is not a plan file')
        return f"format: {text.format(format=FORMAT, value=json_quoted(content.get('format')))}"
    number = content.get("schema")
    if not isinstance(number, Number) or not re.fullmatch(r"[1-9]\d{0,8}", number):
        text = _("expected {schema}, got {value}").format(schema=SCHEMA, value=json_quoted(number))
        return f"schema: {text}"
    if int(number) > SCHEMA:
        text = _("{number} is from a newer Front Foot, this one reads {schema}; update it to read this file")
        return f"schema: {text.format(number=number, schema=SCHEMA)}"
    return ""


def _taken_promises(reader: Reader, content: Object) -> tuple[Promise, ...]:
    """Take the promises out of the reflection, where schema 1 had them, and return them; () for none.

    Whoever writes a plan file by hand may put them there still: what was promised is said after the call.
    """
    plan = content.get("plan")
    reflection = plan.get("reflection") if isinstance(plan, Object) else None
    if not isinstance(reflection, Object) or reflection.get("promises") is None:
        return ()
    path = "plan.reflection.promises"
    taken = reader.read(reflection.pop("promises"), inspect.type_info(tuple[Promise, ...]), path)
    return () if taken is UNREAD else taken


def _taken_outreach(reader: Reader, content: Object) -> tuple[Outreach, ...]:
    """Take the outreach out of the client, where schemas 1 and 2 had it, and return it; () for none."""
    client = content.get("client")
    if not isinstance(client, Object) or client.get("outreach") is None:
        return ()
    path = "client.outreach"
    taken = reader.read(client.pop("outreach"), inspect.type_info(tuple[Outreach, ...]), path)
    return () if taken is UNREAD else taken


def _read_client(reader: Reader, content: Object) -> Any:
    """Return the client, its outreach as touches before those it has; a complaint if it is missing."""
    outreach = _taken_outreach(reader, content)
    client = _read_part(reader, content, Client)
    if not outreach:
        return client
    touches, unread = touches_of(outreach, client.unread)
    return msgspec.structs.replace(client, touches=(*touches, *client.touches), unread=unread)


def _read_part(reader: Reader, content: Object, kind: type[Part]) -> Any:
    """Return the client or the plan, with a complaint if it is missing or its id is none."""
    name = kind.__name__.lower()
    if content.get(name) is None:
        reader.complain(name, _("is missing"))
        return kind()
    part = reader.read(content[name], inspect.type_info(kind), name)
    _check_id(reader, getattr(part, "id", ""), f"{name}.id")
    for rows in ("contacts", "touches"):
        _check_row_ids(reader, getattr(part, rows, ()), f"{name}.{rows}")
    return part


def _check_row_ids(reader: Reader, rows: tuple[Referable, ...], path: str) -> None:
    seen: set[str] = set()
    for at, row in enumerate(rows):
        _check_id(reader, row.id, f"{path}[{at}].id")
        if row.id in seen:
            reader.complain(f"{path}[{at}].id", _("is given more than once"))
        seen.update({row.id} - {""})


def _check_id(reader: Reader, given: str, path: str) -> None:
    if given and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", given):
        text = _("expected at most 64 letters, digits, - and _, got {value}")
        reader.complain(path, text.format(value=json_quoted(given)))


def _check_unread(reader: Reader, part: Part | None, name: str) -> None:
    """Complain of unread texts beside no single field of the client or plan, or twice beside one."""
    seen: set[str] = set()
    if part is None:
        return
    for at, kept in enumerate(getattr(part, "unread", ())):
        path = f"{name}.unread[{at}].path"
        try:
            if not takes_text(part, kept.path):
                reader.complain(path, _("is not a field that a text is read for"))
        except FieldError as error:
            reader.complain(path, error.message)
        if kept.path in seen:
            reader.complain(path, _("is given more than once"))
        seen.add(kept.path)
