"""What is planted is found, and nothing else: both counts are printed (pytest -s)."""

import pytest

from bench import clean_rows, planted
from bench.personal import COLUMNS, MOST_MISSED, missed_in, refused_in
from boardtui.ingest.personal.kinds import KINDS


def test_every_kind_is_planted() -> None:
    assert set(planted.VALUES) == set(KINDS)


@pytest.mark.parametrize("kind", planted.VALUES)
def test_nearly_all_that_is_planted_is_refused(kind: str) -> None:
    missed = {column: missed_in(kind, column) for column in COLUMNS}
    print(f"{kind}: not refused, of {planted.COUNT}: {missed}")
    assert max(missed.values()) <= MOST_MISSED


def test_nothing_is_refused_where_nothing_is_planted() -> None:
    refused = list(map(refused_in, clean_rows.clean_files()))
    print(f"refused, of {clean_rows.ROWS:,} rows without personal data: {sum(refused)}")
    assert sum(refused) == 0
