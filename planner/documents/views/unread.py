"""What pages of ours say of answers that were typed and could not be read."""

from planner.model.field_texts import unread_texts
from planner.model.plan import Preparation
from planner.wording.field_words import path_in_words, rows_from_one
from planner.wording.lists import semicolon_list
from planner.wording.text import labelled, one_line, quoted


def unread_words(preparation: Preparation) -> str:
    """Return each answer that could not be read as `Price › drivers 2 › likely: “38k?”`; "" for none."""
    return semicolon_list(
        labelled(path_in_words(rows_from_one(kept.path)), quoted(one_line(kept.text)))
        for kept in unread_texts(preparation)
    )
