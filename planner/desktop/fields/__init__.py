"""The inputs of the forms. Each has a USER property of the model's Python type and tells `changed`."""

from planner.desktop.fields.amount import AmountField
from planner.desktop.fields.call_promises import CallPromisesField
from planner.desktop.fields.choice import ChoiceField, FlagField, YesNoField
from planner.desktop.fields.client_name import ClientNameField
from planner.desktop.fields.contact import ContactField
from planner.desktop.fields.currency import CurrencyField
from planner.desktop.fields.date import DateField
from planner.desktop.fields.moment import MomentField
from planner.desktop.fields.person import PersonField
from planner.desktop.fields.place import PlaceField
from planner.desktop.fields.rows import RowsField
from planner.desktop.fields.text import LineField, LongField
from planner.desktop.fields.whole_number import WholeNumberField

__all__ = [
    "AmountField",
    "CallPromisesField",
    "ChoiceField",
    "ClientNameField",
    "ContactField",
    "CurrencyField",
    "DateField",
    "FlagField",
    "LineField",
    "LongField",
    "MomentField",
    "PersonField",
    "PlaceField",
    "RowsField",
    "WholeNumberField",
    "YesNoField",
]
