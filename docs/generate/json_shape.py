"""What the keys of the commands' JSON mean, and an example of each, from the demo database."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

from boardtui import demo
from boardtui.cli.main import main

CONFIG = Path(__file__).parents[2] / "config.toml"
"""The defaults: whoever makes the documents may have other settings."""

HEADING = {
    "version": "the version of this format",
    "force": "the force, as the database spells it",
    "as_at": "the day of the snapshot, or of the published figures",
    "synthetic": "true where the force does not exist",
    "against": "what the figures are compared with",
    "figures": "the figures, the whole of a measure before its slices",
}

AGAINST = {
    "kind": "`inspection`, `snapshot` or `figures` (published figures of a day)",
    "as_at": "its day",
    "label": "how the board names it",
}

FIGURE = {
    "measure": "the measure's name, as in [measures](measures.md)",
    "by": "the dimension that it is told apart by; null for the whole; a list of two for a cross",
    "slice": "the slice, spelt as in the extract; null beside a `by` are the cases in which that "
    "is not recorded",
    "value": "the value as counted, or as it was said; null where it is not known",
    "low": "the least that a hedged value can mean; equal to the value where that is exact",
    "high": "the most that it can mean; null where it has no upper end",
    "qualifier": "the word that it was said with, as in [measures](measures.md#hedges)",
    "suppressed": "true where the figure was withheld by who gave it; then the value is null, and "
    "`unknown` too",
    "written": "a published value with its digits as they were written",
    "unit": "what the value counts",
    "unknown": "why the value is null",
    "as_at": "the figure's own day",
    "as_at_stated": "that day as it was stated, where it was not given to the day",
    "period_start": "the first day of what it counts over, where that is a period",
    "partial": "why the period is not a whole one",
    "share": "the share of its base: `of` the measure, in the same `slice`, with `value`, `low` "
    "and `high` as fractions",
    "part": "a slice's share of its own measure's whole, in the same way",
    "origin": "`records` or `published`",
    "synthetic": "true where the force does not exist",
    "definition": "what was counted, in words, for a figure from records",
    "base": "the base in the words of whoever published the figure",
    "said_by": "who said a published figure",
    "source": "who carried it (`publisher`) and where (`address`)",
    "then": "the figure that it is compared with, with its own day and `definition`; null where "
    "there is none",
    "then_other": "a second one of that day, where one was published and one counted",
    "then_as_stored": "what the records of that day gave when they were taken in, in the same way, "
    "where that was under another definition than is asked for; else null, and for a cross",
    "earlier": "whether it is not of the day asked for, but the latest said of the year before; "
    "then there is no change",
    "change": "now less then; in points, for per cents",
    "change_low": "the least that the change can be, by the hedges of both",
    "change_high": "the most that it can be",
    "change_percent": "the change in per cent of then; null where then is 0, and for per cents",
    "change_percent_low": "the least that it can be",
    "change_percent_high": "the most that it can be",
    "comparable": "whether the two can be compared",
    "caution": "why they cannot; or what to bear in mind",
    "as_stored": "what the figure itself was when it was taken in, as for `then_as_stored`",
    "chosen": "whether it stands first of all that was given for the same thing and day",
    "agrees": "whether it and the chosen one can both be true, by their hedges; null of that "
    "itself, and where that is not known",
    "possible_counts": "of a per cent whose base is open: of each base that it may have, the "
    "least and the most people that it would be, and how many the `records` give; else empty",
}

FLOW = {
    "version": "the version of this format",
    "force": "the force, as the database spells it",
    "synthetic": "true where the force does not exist",
    "backlog": "`visits` or `assessments`",
    "from": "the earlier day",
    "to": "the later day",
    "opening": "overdue on the earlier day",
    "closing": "overdue on the later day",
    "parts": "every part with its count, as in [measures](measures.md#flow); `left` has the "
    "leavers' reasons, counted; one without a reason counts under an empty name",
    "dates_moved": "due dates moved later, or removed, with nobody seen in between",
    "overdue_by_dates_then": "of those in both, owed one now and not seen in between: overdue on "
    "the later day by the due dates of the earlier one",
    "overdue_by_dates_now": "of the same people, those overdue by the due dates of the later day",
    "unknown": "why nothing of the flow is known, where its `opening` and `closing` are null; a "
    "part whose `count` is null says why itself",
    "notes": "sentences on what cannot be known of it, or was taken for granted, for want of a "
    "file or a column; often none",
    "definition": "what overdue means here, on both days",
    "cleared_without": "how many of the parts were cleared without a visit (or an assessment)",
    "unknown_numbers": "why each number that is null is not known, by its name",
}

FLOW_BY = {
    "by": "the dimension, `risk_level` or `unit`",
    "by_unknown": "why the flow cannot be told apart by it; then there are no slices",
    "slices": "its slices, spelt as in the extract; null is not recorded",
}

FLOW_SLICE = {
    "slice": "the slice; a number is null where the records of its day have no such unit",
    "opening": "overdue on the earlier day, by the slice on that day",
    "closing": "overdue on the later day, by the slice on that day",
    "opening_parts": "the parts that the opening is the sum of, by the slice on the earlier day",
    "closing_parts": "the parts that the closing is the sum of, by the slice on the later day",
}

INSPECTION = {
    "day": "the day of the inspection, else of its publication",
    "body": "who inspected",
    "programme": "under which programme",
    "published_on": "the day of publication",
    "published_stated": "that day as it was stated, where it was not given to the day",
    "inspected_on": "the day of the inspection",
    "inspected_stated": "that day as it was stated, where it was not given to the day",
    "grade": "the grade; grades of different inspection cycles are not comparable",
    "finding": "what was found",
    "baseline": "whether the figures are compared with this inspection",
    "response": "by when the commissioner's comments were or are due: the day (`due`), its `basis` "
    "(`stated` or `law`), the last day `by_law`, whether the day of publication that the law "
    "counts from is `exact`, the `days_left` from the board's day, below 0 where it has passed, "
    "and all of it in `words`",
    "silent": "the measures that would speak to the finding, and have no figure of the day",
    "figures": "the figures that speak to the finding, each with the `words` of the finding that "
    "say so, and otherwise as above",
}


def examples(database: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What `figures` prints, cut to its first figure, and what `flow` prints.

    Raises:
        ValueError: a key stands above and is not printed, or the other way about.
    """
    figures = printed("figures", str(database), "--measure", "overdue_visits", "--format", "json")
    days = ("--from", "2023-03-31", "--to", demo.DAY.isoformat())
    flow = printed("flow", str(database), *days, "--format", "json")
    by = printed("flow", str(database), *days, "--by", "risk_level", "--format", "json")
    inspections = printed("inspections", str(database), "--format", "json")
    figures["figures"] = figures["figures"][:1]
    for shape, meanings in (
        (figures, HEADING),
        (figures["against"], AGAINST),
        (figures["figures"][0], FIGURE),
        (flow, FLOW),
        (by, FLOW | FLOW_BY),
        (by["slices"][0], FLOW_SLICE),
        (inspections["inspections"][0], INSPECTION),
    ):
        if list(shape) != list(meanings):
            differing = set(shape) ^ set(meanings) or "their order"
            raise ValueError(f"docs/generate/json_shape.py does not explain {differing}")
    return figures, flow


