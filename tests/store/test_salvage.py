import pytest

from planner.store.salvage import salvaged, unused_id


@pytest.mark.parametrize(
    ("used", "unused"), [((), "1"), (("1",), "2"), (("3", "12"), "13"), (("x", "4"), "5"), (("x",), "1")]
)
def test_the_next_number_is_above_every_one_in_the_table(used: tuple[str, ...], unused: str) -> None:
    assert unused_id(dict.fromkeys(used)) == unused


@pytest.mark.parametrize(
    ("document", "table"),
    [
        (b'{"plan_id":"one","replaced":"2026-11-02T08:00:00Z","content":"eJw="}', "history"),
        (b'{"id":"one","client_id":"tarn"}', "plans"),
        (b'{"id":"tarn","name":"Tarn"}', "clients"),
        (b'{"schema":2}', "meta"),
    ],
)
def test_what_a_document_holds_tells_its_table_where_the_name_is_lost(document: bytes, table: str) -> None:
    left = salvaged(b'{\n"\0\0\0": {\n"1": ' + document + b"\n}\n")

    assert {name: list(documents) for name, documents in left.tables.items()} == {table: ["1"]}
    assert left.unread == ()
