"""What a rule says, and how a rule is declared."""

from collections.abc import Callable

import msgspec

from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.model.plan import Preparation
from planner.model.terms import Footing, Initiative


class Evidence(msgspec.Struct, frozen=True):
    """A field that a rule looked at, and its value as text or in words.

    The value is "" where the field is blank or has nothing of what the rule looks for. `field` is a path
    within a Preparation. `of_plan` is the id of the client's earlier plan that the field is in, "" for the
    plan checked.
    """

    field: str
    value: str = ""
    of_plan: str = ""


class Observation(msgspec.Struct, frozen=True):
    """What a rule saw: the footing, the words for it, the evidence, and one thing to do.

    The first evidence is the field to go to. Back: what is planned leaves the lead to the other side. Flat:
    something is left undone.
    """

    state: Footing
    said: str
    evidence: tuple[Evidence, ...]
    action: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule found in a plan. `answered` is the rep's "I know, because …"; "" if not answered."""

    rule: str
    initiative: Initiative
    state: Footing
    said: str
    evidence: tuple[Evidence, ...]
    action: str
    answered: str = ""


RuleFunction = Callable[[Preparation, History, Thresholds], Observation | None]


class Rule(msgspec.Struct, frozen=True):
    """One rule of the check. `decides` says when it fires."""

    id: str
    initiative: Initiative
    decides: str
    look: RuleFunction

    def __call__(self, preparation: Preparation, past: History, thresholds: Thresholds) -> Finding | None:
        """Return what the rule finds in the plan, with the rep's answer to it; None if it does not fire."""
        observation = self.look(preparation, past, thresholds)
        if observation is None:
            return None
        return Finding(
            rule=self.id,
            initiative=self.initiative,
            state=observation.state,
            said=observation.said,
            evidence=observation.evidence,
            action=observation.action,
            answered=self._answer(preparation),
        )

    def _answer(self, preparation: Preparation) -> str:
        reasons = (answer.because.strip() for answer in preparation.plan.answers if answer.rule == self.id)
        return next((because for because in reasons if because), "")


def rule(rule_id: str, initiative: Initiative) -> Callable[[RuleFunction], Rule]:
    """Return the decorator that makes a Rule of a function; its docstring becomes `decides`.

    The docstring names thresholds by their usual values.
    """

    def declared(look: RuleFunction) -> Rule:
        return Rule(rule_id, initiative, (look.__doc__ or "").strip(), look)

    return declared


def back(said: str, *evidence: Evidence, action: str) -> Observation:
    """Return an observation on the back foot: what is planned leaves the lead to the other side."""
    return Observation(Footing.BACK, said, evidence, action)


def flat(said: str, *evidence: Evidence, action: str) -> Observation:
    """Return an observation that finds us flat-footed: something is left undone."""
    return Observation(Footing.FLAT, said, evidence, action)