def printed(*words: str) -> dict[str, Any]:
    """What a command prints as JSON."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = main([*words, "--config", str(CONFIG)])
    if status:
        raise ValueError(f"boardtui {' '.join(words)} ended with {status}")
    document = json.loads(out.getvalue())
    assert isinstance(document, dict)
    return document


VERIFIED = {
    "synthetic": "true where a force in it does not exist",
    "audience": "for whom the database is: `force`, or whom it was published for",
    "records": "whether records of people are in it",
    "sealed": "false where it was stored before there were seals",
    "intact": "whether all is as it was sealed",
    "head": "the `chain` of the last entry: who notes it knows this chain again",
    "differs": "everything that differs, in sentences",
    "entries": "the entries of the chain, in their order",
    "signed": "the signatures, oldest first",
    "audit": "of a published database that is intact: how many counts are `hidden`, and how many "
    "of them are `exposed`, since they can be worked out; `primary`, how many are small, is not in "
    "such a file, and null",
}

ENTRY = {
    "number": "its place in the chain",
    "force": "the force; null for what is of the database as a whole",
    "as_at": "the day of the snapshot; null for what was published",
    "kind": "`stored`, `replaced`, `recomputed` or `forgotten`",
    "sealed_at": "when, by UTC",
    "seal": "the digest of what was sealed; null where somebody in it was forgotten since",
    "chain": "the digest of the entry and of all before it",
    "current": "whether it is the last of what it sealed, which is held against it",
    "intact": "whether the entry, and what it sealed if it is current, are as they were",
    "removed": "how many people were forgotten",
    "why": "why they were",
    "differs": "what differs of it, in sentences",
}

SIGNATURE = {
    "by": "whose it is by the file of signers; null where that lists nobody with the key",
    "key": "the key; null where the signature is not good",
    "valid": "whether it is a good one of this chain, and of somebody listed where that was asked",
    "signed_at": "when, as the database says",
    "entries": "how many entries the chain had",
    "since": "how many came after it",
    "why": "why it is not valid",
}
