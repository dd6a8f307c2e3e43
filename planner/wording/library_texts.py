"""What a library says of itself, as people read it."""

from planner.model.library_values import BroughtIn


def brought_in_text(brought_in: BroughtIn) -> str:
    """Return what became of a copy that was brought in, in sentences."""
    came = [
        *_plans(brought_in.added, "{} only there {} here now.", ("that was", "is"), ("that were", "are")),
        *_plans(
            brought_in.taken,
            "{} as {} there; how {} here is among the earlier versions.",
            ("stands", "it is", "it was"),
            ("stand", "they are", "they were"),
        ),
        *_plans(
            brought_in.kept,
            "{} as {} here; how {} there is among the earlier versions.",
            ("stands", "it is", "it was"),
            ("stand", "they are", "they were"),
        ),
    ] or ["Everything in it is here already."]
    if brought_in.unread:
        came.append(f"Not brought in, because it cannot be read: {'; '.join(brought_in.unread)}.")
    if brought_in.put_away:
        came.append(f"The copy is kept as {brought_in.put_away[0].name}.")
    if brought_in.problem:
        came.append(brought_in.problem)
    return f"Brought in {brought_in.name}. {' '.join(came)}"


def _plans(count: int, text: str, one: tuple[str, ...], many: tuple[str, ...]) -> list[str]:
    """Return the sentence about so many plans, none about none."""
    words = text.format(*(one if count == 1 else many))
    return [f"1 plan {words}" if count == 1 else f"{count:,} plans {words}"] if count else []
