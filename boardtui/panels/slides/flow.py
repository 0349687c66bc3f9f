"""A slide of what became of a backlog: a waterfall, stepped through part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.flow.counts import OPENING, Flow, flow_unknown, most_without
from boardtui.core.flow.parts import done_part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.given import NO_RECORDS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import count_text, number_text
from boardtui.panels.cards.words import label, strong
from boardtui.panels.flow.sentence import sentences
from boardtui.panels.flow.steps import Kind, Step, steps_of
from boardtui.panels.flow.waterfall import step_lines
from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import backlog_of
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Message, NotToldError, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import records_of
from boardtui.panels.text import Line, Role, chunk, wrapped

WAITING = "What became of overdue {name} is being worked out…"


def message(slide: Slide, board: Board) -> Message:
    """How a backlog came from then to now, each part where it falls; the last step shows all.

    Raises:
        NotToldError: the records of two days do not tell it.
    """
    backlog = backlog_of(slide)
    flow = board.flows.get(backlog.name)
    if board.start.snapshot is None:
        raise NotToldError(f"what changed is not known: {_inside(board.start.note or '')}")
    if why := flow.why_unknown if flow else _why_never(backlog, board):
        raise NotToldError(f"what became of overdue {backlog.name} is not known: {why}")
    if flow is not None and None in (flow.opening, flow.closing):
        raise NotToldError(f"how overdue {backlog.name} moved is hidden here")
    if flow is None:
        return Message((board.working or WAITING.format(name=backlog.name),), lambda window: ())
    steps = steps_of(flow)

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(flow, steps, window))

    return Message(
        _told(flow),
        parts,
        records_of(flow.start, flow.end),
        _fills(flow),
        steps=len(steps),
        about=tuple(step.number for step in steps if step.strong),
    )


def _why_never(backlog: Backlog, board: Board) -> str | None:
    """Why the files will not give a flow that has not been worked out yet; None where they will."""
    then, now = board.start.snapshot, board.review.selection.snapshot
    if board.flows or then is None or now is None:
        return "no records of two days"
    if not then.given.records or not now.given.records:
        return NO_RECORDS
    return flow_unknown(backlog, then.given, now.given, ()).get(OPENING)


def _inside(sentence: str) -> str:
    """A sentence as it stands within another."""
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def _told(flow: Flow) -> tuple[str, ...]:
    """How the backlog moved, and who was cleared without a visit; less where that is not known.

    Where these are most, that is what the slide of its size says: here it is said of whom.
    """
    if most_without(flow) and flow.opening is not None and flow.cleared_without is not None:
        return tuple(_of_those_then(flow, flow.opening, flow.cleared_without))
    found = list(sentences(flow))
    brief = [text for text in found if text.count(".") == 1]
    return tuple(brief or found)


def _of_those_then(flow: Flow, then: int, without: int) -> Iterator[str]:
    """What became of those who were overdue then, of whom most were cleared without a visit."""
    backlog = BACKLOGS[flow.backlog]
    done = flow.parts[done_part(backlog)]
    count, of = number_text(without), number_text(then)
    cleared = f"{'was' if without == 1 else 'were'} cleared without {backlog.a_one}"
    end = "" if done is None else f" and {number_text(done)} {backlog.done_part}"
    yield f"Of the {of} overdue then, {count} {cleared}{end}."
    yield f"{count} of {of} {cleared}."


def _fills(flow: Flow) -> dict[str, str]:
    done = flow.parts[done_part(BACKLOGS[flow.backlog])]
    counts = {
        "now": flow.closing,
        "then": flow.opening,
        "without": flow.cleared_without,
        "done": done,
    }
    found = {
        **{name: number_text(count) for name, count in counts.items() if count is not None},
        "change": _change(flow.opening, flow.closing),
        "day": day_text(flow.end),
        "then_day": day_text(flow.start),
    }
    return {name: text for name, text in found.items() if text}


def _change(then: int | None, now: int | None) -> str:
    """By how many the backlog moved; nothing where that is hidden."""
    if then is None or now is None:
        return ""
    if then == now:
        return "as many"
    return f"{number_text(abs(now - then))} {'more' if now > then else 'fewer'}"


def _parts(flow: Flow, steps: Sequence[Step], window: Window) -> Iterator[Part]:
    yield Part(tallest(_numbers(flow, steps, window.step), window))
    shown = [
        row if place <= window.step else [()] * len(row)
        for place, row in enumerate(step_lines(steps, _names(flow, steps), window.width))
    ]
    yield Part((tuple(line for row in shown for line in row),), need=1)
    if told := _by_dates(flow, window.width):
        last = window.step == len(steps) - 1
        yield Part((told if last else ((),) * len(told),), need=2)


def _numbers(flow: Flow, steps: Sequence[Step], step: int) -> list[list[Number]]:
    """The backlog then, who was cleared without a visit, and the backlog now; then fewer."""
    backlog = BACKLOGS[flow.backlog]
    places = {each.kind: place for place, each in enumerate(steps)}
    then = Number(
        count_text(flow.opening),
        (chunk(label(f"overdue {day_text(flow.start)}")), chunk(label("then"))),
        role=Role.DIGITS_THEN,
    )
    now = Number(
        count_text(flow.closing),
        (chunk(label(f"overdue {day_text(flow.end)}")), chunk(label("now"))),
        hidden=step < places[Kind.NOW],
    )
    if flow.cleared_without is None:
        return [[then, now], [now]]
    without = Number(
        count_text(flow.cleared_without),
        (chunk(strong(f"cleared without {backlog.a_one}")), chunk(strong("without one"))),
        hidden=step < places[Kind.WITHOUT],
    )
    return [[then, without, now], [without, now], [without]]


def _names(flow: Flow, steps: Sequence[Step]) -> list[str]:
    """What the steps are called: the two days at either end."""
    days = {Kind.THEN: day_text(flow.start), Kind.NOW: day_text(flow.end)}
    return [days.get(step.kind, step.number.title) for step in steps]


def _by_dates(flow: Flow, width: int) -> tuple[Line, ...]:
    """What would be overdue had no date been moved, beside what is, of the same people."""
    then, now = flow.overdue_by_dates_then, flow.overdue_by_dates_now
    if then is None or now is None or then == now:
        return ()
    told = chunk(
        label("Had no date been moved, "),
        number_text(then),
        label(" of these people would be overdue; "),
        number_text(now),
        label(" are." if now != 1 else " is."),
    )
    return tuple(centred(line, width) for line in wrapped([told], width))
