"""What can go wrong between a plan and its page, told to the person who can mend it."""

from planner.model.errors import PlannerError
from planner.translation import _
from planner.wording.lists import comma_list
from planner.wording.text import labelled


class NoSuchDocument(PlannerError):
    """Raised when there is no document of that name; the message lists those there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        message = _('there is no document "{name}"; there are {known}')
        super().__init__(message.format(name=name, known=comma_list(known)))


class TemplateProblem(PlannerError):
    """Raised when a template cannot be read or filled in; names its file, and the line if it is known."""

    def __init__(self, template: str, line: int | None, message: str) -> None:
        place = _("{template}, line {line}") if line is not None else "{template}"
        super().__init__(labelled(place.format(template=template, line=line), message))
        self.template = template
        self.line = line


class MarkupProblem(PlannerError):
    """Raised when the text a template wrote is no page markup; `line` counts in that text."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(_("line {line} of the page: {problem}").format(line=line, problem=message))
        self.message = message
        self.line = line
