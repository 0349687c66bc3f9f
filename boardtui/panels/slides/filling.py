"""Placeholders of a sentence of one's own: "{now} visits are overdue"."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACEHOLDERS: Mapping[str, str] = {
    "now": "what the slide's figure is",
    "then": "what it was",
    "change": "how they differ, in words: 56 more",
    "share": "its share of its base",
    "base": "that base",
    "day": "the day looked at",
    "then_day": "the day compared with",
    "without": "who was cleared without a visit, of a flow, or where that hides a fall",
    "done": "of a flow, who was visited or assessed",
    "seen": "of visits, at how many someone was in",
    "action": "of visits, how many led to action",
}
"""Every placeholder, and what stands in its place."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def filled(sentence: str, fills: Mapping[str, str]) -> str:
    """A sentence with what its placeholders stand for; those that stand for nothing stay."""
    return PLACEHOLDER.sub(lambda found: fills.get(found[1].strip(), found[0]), sentence)


def placeholders(sentence: str) -> list[str]:
    """The names between braces in a sentence."""
    return [found.strip() for found in PLACEHOLDER.findall(sentence)]
