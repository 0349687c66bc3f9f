"""The units of published figures: those that the measure is in, however they are spelt."""

from __future__ import annotations

import pytest

from tests.ingest.test_published import said
from tests.ingest.trial import Trial


@pytest.mark.parametrize(
    ("measure", "written", "unit"),
    [
        ("overdue_visits", "people", "people"),
        ("overdue_visits", "Visits", "visits"),
        ("overdue_visits", "visit", "visits"),
        ("overdue_assessments", "assessments", "assessments"),
        ("mappa_level_3", "placements", "placements"),
        ("overdue_visits_share", "%", "per cent"),
        ("overdue_visits_share", "Per Cent", "per cent"),
        ("mappa_category_1_rate", "per 100k", "per 100,000"),
        ("overdue_visits_oldest_months", "month", "months"),
    ],
)
def test_a_unit_is_stored_by_one_name(trial: Trial, measure: str, written: str, unit: str) -> None:
    trial.ingest({"figures": said(measure=measure, unit=written, value="3")})
    assert trial.values("SELECT unit FROM figures") == [unit]


@pytest.mark.parametrize(
    ("measure", "written", "expected"),
    [
        ("overdue_visits", "vists", "people or visits; did you mean visits?"),
        ("overdue_visits", "%", "people or visits"),
        ("overdue_visits", "assessments", "people or visits"),
        ("overdue_visits_oldest_months", "years", "months"),
        ("overdue_visits_oldest_months", "mnths", "months; did you mean months?"),
        ("overdue_visits_share", "per cnt", "per cent; did you mean per cent?"),
        ("mappa_category_1", "per 100000", "people"),
        ("managed", "visits", "people"),
    ],
)
def test_another_unit_is_a_fault_with_the_nearest(
    trial: Trial, measure: str, written: str, expected: str
) -> None:
    (fault,) = trial.refused({"figures": said(measure=measure, unit=written, value="3")}).faults
    assert (fault.row, fault.column, fault.value) == (2, "unit", written)
    assert fault.expected == f"a unit that {measure} is in: {expected}"


def test_a_figure_is_stored_once_however_its_unit_is_spelt(trial: Trial) -> None:
    row = {"measure": "overdue_visits_share", "value": "15"}
    trial.ingest({"figures": said(**row, unit="per cent")})
    report = trial.ingest({"figures": said(**row, unit="%")})
    assert (report.files[0].stored, report.files[0].there_already) == (0, 1)
