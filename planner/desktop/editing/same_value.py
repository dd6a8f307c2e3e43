"""Whether a field already holds a value."""

import datetime as dt
from decimal import Decimal


def same_value(one: object, other: object) -> bool:
    """Whether two values of one field are the same to the person who reads them.

    10:00+01:00 and 09:00+00:00 are one moment but two values: the zone is part of what was said.
    So are the cents of 1250.50.
    """
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        return one == other and one.utcoffset() == other.utcoffset()
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one.as_tuple() == other.as_tuple()
    return type(one) is type(other) and one == other
