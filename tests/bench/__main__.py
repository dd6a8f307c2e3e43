"""Run every `bench_*.py` beside this file and print one table; exit 1 if a goal is missed."""

import importlib
import sys
from pathlib import Path

from tests.bench.table import printed


def main() -> int:
    rows = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if sys.argv[1:] and path.stem.removeprefix("bench_") not in sys.argv[1:]:
            continue
        rows += importlib.import_module(f"tests.bench.{path.stem}").measure()
    print(printed(rows))
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
