"""Which measures speak to what inspectors found."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.inspection.finding import Spoken, spoken_of, stem, words_said
from boardtui.core.measures import MEASURES
from boardtui.demo import fixtures


def findings(path: str) -> list[str]:
    text = (fixtures() / path).read_text(encoding="utf-8")
    return [row["finding"] for row in csv.DictReader(text.splitlines())]


CHILD_PROTECTION, RATIO, REDUCE = findings("published/inspections.csv")
(SYNTHETIC,) = findings("exampleshire/inspections.csv")

TIME_TAKEN = {
    "overdue_visits",
    "overdue_visits_share",
    "overdue_visits_oldest_months",
    "overdue_visits_median_days",
    "overdue_assessments",
    "overdue_assessments_oldest_months",
    "overdue_assessments_median_days",
}


def spoken(finding: str) -> dict[str, Spoken]:
    return {each.measure.name: each for each in spoken_of(finding, MEASURES.values())}


@pytest.mark.parametrize(
    ("finding", "measures"),
    [
        (CHILD_PROTECTION, set()),
        (
            RATIO,
            {
                "overdue_visits",
                "overdue_visits_share",
                "caseload",
                "caseload_max",
                "caseload_median",
                "caseload_per_fte_max",
            },
        ),
        (REDUCE, TIME_TAKEN),
        (SYNTHETIC, {*TIME_TAKEN, "overdue_assessments_high_risk"}),
    ],
    ids=["child protection", "ratio", "reduce", "synthetic"],
)
def test_every_finding_of_the_demo_gets_its_measures(finding: str, measures: set[str]) -> None:
    assert spoken(finding).keys() == measures


def test_the_words_that_say_so_are_as_they_stand_in_the_finding() -> None:
    found = spoken(RATIO)
    assert found["overdue_visits"].words == ("overdue", "visits")
    assert found["caseload_max"].words == ("ratio", "offender", "managers")
    assert spoken(SYNTHETIC)["overdue_assessments_high_risk"].words == (
        "assessment",
        "high",
        "risk",
        "overdue",
    )


@pytest.mark.parametrize(
    "finding",
    [
        "The response to missing children is inadequate.",
        "Missing children and registered sex offenders who exploit them are not well managed.",
        "At the time of our visits, staff were well led.",
        "Responses to domestic abuse are late. Visits to victims are good.",
        "Risk assessments of victims are inconsistent.",
        "Some visits to offenders were missed.",
        "",
    ],
)
def test_words_that_only_look_like_it_bring_no_measure_of_offenders(finding: str) -> None:
    assert not spoken(finding).keys() - {"visits_missed"}


@pytest.mark.parametrize(
    ("finding", "measure"),
    [
        ("The BACKLOG of visits must be cleared.", "overdue_visits"),
        ("Workloads of offender managers are too high.", "caseload_max"),
        ("Some offenders are missing.", "missing_people"),
        ("Too many people are on reactive management.", "reactively_managed"),
        ("Visits to registered sex offenders are not carried out on time.", "overdue_visits"),
        ("Of the cases we audited, most were inadequate.", "audited_cases_not_good"),
        ("Visits to high-risk offenders are overdue.", "overdue_high_risk"),
    ],
)
def test_other_ways_of_saying_it_bring_it(finding: str, measure: str) -> None:
    assert measure in spoken(finding)


def test_words_of_different_sentences_are_not_put_together() -> None:
    assert "overdue_visits" not in spoken("Visits are made. Paperwork is overdue.")
    assert "overdue_visits" not in spoken("Visits are made; paperwork is overdue")
    assert "overdue_visits" in spoken("Of 1.5 visits a day, one is overdue")


WORDS = ["overdue", "visits", "Force", "the", "long"]


@given(st.permutations(WORDS))
def test_the_order_of_the_words_makes_no_difference(words: list[str]) -> None:
    assert set(words_said("visits overdue", " ".join(words))) == {"overdue", "visits"}


@given(st.sampled_from(sorted({p for m in MEASURES.values() for p in m.speaks_of})))
def test_a_phrase_is_found_in_itself_in_any_case(phrase: str) -> None:
    needed = " ".join(word for word in phrase.split() if not word.startswith("-"))
    assert words_said(phrase, needed.upper())
    assert not words_said(phrase, needed.rpartition(" ")[0])


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("Visits", "visit"),
        ("ASSESSMENTS", "assessment"),
        ("ratios", "ratio"),
        ("deputies", "deputy"),
        ("children", "child"),
        ("process", "process"),
        ("missing", "missing"),
        ("missed", "missed"),
    ],
)
def test_only_the_ending_of_a_plural_is_taken_off(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed
