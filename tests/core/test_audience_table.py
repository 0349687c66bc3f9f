"""What is hidden cannot be worked out: by all small tables, and against an integer programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.line import Cell, hidden_in
from boardtui.core.audience.rules import Rules
from boardtui.core.audience.table import Table
from tests.core.audience_attacker import (
    INSIDE,
    Attacker,
    possible_of_line,
    possible_of_nested,
)

Counts = dict[str, dict[str | None, int]]
"""Counts by measure and slice."""

THREE = Rules(Audience.BOARD, threshold=3)


def hidden(
    counts: Counts, dimension: str = "unit", rules: Rules = THREE
) -> Mapping[str, frozenset[str | None]]:
    return Table(dimension, counts, rules).hidden()


def named(counts: Iterable[int]) -> dict[str | None, int]:
    return dict(zip("ABCDEFG", counts, strict=False))


def test_no_small_count_of_any_small_line_can_be_worked_out() -> None:
    for size in (2, 3, 4):
        for counts in combinations_with_replacement(range(7), size):
            gone = hidden({"registered": named(counts)})["registered"]
            places = {place for place, name in enumerate(named(counts)) if name in gone}
            possible = possible_of_line(counts, places)
            whole_is_small = 0 < sum(counts) < 3
            for place, count in enumerate(counts):
                if 0 < count < 3:
                    assert place in places
                    reach = max(possible[place])
                    assert reach >= (2 if whole_is_small else 3) or sum(counts) < 2, counts
            if whole_is_small:
                assert len(places) == size, "a small whole has no slices"
            if not places:
                assert not any(0 < count < 3 for count in counts)


def test_nothing_is_hidden_without_need() -> None:
    """Showing any count again that is not small itself would give a small one away."""
    for counts in combinations_with_replacement(range(1, 7), 4):
        gone = hidden({"registered": named(counts)})["registered"]
        places = {place for place, name in enumerate(named(counts)) if name in gone}
        small = {place for place, count in enumerate(counts) if count < 3}
        if len(places) == len(counts) or not small:
            continue
        for place in places - small:
            possible = possible_of_line(counts, places - {place})
            assert any(max(possible[each]) < 3 for each in small), counts


def test_no_part_nor_what_it_leaves_of_its_base_can_be_worked_out() -> None:
    cells = [(base, part) for base in range(6) for part in range(base + 1)]
    for table in combinations_with_replacement(cells, 3):
        base, part = zip(*table, strict=True)
        if 0 < sum(base) < 3 or 0 < sum(part) < 3:
            continue
        found = hidden({"overdue_visits": named(base), "overdue_high_risk": named(part)})
        whole_gone, part_gone = (
            {place for place, name in enumerate("ABC") if name in found[measure]}
            for measure in ("overdue_visits", "overdue_high_risk")
        )
        bases, parts, rests = possible_of_nested(base, part, (whole_gone, part_gone))
        for place in range(3):
            if 0 < base[place] < 3:
                assert max(bases[place]) >= 3, table
            if 0 < part[place] < 3:
                assert max(parts[place]) >= 3, table
            rest = sum(base) - sum(part)
            if 0 < base[place] - part[place] < 3 <= min(base[place], rest):
                assert max(rests[place]) >= 3, table


@st.composite
def registers(draw: st.DrawFn, least: int = 0) -> Counts:
    """Counts of all measures by three to five slices, as people may be spread over them.

    In each of them at least so many are actively managed.
    """
    slices = draw(st.integers(3, 5))
    table: Counts = {measure: {} for measure in ("registered", *INSIDE)}
    few = st.sampled_from([0, 0, 1, 2, 3, 5, 8, 20])
    for name in [*"ABCDE"[: slices - 1], None]:

        def of(whole: int, few: st.SearchStrategy[int] = few) -> int:
            return min(whole, draw(few))

        active = draw(st.integers(least, 30))
        reactive, missing = draw(few), draw(few)
        managed = active + reactive
        overdue = of(active)
        never = of(active)
        assessments = of(managed)
        for measure, count in {
            "registered": managed + missing + draw(few),
            "managed": managed,
            "missing_people": missing,
            "actively_managed": active,
            "reactively_managed": reactive,
            "overdue_visits": overdue,
            "visits_not_dated": of(active - overdue),
            "never_seen": never,
            "not_seen_over_year": of(active - never),
            "overdue_high_risk": of(overdue),
            "overdue_assessments": assessments,
            "assessments_not_dated": of(managed - assessments),
            "unallocated": of(managed),
            "overdue_assessments_high_risk": of(assessments),
        }.items():
            table[measure][name] = count
    return table


@given(
    st.one_of(
        st.tuples(registers(), st.sampled_from(["unit", "risk_level"])),
        st.tuples(registers(least=10), st.just("officer")),
    )
)
@settings(max_examples=8, deadline=None)
def test_no_small_count_of_a_register_can_be_bounded_below_the_threshold(
    register: tuple[Counts, str],
) -> None:
    table, dimension = register
    told: set[tuple[str, str | None]] = set()
    if dimension == "risk_level":
        table = of_risk(table)
    elif dimension == "officer":
        table = of_officers(table)
        told = {("managed", None), ("unallocated", None)}
    gone = hidden(table, dimension, Rules(Audience.BOARD, threshold=5))
    shown = {(m, name) for m, counts in table.items() for name in counts if name not in gone[m]}
    # Who has no officer is one of the force's own totals: so are the two parts, where shown.
    told |= ({("actively_managed", None), ("reactively_managed", None)} & shown) if told else set()
    attacker = Attacker(dimension, table, shown, told)
    ignorant = Attacker(dimension, table, set(), told)
    small = [{(measure, name): 1} for measure in table for name in table[measure]]
    # What a shown count leaves of its base is nobody's count, and gives people away all the same.
    small += [{(b, name): 1, (p, name): -1} for p, b in INSIDE.items() for name in table[b]]
    for terms in small:
        if 0 < sum(table[m][name] * sign for (m, name), sign in terms.items()) < 5:
            (measure, name), *rest = terms
            if not rest and (measure, name) in shown:
                known = ignorant.bounds(terms)
                assert known[0] == known[1], "only what follows from the force's own totals"
                continue
            if rest and 0 < table[measure][name] < 5:
                continue  # the base is hidden for its own sake
            most = attacker.most(terms)
            # The force's own totals are shown, and may leave less than the threshold.
            assert most >= 5 or most >= ignorant.most(terms), terms


@pytest.mark.parametrize("overdue", [17, 20])
def test_a_rest_is_hidden_by_its_part_where_its_base_is_known(overdue: int) -> None:
    """Nobody is managed reactively, so who is managed actively without an officer is no secret."""
    managed = {"A": 10, "B": 10, None: 21}
    table: Counts = {measure: {"A": 0, "B": 0, None: 0} for measure in ("registered", *INSIDE)}
    table |= dict.fromkeys(("registered", "managed", "actively_managed"), managed)
    table |= {"overdue_visits": {"A": 0, "B": 0, None: overdue}}
    found = hidden(of_officers(table), "officer", Rules(Audience.BOARD, threshold=5))
    assert found["overdue_visits"] == {"A", "B", None}
    assert found["overdue_high_risk"] == {"A", "B", None}
    assert not found["actively_managed"]


def of_officers(table: Counts) -> Counts:
    """The same table by officer, where those without one are known: they are a measure's whole."""
    without = {name: count if name is None else 0 for name, count in table["managed"].items()}
    return {**table, "unallocated": without}


