"""Something a person should look at, at its field."""

import msgspec


class FieldProblem(msgspec.Struct, frozen=True):
    """A problem, or something worth a second look, at one field; `path` as in a form, without `plan.`.

    `message` goes behind the field's path or name and a colon, without a full stop. `sentence` says the same
    on its own where the message is no statement of its own: `is blank; …` about the rate is `The rate is
    blank; ….` If `sentence` is "", `Field: message.` is the sentence.
    """

    path: str
    message: str
    sentence: str = ""
