"""What each figure is called, what it is measured in, and which sums it draws on."""

from collections.abc import Mapping
from typing import NamedTuple

from planner.model.pricing.ledger import Account
from planner.translation import N_

_PRICES = frozenset({Account.OURS, Account.THEIRS})
_VALUES = frozenset({Account.FOR_US, Account.AGAINST_US})
_ALL = _PRICES | _VALUES


class FigureLabel(NamedTuple):
    """A figure's name, its measure (money, share, ratio, months, …) and the sums that it draws on.

    The name is to be translated where it is shown; the measure is a key.
    """

    name: str
    measure: str
    draws_on: frozenset[Account]


DELTA_FIGURES: Mapping[str, FigureLabel] = {
    "reference": FigureLabel(N_("Price of the next best alternative"), "money", frozenset({Account.THEIRS})),
    "price": FigureLabel(N_("Our price"), "money", frozenset({Account.OURS})),
    "delta": FigureLabel(N_("Price delta"), "money", _PRICES),
    "premium": FigureLabel(N_("Premium over the alternative's price"), "share", _PRICES),
    "value_for": FigureLabel(N_("Value that speaks for us"), "money", frozenset({Account.FOR_US})),
    "value_against": FigureLabel(
        N_("Value that speaks against us"), "money", frozenset({Account.AGAINST_US})
    ),
    "differentiation": FigureLabel(
        N_("Differentiation (value for us less value against us)"), "money", _VALUES
    ),
    "eve": FigureLabel(
        N_("Economic value (reference plus differentiation)"), "money", _VALUES | {Account.THEIRS}
    ),
    "surplus": FigureLabel(N_("Buyer's surplus (economic value less our price)"), "money", _ALL),
    "client_share": FigureLabel(N_("The client's share of the differentiation"), "share", _ALL),
    "our_share": FigureLabel(N_("Our share of the differentiation"), "share", _ALL),
    "break_even_share": FigureLabel(N_("Share of the claimed value that must come true"), "share", _ALL),
    "value_per_extra": FigureLabel(N_("Differentiation for each extra unit of money"), "ratio", _ALL),
    "return_on_difference": FigureLabel(N_("Return on the price difference"), "share", _ALL),
    "highest_losing_reference": FigureLabel(
        N_("Highest price of the alternative at which we lose"),
        "money",
        _VALUES | {Account.OURS},
    ),
}
"""The figures of a scenario."""

FLOW_FIGURES: Mapping[str, FigureLabel] = {
    "pv_costs": FigureLabel(
        N_("Present value of costs (our price, value against us)"),
        "today",
        frozenset({Account.OURS, Account.AGAINST_US}),
    ),
    "pv_benefits": FigureLabel(
        N_("Present value of benefits (value for us, price avoided)"),
        "today",
        frozenset({Account.THEIRS, Account.FOR_US}),
    ),
    "npv": FigureLabel(N_("Net present value (benefits less costs)"), "today", _ALL),
    "roi": FigureLabel(N_("Return on investment (net present value / costs)"), "share", _ALL),
    "payback_months": FigureLabel(N_("Payback of the premium, undiscounted"), "months", _ALL),
    "discounted_payback_months": FigureLabel(N_("Payback of the premium, discounted"), "months", _ALL),
    "cost_of_inaction_per_month": FigureLabel(N_("Cost of inaction, what recurs"), "a month", frozenset()),
    "cost_of_inaction_once": FigureLabel(N_("Cost of inaction, what falls due once"), "once", frozenset()),
    "net_cost_of_delay_per_month": FigureLabel(
        N_("Net cost of delay (recurring value less recurring delta)"),
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
