"""Whether a driver draws on our own price, which the value must never depend on."""

import re

from planner.model.price import Driver
from planner.translation import N_

_NOT = r"(?<!not )(?<!without )(?<!excluding )(?<!excl\. )(?<!ohne )(?<!außer )(?<!before )(?<!vor )"
_STARTS = (
    r"(?:^|[^\w\s]|\d|\b(?:the|our|this|that|a|of|on|from|to|times|x|by|in|die|der|das|den|von|vom|auf))\s*"
)
_ANY_PRICE = (
    "own|new|higher|lower|current|proposed|offered|asking|list|net|total|unit|purchase|sales|selling|contract|"
    "licen[cs]e|subscription|annual|yearly|monthly"
)
_WHAT_WE_SELL = (
    "offer|product|solution|service|system|software|machine|equipment|licen[cs]e|subscription|platform|device"
)
_WAS_WIR_VERKAUFEN = (
    "angebote?s|produkte?s|lösung|leistung|dienste?s|systems|software|maschinen?|anlagen?|lizenz|geräte?s"
)
_RATES = "day|daily|hour|hourly|consulting|consultancy|project|service|support|retainer"
_OF_OTHERS = (
    r"(?: vo[nm] (?!uns|\d)| (?:der|des|eines|einer|anderer|ihres|ihrer) "
    r"(?:konkurren|wettbewerb|mitbewerb|alternativ|lieferant|ander))"
)

OWN_PRICE = (
    _NOT + rf"\bour (?:(?:{_ANY_PRICE}) )*(?:price|fee|quote|premium)s?\b",
    rf"\b(?:prices?|costs?) of (?:ours\b|our (?:{_WHAT_WE_SELL})s?\b)",
    r"\bour (?:licen[cs]e|subscription) costs?\b",
    r"\b(?:prices?|fees?|premium) (?:that )?we (?:charge|ask|offer|quote)\b",
    r"\bwhat (?:we charge|they pay us|the client pays us)\b",
    r"\bprices? (?:minus|less|[-–−]) ours\b",
    _STARTS + r"price[- ](?:difference|delta|premium|gap)\b",
    _NOT + r"\bunser(?:e[nmrs]?|s)? (?:eigene[nmrs]? |neue[nmrs]? )?(?:[a-zäöüß]+-?)??preis(?:e[ns]?|s)?\b",
    _STARTS
    + r"(?:preisdifferenz|preisunterschied|preisdelta|preisaufschlag|mehrpreis|aufpreis)(?:es|s|en)?\b",
    _NOT + r"\bunsere[nr]? (?:[a-zäöüß]+-?)??gebühr(?:en)?\b",
    r"\bdifference between (?:the |both |our |two )+prices\b",
    rf"\b(?:[a-zäöüß]+-?)??preis(?:e[ns]?|s|es)? unsere[rs] (?:{_WAS_WIR_VERKAUFEN})\b",
    r"\b(?:differenz|unterschied) (?:der|beider|zwischen den)(?: beiden)? preisen?\b",
    r"\bprice\.ours\b",
    _NOT + rf"\bour (?:(?:{_ANY_PRICE}|standard) )*(?:(?:{_RATES})[- ]rates?|rate card)\b",
    _NOT + r"\bunser(?:e[nmrs]?|s)? (?:[a-zäöüß]+-?)??(?:tages|stunden)s[aä]tz(?:e[ns]?|es)?\b",
    rf"\b(?:the|{_ANY_PRICE}|agreed|final) (?:price|fee)s? (?:agreed )?with us\b",
    r"\b(?:vertrags|auftrags|kauf|gesamt|jahres)?preis(?:e[ns]?|es)? mit uns\b",
    _NOT + _STARTS + rf"(?<!-)angebotspreis(?:e[ns]?|es)?\b(?!{_OF_OTHERS})",
)
"""Ways to say it in a basis or a formula, English and German; searched without regard to case."""

_DRAWS_ON_IT = re.compile("|".join(f"(?:{pattern})" for pattern in OWN_PRICE), re.IGNORECASE)
_MAY_DRAW_ON_IT = re.compile(
    "price|fee|quote|charge|premium|preis|aufschlag|gebühr|costs? of our|rates?\\b|rate card|s[aä]tz|"
    "(?:licen[cs]e|subscription) cost|pays? us",
    re.IGNORECASE,
)
"""A word of every way to say it, looked for first: it is rarely there."""

_ARTICLE = re.compile(r"^(?:the|die|der|das) ", re.IGNORECASE)

OWN_PRICE_MESSAGE = N_(
    "draws on our own price; a driver is what the client gains or loses, whatever we charge"
)


def own_price_field(driver: Driver) -> str:
    """Return the name of the field that says the driver draws on our price; "" if none does.

    A basis or a formula says so anywhere in it, a name only as a whole: "our price includes
    training" is about the training.
    """
    if not _MAY_DRAW_ON_IT.search(f"{driver.basis} {driver.formula} {driver.name}"):
        return ""
    for field in ("basis", "formula"):
        if _DRAWS_ON_IT.search(_plain(getattr(driver, field))):
            return field
    return "name" if _DRAWS_ON_IT.fullmatch(_ARTICLE.sub("", _plain(driver.name))) else ""


def _plain(text: str) -> str:
    return " ".join(text.split())
