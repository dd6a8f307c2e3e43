"""What can go wrong between a plan and its page, told to the person who can mend it."""

from planner.model.errors import PlannerError
from planner.translation import _
from planner.wording.text import labelled, listed


class NoSuchDocument(PlannerError):
    """There is no document of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        message = _('there is no document "{name}"; there are {known}')
        super().__init__(message.format(name=name, known=listed(known)))


class TemplateProblem(PlannerError):
    """A template cannot be read or filled in; the message names the file and the line."""

    def __init__(self, template: str, line: int | None, message: str) -> None:
        place = _("{template}, line {line}") if line is not None else "{template}"
        super().__init__(labelled(place.format(template=template, line=line), message))
        self.template = template
        self.line = line


class MarkupProblem(PlannerError):
    """What a template wrote is no page markup; `line` counts in the markup."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(_("line {line} of the page: {problem}").format(line=line, problem=message))
        self.message = message
        self.line = line
