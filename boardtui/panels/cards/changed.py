"""The card of what changed: who was cleared without a visit, and the ledger from then to now."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.flow import definitions
from boardtui.core.flow.counts import OPENING, Flow
from boardtui.core.flow.parts import (
    CAME,
    CLEARED_WITHOUT,
    GONE,
    GONE_TITLE,
    PART_TITLES,
    STAYED,
    Part,
    done_part,
    listed,
)
from boardtui.core.measures.backlogs import ASSESSMENTS, BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import MINUS, count_text, number_text
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.words import DAGGER, fits, known, label, line, strong
from boardtui.panels.panel import Board
from boardtui.panels.subject import HIDDEN_HERE, FlowNumber
from boardtui.panels.text import Chunk, Line, chunk, line_width, numbered, wrapped


def changed_titles(board: Board) -> tuple[str, ...]:
    """Since then; since the day that the flow starts from, where that is another than then."""
    start = board.start
    if start.snapshot is None or start.note is None:
        return "What changed since then", "What changed"
    day = day_text(start.snapshot.as_at)
    return f"What changed since {day}", f"Since {day}"


def changed_card(board: Board, width: int) -> Card | None:
    """The flow of overdue visits, else of assessments; None where no records give one."""
    if board.start.snapshot is not None and not board.flows:
        waiting = board.working or "being worked out…"
        return Card(Headline("Cleared without a visit", waiting), ())
    for backlog in BACKLOGS.values():
        flow = board.flows.get(backlog.name)
        if flow is not None and not flow.why_unknown:
            return _card(board, backlog, flow, width)
    return None


def _card(board: Board, backlog: Backlog, flow: Flow, width: int) -> Card:
    title, without = f"cleared without {backlog.a_one}", flow.cleared_without
    number = _number(flow, title, definitions.cleared(backlog), without, *CLEARED_WITHOUT)
    short = tuple(_short(flow, backlog))
    ledger = tuple(numbered(list(_ledger(board, backlog, flow, width)), width, gap=1))
    return Card(
        Headline(
            title[:1].upper() + title[1:],
            number.text,
            number,
            "",
            tuple(_ways(flow, backlog)),
        ),
        (
            Block(_unknown(flow, backlog, width), need=1),
            Block(ledger if _broad(ledger, width) else short, need=2, shorter=(short,), apart=True),
            Block(_how(flow, backlog, width), need=6, apart=True),
            Block(_by_dates(flow, backlog, width), need=7, apart=True),
            Block(_assessments(board, backlog, width), need=3, last=True),
        ),
    )


def _broad(ledger: tuple[Line, ...], width: int) -> bool:
    return all(line_width(row) <= width for row in ledger) and len(ledger) <= MOST


MOST = 8
"""The rows of a ledger of which no row is broken in two."""


def _ways(flow: Flow, backlog: Backlog) -> Iterator[Way]:
    title = f"cleared without {backlog.a_one}"
    done, again = flow.parts[done_part(backlog)], flow.parts[Part.OVERDUE_AGAIN]
    if done is not None and again is not None:
        yield Way(
            (
                line(strong(title)),
                line(label("and "), number_text(done), label(f" by {backlog.a_one};")),
                line(number_text(again), label(f" {backlog.done_part}, overdue again")),
            )
        )
    yield Way(tuple(line(strong(word)) for word in ("cleared", "without", backlog.a_one)))
    yield Way(below=(line(strong(title)),))


def _unknown(flow: Flow, backlog: Backlog, width: int) -> tuple[Line, ...]:
    """Why nobody knows who was cleared by a visit, and who without one."""
    if flow.cleared_without is not None or flow.hides(*CLEARED_WITHOUT):
        return ()
    why = next((flow.unknown[part] for part in listed(backlog) if part in flow.unknown), "")
    return tuple(wrapped([chunk(label(f"who was {backlog.seen} is not known: {why}"))], width))


def _short(flow: Flow, backlog: Backlog) -> Iterator[Line]:
    """The ledger in three lines, of what is known."""
    rows = [
        (flow.parts[done_part(backlog)], f" cleared by {backlog.a_one}"),
        (flow.together(CAME), " new or joined"),
        (flow.together(STAYED), " overdue both days"),
    ]
    told = [(number_text(count), words) for count, words in rows if count is not None]
    wide = max((len(count) for count, _ in told), default=0)
    for count, words in told:
        yield line(f"{count:>{wide}}", label(words))


def _ledger(
    board: Board, backlog: Backlog, flow: Flow, width: int
) -> Iterator[tuple[Chunk, Chunk]]:
    """From the backlog then to the backlog now, a number and its name on each row."""
    parts, done, missing = flow.parts, done_part(backlog), Part.WENT_MISSING
    gone = flow.together(GONE)
    then = f"overdue {backlog.name} then{_source(board, backlog, flow)}"
    if board.start.note is not None:
        then = f"overdue on {day_text(flow.start)}"
    yield _row(flow, flow.opening, then, definitions.OPENING, "", OPENING)
    yield _row(flow, parts[done], done.value, definitions.part(done, backlog), MINUS, done)
    without = f"cleared without {backlog.a_one}"
    yield _row(
        flow,
        flow.cleared_without,
        without,
        definitions.cleared(backlog),
        MINUS,
        *CLEARED_WITHOUT,
    )
    yield _row(flow, gone, GONE_TITLE, definitions.GONE, MINUS, *GONE)
    if parts[missing] or flow.hides(missing):
        told = definitions.part(missing, backlog)
        yield _row(flow, parts[missing], "went missing", told, MINUS, missing)
    for part in CAME:
        told = definitions.part(part, backlog)
        yield _row(flow, parts[part], PART_TITLES[part], told, "+", part)
    both = flow.together(STAYED)
    closing = FlowNumber(flow, "overdue now", definitions.CLOSING, flow.closing)
    told = count_text(both, hidden=flow.hides(*STAYED))
    now = chunk(label("now, "), told, label(" overdue on both days"))
    short = both is None or now.width + len(count_text(flow.opening)) + 2 > width
    yield (
        chunk(strong(count_text(flow.closing)), subject=closing),
        chunk(label("now"), subject=closing) if short else now,
    )


def _source(board: Board, backlog: Backlog, flow: Flow) -> str:
    """The mark of the records, where they give another number then than the heading's source."""
    one = known(board.review.figures(backlog.overdue_name))
    then = one.comparison.then if one else None
    return DAGGER if then is not None and then.value not in (None, flow.opening) else ""


