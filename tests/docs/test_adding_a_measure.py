"""The measure that the architecture adds as an example is there, once it is declared."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from boardtui.core.criterion import criterion
from boardtui.core.criterion.definition import STANDARD
from boardtui.core.measures import MEASURES, measure, people
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database
from tests.docs.documents import ROOT, blocks, sections, text_of
from tests.ingest.trial import Trial

ARCHITECTURE = ROOT / "docs" / "architecture.md"
CASES = """case_ref,risk_level,status,unit,last_assessment
C1,high,community,North,2023-06-01
C2,low,community,North,
C3,low,community,South,
C4,low,custody,South,
"""


def example() -> measure.CaseCount:
    """The measure that the document declares, with the names that a module of measures has."""
    (declaration,) = blocks(sections(text_of(ARCHITECTURE))["To add a measure"], "python")
    names = {**vars(criterion), **vars(measure), **vars(people)}
    known = set(names)
    exec(declaration, names)
    (added,) = (value for name, value in names.items() if name not in known | {"__builtins__"})
    assert isinstance(added, measure.CaseCount)
    return added


def test_a_measure_is_one_declaration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added = example()
    monkeypatch.setitem(MEASURES, added.name, added)
    trial = Trial(tmp_path)
    trial.ingest({"cases": CASES})
    with closing(open_database(str(trial.database))) as database:
        stored = Review(database, choose(database), STANDARD)
        (whole,) = stored.figures(added.name)
        by_unit = stored.by(added.name, "unit")
    assert whole.figure.value == 2
    assert whole.share is not None
    assert (whole.share.of, whole.share.base.value) == ("managed", 3)
    assert [compared.figure.value for compared in by_unit] == [1, 1]
