"""The words of the sales conversation: every choice a field offers, spelled as people read it."""

from enum import StrEnum

from planner.translation import N_


class Initiative(StrEnum):
    """Where the rep takes the lead instead of waiting for it; `MYSELF` stands beside the four."""

    PROSPECTING = N_("prospecting")
    DISCOVERY = N_("discovery")
    SALES_CONVERSATION = N_("sales conversation")
    INVESTMENT = N_("investment")
    MYSELF = N_("myself")


class Footing(StrEnum):
    """Leading, reacting to the other side, or waiting."""

    FRONT = "front"
    BACK = "back"
    FLAT = "flat"


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
    """What sort of conversation this is."""

    PROSPECTING = "prospecting"
    DISCOVERY = "discovery"
    PRESENTATION = "presentation"
    NEGOTIATION = "negotiation"
    REVIEW = "review"
    OTHER = "other"


class Channel(StrEnum):
    """How the two sides meet."""

    IN_PERSON = "in person"
    VIDEO = "video"
    PHONE = "phone"


class Side(StrEnum):
    """One of the two sides of the table."""

    US = N_("us")
    THEM = N_("them")


class Lead(StrEnum):
    """Who leads an agenda item."""

    US = "us"
    THEM = "them"
    BOTH = "both"


class RaisedBy(StrEnum):
    """Who brought the price up."""

    US = "us"
    THEM = "them"
    NOBODY = "nobody"


class BuyingRole(StrEnum):
    """A contact's part in the buying decision."""

    ECONOMIC = "economic"
    USER = "user"
    TECHNICAL = "technical"
    COACH = "coach"
    CHAMPION = "champion"
    OTHER = "other"


class Stance(StrEnum):
    """Where a contact stands towards us."""

    SUPPORTER = "supporter"
    NEUTRAL = "neutral"
    OPPONENT = "opponent"
    UNKNOWN = "unknown"


class QuestionKind(StrEnum):
    """What a question is for."""

    SITUATION = "situation"
    PROBLEM = "problem"
    IMPLICATION = "implication"
    PAYOFF = "payoff"
    CONFIRM = "confirm"
    ATTITUDE = "attitude"
    COMMITMENT = "commitment"
    PROCESS = "process"


class DisclosureTopic(StrEnum):
    """How something we know is handled in the conversation."""

    PROVIDE = "provide"
    PROTECT = "protect"
    REDIRECT = "redirect"


class Cadence(StrEnum):
    """How often an amount falls due."""

    ONE_OFF = "one-off"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class AlternativeKind(StrEnum):
    """What the client does if not buying from us."""

    COMPETITOR = "competitor"
    IN_HOUSE = "in-house"
    STATUS_QUO = "status quo"


class DriverKind(StrEnum):
    """Where a driver's value shows up with the client."""

    REVENUE = "revenue"
    COST = "cost"
    RISK = "risk"
    CAPITAL = "capital"


class SimulationShape(StrEnum):
    """The distribution a driver is drawn from."""

    TRIANGULAR = "triangular"
    PERT = "pert"


class DisclosureDiscussion(StrEnum):
    """In which discussion the price is said."""

    THIS_CALL = N_("this call")
    EARLIER = N_("earlier")
    LATER = N_("later")


class Outcome(StrEnum):
    """How a call ended. Only a named client action by a date is an advance."""

    ORDER = "order"
    ADVANCE = "advance"
    CONTINUATION = "continuation"
    NO_SALE = "no sale"


class ObtainedKind(StrEnum):
    """Which commitment the client gave."""

    PRIMARY = "primary"
    FALLBACK = "fallback"
    OTHER = "other"
    NONE = "none"