def _number(flow: Flow, words: str, definition: str, people: int | None, *of: str) -> FlowNumber:
    """A number of the flow; `of` names what it counts there."""
    hidden = bool(of) and flow.hides(*of)
    return FlowNumber(flow, words, definition, people, absent=HIDDEN_HERE if hidden else "")


def _row(
    flow: Flow, people: int | None, words: str, definition: str, sign: str, *of: str
) -> tuple[Chunk, Chunk]:
    subject = _number(flow, words, definition, people, *of)
    shown = f"{sign if people else ''}{subject.text}"
    return chunk(shown, subject=subject), chunk(label(words), subject=subject)


def _how(flow: Flow, backlog: Backlog, width: int) -> tuple[Line, ...]:
    """How those were cleared who were not visited."""
    if not flow.cleared_without:
        return ()
    rows = [
        _row(flow, flow.parts[part], PART_TITLES[part], definitions.part(part, backlog), "", part)
        for part in listed(backlog)
        if part in CLEARED_WITHOUT
    ]
    return (line(label(f"cleared without {backlog.a_one}:")), *numbered(rows, width, gap=1))


def _by_dates(flow: Flow, backlog: Backlog, width: int) -> tuple[Line, ...]:
    """What would be overdue had no date been moved, beside what is, of the same people."""
    then, now = flow.overdue_by_dates_then, flow.overdue_by_dates_now
    if then is None or now is None:
        return ()
    numbers = (
        FlowNumber(flow, "by the dates of then", definitions.by_dates_then(backlog), then),
        FlowNumber(flow, "by the dates of now", definitions.by_dates_now(backlog), now),
    )
    told = [
        chunk(number_text(one.people or 0), label(f" overdue {one.title}{end}"), subject=one)
        for one, end in zip(numbers, (",", ""), strict=True)
    ]
    return tuple(wrapped(told, width, gap=1))


def _assessments(board: Board, backlog: Backlog, width: int) -> tuple[Line, ...]:
    """Of the other backlog, how many were cleared without one."""
    flow = board.flows.get(ASSESSMENTS.name)
    if backlog is ASSESSMENTS or flow is None or flow.cleared_without is None:
        return ()
    words = f"assessments cleared without {ASSESSMENTS.a_one}"
    number = FlowNumber(flow, words, definitions.cleared(ASSESSMENTS), flow.cleared_without)
    told = line(
        label("assessments: "),
        number_text(flow.cleared_without),
        label(" cleared without one"),
        subject=number,
    )
    return (told,) if fits(told, width) else ()
