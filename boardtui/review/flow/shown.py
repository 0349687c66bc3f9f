"""A flow as an audience may see it: what boards and commands show in place of the flow itself."""

from __future__ import annotations

from boardtui.core.audience.rules import Rules
from boardtui.core.flow.counts import Flow


def shown_to(audience: Rules, flow: Flow) -> Flow:
    """A flow as an audience may see it."""
    if not audience.hides:
        return flow
    # Not for the force: its board opens without what hiding takes.
    from boardtui.core.audience.flow import shown

    return shown(flow, audience)
