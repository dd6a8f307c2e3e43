"""Answers to the five usual reactions to a price, drafted from the plan's own drivers and figures."""

from collections.abc import Callable
from fractions import Fraction

import msgspec

from planner.coaching.price_words.claims import claims, with_full_stop
from planner.coaching.price_words.speech import Speech, other_to_them, speech_of
from planner.model.plan import Plan
from planner.model.price import Price, Pushback
from planner.model.pricing.price_delta import PriceDelta, price_delta
from planner.model.terms import AlternativeKind
from planner.translation import N_, _
from planner.wording.lists import and_list, and_list_of_clauses, sentences
from planner.wording.money import percent
from planner.wording.text import capitalised, one_line

_MOST_CLAIMS = 3


class Reaction(msgspec.Struct, frozen=True):
    """A usual reaction to a price: its wording, the words it is known by, and how its answer is drafted.

    It is recognised if all words of any one tuple in `known_by` occur.
    """

    words: Callable[[Price], str]
    known_by: tuple[tuple[str, ...], ...]
    answer: Callable[["_Figures"], str]


class _Figures(msgspec.Struct, frozen=True):
    """What the answers are drafted from; `inaction` is what leaving it costs a month."""

    plan: Plan
    found: PriceDelta
    say: Speech
    inaction: Fraction | None

    @property
    def price(self) -> Price:
        return self.plan.price

    @property
    def other(self) -> str:
        return other_to_them(self.price)

    def names(self) -> str:
        return and_list([claim.name for claim in claims(self.price)[:_MOST_CLAIMS]])

    def bought(self) -> str:
        """Say what the difference buys; "" where nothing has a figure."""
        bought = [claim.with_figure(self.say) for claim in claims(self.price)[:_MOST_CLAIMS]]
        if not bought:
            return ""
        return _("What you get for it: {claims}.").format(claims=and_list_of_clauses(bought))

    def share(self) -> str:
        share = self.found.break_even_share
        if share is None or share > 1:
            return ""
        return _("If {share} of that comes true, you are no worse off.").format(share=percent(share))

    def check(self) -> str:
        proof = one_line(self.price.disclosure.proof)
        return _("You can check it: {proof}").format(proof=with_full_stop(proof)) if proof else ""

    def amount(self, pattern: str, total: Fraction) -> str:
        """Fill in a price exactly, with its period, and whom it is compared with."""
        return pattern.format(amount=self.say.exact(total), period=self.say.period, other=self.other)


def missing_answers(plan: Plan, inaction: Fraction | None = None) -> tuple[Pushback, ...]:
    """Return the plan's pushback with a drafted answer for each of the five usual reactions without one.

    A reaction that is missing is added; what the rep wrote stays; blank rows are left out. `inaction` is what
    leaving things as they are costs a month.
    """
    figures = _Figures(plan, price_delta(plan.price), speech_of(plan.price), inaction)
    rows = list(plan.price.pushback)
    for usual in USUAL:
        words = usual.words(plan.price)
        at = next((at for at, row in enumerate(rows) if _is_drafted_or_about(row, words, usual)), -1)
        if at < 0:
            rows.append(Pushback(reaction=words, answer=usual.answer(figures)))
        elif not rows[at].answer.strip():
            rows[at] = msgspec.structs.replace(rows[at], answer=usual.answer(figures))
    return tuple(row for row in rows if row.reaction.strip() or row.answer.strip())


def _is_drafted_or_about(row: Pushback, words: str, usual: Reaction) -> bool:
    """Whether a row is on the usual reaction: by its English words, or as drafted in another language."""
    return row.reaction == words or is_about(row.reaction, usual)


def is_about(reaction: str, usual: Reaction) -> bool:
    """Whether a reaction contains the words by which the usual one is known."""
    folded = reaction.casefold()
    return any(all(word in folded for word in words) for words in usual.known_by)


def _too_expensive(figures: _Figures) -> str:
    delta, bought = figures.found.delta, figures.bought()
    if not delta:
        reply = _("Compared with what?")
    else:
        pattern = (
            _("Compared with what? Next to {other} it is {amount} {period} more.")
            if delta > 0
            else _("Compared with what? Next to {other} it is {amount} {period} less.")
        )
        reply = figures.amount(pattern, abs(delta))
    doubt = _("Which of these figures do you see differently?") if bought else _("What is it worth to you?")
    return sentences((reply, bought, figures.share(), doubt))


