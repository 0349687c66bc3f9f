"""docs/extract-format.md, from the declared columns."""

from __future__ import annotations

from pathlib import Path

from boardtui.cli.ingest import FILES
from boardtui.core.figure.hedge import SUPPRESSED, Qualifier
from boardtui.ingest.columns import FIELDS, Field
from boardtui.ingest.day_values import Day
from boardtui.ingest.number_values import Plain
from boardtui.ingest.recognising import SHEET_SUFFIXES
from boardtui.ingest.rejects import COLUMNS
from boardtui.ingest.said_values import SaidNumber
from boardtui.ingest.sheets.looking import LOOKED_AT
from boardtui.ingest.values import Listed, Text
from docs.generate import extract_words as said
from docs.generate import publishing
from docs.generate.markdown import assembled, block, code, codes, items, prose, sentence, table

COMMANDS = """
boardtui ingest force.db --force "Your Force" --as-at 2024-01-17 --cases cases.csv \\
    --visits visits.csv --officers officers.csv --leavers leavers.csv
boardtui ingest force.db --figures figures.csv --inspections inspections.csv
"""


def page(database: Path) -> str:
    """The page."""
    suffixes = codes(suffix.removeprefix(".").upper() for suffix in SHEET_SUFFIXES)
    rules = [rule.format(suffixes=suffixes) for rule in said.FORMATS]
    blocks = ["# Extract files", prose(said.INTRODUCTION), block("sh", COMMANDS)]
    blocks += ["## How files are read", items(rules)]
    sheets = [rule.format(rows=LOOKED_AT) for rule in said.SHEETS]
    blocks += ["## How spreadsheets are read", items(sheets)]
    blocks += ["## How values are read", items(said.RULES)]
    for kind, fields in FIELDS.items():
        blocks += [f"## {kind}", sentence(FILES[kind])]
        blocks += [table(("column", "may hold", "", "meaning"), (_row(kind, f) for f in fields))]
        blocks += publishing.blocks() if kind == "figures" else []
    blocks += ["## Faults", prose(said.FAULTS), items(said.FAULTS_OF_FILES)]
    blocks += [prose(said.FAULTS_OF_ROWS), prose(said.REJECTS.format(columns=codes(COLUMNS)))]
    blocks += ["## Warnings", prose(said.DOUBTS), items(said.WARNINGS)]
    return assembled(*blocks, "## What is stored", prose(said.STORED))


def _row(kind: str, field: Field) -> list[str]:
    return [code(field.name), may_hold(field), _use(field), said.NOTES.get((kind, field.name), "")]


def may_hold(field: Field) -> str:
    """What a column's values may be, in the words that a fault would use."""
    match field.kind:
        case Text(longest):
            return f"text, at most {longest:,} characters"
        case Listed(values):
            return codes(values)
        case Day(past):
            return "a date, not after the snapshot's day" if past else "a date"
        case SaidNumber():
            return f"a plain number, like 1500 or 15.5; {code(SUPPRESSED)}"
        case Plain():
            return "a plain number, like 1500 or 15.5"
        case kind:
            return kind.parse(["?"]).wrong[0]


def _use(field: Field) -> str:
    uses = ["required"] if field.required else []
    if field.may_be_blank:
        uses.append(f"blank where {Qualifier.SUPPRESSED.value}")
    if field.default is not None:
        uses.append(f"{field.default} where blank")
    if field.key:
        uses.append("no two the same")
    return ", ".join(uses)
