"""The months of Specimenshire: the same at every run, and with what was put into them."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from hashlib import sha256

import pytest

from boardtui.core.words.days import month_end, next_month
from boardtui.specimenshire.design import FEWER_TRIED, FIRST, GRACE_ENDS, LAST, MISSING
from boardtui.specimenshire.months import MonthEnd, write_months

BYTES = "9e601bf6421635ce3c66c75edea079c13ecbc97d5ab89d7667c826cf87d8b22a"
"""Of all files of all months: whoever changes what makes them changes the demo."""


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> list[MonthEnd]:
    return list(write_months(tmp_path_factory.mktemp("months")))


def rows(month: MonthEnd, kind: str) -> list[dict[str, str]]:
    with month.files[kind].open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_they_are_the_same_bytes_on_every_machine(months: list[MonthEnd]) -> None:
    digest = sha256()
    for month in months:
        for kind, path in sorted(month.files.items()):
            digest.update(f"{month.day} {kind} ".encode() + path.read_bytes())
    assert digest.hexdigest() == BYTES


def test_there_are_36_ends_of_months_and_one_is_missing(months: list[MonthEnd]) -> None:
    expected = [FIRST]
    while expected[-1] < LAST:
        expected.append(month_end(next_month(expected[-1])))
    assert [month.day for month in months] == [day for day in expected if day != MISSING]
    assert len(months) == 36


def test_the_definition_changes_once(months: list[MonthEnd]) -> None:
    assert {month.grace_days for month in months if month.day <= GRACE_ENDS} == {14}
    assert {month.grace_days for month in months if month.day > GRACE_ENDS} == {0}


def test_every_month_of_visits_is_there_and_whole(months: list[MonthEnd]) -> None:
    tried: Counter[str] = Counter()
    firsts = set()
    for month in months:
        for row in rows(month, "visits"):
            tried[row["visited_on"][:7]] += 1
            firsts.add(row["visited_on"])
    assert len(tried) == 37
    assert all(f"{month}-01" in firsts for month in tried)
    before = [n for month, n in tried.items() if date.fromisoformat(f"{month}-01") < FEWER_TRIED]
    after = [n for month, n in tried.items() if date.fromisoformat(f"{month}-01") >= FEWER_TRIED]
    assert sum(after) / len(after) < 0.85 * sum(before) / len(before)


def test_a_person_keeps_their_reference_and_none_is_given_twice(months: list[MonthEnd]) -> None:
    there: set[str] = set()
    gone: set[str] = set()
    for month in months:
        refs = [row["case_ref"] for row in rows(month, "cases")]
        now = set(refs)
        assert len(now) == len(refs)
        assert not now & gone
        left = {row["case_ref"] for row in rows(month, "leavers")}
        assert there - now <= left
        gone |= left
        there = now
