"""Placeholders of a sentence of one's own: "{now} visits are overdue"."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def filled(sentence: str, fills: Mapping[str, str]) -> str:
    """A sentence with what its placeholders stand for; those that stand for nothing stay."""
    return PLACEHOLDER.sub(lambda found: fills.get(found[1].strip(), found[0]), sentence)


def placeholders(sentence: str) -> list[str]:
    """The names between braces in a sentence."""
    return [found.strip() for found in PLACEHOLDER.findall(sentence)]
