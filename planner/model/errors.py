"""The one family of errors that a person is told about."""


class PlannerError(Exception):
    """Base of all errors that are shown to a person; the message says what happened and what they can do."""


class FieldError(PlannerError):
    """Raised for a value that does not fit its field; `path` is the field, `message` what was expected."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message
