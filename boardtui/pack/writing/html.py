"""A paper as one HTML file: all in it, no script, for any width, for print, and for a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from boardtui.core.words.shown import shown
from boardtui.pack.document.blocks import Block, Facts, Heading, Listed, Table, Text
from boardtui.pack.document.chart import Chart
from boardtui.pack.document.paper import Card, Paper, Section, Title
from boardtui.pack.writing.html_chart import bars, charted
from boardtui.pack.writing.html_table import facts, table

STYLE = Path(__file__).parent / "paper.css"

NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser is told of the file: it loads nothing, and runs nothing."""


def html(paper: Paper) -> str:
    """The paper as the text of an HTML file. Every text of it is escaped."""
    return "\n".join(_lines(paper)) + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    title = paper.title
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{NOTHING_RUNS}">'
    yield '<meta name="generator" content="boardtui">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{_said(f'{title.force}, {title.day}: {title.about}')}</title>"
    yield f"<style>\n{STYLE.read_text(encoding='utf-8')}{_page(title)}</style>"
    yield "</head>"
    yield "<body>"
    yield '<a class="skip" href="#headlines">To the headlines</a>'
    yield from _head(paper)
    yield "<main>"
    yield from _headlines(paper)
    for section in paper.sections:
        yield from _section(section)
    yield "</main>"
    yield f"<footer>{_marking(title)}<p>{_said(title.about)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _head(paper: Paper) -> Iterator[str]:
    """What the title page of a printed paper has."""
    title = paper.title
    yield "<header>"
    yield _marking(title)
    yield f'<p class="about">{_said(title.about)}</p>'
    yield f"<h1>{_said(title.force)}</h1>"
    yield f'<p class="day">{_said(title.day)}</p>'
    if title.synthetic:
        yield f'<p class="synthetic">{_said(title.synthetic)}</p>'
    yield from facts(title.facts, "title")
    yield '<nav aria-labelledby="contents"><h2 id="contents">In this paper</h2><ol>'
    yield '<li><a href="#headlines">Headlines</a></li>'
    for section in paper.sections:
        yield f'<li><a href="#{section.name}">{_said(section.title)}</a></li>'
    yield "</ol></nav>"
    yield "</header>"


def _marking(title: Title) -> str:
    return f'<p class="marking">{_said(title.marking)}</p>' if title.marking else ""


def _headlines(paper: Paper) -> Iterator[str]:
    yield '<section id="headlines" aria-labelledby="headlines-title">'
    yield '<h2 id="headlines-title">Headlines</h2>'
    if paper.cards:
        yield '<ul class="cards">'
        for card in paper.cards:
            yield f"<li>{''.join(_card(card))}</li>"
        yield "</ul>"
    for words in paper.not_given:
        yield f'<p class="quiet">{_said(words)}</p>'
    yield "</section>"


def _card(card: Card) -> Iterator[str]:
    yield f'<h3><a href="#{card.section}">{_said(card.title)}</a></h3>'
    before = f'<span class="before">{_said(card.before)}</span> ' if card.before else ""
    yield f'<div class="number"><p class="value">{before}{_said(card.value)}</p>'
    first, *others = (*card.beside, "")
    yield f'<p class="beside"><strong>{_said(first)}</strong>'
    yield f"{''.join(f'<br>{_said(words)}' for words in others if words)}</p></div>"
    if card.base:
        yield f"<p>{_said(card.base)}</p>"
    if card.glance is not None:
        yield bars(card.glance)
    yield from (f'<p class="quiet">{_said(words)}</p>' for words in card.foot)


def _section(section: Section) -> Iterator[str]:
    large = ' class="large"' if section.large else ""
    yield f'<section id="{section.name}"{large} aria-labelledby="{section.name}-title">'
    yield f'<h2 id="{section.name}-title">{_said(section.title)}</h2>'
    for block in section.blocks:
        yield from _block(block)
    yield "</section>"


def _block(block: Block) -> Iterable[str]:
    match block:
        case Text(text=text, tone=tone):
            return (f'<p class="{tone}">{_said(text)}</p>',)
        case Heading(text=text):
            return (f"<h3>{_said(text)}</h3>",)
        case Table():
            return table(block)
        case Facts(rows=rows, title=title, name=name):
            return (f'<h3 id="{name}">{_said(title)}</h3>', *facts(rows))
        case Listed(items=items):
            return ("<ul>", *(f"<li>{_said(item)}</li>" for item in items), "</ul>")
        case Chart():
            return charted(block)


def _said(text: str) -> str:
    return escape(shown(text))


def _page(title: Title) -> str:
    """What runs at the head and the foot of each printed page but the first."""
    left, right = title.running[:2], title.running[2:]
    corners = (
        ("top-left", _styled("   ".join(left))),
        ("top-center", _styled(title.marking)),
        ("top-right", _styled("   ".join(reversed(right)))),
        ("bottom-left", _styled(title.about)),
        ("bottom-center", _styled(title.marking)),
        ("bottom-right", '"page " counter(page) " of " counter(pages)'),
    )
    boxes = " ".join(f"@{corner} {{ content: {text}; }}" for corner, text in corners)
    first = " ".join(f'@{corner} {{ content: ""; }}' for corner, _ in corners)
    return f"@page {{ {boxes} }}\n@page :first {{ {first} }}\n"


def _styled(text: str) -> str:
    """A text as a string of a style sheet: all but letters, digits and blanks as their codes."""
    plain = re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", shown(text))
    return f'"{plain}"'
