"""The invented forces are always the same, and boardtui finds in their files what is true."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from bench.synthetic.files import write, write_month
from bench.synthetic.forces import Force, forces
from bench.synthetic.months import Month, months
from boardtui.core.flow.parts import Part
from boardtui.ingest import IngestRequest, ingest
from boardtui.ingest.force_names import ForceNames
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database

FIGURES = """
SELECT measure, COALESCE(slice, ''), CAST(value AS INTEGER) FROM figures g
JOIN snapshots s ON s.id = g.snapshot_id
WHERE s.as_at = :day AND (dimension IS NULL OR dimension = 'risk_level')
AND (period_start IS NULL OR period_start = :first OR measure IN ('joiners', 'leavers'))
"""
FLOWS = """
SELECT part, people FROM flows g JOIN snapshots s ON s.id = g.snapshot_id
WHERE s.as_at = :day AND backlog = 'visits' AND reason IS NULL
"""


def test_their_names_are_no_slips_of_one_another_or_of_a_force_that_is_known() -> None:
    names = ForceNames([])
    assert len({names.of(force.name) for force in forces(84)}) == 84


def test_the_full_size_has_the_rows_that_it_says() -> None:
    full = forces()
    rows = sum(force.people * (120 - len(force.missing)) for force in full)
    assert 8_300_000 < rows < 8_500_000
    assert sum(force.quiet for force in full) > 20
    assert any(force.shift for force in full)


def test_the_same_plan_gives_the_same_files(tmp_path: Path) -> None:
    written = []
    for name in ("one", "other"):
        folder = tmp_path / name
        write(folder, forces(2, 3, 60), 3)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        written.append([(str(path.relative_to(folder)), path.read_bytes()) for path in files])
    assert written[0] == written[1]
    assert len(written[0]) > 20


def test_what_is_true_is_what_boardtui_finds(tmp_path: Path) -> None:
    (force,) = (each for each in forces(12, 6, 400) if each.number == 7)
    every = list(months(force, 3))
    for month in every:
        write_month(tmp_path / month.day.isoformat(), month)
        ingest(request(tmp_path, force, month), Settings())
    for before, month in zip([None, *every], every, strict=False):
        found = counted(tmp_path / "of.db", month)
        true = asdict(month.truth)
        for measure in ("registered", "actively_managed", "overdue_visits", "overdue_assessments"):
            assert found[measure, ""] == true[measure]
        for measure in ("visits_attempted", "visits_seen"):
            assert found[measure, ""] == true[measure]
        for risk, number in month.truth.overdue_by_risk.items():
            assert found.get(("overdue_visits", risk), 0) == number
        if before is not None:
            assert found["joiners", ""] == month.truth.joined > 0
            assert found["leavers", ""] == month.truth.left > 0
            assert found["flow", Part.VISITED] == month.truth.visited > 0
            assert found["flow", Part.NEWLY_OVERDUE] == month.truth.newly_overdue > 0


def request(folder: Path, force: Force, month: Month) -> IngestRequest:
    day = month.day.isoformat()
    files = {path.stem: path for path in (folder / day).iterdir()}
    return IngestRequest(
        str(folder / "of.db"), force=force.name, as_at=month.day, files=files, synthetic=True
    )


def counted(database: Path, month: Month) -> dict[tuple[str, str], int]:
    """The figures of a month's snapshot by measure and risk level, and its flow's parts."""
    day = {"day": month.day.isoformat()}
    with closing(open_database(str(database))) as read:
        figures = read.rows(FIGURES, {**day, "first": month.day.replace(day=1).isoformat()})
        flows = read.rows(FLOWS, day)
    found = {(measure, risk): value for measure, risk, value in figures}
    return found | {("flow", part): people for part, people in flows}
