"""The words of the sales conversation: every choice a field offers, spelled as people read it in English.

The values are stored as they are; where one is shown, `_` translates it.
"""

from enum import StrEnum

from planner.translation import N_


class Initiative(StrEnum):
    """The four initiatives in which the rep leads instead of waiting, and `MYSELF` beside them."""

    PROSPECTING = N_("prospecting")
    DISCOVERY = N_("discovery")
    SALES_CONVERSATION = N_("sales conversation")
    INVESTMENT = N_("investment")
    MYSELF = N_("myself")


class Footing(StrEnum):
    """How the rep stands in an initiative: leading, reacting to the other side, or waiting."""

    FRONT = N_("front")
    BACK = N_("back")
    FLAT = N_("flat")


class Commitment(StrEnum):
    """The ten commitments a client gives, in no enforced order."""

    TIME = N_("Time")
    EXPLORE = N_("Explore")
    CHANGE = N_("Change")
    COLLABORATE = N_("Collaborate")
    BUILD_CONSENSUS = N_("Build Consensus")
    INVEST = N_("Invest")
    REVIEW = N_("Review")
    RESOLVE_CONCERNS = N_("Resolve Concerns")
    DECIDE = N_("Decide")
    EXECUTE = N_("Execute")


class CallKind(StrEnum):
    """What kind of call a plan is for."""

    PROSPECTING = N_("prospecting")
    DISCOVERY = N_("discovery")
    PRESENTATION = N_("presentation")
    NEGOTIATION = N_("negotiation")
    REVIEW = N_("review")
    OTHER = N_("other")


class Channel(StrEnum):
    """How the two sides meet."""

    IN_PERSON = N_("in person")
    VIDEO = N_("video")
    PHONE = N_("phone")


class Happened(StrEnum):
    """What became of a planned call. One that was not held is not reviewed, and does not count."""

    HELD = N_("held")
    MOVED = N_("moved")
    CANCELLED = N_("cancelled")
    NOBODY_CAME = N_("nobody came")


class TouchChannel(StrEnum):
    """How one side reached out to the other."""

    PHONE = N_("phone")
    E_MAIL = N_("e-mail")
    LETTER = N_("letter")
    VIDEO = N_("video")
    IN_PERSON = N_("in person")
    SOCIAL = N_("social")
    EVENT = N_("event")
    OTHER = N_("other")


class TouchValue(StrEnum):
    """What kind of value a touch brings them."""

    FORCE = N_("force")
    PROOF = N_("proof")
    QUESTION = N_("question")
    OTHER = N_("other")


class TouchOutcome(StrEnum):
    """How a touch ended."""

    NO_ANSWER = N_("no answer")
    SPOKE = N_("spoke")
    MEETING_AGREED = N_("meeting agreed")
    NO = N_("no")


class Side(StrEnum):
    """One of the two sides of the table."""

    US = N_("us")
    THEM = N_("them")


class Lead(StrEnum):
    """Who leads an agenda item."""

    US = N_("us")
    THEM = N_("them")
    BOTH = N_("both")


class RaisedBy(StrEnum):
    """Who brought the price up."""

    US = N_("us")
    THEM = N_("them")
    NOBODY = N_("nobody")


class BuyingRole(StrEnum):
    """A contact's part in the buying decision."""

    ECONOMIC = N_("economic")
    USER = N_("user")
    TECHNICAL = N_("technical")
    COACH = N_("coach")
    CHAMPION = N_("champion")
    OTHER = N_("other")


class Stance(StrEnum):
    """Where a contact stands towards us."""

    SUPPORTER = N_("supporter")
    NEUTRAL = N_("neutral")
    SCEPTIC = N_("sceptic")
    UNKNOWN = N_("unknown")

    @classmethod
    def _missing_(cls, value: object) -> "Stance | None":
        """Read what older plan files and libraries call a sceptic."""
        return cls.SCEPTIC if value == "opponent" else None


class QuestionKind(StrEnum):
    """What a question is for."""

    SITUATION = N_("situation")
    PROBLEM = N_("problem")
    IMPLICATION = N_("implication")
    PAYOFF = N_("payoff")
    CONFIRM = N_("confirm")
    ATTITUDE = N_("attitude")
    COMMITMENT = N_("commitment")
    PROCESS = N_("process")


class DisclosureTopic(StrEnum):
    """How something we know is handled in the conversation."""

    PROVIDE = N_("provide")
    PROTECT = N_("protect")
    REDIRECT = N_("redirect")


class Cadence(StrEnum):
    """How often an amount falls due."""

    ONE_OFF = N_("one-off")
    MONTH = N_("month")
    QUARTER = N_("quarter")
    YEAR = N_("year")


class AlternativeKind(StrEnum):
    """What the client does if not buying from us."""

    COMPETITOR = N_("competitor")
    IN_HOUSE = N_("in-house")
    STATUS_QUO = N_("status quo")


class DriverKind(StrEnum):
    """Where a driver's value shows up with the client."""

    REVENUE = N_("revenue")
    COST = N_("cost")
    RISK = N_("risk")
    CAPITAL = N_("capital")


class SimulationShape(StrEnum):
    """The distribution that an amount between low and high is drawn from."""

    TRIANGULAR = N_("triangular")
    PERT = N_("pert")


class DisclosureDiscussion(StrEnum):
    """In which discussion the price is said."""

    THIS_CALL = N_("this call")
    EARLIER = N_("earlier")
    LATER = N_("later")


class Outcome(StrEnum):
    """How a call ended. Only a named client action by a date is an advance."""

    ORDER = N_("order")
    ADVANCE = N_("advance")
    CONTINUATION = N_("continuation")
    NO_SALE = N_("no sale")


class ObtainedKind(StrEnum):
    """Which commitment the client gave."""

    PRIMARY = N_("primary")
    FALLBACK = N_("fallback")
    OTHER = N_("other")
    NONE = N_("none")
