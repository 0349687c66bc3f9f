"""Charts in HTML: a row for each bar, drawn as SVG, with all that the picture says in words."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from boardtui.core.words.shown import shown
from boardtui.pack.document.chart import Bar, Chart, Shade

SCALE = 1_000
"""Units of a bar's picture for the whole of its chart's scale."""

THIN = 3
"""The least length of a bar that counts anything, in the same units."""

SWATCH = 24


def charted(chart: Chart) -> Iterator[str]:
    """A chart with its title and, where it has shades to tell apart, what they are."""
    yield f'<figure class="chart"><figcaption>{_said(chart.title)}</figcaption>'
    if chart.legend:
        items = (
            f"<li>{_svg(0, SCALE, shade, 'swatch')} {_said(words)}</li>"
            for shade, words in chart.legend
        )
        yield f'<ul class="legend" aria-hidden="true">{"".join(items)}</ul>'
    yield bars(chart)
    yield "</figure>"


def bars(chart: Chart) -> str:
    """The rows of a chart; a reader is told the same in one sentence."""
    after = any(bar.after for bar in chart.bars)
    rows = "".join(_row(bar, chart.most, after=after) for bar in chart.bars)
    wide = " with-after" if after else ""
    wide += " paired" if any(not bar.name for bar in chart.bars) else ""
    return f'<div class="bars{wide}" role="img" aria-label="{_said(chart.alt)}">{rows}</div>'


def _row(bar: Bar, most: float, *, after: bool) -> str:
    name = f'<span class="name">{_said(bar.name)}</span>'
    value = f'<span class="n">{number(bar.value.text)}</span>'
    more = f'<span class="after">{_said(bar.after)}</span>' if after else ""
    kind = ("row", *(["strong"] if bar.strong else []), *(["lead"] if bar.name else []))
    return f'<div class="{" ".join(kind)}">{name}{value}{_bar(bar, most)}{more}</div>'


def _bar(bar: Bar, most: float) -> str:
    if bar.start is None or bar.end is None or bar.end <= bar.start:
        return '<span class="bar"></span>'
    start = bar.start / most * SCALE
    length = max(THIN, (bar.end - bar.start) / most * SCALE)
    return _svg(start, length, bar.shade, "bar")


def _svg(start: float, length: float, shade: Shade, kind: str) -> str:
    """A bar, half as high where it is of then; of those cleared without a visit in stripes."""
    top, high = (25, 50) if shade is Shade.THEN else (0, 100)
    drawn = (
        f'<rect class="{shade}" x="{start:.1f}" y="{top}" width="{length:.1f}" height="{high}"/>'
    )
    if shade is Shade.WITHOUT:
        step = SCALE / 50 if kind == "bar" else SCALE / 6
        places = range(int(length // step) + 1)
        stripes = (
            f'<rect class="stripe" x="{start + place * step:.1f}" y="0" '
            f'width="{min(step / 2, length - place * step):.1f}" height="100"/>'
            for place in places
            if length - place * step > 0
        )
        drawn += "".join(stripes)
    return (
        f'<svg class="{kind}" viewBox="0 0 {SCALE} 100" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false">{drawn}</svg>'
    )


def number(text: str) -> str:
    """A number in its column: what marks it hangs beside, so that digits stand under digits."""
    digits = text.removesuffix(DAGGER)
    return f'{_said(digits)}<span class="mark">{DAGGER}</span>' if digits != text else _said(text)


DAGGER = "†"


def _said(text: str) -> str:
    return escape(shown(text))
