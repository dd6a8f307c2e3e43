"""An item of the agenda as it is led: its clock, its questions to tick, the price if it is said here."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.desktop.rehearsal.call_clock import against_plan, seconds_over
from planner.desktop.rehearsal.script import PriceMoment, ScriptItem
from planner.desktop.rehearsal.words import SizedText
from planner.desktop.widgets.roles import set_role
from planner.translation import N_, _
from planner.wording.text import joined

_THE_CALL = N_("The call")


class ItemView(QFrame):
    """An item of the agenda: topic, clock, questions to tick, and the price if it is said here.

    `question_clicked` gives the text of the question.
    """

    question_clicked = Signal(str)

    def __init__(self, item: ScriptItem, opening: str, price: PriceMoment, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.topic = SizedText(item.topic.strip() or _(_THE_CALL), size=1.15, bold=True, parent=self)
        self.clock = SizedText(role="hint", parent=self)
        self.clock.setWordWrap(False)
        self.ticks = [self._tick(at, text) for at, text in enumerate(item.questions)]
        self._asides: list[SizedText] = []
        self._lay_out(opening, price if item.price_here else None)

    def show_state(self, *, current: bool, held: bool, seconds: float) -> None:
        """Say whether the item is led now or was held, and what it has taken of its minutes.

        An item not led yet says when it begins and how long it is planned.
        """
        title = self.item.topic.strip() or _(_THE_CALL)
        mark = "▸ " if current else "✓ " if held else ""
        self.topic.say(f"{mark}{title}")
        minutes = self.item.minutes
        taken = against_plan(seconds, minutes) if seconds or current else ""
        self.clock.say(joined((self.item.begins, taken)) if taken else _planned(self.item))
        self.clock.embolden(seconds_over(seconds, minutes) > 0)
        set_role(self, "now" if current else "item")
        for aside in self._asides:
            aside.setVisible(current)

    def show_asked(self, asked: frozenset[str]) -> None:
        """Tick the questions whose text is in `asked`, and no others."""
        for tick, text in zip(self.ticks, self.item.questions, strict=True):
            tick.setChecked(text in asked)

    def _lay_out(self, opening: str, price: PriceMoment | None) -> None:
        head = QHBoxLayout()
        head.addWidget(self.topic, 1)
        head.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        if self.item.about:
            column.addWidget(self._aside(self.item.about, "hint"))
        if opening:
            column.addWidget(SizedText(_("“{words}”").format(words=opening), size=1.35, parent=self))
        for tick, text in zip(self.ticks, self.item.questions, strict=True):
            column.addLayout(self._question(tick, text))
        if price is not None:
            column.addWidget(self._price(price))

    def _tick(self, at: int, text: str) -> QCheckBox:
        tick = QCheckBox(self)
        tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tick.setAccessibleName(_("Question {number}: {text}").format(number=at + 1, text=text))
        tick.clicked.connect(partial(self._tell_clicked, text))
        return tick

    def _question(self, tick: QCheckBox, text: str) -> QHBoxLayout:
        number = SizedText(str(self.ticks.index(tick) + 1), role="hint", parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(SizedText(text, parent=self), 1)
        return row

    def _price(self, price: PriceMoment) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "notice")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 8)
        heading = joined((_("The price is said here"), price.when), " — ")
        column.addWidget(SizedText(heading, size=0.85, bold=True, parent=frame))
        if price.wording:
            column.addWidget(SizedText(_("“{words}”").format(words=price.wording), size=1.2, parent=frame))
        return frame

    def _aside(self, text: str, role: str) -> SizedText:
        aside = SizedText(text, size=0.95, role=role, parent=self)
        self._asides.append(aside)
        return aside

    def _tell_clicked(self, text: str, _ticked: object = None) -> None:
        self.question_clicked.emit(text)


def _planned(item: ScriptItem) -> str:
    """Return when the item begins and how long it is: `10:05 · 20 min`; what is not known is left out."""
    minutes = "" if item.minutes is None else _("{minutes} min").format(minutes=item.minutes)
    return joined((item.begins, minutes))
