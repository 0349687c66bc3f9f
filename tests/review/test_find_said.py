"""Find: what is said beside a target, and where nothing is found; what is closed, and untrusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import permutations
from pathlib import Path
from threading import Event

import pytest

from boardtui import demo
from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.criterion.dimension import Slice
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.review.find import (
    ActionTarget,
    Answer,
    Asker,
    CaseTarget,
    DayTarget,
    PartTarget,
    ask,
    asker,
    read_names,
)
from boardtui.review.find.finder import Finder
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from tests.registers import Case, Force, Register, write
from tests.review.finding import DAY, HELP, Asking, asking_of, figure, of_units

PATIENCE = 20
"""Seconds after which an answer that does not come is given up."""


@pytest.fixture(scope="module")
def exampleshire(demo_database: Path) -> Iterator[Asking]:
    asking = Asking(demo_database, demo.FORCE, demo.DAY.isoformat())
    with closing(asking.database):
        yield asking


def test_the_word_that_matches_nothing_is_named_with_the_nearest(exampleshire: Asking) -> None:
    answer = exampleshire.ask("high nirthwest xqz sampelshir")
    assert answer.found == ()
    assert answer.nothing == (
        "“nirthwest” matches nothing; the nearest word is “north”. “xqz” matches nothing."
    )


def test_words_that_do_not_go_together_are_told_what_each_would_find(
    exampleshire: Asking,
) -> None:
    for words in permutations(["caseload", "north"]):
        assert exampleshire.ask(" ".join(words)).nothing == (
            "Nothing is all of this at once. Without “north”: Caseload. "
            "Without “caseload”: Overdue visits · North."
        )


def test_stored_values_stand_beside_single_slices_and_wholes(exampleshire: Asking) -> None:
    said = {found.target: found.said for found in exampleshire.ask("overdue visits").found}
    assert said[figure("overdue_visits")] == "273"
    said = {found.target: found.said for found in exampleshire.ask("overdue visits high").found}
    assert said[figure("overdue_visits", risk_level="high")] == "41"
    assert said[figure("overdue_high_risk")] == "41"
    (stack,) = exampleshire.ask("overdue visits high officer om-17").found[:1]
    assert stack.said is None
    (share,) = exampleshire.ask("risk shares high").found[:1]
    assert share.said == "15% (published)"


def test_a_value_under_another_definition_than_the_board_is_not_shown(demo_database: Path) -> None:
    with closing(open_database(str(demo_database))) as database:
        selection = choose(database, demo.FORCE, demo.DAY)
        review = Review(database, selection, Definition(grace_days=30))
        finder = read_names(review, database)

        def said(text: str) -> str | None:
            return ask(finder, review, database, text, cases=False).found[0].said

        assert said("overdue visits") is said("overdue visits high") is None
        review.restate()
        assert said("overdue visits") == str(review.figures("overdue_visits")[0].figure.value)
        high = (Slice("risk_level", "high"),)
        value = review.figures("overdue_visits", high)[0].figure.value
        assert said("overdue visits high") == str(value)


def test_age_bands_are_those_of_the_board(demo_database: Path) -> None:
    with closing(open_database(str(demo_database))) as database:
        selection = choose(database, demo.FORCE, demo.DAY)
        finder = read_names(Review(database, selection, Definition(band_ends=(28, 200))), database)
        assert finder.find("over 200").found[0].target == figure(
            "overdue_visits", age_band="over 200"
        )
        assert finder.find("over 180 days").found == ()


def test_no_case_is_found_where_cases_are_closed(exampleshire: Asking) -> None:
    assert exampleshire.ask("EX-00016", cases=False).found == ()
    assert exampleshire.ask("EX-00016").total == 1


def test_the_first_cases_that_begin_so_are_found_in_any_capitals(tmp_path: Path) -> None:
    refs = [f"EX-{number:05}" for number in range(40, 60)]
    register = Register(DAY, tuple(Case(ref, visit_due=DAY) for ref in [*refs, "EX-0005"]))
    with asking_of(write(tmp_path / "a.db", Force("Newshire", (register,)))) as asking:
        for typed in ("EX-0004", "ex-0004", " Ex-0004"):
            answer = asking.ask(typed)
            assert cases_in(answer) == refs[:5]
            assert answer.more_cases
        answer = asking.ask("ex-0005")
        assert cases_in(answer) == ["EX-0005", *refs[10:14]]
        assert answer.more_cases
        answer = asking.ask("EX-00059")
        assert cases_in(answer) == ["EX-00059"]
        assert not answer.more_cases
        assert cases_in(asking.ask("EX-0006")) == []
        assert cases_in(asking.ask("EX-0004", cases=False)) == []


def test_figures_and_days_come_before_cases_that_only_begin_so(exampleshire: Asking) -> None:
    found = exampleshire.ask("ex-").found
    kinds = [type(each.target) for each in found]
    assert kinds == [DayTarget] * (len(found) - 5) + [CaseTarget] * 5


def cases_in(answer: Answer) -> list[str]:
    return [each.target.case_ref for each in answer.found if isinstance(each.target, CaseTarget)]


def test_what_comes_from_data_is_only_text(tmp_path: Path) -> None:
    with asking_of(of_units(tmp_path, "[red]x[/]", "' OR 1=1 --", "100%_")) as asking:
        assert asking.first("red x") == figure("overdue_visits", unit="[red]x[/]")
        assert asking.first("or 1=1") == figure("overdue_visits", unit="' OR 1=1 --")
        assert asking.first("100%") == figure("overdue_visits", unit="100%_")
        assert asking.ask("' OR ''='").found[0].target != CaseTarget("c0")


def test_an_asker_answers_what_is_still_wanted(demo_database: Path) -> None:
    with closing(open_database(str(demo_database))) as database:
        review = Review(database, choose(database, demo.FORCE, demo.DAY), STANDARD)
        asker = Asker(str(demo_database), review, [HELP], cases=True)
        assert asker.answer("overdue", lambda: False) is None
        answer = asker.answer("help", lambda: True)
        assert answer is not None
        assert answer.found[0].target == HELP
        assert answer.found[0].said == "List the keys"


def test_stacked_slices_are_counted_as_far_as_few_enough_records_are_read(
    demo_database: Path,
) -> None:
    with closing(open_database(str(demo_database))) as database:
        review = Review(database, choose(database, demo.FORCE, demo.DAY), STANDARD)
        asker = Asker(str(demo_database), review, cases=True)

        def said(most: int | None) -> list[str | None]:
            answer = asker.answer("overdue visits high north", lambda: True, most)
            assert answer is not None
            return [one.said for one in answer.found[:2]]

        high, very_high = said(None)
        assert (high, very_high) == ("12", "0")
        assert said(2 * 1836) == [high, very_high]
        assert said(1836) == [high, None]
        assert said(1835) == [None, None]


def test_what_can_be_done_is_offered_while_a_question_is_being_answered(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on = Event(), Event()

    def slowly(
        review: Review,
        database: Database,
        actions: Sequence[ActionTarget],
        parts: Sequence[PartTarget],
        *,
        room: bool,
    ) -> Finder:
        reading.set()
        go_on.wait(PATIENCE)
        return read_names(review, database, actions, parts, room=room)

    monkeypatch.setattr(asker, "read_names", slowly)
    with closing(open_database(str(demo_database))) as database, ThreadPoolExecutor(2) as pool:
        review = Review(database, choose(database, demo.FORCE, demo.DAY), STANDARD)
        asked = Asker(str(demo_database), review, cases=True)
        first = pool.submit(asked.answer, "help", lambda: True)
        assert reading.wait(PATIENCE)
        pool.submit(asked.offer, [HELP]).result(PATIENCE)
        assert not first.done()
        go_on.set()
        found = first.result(PATIENCE)
        assert found is not None
        assert HELP not in [one.target for one in found.found]
        answer = asked.answer("help", lambda: True)
        assert answer is not None
        assert answer.found[0].target == HELP
