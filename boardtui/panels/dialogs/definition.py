"""The sheet that explains a figure."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.panels.dialogs.rows import labelled
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.explaining.explanation import Explanation
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, quiet, wrapped

SYNTHETIC = "SYNTHETIC"


def definition_sheet(told: Explanation, width: int) -> Sheet:
    """What a figure is, what it was, what was said too, and at the end where it all comes from."""
    return Sheet(f"{told.title}, defined", tuple(_lines(told, width)), key="d", below="sources")


def _lines(told: Explanation, width: int) -> Iterator[Line]:
    value = Span(told.value, Role.STRONG)
    yield ()
    yield from wrapped([chunk(value, *_marked(f" {told.standing}", Role.QUIET))], width)
    yield ()
    yield from wrapped([chunk(told.definition)], width)
    if told.facts:
        yield ()
        yield from labelled([(label, chunk(text)) for label, text in told.facts], width)
    if told.said_too:
        yield ()
        yield (chunk(Span("Said too", Role.STRONG)),)
        yield from labelled([(value, chunk(quiet(text))) for value, text in told.said_too], width)
    yield ()
    yield (chunk(Span("Sources", Role.STRONG)),)
    yield from labelled([(label, _source(text)) for label, text in told.sources], width)


def _source(text: str) -> Chunk:
    return chunk(*_marked(text, Role.QUIET))


def _marked(text: str, role: Role) -> Iterator[Span]:
    """Text in a role, but for the word that says that a force does not exist."""
    before, word, after = text.partition(SYNTHETIC)
    yield Span(before, role)
    if word:
        yield Span(word, Role.SYNTHETIC)
        yield Span(after, role)
