"""Find: which target a few words land on, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from boardtui import demo
from boardtui.core.criterion.dimension import DIMENSIONS, Slice
from boardtui.core.measures import MEASURES
from boardtui.review.day.shelf import Computed, key_of
from boardtui.review.find import ActionTarget, CaseTarget, DayTarget, FigureTarget, Target, named
from boardtui.review.find.words import words_of
from tests.review.finding import ABOUT, BOARD, HELP, Asking, asking_of, figure, of_units


@pytest.fixture(scope="module")
def exampleshire(demo_database: Path) -> Iterator[Asking]:
    asking = Asking(demo_database, demo.FORCE, demo.DAY.isoformat())
    with closing(asking.database):
        yield asking


QUESTIONS: dict[str, Target] = {
    "overdue": figure("overdue_visits"),
    "overdue high north": figure("overdue_visits", risk_level="high", unit="North"),
    "overdue high north over 180": figure(
        "overdue_visits", risk_level="high", age_band="over 180", unit="North"
    ),
    "over a year late": figure("overdue_visits", age_band="over 365"),
    "more than 90 assessments": figure("overdue_assessments", age_band="over 90"),
    "31-90 days": figure("overdue_visits", age_band="31-90"),
    "oldest assessment": figure("overdue_assessments_oldest_months"),
    "oldest visit in days": figure("overdue_visits_oldest_days"),
    "caseload 017": figure("caseload", officer="OM-17"),
    "caseload 17": figure("caseload", officer="OM-17"),
    "om17": figure("overdue_visits", officer="OM-17"),
    "north": figure("overdue_visits", unit="North"),
    "how many high risk are in the north": figure(
        "overdue_visits", risk_level="high", unit="North"
    ),
    "how late is the oldest in north": figure("overdue_visits_oldest_months", unit="North"),
    "how many are overdue in north": figure("overdue_visits", unit="North"),
    "overdue by unit": figure("overdue_visits", unit="Castle"),
    "not assessed managed": figure("managed", risk_level="not_assessed"),
    "mappa level 2": figure("overdue_visits", mappa_level="2"),
    "overdue unit not recorded": figure("overdue_visits", unit=None),
    "missing": figure("missing_people"),
    "custody": figure("registered", status="custody"),
    "high abroad": figure("registered", risk_level="high", status="abroad"),
    "custody 31-90": figure("overdue_visits", age_band="31-90", status="custody"),
    "overdue custody": figure("overdue_visits", status="custody"),
    "exampleshire snapshot march": DayTarget("Exampleshire", date(2023, 3, 31)),
    "on the register in prison": figure("registered", status="custody"),
    "no officer": figure("unallocated"),
    "p90": figure("overdue_visits_p90_days"),
    "asses nor": figure("overdue_assessments", unit="North"),
    "ovedue nroth": figure("overdue_visits", unit="North"),
    "OVERDUE, HIGH; NÓRTH!": figure("overdue_visits", risk_level="high", unit="North"),
    "risk shares high": figure("risk_share", risk_level="high"),
    "sampleshire october": DayTarget("Sampleshire", date(2023, 10, 31)),
    "essex 2016-08": DayTarget("Essex", date(2016, 8, 31)),
    "EX-00016": CaseTarget("EX-00016"),
    " ex-00016 ": CaseTarget("EX-00016"),
    "list keys": HELP,
    "open card 2": BOARD,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_target_of_a_question(question: str, exampleshire: Asking) -> None:
    assert exampleshire.first(question) == QUESTIONS[question]


@given(data=st.data())
def test_the_order_of_words_makes_no_difference(data: st.DataObject, exampleshire: Asking) -> None:
    question = data.draw(st.sampled_from([q for q in QUESTIONS if "00016" not in q]))
    words = data.draw(st.permutations(words_of(question)))
    assert exampleshire.first(" ".join(words)) == QUESTIONS[question]


@pytest.mark.parametrize(
    ("force", "day"), [("Exampleshire", "2024-01-17"), ("Sampleshire", "2023-10-31")]
)
def test_every_measure_and_slice_is_found_by_the_words_of_its_title(
    force: str, day: str, demo_database: Path
) -> None:
    with asking_of(demo_database, force, day) as asking:
        computed = asking.review.now.computed
        assert computed is not None
        wanted = [FigureTarget(name) for name in MEASURES]
        wanted += [FigureTarget(*key) for key in _keys(computed)]
        assert len(wanted) > 900
        here = {figure.measure for figure in (*computed.wholes(), *asking.review.now.published)}
        for target in filter(_told_apart, wanted):
            # What has no figure here comes behind what has one by the same words; and the words
            # of "Without an officer · officer not recorded" are those of other things not recorded.
            first = target.measure in here and target.slices != (Slice("officer", None),)
            assert target in asking.targets(target.title, 1 if first else 6)


@given(data=st.data())
def test_a_stack_of_slices_is_found_by_the_words_of_its_title(
    data: st.DataObject, exampleshire: Asking
) -> None:
    computed = exampleshire.review.now.computed
    assert computed is not None
    measure = data.draw(st.sampled_from([m for m in MEASURES.values() if len(m.dimensions) > 2]))
    names = data.draw(st.permutations(measure.dimensions))[: data.draw(st.integers(2, 3))]
    slices = []
    for name in (name for name in DIMENSIONS if name in names):
        listed = [one.slices[0] for one in computed.by(name, measure.name).figures(measure.name)]
        slices.append(data.draw(st.sampled_from(listed)))
    target = FigureTarget(measure.name, tuple(slices))
    # A word counts once: level 1 and category 1 are not told from category 1 alone.
    assume(_told_apart(target) and len([one for one in slices if "recorded" in named(one)]) < 2)
    assume(not {"mappa_level", "mappa_category"} <= set(names))
    # The same words name another where numbers and "not recorded" can change places: MAPPA level 1,
    # category 2. Then the one or the other is first.
    apart = all(one.value is not None and "mappa" not in one.dimension for one in slices)
    assert target in exampleshire.targets(target.title, 1 if apart else 100)


@pytest.mark.parametrize("day", ["2016-08-31", "2019-06-30", "2022-03-31"])
def test_of_a_published_day_every_slice_that_was_said_is_found_and_no_other(
    day: str, demo_database: Path
) -> None:
    with asking_of(demo_database, "Essex", day) as asking:
        said = {(f.measure, f.slices) for f in asking.review.now.published if f.slices}
        for measure, slices in said:
            target = FigureTarget(measure, slices)
            assert asking.targets(target.title, 1) == [target]
        assert not any(
            isinstance(target, FigureTarget)
            and target.slices
            and (target.measure, target.slices) not in said
            for text in ("overdue high", "low", "medium", "custody")
            for target in asking.targets(text, 1000)
        )


@given(text=st.text(max_size=60) | st.text(alphabet="aeo 01-[]'\"%_\\", max_size=40))
def test_anything_may_be_typed(text: str, exampleshire: Asking) -> None:
    answer = exampleshire.ask(text)
    assert answer.asked == text
    assert answer.more >= 0
    assert bool(answer.found) == (answer.total > 0)
    assert bool(answer.found) + bool(answer.nothing) == bool(words_of(text)) or not words_of(text)


@given(text=st.lists(st.sampled_from(["overdue", "high", "no", "1", "le", "cas"]), max_size=4))
def test_what_is_counted_is_what_a_longer_list_holds(text: list[str], exampleshire: Asking) -> None:
    answer = exampleshire.finder.find(" ".join(text))
    everything = exampleshire.targets(" ".join(text), answer.total + 1)
    assert len(everything) == len(set(everything)) == answer.total
    assert [found.target for found in answer.found] == everything[:10]


def test_every_word_must_be_accounted_for(exampleshire: Asking) -> None:
    found = exampleshire.targets("overdue high north", 1000)
    assert found
    for target in found:
        assert isinstance(target, FigureTarget)
        assert "North" in target.title
        assert "high" in target.title
        assert "verdue" in target.title


def test_exact_comes_before_begun_and_that_before_within(tmp_path: Path) -> None:
    units = ("Northeast", "Farnorth", "North")
    with asking_of(of_units(tmp_path, *units)) as asking:
        found = asking.targets("north", 10)
        assert [t.slices[0].value for t in found if isinstance(t, FigureTarget)] == [
            "North",
            "Northeast",
            "Farnorth",
        ]


def test_case_accents_and_punctuation_make_no_difference(tmp_path: Path) -> None:
    with asking_of(of_units(tmp_path, "Ynys Môn/West")) as asking:
        for text in ("mon", "MÔN", "west-ynys", "ynysmon", "Mo\u0302n"):
            assert asking.first(text) == figure("overdue_visits", unit="Ynys Môn/West")


def test_a_name_comes_before_what_is_said_of_another(exampleshire: Asking) -> None:
    found = [t for t in exampleshire.targets("risk mix", 10) if isinstance(t, ActionTarget)]
    assert found == [BOARD, ABOUT]


def test_a_slip_of_the_keys_is_no_hindrance_but_a_wrong_number_is(tmp_path: Path) -> None:
    with asking_of(of_units(tmp_path, "Moorland", "District 17")) as asking:
        for slip in ("moorlnd", "mooorland", "moorlamd", "moolrand", "Morlan"):
            assert asking.first(slip) == figure("overdue_visits", unit="Moorland")
        assert asking.ask("district 44").found == ()


def test_a_word_is_found_within_another_or_as_two_and_never_across_two(tmp_path: Path) -> None:
    units = "North West", "Southwold", "the Moor"
    with asking_of(of_units(tmp_path, *units)) as asking:
        for typed, unit in (("northwest", units[0]), ("uthwo", units[1]), ("themoor", units[2])):
            assert asking.first(typed) == figure("overdue_visits", unit=unit)
        for typed in ("rthwe", "themo", "orthwest"):
            assert asking.ask(typed).found == ()


def test_a_dimension_alone_names_all_its_slices(exampleshire: Asking) -> None:
    found = exampleshire.targets("assessments status", 100)
    statuses = [t.slices[0].value for t in found[:6] if isinstance(t, FigureTarget)]
    assert statuses == ["community", "custody", "hospital", "abroad", "missing", "other"]


def _told_apart(target: FigureTarget) -> bool:
    """Whether each slice adds a word: those missing who are missing are all of them."""
    words = words_of(MEASURES[target.measure].title)
    for one in target.slices:
        new = set(words_of(named(one))) - set(words)
        if not new:
            return False
        words += new
    return True


def _keys(computed: Computed) -> set[tuple[str, tuple[Slice, ...]]]:
    """Every measure and slice that a snapshot has a figure of."""
    return {
        key_of(figure)
        for measure in MEASURES.values()
        for dimension in measure.dimensions
        for figure in computed.by(dimension, measure.name).every_figure()
    }
