"""How small and how short the page may become."""

from planner.documents.fitting import SMALLEST
from planner.documents.look import LAST_LEVEL, STYLES, Look

LABELS = {"eyebrow", "heading", "caption", "foot"}


def test_body_text_is_never_under_seven_and_a_half_points() -> None:
    look = Look(SMALLEST)
    sizes = {name: look.size(style) for name, style in STYLES.items()}
    assert all(size >= 7.5 for name, size in sizes.items() if name not in LABELS)
    assert all(size >= 6.6 for size in sizes.values())


def test_each_level_shows_no_more_than_the_one_before() -> None:
    looks = [Look.at_level(1.0, level) for level in range(LAST_LEVEL + 1)]
    for rank in range(5):
        for shown in ([look.most_lines(rank) for look in looks], [look.most_entries(rank) for look in looks]):
            known = [one for one in shown if one is not None]
            assert shown[0] is None
            assert known == sorted(known, reverse=True)
            assert known[-1] == 1


def test_what_matters_least_is_cut_first() -> None:
    first_cut = [
        next(level for level in range(LAST_LEVEL) if Look.at_level(1.0, level).most_lines(rank))
        for rank in range(5)
    ]
    assert first_cut == sorted(first_cut, reverse=True)
    assert len(set(first_cut)) == 5
