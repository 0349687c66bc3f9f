"""Whatever a force's files hold, its default deck is good, and fits."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import rules_of
from boardtui.core.measures import MEASURES
from boardtui.decks.checking import faults_of
from boardtui.decks.default import MOST, default_deck
from boardtui.decks.reading import Numbered
from boardtui.decks.stage import Stage
from boardtui.panels.slides.drawn import drawn
from boardtui.panels.text import line_width
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.selection import select
from boardtui.store.connection.opening import open_database
from tests.panels.compared import whole_board
from tests.registers import Force, Inspected, Register, Said, write
from tests.store.strategies import histories

DAYS = (date(2022, 3, 31), date(2023, 3, 31), date(2023, 11, 30))

COLUMNS = ("cases.visit_due", "cases.management", "cases.unit", "cases.officer_ref")


@st.composite
def said(draw: st.DrawFn) -> Said:
    """A figure that was published: exact, hedged, withheld, or without an upper end."""
    name = draw(st.sampled_from(sorted(MEASURES)))
    value = draw(st.sampled_from([0, 1, 17, 1500, 123456]))
    qualifier, low, high = draw(
        st.sampled_from(
            [("exact", value, value), ("about", 0, value + 100), ("more_than", value + 1, None)]
        )
    )
    month = draw(st.booleans()) and MEASURES[name].period
    day = draw(st.sampled_from(DAYS))
    return Said(
        name,
        value,
        day,
        qualifier=qualifier,
        low=low,
        high=high,
        unit=MEASURES[name].unit,
        base=draw(st.sampled_from([None, "managed", "ambiguous: of what"])),
        as_at_stated=draw(st.sampled_from([None, "March 2023", "second visit"])),
        period_start=day.replace(day=1) if month else None,
    )


@st.composite
def forces(draw: st.DrawFn) -> Force:
    history: tuple[Register, ...] = draw(st.just(()) | histories(2))
    without = draw(st.frozensets(st.sampled_from(COLUMNS), max_size=2))
    return Force(
        registers=tuple(replace(one, without=without) for one in history),
        said=tuple(draw(st.lists(said(), min_size=1, max_size=8))),
        inspections=draw(st.sampled_from([(), (Inspected(inspected_on=DAYS[1]),)])),
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("decks") / "any.db"


@given(force=forces(), audience=st.sampled_from(Audience))
def test_the_default_deck_of_any_force_is_good_and_fits_before_any_room(
    path: Path, force: Force, audience: Audience
) -> None:
    write(path, force)
    with closing(open_database(str(path))) as database:
        catalogue = Catalogue(database)
        for day in catalogue.days(catalogue.forces[0]):
            selection = select(catalogue, None, day)
            board = whole_board(database, selection, audience=rules_of(audience))
            slides = default_deck(board).slides
            assert len(slides) <= MOST
            numbered = [Numbered(number, slide) for number, slide in enumerate(slides)]
            assert faults_of(numbered, Stage(board)) == []
            for slide in slides:
                for size in ((80, 24), (40, 20)):
                    page = drawn(slide, board, *size, 99).page("slide 3 of 9")
                    assert len(page) == size[1]
                    assert max(map(line_width, page)) <= size[0]
