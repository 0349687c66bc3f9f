"""What stands at the top of the comparison: what became of the backlog, in two lines at most."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.flow.counts import CLEARED, Flow, most_without
from boardtui.core.flow.parts import CLEARED_WITHOUT, STAYED, done_part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text, value_text
from boardtui.panels.panel import Board
from boardtui.panels.phrases import change_text

Said = list[str]
"""The same in ever fewer words; what has room is shown."""


SAID = "Their definition is not published."
"""What is said of figures in the first sentence, and not again under each."""


def flow_sentences(board: Board) -> Said:
    """What became of the backlogs, by records; nothing where no flow is known.

    Where more were cleared without a visit than by one, that comes first.
    """
    flows = [flow for name in BACKLOGS if (flow := board.flows.get(name)) is not None]
    known = [flow for flow in flows if not flow.why_unknown]
    if not known:
        return []
    worst = next((flow for flow in known if most_without(flow)), None)
    return list(_hidden(worst, board) if worst else _told(known[0], board))


def _hidden(flow: Flow, board: Board) -> Iterator[str]:
    """That more were cleared without a visit than by one."""
    backlog, then = BACKLOGS[flow.backlog], _then(flow, board)
    without, done = number_text(flow.cleared_without or 0), number_text(_done(flow) or 0)
    opening, closing = number_text(flow.opening or 0), flow.closing or 0
    without_one = f"cleared without {backlog.a_one}"
    by_one = f"{done} by one"
    now = f"{number_text(closing)} {_are(closing)} overdue now"
    were = _were(flow.cleared_without or 0)
    if _done(flow) is None:
        yield f"{without} of the {opening} overdue {then} {were} {without_one}. {now}."
        yield f"{without} {were} {without_one}."
        return
    stayed = flow.together(STAYED)
    if stayed is not None:
        yield (
            f"{without} of the {opening} {backlog.name} overdue {then} {were} {without_one}, and "
            f"{by_one}. {now}, {number_text(stayed)} of them on both days."
        )
    yield f"{without} of the {opening} overdue {then} {were} {without_one}, {by_one}. {now}."
    yield f"{without} of {opening} {were} {without_one}, {by_one}; {now}."
    yield f"{without} {were} {without_one}, {by_one}."


def _told(flow: Flow, board: Board) -> Iterator[str]:
    backlog, then = BACKLOGS[flow.backlog], _then(flow, board)
    now = _now(flow, backlog)
    done = _done(flow)
    if flow.hides(done_part(backlog)) or flow.hides(*CLEARED_WITHOUT):
        yield f"{now}, {_more(flow)}."
        yield f"{now}."
        return
    if done is None or flow.cleared_without is None:
        who = backlog.done_part if done is None else f"cleared without {backlog.a_one}"
        why = flow.unknown[done_part(backlog) if done is None else CLEARED]
        yield f"{now}. Who was {who} is not known: {why}."
        yield f"{now}."
        return
    opening, without = number_text(flow.opening or 0), number_text(flow.cleared_without)
    visited = f"{number_text(done)} {_were(done)} {backlog.done_part}"
    without_one = f"cleared without {backlog.a_one}"
    stayed = flow.together(STAYED)
    if stayed is not None:
        yield (
            f"{now}. Of the {opening} {then}, {visited} and {without} {without_one}; "
            f"{number_text(stayed)} {_are(stayed)} overdue on both days."
        )
    were = f"{without} {_were(flow.cleared_without)} {without_one}"
    yield f"{now}, {_more(flow)}. {were}."
    yield f"{now}. {were}."
    yield f"{now}. {without} {without_one}."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _now(flow: Flow, backlog: Backlog) -> str:
    closing = flow.closing or 0
    one = backlog.one if closing == 1 else backlog.name
    return f"{number_text(closing)} {one} {_are(closing)} overdue"


def _more(flow: Flow) -> str:
    change = (flow.closing or 0) - (flow.opening or 0)
    if not change:
        return "as many as then"
    return f"{number_text(abs(change))} {'more' if change > 0 else 'fewer'}"


def _done(flow: Flow) -> int | None:
    return flow.parts[done_part(BACKLOGS[flow.backlog])]


def _then(flow: Flow, board: Board) -> str:
    """When a flow starts: then; its own day, where the other side of the page is of another."""
    baseline = board.review.selection.baseline
    if baseline is not None and baseline.as_at == flow.start:
        return "then"
    return f"on {day_text(flow.start)}"


def published_sentences(title: str, comparison: Comparison, *, named: bool) -> Said:
    """How a figure that was published changed, and that nobody says what it counts.

    `named` is whether it has to be said which figure is meant.
    """
    then, now = comparison.then, comparison.now
    if then is None:
        return []
    lead = f"{title}: " if named else ""
    if comparison.comparable is False:
        whole = f"{title} cannot be compared: {comparison.caution}."
        return [whole, f"{title} cannot be compared."]
    sizes = f"{lead}{value_text(then)}, then {value_text(now)}"
    change, _, _ = change_text(comparison).partition(" (")
    sizes = f"{sizes}: {change}" if change and change != "not known" else f"{sizes}: how much"
    if sizes.endswith("how much"):
        sizes += " it changed is not known"
    return [f"{sizes}.{_definition(now, then)}", f"{sizes}."]


def _definition(now: Figure, then: Figure) -> str:
    """Whose definition is not published, in a sentence; nothing where both are known."""
    if _undefined(now) and _undefined(then):
        return f" {SAID}"
    if _undefined(then):
        return " The definition then is not published."
    return " The definition now is not published." if _undefined(now) else ""


def _undefined(figure: Figure) -> bool:
    return figure.origin is Origin.PUBLISHED and not figure.definition
