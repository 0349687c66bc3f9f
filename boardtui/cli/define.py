"""`boardtui define`: what each measure means, in words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from boardtui.cli.arguments import add_format, measure
from boardtui.core.criterion.definition import Definition
from boardtui.core.measures.measure import Measure
from boardtui.export.layout import paragraph


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "define",
        help="say what a measure means",
        description="What a measure means, in words, with the settings that bear on it; without "
        "MEASURE, what every measure means.",
    )
    parser.add_argument("measure", metavar="MEASURE", nargs="?", type=measure)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from boardtui.cli import output
    from boardtui.core.measures import MEASURES
    from boardtui.settings.load import load

    definition = load(arguments.config).settings.definition
    chosen = [MEASURES[arguments.measure]] if arguments.measure else list(MEASURES.values())
    facts = [described(each, definition) for each in chosen]
    match arguments.format:
        case "json":
            output.write_json({"version": 1, "measures": facts})
        case "csv":
            rows = ([_joined(value) for value in fact.values()] for fact in facts)
            output.write_csv(list(facts[0]), rows)
        case _:
            output.write_lines(_spaced(facts))
    return 0


def described(measure: Measure, definition: Definition) -> dict[str, Any]:
    """A measure's facts, as JSON has them."""
    from boardtui.core.measures.measure import PublishedOnly, stated

    return {
        "measure": measure.name,
        "title": measure.title,
        "definition": stated(measure, definition),
        "unit": measure.unit,
        "also_in": list(measure.also_in),
        "share_of": measure.base,
        "better": measure.better.value,
        "counts_over": "a period" if measure.period else "a day",
        "comes_from": "published figures" if isinstance(measure, PublishedOnly) else "records",
        "dimensions": list(measure.dimensions),
    }


def lines(fact: dict[str, Any]) -> Iterator[str]:
    """A measure's facts as lines for a reader."""
    from boardtui.core.measures import MEASURES

    base, over = fact["share_of"], fact["counts_over"]
    yield f"{fact['title']} ({fact['measure']})"
    yield from paragraph(fact["definition"])
    when = "over a period" if over == "a period" else "on a day"
    units = " or ".join((fact["unit"], *fact["also_in"]))
    yield f"  Counts {units}, {when}; from {fact['comes_from']}; {fact['better']}."
    if base:
        yield f"  A share of: {MEASURES[base].title.lower()} ({base})."
    if fact["dimensions"]:
        yield from paragraph(f"Told apart by: {', '.join(fact['dimensions'])}.")


def _spaced(facts: list[dict[str, Any]]) -> Iterator[str]:
    for number, fact in enumerate(facts):
        if number:
            yield ""
        yield from lines(fact)


def _joined(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value
