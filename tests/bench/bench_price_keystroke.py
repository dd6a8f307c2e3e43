"""What a keystroke costs the GUI thread in the price step of ten drivers over sixty months."""

from tests.bench.bench_keystroke import FRAME, a_window, pause, told, typed_into
from tests.bench.bench_price import a_price
from tests.bench.table import Row, at_most

FIELDS = (
    "price.drivers[2].likely",
    "price.drivers[9].likely",
    "price.drivers[2].name",
    "price.drivers[2].formula",
    "price.ours[0].likely",
    "price.unit",
    "price.disclosure.wording",
    "price.talk_track",
)


def measure() -> list[Row]:
    """Return the 95th percentile of 300 keys against a frame."""
    with a_window() as window:
        assert window.open is not None
        window.open.walk.go_to_field("price.unit")
        window.open.document.edit("price", a_price(10, 60), words="price")
        window.open.document.finish_edit()
        pause(1)
        p95 = told(*typed_into(window, FIELDS), "keystroke in the price step")
    return [
        at_most(
            1,
            work="a keystroke in the price step, 10 drivers, 60 months (p95, GUI thread)",
            ours=p95,
            peer="a frame at 60 Hz",
            theirs=FRAME,
        )
    ]
