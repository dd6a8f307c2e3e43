"""Why a figure is not said: what is missing, what to put right, or that the term does not apply."""

from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.ledger import Account
from planner.model.pricing.price_delta import PriceDelta
from planner.translation import N_, _, ngettext

NO_PREMIUM = N_("the price is no higher than the alternative's: there is no premium")
NO_VALUE = N_("nothing that is worth more to them is estimated")
NEVER_LOSES = N_("the value covers our whole price: the buyer does not lose even beside a free alternative")
_BLANK = {
    Account.OURS: N_("our price is not estimated"),
    Account.THEIRS: N_("the alternative's price is not known; one that costs nothing is entered as 0"),
}


def why_not(found: PriceFigures, delta: PriceDelta) -> dict[str, str]:
    """Return, by the key of each figure of one scenario, why it is not known.

    Every figure has an entry, but it applies only where the figure is None.
    """
    sums = {
        "price": _unknown(found, Account.OURS),
        "reference": _unknown(found, Account.THEIRS),
        "value_for": _unknown(found, Account.FOR_US),
        "value_against": _unknown(found, Account.AGAINST_US),
    }
    missing = [key for key in sums if getattr(delta, key) is None]
    prices = next((sums[key] for key in missing if key in {"price", "reference"}), "")
    values = next((sums[key] for key in missing if key in {"value_for", "value_against"}), "")
    return {
        **sums,
        "delta": prices,
        "premium": prices or _("the alternative's price is not above 0"),
        "differentiation": values,
        "eve": sums["reference"] if delta.reference is None else values,
        "surplus": prices or values,
        **dict.fromkeys(("client_share", "our_share"), prices or values or _no_share(delta)),
        "break_even_share": _no_premium(delta, prices) or values or _(NO_VALUE),
        **dict.fromkeys(("value_per_extra", "return_on_difference"), _no_premium(delta, prices) or values),
        "highest_losing_reference": (sums["price"] if delta.price is None else values) or _(NEVER_LOSES),
    }


def why_no_cash_flow(found: PriceFigures) -> dict[str, str]:
    """Return, by the key of each figure over time, why it is not known; applies only where it is None."""
    likely = why_not(found, found.likely)
    costs = likely["value_against"] if found.likely.price is not None else likely["price"]
    gains = likely["value_for"] if found.likely.reference is not None else likely["reference"]
    flow = found.cash_flow
    rate = "" if flow.rate is None else _problem_at(found, "price.rate")
    npv = rate or (costs if flow.pv_costs is None else gains)
    payback = _no_payback(found) or likely["surplus"]
    return {
        "pv_costs": rate or costs,
        "pv_benefits": rate or gains,
        "npv": npv,
        "roi": npv if flow.npv is None else _("nothing is paid"),
        "payback_months": payback,
        "discounted_payback_months": rate or payback,
        "cost_of_inaction_per_month": _no_inaction(found)
        or _("no problem of the case has a cost that recurs"),
        "cost_of_inaction_once": _no_inaction(found)
        or _("no problem of the case has a cost that falls due once"),
        "net_cost_of_delay_per_month": likely["surplus"],
    }


def _unknown(found: PriceFigures, account: Account) -> str:
    """Return why an account's sum is not known, if it is not."""
    if problem := _problem_at(found, "price.term_months"):
        return problem
    for line in found.lines:
        if line.account is account and (problem := _problem_at(found, f"{line.path}.")):
            return problem
    return _(_BLANK[account]) if account in _BLANK else ""


def _problem_at(found: PriceFigures, start: str) -> str:
    """Return the first problem at the path, or below it, as `path: message`."""
    problems = (problem for problem in found.problems if problem.path.startswith(start))
    return next((f"{problem.path}: {problem.message}" for problem in problems), "")


def _no_premium(delta: PriceDelta, prices: str) -> str:
    return _(NO_PREMIUM) if delta.delta is not None and delta.delta <= 0 else prices


def _no_share(delta: PriceDelta) -> str:
    if not delta.differentiation or delta.differentiation < 0:
        return _("no value is added that could be shared")
    if delta.delta is not None and delta.delta < 0:
        return _("the price is lower")
    return _("the delta is more than the value added")


def _no_payback(found: PriceFigures) -> str:
    if found.likely.delta is not None and found.likely.delta < 0:
        return _("the price is lower: there is no premium to pay back")
    if found.cash_flow.net is None:
        return ""
    return ngettext("not within {count} month", "not within {count} months", found.term_months).format(
        count=found.term_months
    )


def _no_inaction(found: PriceFigures) -> str:
    return _problem_at(found, "case.problems")
