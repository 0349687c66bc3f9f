"""The three numbers of a flow that matter most: then, cleared without a visit, now."""

from __future__ import annotations

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import CLEARED_WITHOUT
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.wording import count_text, signed
from boardtui.panels.cards.words import label, strong
from boardtui.panels.text import Chunk, Role, chunk
from boardtui.panels.totals import Total


def totals_of(flow: Flow) -> list[Total]:
    """The backlog then, who was cleared without a visit in between, and the backlog now."""
    cleared = f"cleared without {BACKLOGS[flow.backlog].a_one}"
    then = chunk(label("overdue then"))
    return [
        Total(count_text(flow.opening), (then,), Role.DIGITS_THEN),
        Total(
            count_text(flow.cleared_without, hidden=flow.hides(*CLEARED_WITHOUT)),
            (chunk(strong(cleared)),),
        ),
        Total(count_text(flow.closing), (_now(flow),)),
    ]


def _now(flow: Flow) -> Chunk:
    """What stands under the number of now: the change."""
    if flow.opening is None or flow.closing is None:
        return chunk(label("overdue now"))
    then, now = flow.opening, flow.closing
    if then == now:
        return chunk(label("overdue now, as many"))
    percent = f" ({signed(100 * (now - then) / then)}%)" if then else ""
    return chunk(label("overdue now, "), signed(now - then), label(percent))
