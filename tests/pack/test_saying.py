"""What a paper says: the board's numbers and sentences, a section a card, and nothing twice."""

from __future__ import annotations

import itertools
import re
from datetime import date
from pathlib import Path

from boardtui.pack.document.blocks import Facts, Table, Text, Tone
from boardtui.pack.document.chart import Chart, Shade
from boardtui.pack.document.paper import Paper, Section
from boardtui.pack.making.declared import PANELS
from boardtui.panels.cards.declared import CARDS
from tests.pack.papers import paper_of_force, texts
from tests.registers import Case, Force, Register


def section(paper: Paper, name: str) -> Section:
    return next(each for each in paper.sections if each.name == name)


def messages(of: Section) -> list[str]:
    return [one.text for one in of.blocks if isinstance(one, Text) and one.tone is Tone.MESSAGE]


def table(of: Section, name: str) -> dict[str, list[str]]:
    """A table's rows by their first cell."""
    found = next(one for one in of.blocks if isinstance(one, Table) and one.name == name)
    return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in found.rows}


def charts(paper: Paper) -> list[Chart]:
    return [one for each in paper.sections for one in each.blocks if isinstance(one, Chart)]


def chart(of: Section, name: str) -> Chart:
    return next(one for one in of.blocks if isinstance(one, Chart) and one.name == name)


def test_every_card_of_the_board_has_a_section() -> None:
    assert list(PANELS) == [card.name for card in CARDS]


def test_a_backlog_is_told_by_its_sentence_its_ages_and_its_slices(exampleshire: Paper) -> None:
    visits = section(exampleshire, "overdue_visits")
    assert messages(visits) == ["273 visits are overdue: 56 more than the inspectors found."]
    ages = chart(visits, "overdue_visits_by_age")
    assert [(bar.value.text, bar.end, bar.shade) for bar in ages.bars[:4]] == [
        ("217", 217, Shade.THEN),
        ("273", 273, Shade.NOW),
        ("70†", 70, Shade.THEN),
        ("118", 118, Shade.NOW),
    ]
    assert "1–30 days late 70† then, 118 now" in ages.alt
    by_unit = table(visits, "overdue_visits_by_unit")
    assert by_unit["Moorland"] == ["14†", "39", "+25", "11.6%", "28.3%", "+16.7"]
    assert by_unit["all"][:3] == ["217", "273", "+56"]


def test_a_flow_falls_from_then_to_now_each_part_where_the_one_before_ended(
    exampleshire: Paper,
) -> None:
    fall = chart(section(exampleshire, "changed"), "visits_what_changed")
    went = [bar for bar in fall.bars if bar.shade in (Shade.GONE, Shade.WITHOUT)]
    ends = [(bar.start or 0, bar.end or 0) for bar in went]
    assert list(ends[0]) == [96, 217]
    assert all(later[1] == earlier[0] for earlier, later in itertools.pairwise(ends))
    assert [bar.shade for bar in went].count(Shade.WITHOUT) == 1
    assert fall.most == 273


def test_pictures_of_both_backlogs_are_on_one_scale(papers: list[Paper]) -> None:
    for paper in papers:
        for pair in (
            [each.glance for each in paper.cards if each.section.startswith("overdue_")],
            [c for c in charts(paper) if c.name.endswith("_by_age")],
            [c for c in charts(paper) if c.name.endswith("_what_changed")],
        ):
            assert len({each.most for each in pair if each is not None}) <= 1, paper.title


def test_who_was_cleared_without_a_visit_comes_first_where_they_are_more(
    named: dict[tuple[str, str], Paper],
) -> None:
    paper = named["Sampleshire", "31 October 2023"]
    said = "Overdue visits fell from 400 to 124: 282 were cleared without a visit."
    assert any(text.startswith(said[:-1]) for text in messages(section(paper, "overdue_visits")))
    card = next(each for each in paper.cards if each.section == "overdue_visits")
    assert card.foot == ("282 cleared without a visit, 26 visited",)


def test_what_a_day_does_not_have_has_no_section(named: dict[tuple[str, str], Paper]) -> None:
    essex = named["Essex", "31 March 2022"]
    names = [each.name for each in essex.sections]
    assert names[:3] == ["mappa_category_1", "mappa_rate", "mappa_categories"]
    assert "changed" not in names
    assert essex.title.marking == ""
    years = chart(section(essex, "mappa_category_1"), "mappa_category_1_years")
    assert [bar.shade for bar in years.bars] == [Shade.THEN] * 3 + [Shade.NOW]
    avon = named["Avon and Somerset", "17 January 2024"]
    assert "published figures only" in dict(avon.title.facts)["figures"]


def test_nothing_is_compared_where_there_is_no_earlier_day(
    named: dict[tuple[str, str], Paper],
) -> None:
    first = named["Exampleshire", "31 March 2023"]
    assert "then_and_now" not in [each.name for each in first.sections]
    assert dict(first.title.facts)["then"].startswith("nothing")


def test_every_paper_defines_what_it_counts_and_says_who_said_it(papers: list[Paper]) -> None:
    for paper in papers:
        last = paper.sections[-2:]
        assert [each.name for each in last] == ["definitions", "reading"]
        facts = next(one for one in last[0].blocks if isinstance(one, Facts))
        assert facts.rows
        assert all(text for _, text in facts.rows)
        assert table(last[0], "sources")


def test_names_are_a_papers_own_and_no_two_are_the_same(papers: list[Paper]) -> None:
    for paper in papers:
        blocks = [one for each in paper.sections for one in each.blocks]
        names = [one.name for one in blocks if isinstance(one, Table | Facts)]
        names += [each.name for each in paper.sections]
        assert len(names) == len(set(names)), paper.title
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)


def test_no_case_is_named(papers: list[Paper]) -> None:
    for paper in papers:
        assert not any(re.search(r"\b(?:EX|SA)-\d{5}\b", text) for text in texts(paper))


def test_a_force_that_nothing_is_late_in_has_a_paper(tmp_path: Path) -> None:
    day = date(2024, 1, 17)
    cases = (Case("a", visit_due=date(2024, 3, 1), assessment_due=date(2024, 4, 1)),)
    paper = paper_of_force(tmp_path / "calm.db", Force(registers=(Register(day, cases),)))
    assert messages(section(paper, "overdue_visits")) == ["0 visits are overdue."]


def test_what_is_taken_for_granted_is_said_in_each_section_that_stands_on_it(
    tmp_path: Path,
) -> None:
    day = date(2024, 1, 17)
    cases = (Case("a", "high", visit_due=date(2023, 3, 1)), Case("b"))
    register = Register(day, cases, without=frozenset({"cases.management"}))
    paper = paper_of_force(tmp_path / "assumed.db", Force(registers=(register,)))
    for name in ("overdue_visits", "risk_mix"):
        said = [one.text for one in section(paper, name).blocks if isinstance(one, Text)]
        assert sum("all are taken as active" in text for text in said) == 1, name
