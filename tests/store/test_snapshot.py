from pathlib import Path

import msgspec
import pytest

from planner.store.errors import LibraryDamaged, LibraryTooNew
from planner.store.journal_record import Documents
from planner.store.snapshot import Snapshot, tables_of

PATH = Path("elsewhere") / "library.json"
META = {"1": msgspec.Raw(b'{"schema":2}')}


def documents(**encoded: str) -> Documents:
    """Documents by their id, which here begins with an underscore."""
    return {doc_id[1:]: msgspec.Raw(document.encode()) for doc_id, document in encoded.items()}


def test_every_document_that_cannot_be_listed_is_named_with_its_file() -> None:
    clients = documents(
        _1='{"id":"tarn","name":"Tarn"}', _x='{"id":"x"}', _2='{"id":""}', _3='{"id":"tarn"}', _4='{"id":7}'
    )
    plans = documents(_1='{"id":"one","client_id":"tarn"}', _2='{"id":"two","client_id":"gone"}', _3="[]")

    snapshot = Snapshot({"meta": META, "clients": clients, "plans": plans}, PATH)

    assert [plan.id for plan in snapshot.summaries()] == ["one"]
    assert [damage.what for damage in snapshot.damage] == [
        "clients x: TinyDB numbers documents, and this is not a number",
        "clients 2, id: it is blank",
        'clients 3, id: "tarn" is also document 1',
        "clients 4, id: Expected `str`, got `int`",
        'plans 2, client_id: there is no client "gone"',
        "plans 3: Expected `object`, got `array`",
    ]
    assert all(str(damage).startswith(f"{PATH} is damaged: {damage.what}. ") for damage in snapshot.damage)
    assert {damage.path for damage in snapshot.damage} == {PATH}


def test_a_library_of_no_schema_of_ours_is_refused_by_its_name() -> None:
    with pytest.raises(LibraryTooNew, match=f"^{PATH} was written by a newer"):
        tables_of(b'{"meta": {"1": {"schema": 99}}}', PATH)
    with pytest.raises(
        LibraryDamaged, match=f"^{PATH} is damaged: meta 1, schema: there never was a schema 0"
    ):
        tables_of(b'{"meta": {"1": {"schema": 0}}}', PATH)
    for table in (b"plans", b"clients"):
        with pytest.raises(LibraryDamaged, match=f"^{PATH} is damaged: meta 1, schema: it is missing"):
            tables_of(b'{"%s": {"1": {}}}' % table, PATH)
    with pytest.raises(LibraryDamaged, match=f"^{PATH} is damaged: it is not a TinyDB file"):
        tables_of(b"[]", PATH)
