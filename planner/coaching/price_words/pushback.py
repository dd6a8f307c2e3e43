"""Answers to the five usual reactions to a price, drafted from the plan's own drivers and figures."""

from collections.abc import Callable
from fractions import Fraction

import msgspec

from planner.coaching.price_words.claims import claims, comma_list, with_full_stop
from planner.coaching.price_words.speech import Speech, other_to_them, speech_of
from planner.model.plan import Plan
from planner.model.price import Price, Pushback
from planner.model.pricing.price_delta import PriceDelta, price_delta
from planner.wording.money import percent
from planner.wording.text import capitalised, joined, one_line

_MOST_CLAIMS = 3


class Reaction(msgspec.Struct, frozen=True):
    """A usual reaction: how it is worded, and by which words another wording of it is known."""

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
        return comma_list([one.name for one in claims(self.price)[:_MOST_CLAIMS]])

    def bought(self) -> str:
        """Say what the difference buys; "" where nothing has a figure."""
        told = [one.with_figure(self.say) for one in claims(self.price)[:_MOST_CLAIMS]]
        return f"What you get for it: {comma_list(told, ';')}." if told else ""

    def share(self) -> str:
        share = self.found.break_even_share
        if share is None or share > 1:
            return ""
        return f"If {percent(share)} of that comes true, you are no worse off."

    def check(self) -> str:
        proof = one_line(self.price.disclosure.proof)
        return with_full_stop(f"You can check it: {proof}") if proof else ""


def missing_answers(plan: Plan, inaction: Fraction | None = None) -> tuple[Pushback, ...]:
    """Return the plan's pushback with drafts for those of the five reactions that have no answer.

    What the rep wrote stays as it is; a reaction without an answer gets one.
    """
    figures = _Figures(plan, price_delta(plan.price), speech_of(plan.price), inaction)
    kept = list(plan.price.pushback)
    for usual in USUAL:
        at = next((at for at, one in enumerate(kept) if is_about(one.reaction, usual)), -1)
        if at < 0:
            kept.append(Pushback(reaction=usual.words(plan.price), answer=usual.answer(figures)))
        elif not kept[at].answer.strip():
            kept[at] = msgspec.structs.replace(kept[at], answer=usual.answer(figures))
    return tuple(one for one in kept if one.reaction.strip() or one.answer.strip())


def is_about(reaction: str, usual: Reaction) -> bool:
    """Whether a reaction, in whichever words, is the usual one."""
    said = reaction.casefold()
    return any(all(word in said for word in words) for words in usual.known_by)


def _too_expensive(figures: _Figures) -> str:
    delta, say = figures.found.delta, figures.say
    if delta is not None and delta > 0:
        asked = f"Compared with what? Next to {figures.other} it is {say.exact(delta)} {say.period} more."
    elif delta is not None and delta < 0:
        asked = f"Compared with what? Next to {figures.other} it is {say.exact(-delta)} {say.period} less."
    else:
        asked = "Compared with what?"
    doubt = (
        "Which of these figures do you see differently?" if figures.bought() else "What is it worth to you?"
    )
    return joined((asked, figures.bought(), figures.share(), doubt), " ")


def _cheaper_elsewhere(figures: _Figures) -> str:
    delta, surplus, say = figures.found.delta, figures.found.surplus, figures.say
    if delta is None:
        return (
            "That may be; I do not know their price. "
            "Let us put both side by side, for the same term and the same scope. What is in theirs?"
        )
    if delta <= 0:
        return "By our figures we are not dearer. What is in their price, and for how long?"
    yes = f"Yes, by {say.exact(delta)} {say.period}."
    better = ""
    if surplus is not None and surplus > 0:
        gain = f"{say.about(surplus)} {say.period}"
        better = f"Once what differs is counted, you are about {gain} better off with us."
    return joined((yes, better, figures.check(), "Shall we go through it line by line?"), " ")


def _match_their_price(figures: _Figures) -> str:
    delta, say = figures.found.delta, figures.say
    if delta is None:
        return "I do not know their price. Which one is it, for which scope, and over which time?"
    if delta <= 0:
        stands = f"{say.exact(-delta)} {say.period} below it" if delta else "at their price"
        return f"We are {stands} already, by what you told us. What is in theirs that you miss in ours?"
    if not figures.names():
        return (
            "At their price it would have to be a smaller offer. "
            "Which part of it could you do without, and which not?"
        )
    return (
        "At their price it would have to be a smaller offer, and these would be at stake: "
        f"{figures.names()}. "
        "Which of them could you do without? Then we can talk about a smaller scope, and a price to match it."
    )


def _just_the_quote(figures: _Figures) -> str:
    own = _own_shortcut(figures.plan)
    if own:
        return own
    delta, worth = figures.found.delta, figures.found.differentiation
    alone = "A price alone would not show what it buys you."
    if delta is not None and delta > 0 and worth is not None and worth > 0:
        alone = (
            f"Alone it would show the {figures.say.exact(delta)} {figures.say.period} more, and not the "
            f"{figures.say.about(worth)} it is worth."
        )
    return (
        f"You will have it. {alone} Give me a quarter of an hour to check the figures with you; "
        "then the quote says what it is for. When suits you?"
    )


def _own_shortcut(plan: Plan) -> str:
    """Return the answer the rep already prepared for somebody who only wants the price."""
    for one in plan.conversation.shortcuts:
        asked = one.they_ask_for.casefold()
        if any(word in asked for word in ("quote", "pric", "offer")) and one.propose_instead.strip():
            words = (one.acknowledge, one.defer, one.propose_instead)
            return joined((with_full_stop(one_line(text)) for text in words), " ")
    return ""


def _no_budget(figures: _Figures) -> str:
    say, found = figures.say, figures.found
    monthly = Speech(say.currency, 1, yearly=False)
    if figures.inaction:
        cost = f"Leaving it as it is costs about {monthly.about(figures.inaction)} a month."
    elif found.surplus is not None and found.surplus > 0:
        waiting = monthly.about(found.surplus / found.term_months)
        cost = f"By these figures each month without it costs about {waiting}."
    else:
        return "What would have to be true for a budget to be found, and who would decide that?"
    return f"I hear you. {cost} That money is being spent already. From whose budget, and who could move it?"


def _cheaper_name(price: Price) -> str:
    return f"{capitalised(other_to_them(price))} is cheaper."


def _plain(words: str) -> Callable[[Price], str]:
    return lambda _price: words


USUAL = (
    Reaction(_plain("That is too expensive."), (("expensive",), ("too much",)), _too_expensive),
    Reaction(_cheaper_name, (("cheaper",), ("less elsewhere",)), _cheaper_elsewhere),
    Reaction(_plain("Match their price."), (("match",),), _match_their_price),
    Reaction(_plain("Just send the quote."), (("send", "quote"), ("send", "pric")), _just_the_quote),
    Reaction(_plain("We have no budget."), (("budget",),), _no_budget),
)
"""The five usual reactions, in the order in which they tend to come."""
