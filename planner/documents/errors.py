"""What can go wrong between a plan and its page, told to the person who can mend it."""

from planner.model.errors import PlannerError


class NoSuchDocument(PlannerError):
    """There is no document of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'there is no document "{name}"; there are {", ".join(known)}')


class TemplateProblem(PlannerError):
    """A template cannot be read or filled in; the message names the file and the line."""

    def __init__(self, template: str, line: int | None, message: str) -> None:
        place = template if line is None else f"{template}, line {line}"
        super().__init__(f"{place}: {message}")
        self.template = template
        self.line = line


class MarkupProblem(PlannerError):
    """What a template wrote is no page markup; `line` counts in the markup."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(f"line {line} of the page: {message}")
        self.message = message
        self.line = line
