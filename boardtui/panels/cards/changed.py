"""The card of what changed: who was cleared without a visit, and the ledger from then to now."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.flow.counts import Flow, total
from boardtui.core.flow.parts import CAME, STAYED, Part
from boardtui.core.measures.backlogs import ASSESSMENTS, BACKLOGS, VISITS
from boardtui.core.words.wording import MINUS, NOT_KNOWN, count_text, number_text
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.cards.overdue import WIDE
from boardtui.panels.cards.words import joined, label, line, strong
from boardtui.panels.flow import definitions
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Chunk, Line, chunk, numbered


def changed_card(board: Board, width: int) -> Card | None:
    """The flow of overdue visits, else of assessments; None where no records give one."""
    for backlog in BACKLOGS.values():
        flow = board.flows.get(backlog.name)
        if flow is not None and not flow.why_unknown:
            return _card(board, flow, width)
    return None


def _card(board: Board, flow: Flow, width: int) -> Card:
    backlog = BACKLOGS[flow.backlog]
    number = FlowNumber(
        flow,
        f"cleared without {backlog.a_one}",
        definitions.cleared(backlog),
        flow.cleared_without,
    )
    return Card(
        Headline(
            f"Cleared without {backlog.a_one}",
            count_text(flow.cleared_without),
            number,
            wide=tuple(_wide(flow)),
            narrow=tuple(line(strong(word)) for word in ("cleared", "without", backlog.a_one)),
        ),
        (
            Block(tuple(_short(flow)), need=2, apart=True)
            if width < WIDE
            else Block(
                tuple(numbered(list(_ledger(flow)), width, gap=1)),
                need=2,
                shorter=tuple(_short(flow)),
                apart=True,
            ),
            Block(_beside(board, width), need=3, last=True),
        ),
    )


def _wide(flow: Flow) -> Iterator[Line]:
    backlog = BACKLOGS[flow.backlog]
    done = count_text(flow.parts[Part(backlog.done_part)])
    again = flow.parts[Part.OVERDUE_AGAIN]
    yield line(strong(f"cleared without {backlog.a_one}"))
    yield line(label("and "), done, label(f" by {backlog.a_one};"))
    verb = "visited" if backlog is VISITS else "assessed"
    yield line(count_text(again), label(f" {verb}, overdue again"))


def _short(flow: Flow) -> Iterator[Line]:
    """The ledger in three lines."""
    backlog = BACKLOGS[flow.backlog]
    came = total(flow.parts[part] for part in CAME)
    both = total(flow.parts[part] for part in STAYED)
    rows = [
        (flow.parts[Part(backlog.done_part)], f" cleared by {backlog.a_one}"),
        (came, " new or joined"),
        (both, " overdue both days"),
    ]
    wide = max(len(count_text(count)) for count, _ in rows)
    for count, words in rows:
        yield line(f"{count_text(count):>{wide}}", label(words))


def _ledger(flow: Flow) -> Iterator[tuple[Chunk, Chunk]]:
    """From the backlog then to the backlog now, a number and its name on each row."""
    backlog, parts = BACKLOGS[flow.backlog], flow.parts
    done, missing = Part(backlog.done_part), Part.WENT_MISSING
    gone = total((parts[Part.LEFT], parts[Part.NOT_IN_COMMUNITY]))
    both = total(parts[part] for part in STAYED)
    yield _row(flow, flow.opening, f"overdue {backlog.name} then", definitions.OPENING)
    yield _row(flow, parts[done], done.value, definitions.part(done, backlog), MINUS)
    without = f"cleared without {backlog.a_one}"
    yield _row(flow, flow.cleared_without, without, definitions.cleared(backlog), MINUS)
    yield _row(flow, gone, "left, custody, abroad", definitions.GONE, MINUS)
    if parts[missing]:
        yield _row(flow, parts[missing], "went missing", definitions.part(missing, backlog), MINUS)
    for part, words in zip(CAME, ("newly overdue", "joined overdue"), strict=True):
        yield _row(flow, parts[part], words, definitions.part(part, backlog), "+")
    closing = FlowNumber(flow, "overdue now", definitions.CLOSING, flow.closing)
    yield (
        chunk(strong(count_text(flow.closing)), subject=closing),
        chunk(label("now, "), count_text(both), label(" overdue on both days")),
    )


def _row(
    flow: Flow, people: int | None, words: str, definition: str, sign: str = ""
) -> tuple[Chunk, Chunk]:
    subject = FlowNumber(flow, words, definition, people)
    shown = NOT_KNOWN if people is None else f"{sign if people else ''}{number_text(people)}"
    return chunk(shown, subject=subject), chunk(label(words), subject=subject)


def _beside(board: Board, width: int) -> tuple[Line, ...]:
    """Of the other backlog, how many were cleared without one."""
    flow = board.flows.get(ASSESSMENTS.name)
    if flow is None or flow.cleared_without is None or width < WIDE:
        return ()
    pieces = [
        chunk(
            label("assessments: "), number_text(flow.cleared_without), label(" cleared without one")
        )
    ]
    fit = joined(pieces, width)
    return (fit,) if fit else ()
