"""A library as it stands in a file, looked at without being opened for work."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from planner.model.plan_summary import PlanSummary
from planner.store.contents import Contents
from planner.store.decoding_problem import decoding_problem
from planner.store.errors import LibraryDamaged, LibraryTooNew, NoSuchPlan
from planner.store.migrations import migrated
from planner.store.records import META, SCHEMA, decoded_as_stored
from planner.translation import _

if TYPE_CHECKING:
    from planner.model.plan import Preparation

Encoded = Mapping[str, Mapping[str, msgspec.Raw]]
"""Encoded documents by table and document id."""

_TABLES = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


class Snapshot:
    """The clients and plans of a library file as it stood, read-only.

    `damage` holds one error for each document that cannot even be listed; it is left out. LibraryTooNew, or
    LibraryDamaged if the tables do not say their schema.
    """

    def __init__(self, tables: Encoded, path: Path) -> None:
        self.tables = tables
        self.damage: list[LibraryDamaged] = []
        self.path = path
        check_schema(tables, path)
        clients, plans = tables.get("clients", {}), tables.get("plans", {})
        self.contents = Contents.of(clients, plans, path, self.damage.append)

    def summaries(self) -> list[PlanSummary]:
        """Return the plans outside the trash, sorted by id."""
        return self.contents.listed

    def preparation(self, plan_id: str) -> "Preparation":
        """Return the plan with its client; NoSuchPlan or LibraryDamaged."""
        from planner.model.plan import Preparation  # noqa: PLC0415 -- not at the start
        from planner.store.whole_records import CLIENT, PLAN, decoded  # noqa: PLC0415 -- as above

        entry = self.contents.plans.get(plan_id)
        if entry is None:
            raise NoSuchPlan(plan_id)
        plan = decoded(PLAN, self.tables["plans"][entry.doc_id], self.path, f"plans {entry.doc_id}").plan()
        doc_id = self.contents.clients[plan.client_id].doc_id
        client = decoded(CLIENT, self.tables["clients"][doc_id], self.path, f"clients {doc_id}")
        return Preparation(client=client, plan=plan)


def tables_of(file: bytes, path: Path) -> Encoded:
    """Return the tables of a library file, whatever schema it is written in, in today's.

    LibraryDamaged or LibraryTooNew, naming the path.
    """
    try:
        tables = _TABLES.decode(file)
    except msgspec.DecodeError as error:
        raise LibraryDamaged(
            path, _("it is not a TinyDB file ({reason})").format(reason=decoding_problem(str(error)))
        ) from error
    return in_todays_schema(tables, path)


def in_todays_schema(tables: Encoded, path: Path) -> Encoded:
    """Return the tables in today's schema; LibraryTooNew, or LibraryDamaged if they do not say theirs."""
    if check_schema(tables, path) == SCHEMA:
        return tables
    today = migrated(
        {
            name: {key: msgspec.json.decode(document) for key, document in table.items()}
            for name, table in tables.items()
        }
    )
    return {
        name: {doc_id: msgspec.Raw(msgspec.json.encode(document)) for doc_id, document in table.items()}
        for name, table in today.items()
    }


def check_schema(tables: Encoded, path: Path, *, newest: int = SCHEMA) -> int:
    """Return the schema the tables are of, `newest` if they hold nothing.

    LibraryTooNew if it is above `newest`; LibraryDamaged if they do not say it.
    """
    meta = tables.get("meta", {}).get("1")
    if meta is None:
        if tables.get("plans") or tables.get("clients"):
            problem = _("it is missing")
            raise LibraryDamaged(path, f"meta 1, schema: {problem}")
        return newest
    schema = decoded_as_stored(META, meta, path, "meta 1").schema
    if schema > newest:
        raise LibraryTooNew(path)
    if schema < 1:
        problem = _("there never was a schema {number}").format(number=schema)
        raise LibraryDamaged(path, f"meta 1, schema: {problem}")
    return schema
