"""What changed step by step: each opening is the closing before; sums are not the direct flow."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

YEAR = ("--force", "Specimenshire", "--from", "2022-12-31", "--to", "2023-12-31", "--chain")


def chain(run: Run, database: Path, *words: str) -> Any:
    ran = run("flow", database, *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


def test_each_closing_is_the_next_opening_and_the_ends_are_those_of_the_direct_flow(
    run: Run, demo_database: Path
) -> None:
    for backlog in ("visits", "assessments"):
        told = chain(run, demo_database, *YEAR, "--backlog", backlog)
        links, direct = told["chain"], told["direct"]
        assert len(links) == 12
        for before, after in pairwise(links):
            assert (before["to"], before["closing"]) == (after["from"], after["opening"])
        assert links[0]["opening"] == direct["opening"]
        assert links[-1]["closing"] == direct["closing"]
        for link in (*links, direct):
            came = sum(link["parts"][part] for part in ("newly_overdue", "joined_overdue"))
            stay = sum(link["parts"][part] for part in ("still_overdue", "overdue_again"))
            assert sum(link["parts"].values()) == link["opening"] + came
            assert stay + came == link["closing"]
        assert told["sums"] == {
            part: sum(link["parts"][part] for link in links) for part in direct["parts"]
        }
        assert told["sums"]["newly_overdue"] > direct["parts"]["newly_overdue"]
        assert "are not the parts of the flow" in told["note"]


def test_where_the_definition_changed_the_chain_says_so(run: Run, demo_database: Path) -> None:
    days = ("--force", "Specimenshire", "--from", "2022-02-28", "--to", "2022-05-31", "--chain")
    links = chain(run, demo_database, *days)["chain"]
    assert [link["break"] is None for link in links] == [True, False, True]
    assert links[0]["closing"] < links[1]["opening"]
    lines = run("flow", demo_database, *days).out.splitlines()
    assert lines[1] == (
        "Overdue visits fell from 21 to 19 over 3 months, both counted as on the last day: they "
        "fell in Apr 2022 alone (−7)."
    )
    assert lines[3].startswith("Counted otherwise from 31 Mar 2022 on: overdue from the day after")
    assert lines[-1].startswith("The sums of the parts over months are not")


def test_what_is_hidden_of_one_step_has_no_sum(run: Run, demo_database: Path) -> None:
    told = chain(run, demo_database, *YEAR, "--audience", "board")
    hidden = {part for link in told["chain"] for part in link["suppressed"]}
    assert hidden
    assert all(told["sums"][part] is None for part in hidden if part in told["sums"])
    assert run("flow", demo_database, *YEAR, "--by", "unit").status == 2
