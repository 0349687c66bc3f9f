"""How to read a paper: what its marks, bars and words mean."""

from __future__ import annotations

from boardtui.core.audience.rules import HIDDEN
from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.pack.document.blocks import Block, Facts, Listed, Text, Tone
from boardtui.pack.document.paper import Section
from boardtui.panels.panel import Board

MARKS = (
    (
        "≈, just under, over",
        "as it was said. Such a figure lies in a range, and what is made of it "
        "does too; how wide that range is, is an assumption of this paper.",
    ),
    ("†", "under then, from another source than the heading of then names."),
    ("–", "no figure: not a zero."),
    (SUPPRESSED, f"withheld by who gave it, or {HIDDEN}: not a zero, and not what is not known."),
    ("not known", "the records do not say it; why not stands with it."),
    (
        "then, now",
        "then is what the day is compared with: grey, and half as high where it is a bar. "
        "Now is the day of this paper.",
    ),
    ("%", "a share of the base that stands with it; without decimals it is as it was said."),
)

SENTENCES = (
    "Two points are a difference, not a trend; no change is called good or bad here.",
    "A backlog is said with its size, its risk and its age together.",
    "Cleared without a visit counts those who were overdue then and are not now, and whom nobody "
    "visited: the due date was moved, the risk regraded, or the case moved to reactive management.",
    "All bars of a picture are on one scale. Each has its number beside it.",
)


def reading(board: Board) -> Section:
    """What the marks and bars mean, and what is hidden from whom."""
    audience = board.review.audience
    blocks: list[Block] = [Facts("marks", "Marks", MARKS), Listed(SENTENCES)]
    if audience.hides:
        blocks.append(Text(audience.in_words.split(" Hiding on screen")[0], Tone.CAUTION))
    return Section("reading", "How to read this paper", tuple(blocks))
