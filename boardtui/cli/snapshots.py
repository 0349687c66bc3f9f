"""`boardtui snapshots`: what is in a database."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from boardtui.cli.arguments import add_audience, add_format
from boardtui.core.criterion.definition import Definition
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text

Json = dict[str, Any]


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "snapshots",
        help="what is in a database",
        description="What is in a database: the forces, their snapshots, the days of their "
        "published figures, and their inspections; or the warnings that their files gave rise to.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument(
        "--warnings",
        action="store_true",
        help="list what is odd in the files and was stored all the same, and nothing else",
    )
    add_audience(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli.holdings import holdings
    from boardtui.cli.looking import log_printed
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    settings = load(arguments.config).settings
    with closing(open_database(arguments.database)) as database:
        log_printed(settings, "snapshots", arguments)
        if not arguments.warnings:
            _write(arguments.format, holdings(database), HEADER, csv_rows, lines)
            return 0
        from boardtui.cli import warned

        found = warned.warned(database, settings.cases_open(arguments.audience))
        _write(arguments.format, found, warned.HEADER, warned.csv_rows, warned.lines)
    return 0


def _write(
    how: str,
    found: Json,
    header: Sequence[str],
    rows: Callable[[Json], Iterable[Sequence[object]]],
    text: Callable[[Json], Iterable[str]],
) -> None:
    from boardtui.cli import output

    match how:
        case "json":
            output.write_json(found)
        case "csv":
            output.write_csv(header, rows(found))
        case _:
            output.write_lines(text(found))


HEADER = (
    "force",
    "synthetic",
    "kind",
    "as_at",
    "as_at_stated",
    "cases",
    "visits",
    "officers",
    "leavers",
    "left_out",
    "removed",
    "warnings",
    "grace_days",
    "bands",
    "figures",
    "said",
)


def csv_rows(held: Json) -> Iterator[list[object]]:
    """A row for each snapshot, published day and inspection; `kind` says which."""
    for force in held["forces"]:
        whose = {"force": force["force"], "synthetic": force["synthetic"]}
        rows: list[Json] = [
            *({"kind": "snapshot", **_flat(each)} for each in force["snapshots"]),
            *({"kind": "published", **each} for each in force["published"]),
            *(
                {"kind": "inspection", "as_at": each["day"], "said": each["finding"]}
                for each in force["inspections"]
            ),
        ]
        for row in rows:
            yield [{**whose, **row}.get(name) for name in HEADER]


def _flat(snapshot: Json) -> Json:
    definition = snapshot["definition"]
    return {
        **snapshot,
        **{file["kind"]: file["rows"] for file in snapshot["files"]},
        "grace_days": definition["grace_days"],
        "bands": " ".join(map(str, definition["bands"])),
    }


def lines(held: Json) -> Iterator[str]:
    """What a database holds, as lines for a reader."""
    if not held["forces"]:
        yield "Nothing: no force has a snapshot or a published figure here."
    for number, force in enumerate(held["forces"]):
        if number:
            yield ""
        yield f"{force['force']}{' (SYNTHETIC)' if force['synthetic'] else ''}"
        for snapshot in force["snapshots"]:
            yield f"  Snapshot of {day_text(snapshot['as_at'])}: {_rows(snapshot)}."
            definition = snapshot["definition"]
            yield f"    {_computed(definition['grace_days'], tuple(definition['bands']))}"
        for day in force["published"]:
            stated = f", stated “{day['as_at_stated']}”" if day["as_at_stated"] else ""
            figures = _some(day["figures"], "published figure")
            yield f"  {figures} as at {day_text(day['as_at'])}{stated}."
        for inspection in force["inspections"]:
            yield f"  {_inspection(inspection)}"
    if held["warnings_of_published_files"]:
        yield ""
        warnings = _some(held["warnings_of_published_files"], "warning")
        yield f"{warnings} of the files of published figures."


@lru_cache(maxsize=8)
def _computed(grace_days: int, band_ends: tuple[int, ...]) -> str:
    used = Definition(grace_days, band_ends)
    bands = ", ".join(band.label.replace("-", "–") for band in used.bands)
    return f"Figures computed as {used.words()}; age bands {bands} days."


def _rows(snapshot: Json) -> str:
    if snapshot["warnings"] is None:
        left_out = (
            f", {_some(snapshot['left_out'], 'row')} left out" if snapshot["left_out"] else ""
        )
        return f"published without its records{left_out}"
    counts = [_some(file["rows"], file["kind"].removesuffix("s")) for file in snapshot["files"]]
    counts.append(f"{_some(snapshot['left_out'], 'row')} left out")
    counts.append(_some(snapshot["warnings"], "warning"))
    if snapshot["removed"]:
        people = "1 person" if snapshot["removed"] == 1 else f"{snapshot['removed']:,} people"
        counts.append(f"{people} removed since under retention rules")
    return ", ".join(counts)


def _inspection(inspection: Json) -> str:
    day = inspection["day"]
    when = (
        f"inspected {day_text(day)}"
        if inspection["inspected_on"]
        else f"published {day_text(day)}"
        if day
        else "day not given"
    )
    programme = f", {inspection['programme']}" if inspection["programme"] else ""
    grade = f", grade {inspection['grade']}" if inspection["grade"] else ""
    return f"Inspection by {inspection['body']}{programme}, {when}{grade}."


def _some(count: int, one: str) -> str:
    return f"{number_text(count)} {one}{'' if count == 1 else 's'}"
