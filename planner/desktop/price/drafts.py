"""Drafts from the figures: made on request, kept and edited by the rep, taken back by one undo."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from planner.coaching.price_words.drafting import figures_changed
from planner.coaching.price_words.pushback import missing_answers
from planner.coaching.price_words.talk_track import talk_track
from planner.desktop.editing.document import PlanDocument
from planner.desktop.price.views import WrappedText
from planner.desktop.widgets.child_widget import part
from planner.model.price import Pushback
from planner.model.pricing.inaction import cost_of_inaction
from planner.translation import N_, _

CHANGED = N_("The figures have changed since this was drafted.")
REPLACED = N_("Your text was replaced.")
NO_PRICE = N_("The draft starts with our price: enter it, and correct what is marked.")


class TalkTrackDraft(QObject):
    """The buttons that draft the talk track, and give back the rep's own text that a draft replaced."""

    def __init__(self, form: QWidget, document: PlanDocument) -> None:
        super().__init__(form)
        self._document = document
        self._button = part(form, QPushButton, "draftTalkTrackButton")
        self._back = part(form, QPushButton, "restoreTalkTrackButton")
        self._note = part(form, WrappedText, "talkTrackNote")
        self._own, self._drafted = "", ""
        self._button.clicked.connect(self._draft)
        self._back.clicked.connect(self._restore)
        self._back.hide()

    def refresh(self, fresh: str) -> None:
        """Say how the plan's text compares with `fresh`, the draft as of now; "" if none can be made.

        The buttons are then enabled and shown by what they can do.
        """
        current = self._kept()
        if self._own and current != self._drafted:
            self._own = ""  # gone on from the draft, or taken it back
        self._button.setEnabled(bool(fresh) and fresh != current)
        self._back.setVisible(bool(self._own))
        if not fresh:
            self._note.say(_(NO_PRICE))
        elif self._own:
            self._note.say(_(REPLACED))
        else:
            self._note.say(_(CHANGED) if figures_changed(current, fresh) else "")

    def _draft(self) -> None:
        current, fresh = self._kept(), self._fresh()
        self._own, self._drafted = (current if current.strip() else ""), fresh
        self._write(fresh, _("drafting the talk track"))

    def _restore(self) -> None:
        own, self._own = self._own, ""
        self._write(own, _("bringing back the talk track"))

    def _write(self, text: str, words: str) -> None:
        self._document.edit_as_one_step("price.talk_track", text, words=words)

    def _kept(self) -> str:
        return self._document.preparation.plan.price.talk_track

    def _fresh(self) -> str:
        return talk_track(self._document.preparation.plan.price)


class PushbackDrafts(QObject):
    """The button that drafts missing answers to the five usual reactions; what is written stays."""

    def __init__(self, form: QWidget, document: PlanDocument) -> None:
        super().__init__(form)
        self._document = document
        self._button = part(form, QPushButton, "draftPushbackButton")
        self._button.clicked.connect(self._draft)

    def refresh(self, filled: tuple[Pushback, ...]) -> None:
        """Enable the button if `filled`, the pushback with drafts, differs from the plan's."""
        self._button.setEnabled(filled != self._document.preparation.plan.price.pushback)

    def _draft(self) -> None:
        self._document.edit_as_one_step("price.pushback", self._filled(), words=_("answers to pushback"))

    def _filled(self) -> tuple[Pushback, ...]:
        plan = self._document.preparation.plan
        return missing_answers(plan, cost_of_inaction(plan.price, plan.case).per_month)
