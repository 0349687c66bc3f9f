"""The events of a case on a line of time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.history.history import Event, EventKind
from boardtui.panels import cells
from boardtui.panels.case_axis import NOW, axis_lines
from boardtui.panels.case_history import MARKS
from boardtui.panels.text import Role, text_of

DAY = date(2024, 1, 1)


def event(days_before: int, kind: EventKind = EventKind.SEEN) -> Event:
    return Event(DAY - timedelta(days_before), kind, "something")


def test_events_stand_by_their_days_and_the_day_looked_at_at_the_end() -> None:
    events = [event(730, EventKind.REGISTER), event(365, EventKind.ASSESSED)]
    now, axis, years = map(text_of, axis_lines(events, DAY, 0, 101))
    assert (axis.index(MARKS[EventKind.REGISTER]), axis.index("◆")) == (0, 50)
    assert (now.index(NOW) + len(NOW), len(axis)) == (101, 101)
    assert years.index("2023") == 50


def test_the_current_event_alone_is_in_the_accent() -> None:
    events = [event(300), event(200), event(100)]
    _, axis, _ = axis_lines(events, DAY, 1, 80)
    marked = [span for piece in axis for span in piece.spans if span.role is Role.KEY]
    assert [span.text for span in marked] == ["●"]
    assert text_of(axis)[: text_of(axis).index("●", 1)].count("●") == 1


def test_nothing_is_drawn_of_a_single_day_or_where_there_is_no_room() -> None:
    assert axis_lines([event(0)], DAY, 0, 80) == []
    assert axis_lines([event(n) for n in range(20)], DAY, 0, 20) == []


@given(
    days=st.lists(st.integers(-2_000, 9_000), min_size=1, max_size=30),
    width=st.integers(40, 196),
)
def test_every_event_has_a_mark_of_its_own_and_nothing_is_wider(
    days: list[int], width: int
) -> None:
    events = sorted(map(event, days), key=lambda each: each.day)
    lines = axis_lines(events, DAY, 0, width)
    assert bool(lines) == (set(days) != {0})
    for line in lines:
        assert cells.width(text_of(line)) <= width
    if lines:
        assert text_of(lines[1]).count("●") == len(events)
