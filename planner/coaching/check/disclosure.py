"""Whether the price is planned for the end of the call."""

from planner.coaching.check.agenda_lead import total_minutes
from planner.coaching.price_moment import moment_in
from planner.model.plan import Plan


def is_said_at_the_end(plan: Plan, last_percent: int) -> bool:
    """Whether the price comes with the last agenda item, or in the last part of the call.

    The first thing that can be read decides: words such as "at the end", a minute, an item by number
    or topic. A minute that begins the last part belongs to it. What cannot be read is not late.
    """
    agenda = plan.conversation.agenda
    moment = moment_in(plan.price.disclosure.when, agenda)
    if moment.at_end:
        return True
    if moment.minute is not None:
        length = plan.call.minutes or total_minutes(agenda)
        return bool(length) and 100 * moment.minute >= (100 - last_percent) * length
    topics = [at for at, item in enumerate(agenda) if item.topic.strip()]
    return len(topics) > 1 and moment.item == topics[-1]
