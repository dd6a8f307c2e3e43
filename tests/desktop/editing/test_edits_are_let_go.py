import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.document import PlanDocument
from planner.model.plan import Preparation
from tests.builders import a_plan
from tests.desktop.fakes import NOW


@pytest.mark.usefixtures("qapp")
def test_a_plan_that_was_typed_in_is_let_go_when_it_is_closed() -> None:
    saved: list[Preparation] = []
    document = PlanDocument(a_plan(), save=saved.append, jobs=Jobs(), today=NOW.date)
    for text in ("B", "Be", "Bec", "Beca"):
        document.edit("case.why_now", text)
    assert document.undo_stack.count() == 1
    assert document.close_saved()
    assert saved
    held = weakref.ref(document)

    document.deleteLater()
    del document
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert held() is None
