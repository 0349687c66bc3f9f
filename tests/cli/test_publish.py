"""`boardtui publish`: a database without records, which opens like any other."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest

from boardtui.cli.main import main
from tests.cli.conftest import Run
from tests.core.audience_attacker import INSIDE, Attacker, Key

CASE = re.compile(rb"EX-[0-9]{5}")


@pytest.fixture(scope="module")
def published(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One day of the demo, published for the board."""
    out = tmp_path_factory.mktemp("published") / "board.db"
    of = ("--force", "Exampleshire", "--as-at", "2024-01-17")
    assert main(["publish", str(demo_database), str(out), "--audience", "board", *of]) == 0
    return out


def test_it_holds_no_record_and_no_case(demo_database: Path, published: Path) -> None:
    assert CASE.search(demo_database.read_bytes())
    assert not CASE.search(published.read_bytes())
    with sqlite3.connect(f"file:{published}?mode=ro", uri=True) as database:
        for table in ("cases", "visits", "officers", "leavers"):
            assert database.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,), table
    database.close()


def test_what_it_says_is_audited_again_without_the_records(run: Run, published: Path) -> None:
    assert "none can be worked out" in run("verify", published).out


def test_small_counts_are_hidden_and_large_ones_are_as_they_were(
    run: Run, demo_database: Path, published: Path
) -> None:
    asked = ("--as-at", "2024-01-17", "--by", "unit", "--format", "json")
    found = [
        {
            (each["measure"], each["by"], each["slice"]): each
            for each in json.loads(run("figures", path, *asked).out)["figures"]
            if each["origin"] == "records" and each["unit"] == "people"
        }
        for path in (demo_database, published)
    ]
    own, theirs = found
    small = [key for key, each in own.items() if key[1] and each["value"] in (1, 2, 3, 4)]
    assert small
    for key in small:
        assert key not in theirs or theirs[key]["value"] is None, key
    told = {key: each["value"] for key, each in theirs.items() if each["value"] is not None}
    assert len(told) > 20
    assert told == {key: own[key]["value"] for key in told}


def test_nothing_that_asks_for_more_than_it_holds_is_answered(run: Run, published: Path) -> None:
    for words in (("cases",), ("figures", "--audience", "force")):
        ran = run(words[0], published, *words[1:])
        assert "EX-" not in ran.out
    assert run("cases", published).status == 2
    (audience,) = {json.loads(run("figures", published, "--format", "json").out)["audience"]}
    assert audience == "board"


def test_a_paper_is_made_of_it_for_whom_it_was_published(run: Run, published: Path) -> None:
    assert run("pack", published, "board.html").status == 0
    paper = Path("board.html").read_text(encoding="utf-8")
    assert "the board" in paper
    assert "[c]" in paper
    assert not CASE.search(paper.encode())
    ran = run("pack", published, "public.html", "--audience", "public")
    assert ran.status == 2
    assert "boardtui publish" in ran.err
    assert not Path("public.html").exists()


@pytest.mark.parametrize("dimension", ["unit", "risk_level", "officer", "mappa_level"])
def test_a_reader_of_a_dimension_bounds_no_small_count_below_the_threshold(
    run: Run, demo_database: Path, published: Path, dimension: str
) -> None:
    own = counts(run, demo_database, dimension)
    table = {measure: own[measure] for measure in ("registered", *INSIDE) if measure in own}
    offered = counts(run, published, dimension)
    shown = {(measure, name) for measure in table for name in offered.get(measure, {})}
    # Who has no officer is one of the force's own totals, and so is how they are managed where
    # that is in one way (docs/audiences.md).
    told: set[Key] = (
        {("managed", None), ("actively_managed", None)} if dimension == "officer" else set()
    )
    attacker = Attacker(dimension, table, shown, told)
    ignorant = Attacker(dimension, table, set(), told)
    small = [
        (measure, name)
        for measure, of in table.items()
        for name, count in of.items()
        if 0 < count < 5 and count != sum(of.values())  # one slice that is all is the whole's own
    ]
    small = [cell for cell in small if cell not in told | {("unallocated", None)}]
    assert small
    assert not shown & set(small)
    for cell in small:
        most = attacker.most({cell: 1})
        # The force's own totals are shown, and may leave less than the threshold.
        assert most >= 5 or most >= ignorant.most({cell: 1}), cell


def counts(run: Run, path: Path, dimension: str) -> dict[str, dict[str | None, int]]:
    """People by measure and slice of a dimension, as they are printed, without what is hidden."""
    asked = ("--as-at", "2024-01-17", "--by", dimension, "--format", "json")
    found: dict[str, dict[str | None, int]] = {}
    for each in json.loads(run("figures", path, *asked).out)["figures"]:
        counted = each["origin"] == "records" and each["unit"] == "people"
        if each["by"] and counted and each["value"] is not None:
            found.setdefault(each["measure"], {})[each["slice"]] = each["value"]
    return found


def test_a_small_count_that_is_shown_again_is_caught(
    run: Run, demo_database: Path, published: Path
) -> None:
    """The reader is no use if nothing could be bounded: with all others shown, each can be."""
    table = counts(run, demo_database, "unit")
    small = [(m, n) for m in INSIDE for n, count in table.get(m, {}).items() if 0 < count < 5]
    assert small
    mine = {measure: table[measure] for measure in ("registered", *INSIDE) if measure in table}
    for cell in small:
        others = {(m, n) for m, of in mine.items() for n in of} - {cell}
        assert Attacker("unit", mine, others).most({cell: 1}) < 5
