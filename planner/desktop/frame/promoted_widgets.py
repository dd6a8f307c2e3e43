"""The promoted widgets of all forms: the classes of ours that a .ui file may name."""

from planner.desktop import fields
from planner.desktop.check.ask_suggestions import AskSuggestions
from planner.desktop.check.finding_hint import FindingHint
from planner.desktop.check.if_you_have_time import IfYouHaveTime
from planner.desktop.check.standings_list import StandingsList
from planner.desktop.check.suggested_actions import SuggestedActions
from planner.desktop.editing.detail import DetailSection
from planner.desktop.fields.field import CalmCombo, CalmSpin
from planner.desktop.looking_back.intentions_since import IntentionsSince
from planner.desktop.looking_back.last_time_note import LastTimeNote
from planner.desktop.looking_back.outcome_advice import OutcomeAdvice
from planner.desktop.looking_back.overdue_promises import OverduePromises
from planner.desktop.looking_back.plan_quote import PlanQuote
from planner.desktop.price import views as price_views
from planner.desktop.price.range_bar import RangeBar
from planner.desktop.ten_minutes.delta_in_brief import DeltaInBrief
from planner.desktop.ten_minutes.earlier_questions import EarlierQuestions
from planner.desktop.ten_minutes.known_notes import FurtherRows, PlaceKnown
from planner.desktop.ten_minutes.ready_agenda import ReadyAgenda
from planner.desktop.ten_minutes.shortcut_answer import AskedFor, ShortcutAnswerField
from planner.desktop.ten_minutes.ten_minute_end import TenMinuteEnd
from planner.desktop.touches.rhythm_view import RhythmView
from planner.desktop.touches.value_field import ValueField
from planner.desktop.walk.form import StepForm
from planner.desktop.walk.form_loader import PromotedWidgets
from planner.desktop.walk.review import MissingList
from planner.desktop.widgets.chart_view import ChartView
from planner.desktop.widgets.choice_line import ChoiceLine
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.labels import HintLabel, QuestionLabel
from planner.desktop.widgets.responsive_row import ResponsiveRow
from planner.desktop.widgets.suggestions import SuggestingLine

PROMOTED: PromotedWidgets = {
    **{
        widget.__name__: widget
        for widget in (
            StepForm,
            ResponsiveRow,
            ChartView,
            DetailSection,
            MissingList,
            StandingsList,
            SuggestedActions,
            FindingHint,
            OutcomeAdvice,
            IntentionsSince,
            LastTimeNote,
            OverduePromises,
            PlanQuote,
            TenMinuteEnd,
            AskSuggestions,
            IfYouHaveTime,
            DeltaInBrief,
            PlaceKnown,
            FurtherRows,
            ReadyAgenda,
            EarlierQuestions,
            AskedFor,
            ShortcutAnswerField,
            RangeBar,
            QuestionLabel,
            HintLabel,
            EnterButton,
            CalmCombo,
            CalmSpin,
            ChoiceLine,
            InputLine,
            SuggestingLine,
            ValueField,
            RhythmView,
            *price_views.SHOWN,
        )
    },
    **{name: getattr(fields, name) for name in fields.__all__},
}