def of_risk(table: Counts) -> Counts:
    """The same table by risk level, where those at high risk are just those."""
    levels: list[str | None] = ["very_high", "high", "medium", "low", "not_assessed"]
    named_so: Counts = {
        measure: dict(zip(levels, counts.values(), strict=False))
        for measure, counts in table.items()
    }
    for part, whole in (
        ("overdue_high_risk", "overdue_visits"),
        ("overdue_assessments_high_risk", "overdue_assessments"),
    ):
        named_so[part] = {
            level: count if level in ("very_high", "high") else 0
            for level, count in named_so[whole].items()
        }
    return named_so


def test_the_published_example_of_two_hidden_in_each_row_and_column_is_no_line() -> None:
    """Two hidden are not enough where their sum leaves them no room: a third is hidden."""
    cells = [Cell(value, low=1) for value in (1, 2, 6, 40)]
    for cell in cells[:2]:
        cell.up = 5
    assert hidden_in(cells, 5) == frozenset({0, 1, 2})


def test_where_no_choice_is_safe_there_is_none() -> None:
    cells = [Cell(value, low=1, up=5) for value in (1, 1, 1, 3)]
    assert hidden_in(cells, 5) is None


def test_a_line_without_small_counts_is_shown_whole() -> None:
    counts = {"registered": named((9, 0, 12))}
    assert hidden(counts, rules=Rules(Audience.BOARD, 5)) == {"registered": frozenset()}


def test_where_zeros_are_hidden_nobody_is_told_from_somebody() -> None:
    counts = {"registered": named((9, 0, 12, 2))}
    found = hidden(counts, rules=Rules(Audience.PUBLIC, 5, zeros=False))
    assert {"B", "D"} <= found["registered"]


@pytest.mark.parametrize("same", ["risk_mix", "caseload"])
def test_what_counts_the_same_people_is_hidden_alike(same: str) -> None:
    counts = named((40, 2, 12, 30))
    found = hidden({"managed": counts, same: counts})
    assert found["managed"] == found[same] != frozenset()


def test_of_managed_people_and_the_two_parts_of_them_no_two_give_away_the_third() -> None:
    table = {
        "managed": named((42, 30, 25)),
        "actively_managed": named((40, 30, 21)),
        "reactively_managed": named((2, 0, 4)),
    }
    found = hidden(table)
    assert found["reactively_managed"] >= {"A"}
    assert found["managed"] >= found["reactively_managed"] | found["actively_managed"]


def test_the_same_table_is_hidden_in_the_same_way_in_any_order() -> None:
    table = {
        "registered": named((9, 2, 12, 1, 6, 30)),
        "managed": named((8, 2, 9, 1, 5, 22)),
    }
    turned = {measure: dict(reversed(list(counts.items()))) for measure, counts in table.items()}
    sizes = {measure: len(names) for measure, names in hidden(table).items()}
    assert sizes == {measure: len(names) for measure, names in hidden(turned).items()}
    assert hidden(table) == hidden(table)


def test_every_reason_to_hide_has_its_own_table() -> None:
    """The attacker bites: with nothing hidden beside the small counts it finds them."""
    table = {"registered": named((9, 2, 12))}
    attacker = Attacker("unit", table, {("registered", "A"), ("registered", "C")})
    assert attacker.bounds({("registered", "B"): 1}) == (2, 2)
    assert possible_of_line((9, 2, 12), {1}) == [{9}, {2}, {12}]
    assert list(product([1], [2])) == [(1, 2)]
