"""Laying out text: paragraphs of a readable width."""

from __future__ import annotations

WIDTH = 88


def paragraph(text: str, indent: str = "  ") -> list[str]:
    """The text on as many lines as it needs."""
    import textwrap

    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
