"""Why a figure is not said: what is missing, what to put right, or that the term does not apply."""

from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.ledger import Account
from planner.model.pricing.price_delta import PriceDelta

NO_PREMIUM = "the price is no higher than the alternative's: there is no premium"
_BLANK = {
    Account.OURS: "our price is not estimated",
    Account.THEIRS: "the alternative's price is not known; one that costs nothing is entered as 0",
}


def why_not(found: PriceFigures, delta: PriceDelta) -> dict[str, str]:
    """Return why each figure of one scenario would not be said, by its key.

    A reason holds only where its figure is None.
    """
    unknown = {account: _unknown(found, account) for account in Account}
    ours, theirs = unknown[Account.OURS], unknown[Account.THEIRS]
    prices = (delta.price is None and ours) or theirs
    values = (delta.value_for is None and unknown[Account.FOR_US]) or unknown[Account.AGAINST_US]
    both = values if delta.delta is not None else prices
    premium = both if delta.delta is None or delta.delta > 0 else NO_PREMIUM
    return {
        "price": ours,
        "reference": theirs,
        "delta": prices,
        "premium": prices if delta.delta is None else "the alternative's price is not above 0",
        "value_for": unknown[Account.FOR_US],
        "value_against": unknown[Account.AGAINST_US],
        "differentiation": values,
        "eve": theirs if delta.reference is None else values,
        "surplus": both,
        **dict.fromkeys(("client_share", "our_share"), _no_share(delta) or both),
        "break_even_share": premium
        if delta.value_for is None or delta.value_for or premium == NO_PREMIUM
        else "nothing that is worth more to them is estimated",
        **dict.fromkeys(("value_per_extra", "return_on_difference"), premium),
        "highest_losing_reference": _no_limit(delta) or (ours if delta.price is None else values),
    }


def why_no_cash_flow(found: PriceFigures) -> dict[str, str]:
    """Return why each figure of the cash flow, and of what recurs, would not be said, by its key."""
    likely = why_not(found, found.likely)
    costs = likely["value_against"] if found.likely.price is not None else likely["price"]
    gains = likely["value_for"] if found.likely.reference is not None else likely["reference"]
    rate = _told_at(found, "price.rate")
    flow = found.cash_flow
    npv = rate or (costs if flow.pv_costs is None else gains)
    payback = _no_payback(found) or likely["surplus"]
    return {
        "pv_costs": rate or costs,
        "pv_benefits": rate or gains,
        "npv": npv,
        "roi": npv if flow.npv is None else "nothing is paid",
        "payback_months": payback,
        "discounted_payback_months": rate or payback,
        "cost_of_inaction_per_month": _no_inaction(found) or "no problem of the case has a cost that recurs",
        "cost_of_inaction_once": _no_inaction(found)
        or "no problem of the case has a cost that falls due once",
        "net_cost_of_delay_per_month": likely["surplus"],
    }


def _unknown(found: PriceFigures, account: Account) -> str:
    """Return why an account's sum is not known, if it is not."""
    if told := _told_at(found, "price.term_months"):
        return told
    for line in found.lines:
        if line.account is account and (told := _told_at(found, f"{line.path}.")):
            return told
    return _BLANK.get(account, "")


def _told_at(found: PriceFigures, start: str) -> str:
    """Return the first problem at the path, or below it."""
    return next((f"{one.path}: {one.message}" for one in found.problems if one.path.startswith(start)), "")


def _no_share(delta: PriceDelta) -> str:
    if delta.delta is None or delta.differentiation is None:
        return ""
    if delta.differentiation <= 0:
        return "no value is added that could be shared"
    return "the price is lower" if delta.delta < 0 else "the delta is more than the value added"


def _no_limit(delta: PriceDelta) -> str:
    if delta.price is None or delta.differentiation is None:
        return ""
    return "the value covers our whole price: the buyer does not lose even beside a free alternative"


def _no_payback(found: PriceFigures) -> str:
    if found.likely.delta is not None and found.likely.delta < 0:
        return "the price is lower: there is no premium to pay back"
    return "" if found.cash_flow.net is None else f"not within {found.term_months} months"


def _no_inaction(found: PriceFigures) -> str:
    return _told_at(found, "case.problems")
