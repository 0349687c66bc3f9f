"""Find: what outweighs what, and how much is read and listed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui import demo
from boardtui.review.find.finder import Finder
from boardtui.review.find.parts import COST, MOST_WORDS, Part, cost_of
from boardtui.review.find.target import CaseTarget, FigureTarget
from boardtui.review.find.words import Closeness
from tests.registers import Case, Force, Register, write
from tests.review.finding import DAY, Asking, asking_of

EXACT, PREFIX, SUBSTRING, TYPO = Closeness


@pytest.fixture(scope="module")
def exampleshire(demo_database: Path) -> Iterator[Asking]:
    asking = Asking(demo_database, demo.FORCE, demo.DAY.isoformat())
    with closing(asking.database):
        yield asking


def cost(*words: Closeness) -> int:
    """What a target costs whose words are found so."""
    part = Part("measure", (0,), tuple(words), (1 << len(words)) - 1, len(words))
    return cost_of((part,), len(words))


@pytest.mark.parametrize(("nearer", "farther"), [(PREFIX, SUBSTRING), (SUBSTRING, TYPO)])
def test_one_word_that_is_farther_outweighs_as_many_nearer_ones_as_are_read(
    nearer: Closeness, farther: Closeness
) -> None:
    assert cost(*[nearer] * 24) < cost(farther, *[EXACT] * 23)
    assert cost(farther, *[nearer] * 23) < cost(farther, farther, *[EXACT] * 22)
    # And not by more than a doubling: ranks stay small numbers.
    assert cost(farther) <= 2 * cost(*[nearer] * 24)


def test_a_word_that_is_there_costs_nothing_and_one_begun_a_little() -> None:
    assert cost(*[EXACT] * 24) == 0
    assert cost(PREFIX) == 1
    assert list(COST) == [EXACT, PREFIX, SUBSTRING, TYPO]


def test_twenty_four_words_are_read_and_no_more(exampleshire: Asking) -> None:
    words = ["overdue", *(f"zz{chr(97 + number)}" for number in range(23))]
    assert len(words) == MOST_WORDS == 24
    assert "words are read" not in str(exampleshire.ask(" ".join(words)).nothing)
    told = exampleshire.ask(" ".join([*words, "high"])).nothing
    assert told == "Up to 24 words are read; leave some out."


def test_cases_are_looked_for_from_three_letters_on(exampleshire: Asking) -> None:
    assert not any(isinstance(f.target, CaseTarget) for f in exampleshire.ask("EX").found)
    found = [f for f in exampleshire.ask("EX-").found if isinstance(f.target, CaseTarget)]
    assert len(found) == 5


@pytest.mark.parametrize(("others", "more"), [(4, False), (5, True)])
def test_that_more_cases_begin_so_is_said_only_where_they_do(
    tmp_path: Path, others: int, more: bool
) -> None:
    cases = tuple(Case(f"EX-{number}") for number in ("", *range(others)))
    path = write(tmp_path / "a.db", Force("Newshire", (Register(DAY, cases),)))
    with asking_of(path) as asking:
        answer = asking.ask("EX-")
        assert answer.found[0].target == CaseTarget("EX-")
        assert len(answer.found) == 5
        assert answer.more_cases is more


def test_figures_and_cases_share_a_list_of_ten(tmp_path: Path) -> None:
    cases = tuple(
        Case(f"north-{number}", unit=f"North {number}", visit_due=date(2024, 1, 1))
        for number in range(12)
    )
    path = write(tmp_path / "a.db", Force("Newshire", (Register(DAY, cases),)))
    with asking_of(path) as asking:
        answer = asking.ask("north")
        kinds = [isinstance(found.target, CaseTarget) for found in answer.found]
        assert kinds == [False] * 5 + [True] * 5
        assert answer.more_cases
        one = asking.ask("north-1")
        assert one.found[0].target == CaseTarget("north-1")
        assert len(one.found) <= 10


@pytest.mark.parametrize(
    ("rows", "both"), [((12_500, 12_500), True), ((12_500, 12_501), False), ((25_001, 0), False)]
)
def test_stored_figures_are_looked_for_among_25000_rows_and_the_first_always(
    exampleshire: Asking, monkeypatch: pytest.MonkeyPatch, rows: tuple[int, int], both: bool
) -> None:
    each = iter(rows)
    monkeypatch.setattr(Finder, "slice_count", lambda finder, dimension: next(each))
    said = {
        target.measure: found.said
        for found in exampleshire.ask("high north").found
        if isinstance(target := found.target, FigureTarget) and len(target.slices) == 1
    }
    assert said == {
        "overdue_high_risk": "12",
        "overdue_assessments_high_risk": "0" if both else None,
    }
