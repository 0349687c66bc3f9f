"""Tables and terms in HTML: heads for columns and rows, so that a reader can say where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from boardtui.core.words.shown import shown
from boardtui.pack.document.blocks import Row, Table
from boardtui.pack.writing.html_chart import number


def table(of: Table) -> Iterator[str]:
    """A table with its caption and notes; where it is wider than the screen, it can be moved."""
    yield f'<div class="table" role="region" aria-labelledby="{of.name}" tabindex="0">'
    yield f'<table><caption id="{of.name}">{_said(of.title)}</caption>'
    heads = "".join(
        f'<th scope="col"{_kind(numbers=column.numbers)}>{_said(column.title)}</th>'
        if column.title
        else "<td></td>"
        for column in of.columns
    )
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    yield from (_row(row, of) for row in of.rows)
    yield "</tbody></table></div>"
    yield from (f'<p class="quiet note">{_said(note)}</p>' for note in of.notes)


def _row(row: Row, of: Table) -> str:
    cells = []
    for place, (cell, column) in enumerate(zip(row.cells, of.columns, strict=True)):
        kind = _kind(numbers=column.numbers)
        text = number(cell.text) if column.numbers else _said(cell.text)
        first = place == 0 and not column.numbers
        cells.append(f'<th scope="row">{text}</th>' if first else f"<td{kind}>{text}</td>")
    of_row = "strong" if row.strong else "quiet" if row.quiet else ""
    return f"<tr{f' class={of_row}' if of_row else ''}>{''.join(cells)}</tr>"


def _kind(*, numbers: bool) -> str:
    return ' class="n"' if numbers else ""


def facts(rows: Sequence[tuple[str, str]], kind: str = "facts") -> Iterator[str]:
    """Terms, each with what is said of it."""
    yield f'<dl class="{kind}">'
    for term, text in rows:
        yield f"<div><dt>{_said(term)}</dt><dd>{_said(text)}</dd></div>"
    yield "</dl>"


def _said(text: str) -> str:
    return escape(shown(text))
