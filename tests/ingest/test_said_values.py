"""Values of published figures: numbers as they were written, the marks of figures withheld."""

from __future__ import annotations

import pytest

from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.ingest.said_values import SaidNumber
from tests.ingest.test_published import said
from tests.ingest.trial import Trial


def expected(text: str) -> str:
    """What is expected in place of a text, which is no value."""
    parsed = SaidNumber().parse([text])
    assert parsed.values == [None]
    return parsed.wrong[0]


@pytest.mark.parametrize("text", ["273", "1500.0", ".5", "-3", "15%", "15 %"])
def test_a_number_stays_as_it_was_written(text: str) -> None:
    assert SaidNumber().parse([text]).values == [text]


@pytest.mark.parametrize("text", ["[c]", "[C]", "c", "C", "*"])
def test_a_figure_withheld_has_one_mark(text: str) -> None:
    assert SaidNumber().parse([text]).values == [SUPPRESSED]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("[x]", "not available"),
        ("x", "not available"),
        ("[low]", "a low figure, but no real zero"),
        ("[z]", "not applicable"),
        ("[u]", "of low reliability"),
        ("[u2]", "of low reliability"),
        ("[w]", "none was recorded in the survey"),
        ("..", "not available"),
        (".", "not applicable"),
        (":", "not available"),
        ("-", "nil in some tables, not available in others"),
        ("–", "nil in some tables, not available in others"),
        ("n/a", "not applicable or not available"),
        ("N/A", "not applicable or not available"),
        ("[p]", "provisional"),
        ("15 [p]", "a number alone: “[p]” means provisional"),
        ("15 [r]", "a number alone: “[r]” means revised"),
        ("15 [c]", "[c] alone"),
        ("about 15", "a plain number"),
        ("1e3", "a plain number"),
    ],
)
def test_other_shorthand_is_refused_with_what_it_means(text: str, means: str) -> None:
    assert means in expected(text)


STORED = "SELECT value, low, high, qualifier, suppressed, written FROM figures"


@pytest.mark.parametrize(
    "columns",
    [
        {"value": "[c]"},
        {"value": "c"},
        {"value": "*"},
        {"value": "", "qualifier": "suppressed"},
        {"value": "[c]", "qualifier": "Suppressed"},
        {"value": "[c]", "qualifier": "about"},
    ],
)
def test_a_figure_withheld_is_stored_as_such_and_as_no_number(
    trial: Trial, columns: dict[str, str]
) -> None:
    report = trial.ingest({"figures": said(**columns)})
    assert trial.rows(STORED) == [(None, None, None, "suppressed", 1, None)]
    assert report.notes == ()


def test_a_number_beside_the_word_that_it_is_withheld_is_not_stored(trial: Trial) -> None:
    report = trial.ingest({"figures": said(value="4", high="4", qualifier="suppressed")})
    assert trial.rows(STORED) == [(None, None, None, "suppressed", 1, None)]
    (note,) = report.notes
    assert note.endswith("has numbers beside “suppressed” in 1 row: they were not stored.")


def test_a_figure_withheld_is_stored_once_however_it_is_marked(trial: Trial) -> None:
    trial.ingest({"figures": said(value="[c]")})
    report = trial.ingest({"figures": said(value="*")})
    assert (report.files[0].stored, report.files[0].there_already) == (0, 1)


def test_digits_are_kept_as_they_were_written(trial: Trial) -> None:
    trial.ingest({"figures": said(measure="registered_growth", unit="%", value="15.0")})
    assert trial.rows(STORED) == [(15.0, 15.0, 15.0, "exact", 0, "15.0")]


@pytest.mark.parametrize(("name", "value"), [("value", "15%"), ("value", "15 %"), ("high", "20%")])
def test_a_per_cent_may_be_shown_as_one(trial: Trial, name: str, value: str) -> None:
    row = {"measure": "overdue_visits_share", "unit": "per cent", "value": "15"}
    trial.ingest({"figures": said(**(row | {"qualifier": "rounded", name: value}))})
    assert trial.rows("SELECT value, written FROM figures") == [(15.0, "15")]


def test_a_per_cent_of_what_is_counted_is_a_fault(trial: Trial) -> None:
    (fault,) = trial.refused({"figures": said(value="15%")}).faults
    assert fault.column == "value"
    assert fault.expected == "a number without %, which is for the unit per cent"
