"""What an input can be asked for is found out once for each class."""

from pytestqt.qtbot import QtBot

from planner.desktop.editing.inputs import HoldsRows, Input, KeepsUnread, ShowsOtherFields
from planner.desktop.fields import AmountField, LineField, MomentField, RowsField


def test_each_input_follows_its_own_protocols(qtbot: QtBot) -> None:
    followed = {}
    for kind in (AmountField, LineField, MomentField, RowsField):
        widget = kind()
        qtbot.addWidget(widget)
        asked = (Input, KeepsUnread, ShowsOtherFields, HoldsRows)
        followed[kind] = [protocol for protocol in asked if isinstance(widget, protocol)]
    assert followed == {
        AmountField: [Input, KeepsUnread],
        LineField: [Input],
        MomentField: [Input, KeepsUnread, ShowsOtherFields],
        RowsField: [Input, HoldsRows],
    }


def test_a_class_is_looked_at_once() -> None:
    looks: list[str] = []

    class Watched:
        def __getattribute__(self, name: str) -> object:
            looks.append(name)
            return super().__getattribute__(name)

    assert not isinstance(Watched(), HoldsRows)
    assert looks
    looks.clear()
    assert not isinstance(Watched(), HoldsRows)
    assert looks == []
