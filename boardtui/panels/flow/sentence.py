"""What became of a backlog, in a sentence made from its figures."""

from __future__ import annotations

from collections.abc import Container, Iterator

from boardtui.core.flow.counts import CLEARED, Flow, most_without
from boardtui.core.flow.parts import CLEARED_WITHOUT, Part, done_part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.wording import number_text

ALL_BY = {
    Part.DATE_MOVED: "by moving the due date",
    Part.REGRADED: "by a lower risk level",
    Part.MOVED_TO_REACTIVE: "by a move to reactive management",
}
"""How all were cleared without a visit, where it was in one way."""


def sentences(flow: Flow) -> Iterator[str]:
    """What a flow is told in, in full first, and then with less where there is less room."""
    sizes = _sizes(flow)
    backlog = BACKLOGS[flow.backlog]
    done = done_part(backlog)
    made, without = flow.parts[done], flow.cleared_without
    if flow.hides(done) or flow.hides(*CLEARED_WITHOUT):
        yield from _of_the_shown(flow)
        return
    if made is None:
        yield f"{sizes}. Who was {done.value} is not known: {flow.unknown[done]}."
        yield f"{sizes}."
        return
    if without is None:
        yield (
            f"{sizes}. {_were(made)} {done.value}; who was cleared without {backlog.a_one} is not "
            f"known: {flow.unknown[CLEARED]}."
        )
        yield f"{sizes}. {_were(made)} {done.value}."
        yield f"{sizes}."
        return
    cleared = f"{_were(without)} cleared without {backlog.a_one}"
    both = f"{sizes}. {_were(made)} {done.value}; {cleared}"
    yield f"{both}{_all_by(flow)}."
    yield f"{both}."
    yield f"{sizes}{':' if most_without(flow) else ';'} {cleared}."
    yield f"{sizes}."


def _of_the_shown(flow: Flow) -> Iterator[str]:
    """What is told where one of the two numbers is hidden: the other, or neither."""
    sizes, backlog = _sizes(flow), BACKLOGS[flow.backlog]
    made, without = flow.parts[done_part(backlog)], flow.cleared_without
    if made is not None:
        yield f"{sizes}. {_were(made)} {backlog.done_part}."
    elif without is not None:
        cleared = f"{_were(without)} cleared without {backlog.a_one}"
        yield f"{sizes}. {cleared}."
        yield f"{sizes}{':' if most_without(flow) else ';'} {cleared}."
    yield f"{sizes}."


def _sizes(flow: Flow) -> str:
    """How the size of a backlog moved, both ends being known."""
    then, now = flow.opening, flow.closing
    if then is None or now is None:
        return f"How overdue {flow.backlog} moved is hidden"
    if then == now:
        return f"Overdue {flow.backlog} stood at {number_text(now)} on both days"
    went = "rose" if now > then else "fell"
    return f"Overdue {flow.backlog} {went} from {number_text(then)} to {number_text(now)}"


def _were(count: int) -> str:
    return f"{number_text(count)} {'was' if count == 1 else 'were'}"


def _all_by(flow: Flow) -> str:
    """The one way in which all were cleared without a visit; nothing where there were several."""
    ways = {part: flow.parts[part] for part in flow.parts if part in CLEARED_WITHOUT}
    used = [part for part, count in ways.items() if count]
    if len(used) != 1 or None in ways.values():
        return ""
    return f", {'all ' if (ways[used[0]] or 0) > 1 else ''}{ALL_BY[used[0]]}"


def reason_unknown(unknown: Container[str]) -> str:
    """What is said of who left without a reason: not recorded, or no file that could have it."""
    return "reason not known" if "leavers" in unknown else "reason not recorded"


def unknown_words(flow: Flow) -> str:
    """That nothing of a flow can be known, and why."""
    return f"What became of overdue {flow.backlog} is not known: {flow.why_unknown}."
