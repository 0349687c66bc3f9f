from datetime import date
from pathlib import Path

import pytest

from tests.ingest.trial import Trial, one_case


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """A folder with files to ingest and a database that is not there yet."""
    return Trial(tmp_path)


@pytest.fixture
def with_snapshot(trial: Trial) -> Trial:
    """A trial whose database has a snapshot of an earlier day, of one person, C1."""
    trial.ingest({"cases": one_case("C1")}, as_at=date(2023, 12, 31))
    return trial
