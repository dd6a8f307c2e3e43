"""What the reflection's template is given."""

from planner.documents.views.call_plan import CallPlanView, call_plan_view
from planner.model.plan import Preparation


def reflection_view(preparation: Preparation) -> CallPlanView:
    """Return the plan in ready words."""
    return call_plan_view(preparation)
