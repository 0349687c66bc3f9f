"""A forecast in sentences, the same wherever it is told."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.forecast.back_test import FEWEST_ORIGINS, NOT_YET_TESTABLE, Tested
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text, month_text
from boardtui.core.words.wording import number_text, percent_text
from boardtui.review.forecast.forecast import Forecast


def sentence(found: Forecast) -> str:
    """Where the backlog goes: from how many, to how many, and how sure that is."""
    assert found.outcome is not None
    last = found.outcome.months[-1]
    name = BACKLOGS[found.asked.backlog].name
    return (
        f"From {number_text(found.overdue)} overdue {name}, {number_text(last.median)} at "
        f"{day_text(last.as_at)} if all goes on as before; in 8 of 10 runs between "
        f"{number_text(last.low)} and {number_text(last.high)}."
    )


def clearance_sentence(found: Forecast) -> str:
    """When it is cleared: in how many runs, and by which month."""
    assert found.outcome is not None
    cleared, months = found.outcome.cleared, found.asked.months
    to = f"Cleared (to {number_text(cleared.at)} or fewer)"
    if not cleared.within:
        return f"{to}: not within {months} months, in any run."
    words = f"{to} within {months} months in {percent_text(cleared.within, 0)} of the runs"
    ends = found.ends
    if cleared.p50 is not None:
        words += f", in half of them by {month_text(ends[cleared.p50 - 1])}"
        late = cleared.p90
        words += (
            f" and in nine of ten by {month_text(ends[late - 1])}"
            if late is not None
            else f"; in {percent_text(1 - cleared.within, 0)} not within {months} months"
        )
    else:
        words += f"; in most, not within {months} months"
    return f"{words}."


def fluid_sentence(found: Forecast) -> str:
    """The fluid account: what would hold the backlog, and what would clear it."""
    name = BACKLOGS[found.asked.backlog].name
    doing = f"{name} tried" if BACKLOGS[found.asked.backlog].by_visits else f"{name} done"
    holds = "no number" if found.holds is None else number_text(found.holds)
    clears = "no number" if found.clears is None else number_text(found.clears)
    return (
        f"{number_text(found.tried)} {doing} a month. Were nothing to vary, {holds} would hold the "
        f"backlog where it is, and {clears} would clear it within {found.asked.months} months."
    )


def tested_sentence(back_test: Sequence[Tested]) -> str:
    """How such forecasts did from earlier days; that it is not yet testable, where it is not."""
    told = [one for one in back_test if one.coverage is not None]
    if not told:
        return (
            f"{NOT_YET_TESTABLE[:1].upper()}{NOT_YET_TESTABLE[1:]}: that takes {FEWEST_ORIGINS} "
            "earlier days, a month apart, from which a forecast could have been made."
        )
    held = sum((one.coverage or 0) * one.origins for one in told) / sum(o.origins for o in told)
    better = sum((one.interval_score or 0) < (one.last_value_interval_score or 0) for one in told)
    return (
        f"The bands held {percent_text(held, 0)} of what came, where 80% was meant; they were "
        f"better than “as it was last” at {better} of {len(told)} horizons. Bias is median less "
        "what came; of scores the smaller is the better."
    )


def unknown_sentence(found: Forecast) -> str:
    """Why there is no forecast, and what to do."""
    return f"There is no forecast. {found.unknown[:1].upper()}{found.unknown[1:]}"
