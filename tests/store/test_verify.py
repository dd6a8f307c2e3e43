import json
from pathlib import Path

from planner.store.library import FILE_NAME, Library
from planner.store.verify import verified
from tests.builders import a_plan


def test_each_damaged_document_is_named_once(library: Library, folder: Path) -> None:
    library.add([a_plan(**{"client.name": f"Client {number}"}) for number in range(3)])
    library.close()
    path = folder / FILE_NAME
    file = json.loads(path.read_text(encoding="utf-8"))
    file["plans"]["1"]["client_id"] = 7
    file["plans"]["2"]["edited_on"] = "long"
    file["clients"]["3"]["industry"] = 5
    path.write_text(json.dumps(file), encoding="utf-8")

    verdict = verified(path)

    named = [one.removeprefix(f"{path}: ").split(" (")[0] for one in verdict.damage[1:]]
    assert sorted(named) == ["clients 3", "plans 1", "plans 2"]
