"""Inspections as JSON and CSV have them, the contract for scripts; and as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from boardtui.export.figure_csv import header, rows
from boardtui.export.figure_json import figure_json, heading_json
from boardtui.export.figure_text import heading_line
from boardtui.export.layout import WIDTH
from boardtui.panels.inspections.told import told
from boardtui.review.day.review import Review
from boardtui.review.inspections.inspections import Inspected, inspected

Json = dict[str, Any]


def inspections_json(review: Review) -> Json:
    """A force's inspections, newest first, each with the figures that speak to it."""
    return {
        **heading_json(review.selection, review.audience),
        "inspections": [
            {**_facts(review, one), "figures": _figures(review, one)} for one in inspected(review)
        ],
    }


def _facts(review: Review, one: Inspected) -> Json:
    """An inspection without its figures."""
    inspection, deadline = one.inspection, one.deadline
    response = {
        "due": deadline and deadline.day,
        "basis": deadline and deadline.basis.name.lower(),
        "by_law": deadline and deadline.by_law,
        "exact": deadline and deadline.published_on is None,
        "days_left": deadline and deadline.days_left(review.selection.day),
        "words": one.response_words(review.selection.day),
    }
    return {
        "day": inspection.day,
        "body": inspection.body,
        "programme": inspection.programme,
        "published_on": inspection.published_on,
        "published_stated": one.published_stated,
        "inspected_on": inspection.inspected_on,
        "inspected_stated": one.inspected_stated,
        "grade": inspection.grade,
        "finding": inspection.finding,
        "baseline": one.baseline,
        "response": response,
        "silent": [measure.name for measure in one.silent],
    }


def _figures(review: Review, one: Inspected) -> list[Json]:
    """The figures as `figures` has them, each with the words of the finding that it speaks to."""
    return [
        {"words": list(speaking.words), **figure_json(review, compared)}
        for speaking in one.speaking
        for compared in speaking.figures
    ]


OF_INSPECTION = (
    "day",
    "body",
    "programme",
    "published_on",
    "published_stated",
    "inspected_on",
    "inspected_stated",
    "grade",
    "finding",
    "baseline",
)
OF_RESPONSE = ("due", "basis", "by_law", "exact", "days_left", "words")
WHOSE = 2
"""The first columns of a figure's row, which say whose it is."""

HEADER = (
    "force",
    "synthetic",
    "board_day",
    *(f"inspection_{name}" for name in OF_INSPECTION),
    *(f"response_{name}" for name in OF_RESPONSE),
    "words",
    *header(())[WHOSE:],
)


def csv_rows(review: Review) -> Iterator[list[object]]:
    """A row for each figure that speaks to a finding; one without for a finding that has none."""
    selection = review.selection
    whose = [selection.force.name, selection.force.synthetic, selection.day]
    for one in inspected(review):
        facts = _facts(review, one)
        about = [facts[name] for name in OF_INSPECTION]
        about += [facts["response"][name] for name in OF_RESPONSE]
        for speaking in one.speaking:
            for row in rows(review, (), speaking.figures):
                yield [*whose, *about, " ".join(speaking.words), *row[WHOSE:]]
        if not one.speaking:
            yield [*whose, *about, *[None] * (len(HEADER) - len(whose) - len(about))]


APART = re.compile(r"(?<=\S) {2,}(?=\S)")


def text_lines(review: Review, notes: Iterable[str]) -> list[str]:
    """The page as a screen shows it, under a line that says whose it is.

    What stands apart on the screen is told apart by a semicolon: nothing is drawn.
    """
    page = told(review, inspected(review), WIDTH)
    lines = (APART.sub("; ", "".join(piece.text for piece in line)) for line in page)
    return [heading_line(review.selection), *notes, "", *lines]