def _cheaper_elsewhere(figures: _Figures) -> str:
    delta, surplus, say = figures.found.delta, figures.found.surplus, figures.say
    if delta is None:
        return _(
            "That may be; I do not know their price. "
            "Let us put both side by side, for the same term and the same scope. What is in theirs?"
        )
    if delta <= 0:
        return _("By our figures we are not dearer. What is in their price, and for how long?")
    yes = figures.amount(_("Yes, by {amount} {period}."), delta)
    better = ""
    if surplus is not None and surplus > 0:
        better = _(
            "Once what differs is counted, you are about {amount} {period} better off with us."
        ).format(amount=say.about(surplus), period=say.period)
    return sentences((yes, better, figures.check(), _("Shall we go through it line by line?")))


def _match_their_price(figures: _Figures) -> str:
    delta, names = figures.found.delta, figures.names()
    if delta is None:
        return _("I do not know their price. Which one is it, for which scope, and over which time?")
    if delta == 0:
        return _(
            "We are at their price already, by what you told us. What is in theirs that you miss in ours?"
        )
    if delta < 0:
        below = _(
            "We are {amount} {period} below it already, by what you told us. "
            "What is in theirs that you miss in ours?"
        )
        return figures.amount(below, -delta)
    if not names:
        return _(
            "At their price it would have to be a smaller offer. "
            "Which part of it could you do without, and which not?"
        )
    return _(
        "At their price it would have to be a smaller offer, and these would be at stake: {names}. "
        "Which of them could you do without? Then we can talk about a smaller scope, and a price to match it."
    ).format(names=names)


def _just_the_quote(figures: _Figures) -> str:
    own = _own_shortcut(figures.plan)
    if own:
        return own
    delta, worth = figures.found.delta, figures.found.differentiation
    if delta is not None and delta > 0 and worth is not None and worth > 0:
        return _(
            "You will have it. Alone it would show the {amount} {period} more, "
            "and not the {worth} it is worth. Give me a quarter of an hour to check the figures with you; "
            "then the quote says what it is for. When suits you?"
        ).format(amount=figures.say.exact(delta), period=figures.say.period, worth=figures.say.about(worth))
    return _(
        "You will have it. A price alone would not show what it buys you. "
        "Give me a quarter of an hour to check the figures with you; "
        "then the quote says what it is for. When suits you?"
    )


def _own_shortcut(plan: Plan) -> str:
    """Return the answer the rep already prepared for somebody who only wants the price."""
    for shortcut in plan.conversation.shortcuts:
        request = shortcut.they_ask_for.casefold()
        if any(word in request for word in ("quote", "pric", "offer")) and shortcut.propose_instead.strip():
            words = (shortcut.acknowledge, shortcut.defer, shortcut.propose_instead)
            return sentences(with_full_stop(one_line(text)) for text in words)
    return ""


def _no_budget(figures: _Figures) -> str:
    say, found = figures.say, figures.found
    monthly = Speech(say.currency, 1, yearly=False)
    if figures.inaction:
        return _(
            "I hear you. Leaving it as it is costs about {amount} a month. "
            "That money is being spent already. From whose budget, and who could move it?"
        ).format(amount=monthly.about(figures.inaction))
    if found.surplus is not None and found.surplus > 0:
        return _(
            "I hear you. By these figures each month without it costs about {amount}. "
            "That money is being spent already. From whose budget, and who could move it?"
        ).format(amount=monthly.about(found.surplus / found.term_months))
    return _("What would have to be true for a budget to be found, and who would decide that?")


def _cheaper_name(price: Price) -> str:
    kind, name = price.alternative.kind, one_line(price.alternative.name)
    if kind is AlternativeKind.IN_HOUSE:
        return _("Doing it yourselves is cheaper.")
    if kind is AlternativeKind.STATUS_QUO:
        return _("Staying as you are is cheaper.")
    return (
        _("{name} is cheaper.").format(name=capitalised(name)) if name else _("The other offer is cheaper.")
    )


def _plain(words: str) -> Callable[[Price], str]:
    return lambda _price: _(words)


USUAL = (
    Reaction(_plain(N_("That is too expensive.")), (("expensive",), ("too much",)), _too_expensive),
    Reaction(_cheaper_name, (("cheaper",), ("less elsewhere",)), _cheaper_elsewhere),
    Reaction(_plain(N_("Match their price.")), (("match",),), _match_their_price),
    Reaction(_plain(N_("Just send the quote.")), (("send", "quote"), ("send", "pric")), _just_the_quote),
    Reaction(_plain(N_("We have no budget.")), (("budget",),), _no_budget),
)
"""The five usual reactions, in the order in which they tend to come."""
