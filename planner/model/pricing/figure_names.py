"""What each figure is called, what it is measured in, and which sums it draws on."""

from collections.abc import Mapping
from typing import NamedTuple

from planner.model.pricing.ledger import Account

_PRICES = frozenset({Account.OURS, Account.THEIRS})
_VALUES = frozenset({Account.FOR_US, Account.AGAINST_US})
_ALL = _PRICES | _VALUES


class FigureLabel(NamedTuple):
    """A figure's name, its measure (money, share, ratio, months, …) and the sums that it draws on."""

    name: str
    measure: str
    draws_on: frozenset[Account]


DELTA_FIGURES: Mapping[str, FigureLabel] = {
    "reference": FigureLabel("Price of the next best alternative", "money", frozenset({Account.THEIRS})),
    "price": FigureLabel("Our price", "money", frozenset({Account.OURS})),
    "delta": FigureLabel("Price delta", "money", _PRICES),
    "premium": FigureLabel("Premium over the alternative's price", "share", _PRICES),
    "value_for": FigureLabel("Value that speaks for us", "money", frozenset({Account.FOR_US})),
    "value_against": FigureLabel("Value that speaks against us", "money", frozenset({Account.AGAINST_US})),
    "differentiation": FigureLabel("Differentiation (value for us less value against us)", "money", _VALUES),
    "eve": FigureLabel(
        "Economic value (reference plus differentiation)", "money", _VALUES | {Account.THEIRS}
    ),
    "surplus": FigureLabel("Buyer's surplus (economic value less our price)", "money", _ALL),
    "client_share": FigureLabel("The client's share of the differentiation", "share", _ALL),
    "our_share": FigureLabel("Our share of the differentiation", "share", _ALL),
    "break_even_share": FigureLabel("Share of the claimed value that must come true", "share", _ALL),
    "value_per_extra": FigureLabel("Differentiation for each extra unit of money", "ratio", _ALL),
    "return_on_difference": FigureLabel("Return on the price difference", "share", _ALL),
    "highest_losing_reference": FigureLabel(
        "Highest price of the alternative at which we lose",
        "money",
        _VALUES | {Account.OURS},
    ),
}
"""The figures of a scenario."""

FLOW_FIGURES: Mapping[str, FigureLabel] = {
    "pv_costs": FigureLabel(
        "Present value of costs (our price, value against us)",
        "today",
        frozenset({Account.OURS, Account.AGAINST_US}),
    ),
    "pv_benefits": FigureLabel(
        "Present value of benefits (value for us, price avoided)",
        "today",
        frozenset({Account.THEIRS, Account.FOR_US}),
    ),
    "npv": FigureLabel("Net present value (benefits less costs)", "today", _ALL),
    "roi": FigureLabel("Return on investment (net present value / costs)", "share", _ALL),
    "payback_months": FigureLabel("Payback of the premium, undiscounted", "months", _ALL),
    "discounted_payback_months": FigureLabel("Payback of the premium, discounted", "months", _ALL),
    "cost_of_inaction_per_month": FigureLabel("Cost of inaction, what recurs", "a month", frozenset()),
    "cost_of_inaction_once": FigureLabel("Cost of inaction, what falls due once", "once", frozenset()),
    "net_cost_of_delay_per_month": FigureLabel(
        "Net cost of delay (recurring value less recurring delta)",
        "a month",
        _ALL,
    ),
}
"""The figures over time."""

DISCOUNTED = frozenset({"pv_costs", "pv_benefits", "npv", "roi", "discounted_payback_months"})
"""The figures that the annual rate changes, over more than a year."""

PAYBACKS = frozenset({"payback_months", "discounted_payback_months"})
"""The figures that the day of each payment changes, discounted or not."""

OF_WHAT_RECURS = frozenset({"net_cost_of_delay_per_month"})
"""The figures that nothing paid once counts in."""
