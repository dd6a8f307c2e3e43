"""Something a person should look at, at its field."""

import msgspec


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong, or worth a look, at the field; the path as in a form, without `plan.`."""

    path: str
    message: str
