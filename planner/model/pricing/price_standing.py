"""Where the offer stands: which of the sentences about price is true of it."""

from enum import StrEnum
from fractions import Fraction

from planner.model.pricing.price_delta import PriceDelta


class PriceStanding(StrEnum):
    """How our price and its value compare with the alternative; each case calls for another sentence."""

    NOT_USABLE = "a figure has a problem"
    NO_PRICE = "our price is not estimated"
    UNKNOWN_REFERENCE = "the alternative's price is not known"
    CHEAPER = "cheaper than the alternative"
    CHEAPER_FOR_LESS = "cheaper, and the client gives something up"
    SAME = "the same price"
    NOT_ESTIMATED = "dearer, and its value is not estimated"
    NO_VALUE = "dearer, and worth no more"
    NOT_COVERED = "dearer, and its value does not cover it"
    JUSTIFIED = "dearer, and worth it"


def standing(found: PriceDelta, *, estimated: bool, usable: bool = True) -> PriceStanding:
    """Return the standing of a delta; `estimated` says whether any driver has a figure.

    `usable` says whether every line that counts is without a problem.
    """
    if not usable or found.differentiation is None:
        return PriceStanding.NOT_USABLE
    if found.price is None:
        return PriceStanding.NO_PRICE
    if found.delta is None:
        return PriceStanding.UNKNOWN_REFERENCE
    if found.delta > 0:
        return _dearer(found.delta, found.differentiation, estimated=estimated)
    if found.delta == 0:
        return PriceStanding.SAME
    return PriceStanding.CHEAPER if found.differentiation >= 0 else PriceStanding.CHEAPER_FOR_LESS


def _dearer(delta: Fraction, worth: Fraction, *, estimated: bool) -> PriceStanding:
    if not estimated:
        return PriceStanding.NOT_ESTIMATED
    if worth <= 0:
        return PriceStanding.NO_VALUE
    return PriceStanding.JUSTIFIED if worth >= delta else PriceStanding.NOT_COVERED
