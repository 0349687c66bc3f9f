"""What a forecast takes for granted: each with its value, and where that is from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from boardtui.core.forecast.owed import Owed
from boardtui.core.forecast.rates import Monthly, Part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text, month_text
from boardtui.core.words.wording import number_text, percent_text
from boardtui.review.forecast.asked import Asked
from boardtui.review.forecast.rates import Known
from boardtui.store.held.snapshots import SnapshotKey


class Assumption(Struct, frozen=True):
    """One thing that is taken for granted.

    `source` is "stated", "counted" or "assumed": by whoever asks, from the months, or by us.
    """

    name: str
    value: float | None
    source: str
    words: str


STATED, COUNTED, ASSUMED = "stated", "counted", "assumed"


def assumptions(
    asked: Asked, owed: Owed, known: Known, snapshot: SnapshotKey, cleared_at: int
) -> Iterator[Assumption]:
    """All that a forecast takes for granted, what bears on it most first."""
    backlog = BACKLOGS[asked.backlog]
    yield _tried(backlog, known)
    yield _seen(backlog, known)
    yield _towards(backlog, known)
    yield from _movements(backlog, known)
    yield _moved(backlog, known)
    yield from _redated(backlog, known)
    yield _again(backlog, known)
    yield from _people(backlog, owed)
    if snapshot.removed:
        yield Assumption(
            "removed",
            snapshot.removed,
            COUNTED,
            f"{number_text(snapshot.removed)} people whose records were removed since "
            f"{day_text(snapshot.as_at)} are not in it.",
        )
    source = ASSUMED if asked.cleared_at is None else STATED
    yield Assumption(
        "cleared_at",
        cleared_at,
        source,
        f"Cleared means that no more than {number_text(cleared_at)} are overdue"
        + (": one in a hundred of those who are owed it." if source == ASSUMED else "."),
    )
    yield from _taken_for_granted(backlog, known)


def _tried(backlog: Backlog, known: Known) -> Assumption:
    tried = known.rates.tried
    doing = f"{backlog.name} tried" if backlog.by_visits else f"{backlog.name} done"
    mean = number_text(tried.mean)
    if not isinstance(tried, Monthly):
        return Assumption("tried_a_month", tried.value, STATED, f"{mean} {doing} each month.")
    if known.visits:
        first, last = known.visits[0].first, known.visits[-1].first
        over = f"{month_text(first)} to {month_text(last)}" if first != last else month_text(first)
    else:
        months = sum(one.months for one in known.movements)
        over = f"the last {number_text(months, 1)} months"
    spread = number_text(tried.deviation)
    return Assumption(
        "tried_a_month",
        tried.mean,
        COUNTED,
        f"{mean} {doing} a month, the mean of {over}; a month to come varies about it as those "
        f"did, by {spread} either way (one standard deviation). No season of the year is told.",
    )


def _seen(backlog: Backlog, known: Known) -> Assumption:
    seen = known.rates.seen
    if isinstance(seen, Part):
        return Assumption(
            "seen_share",
            seen.part / seen.whole,
            COUNTED,
            f"{percent_text(seen.part / seen.whole)} of {backlog.name} tried find the person in: "
            f"{number_text(seen.part)} of {number_text(seen.whole)}. The true share is taken from "
            "its Beta distribution, one for each run; single months vary about it as those did.",
        )
    if backlog.by_visits:
        words = f"{percent_text(seen.value)} of {backlog.name} tried find the person in."
        return Assumption("seen_share", seen.value, STATED, words)
    source = ASSUMED if seen.value == 1 else STATED
    words = f"{percent_text(seen.value)} of those that are tried are done."
    return Assumption("seen_share", seen.value, source, words)


def _towards(backlog: Backlog, known: Known) -> Assumption:
    to = known.rates.towards
    if to is None:
        return Assumption(
            "to_people_due",
            1,
            ASSUMED,
            f"Every one of those {backlog.name} goes to somebody who is overdue, or due within the "
            "month: without a visits file nothing tells otherwise."
            if backlog.by_visits
            else "Every assessment is of somebody who is overdue, or due within the month.",
        )
    every = to.due + to.all_early + to.elsewhere
    if not backlog.by_visits:
        return Assumption(
            "to_people_due",
            to.due / every,
            COUNTED,
            f"{percent_text(to.due / every)} of assessments are of people overdue or due within "
            f"the month, {percent_text(to.all_early / every)} of people not yet due, by as many "
            f"months as before, and {percent_text(to.elsewhere / every)} of others, such as people "
            "who are new: by the due dates of the snapshot before.",
        )
    return Assumption(
        "to_people_due",
        to.due / every,
        COUNTED,
        f"{percent_text(to.due / every)} of visits tried go to people overdue or due within the "
        f"month, {percent_text(to.all_early / every)} to people not yet due, and "
        f"{percent_text(to.elsewhere / every)} to others: by the due dates of the "
        "snapshot before and, after a visit, by the person's own interval. Who is visited early is "
        "so by as many months as before.",
    )


def _movements(backlog: Backlog, known: Known) -> Iterator[Assumption]:
    months = sum(one.months for one in known.movements)
    who = backlog.base.title.lower()
    joined = sum(one.joined for one in known.movements)
    left = sum(one.left for one in known.movements)
    over = f"over {number_text(months, 1)} months"
    yield Assumption(
        "joined_a_month",
        joined / months,
        COUNTED,
        f"{number_text(joined / months, 1)} people a month join the {who} ({number_text(joined)} "
        f"{over}), with due dates like those who did. The true rate is from its Gamma "
        "distribution, and each month's number from a Poisson one.",
    )
    yield Assumption(
        "left_a_month",
        left / months,
        COUNTED,
        f"{number_text(left / months, 1)} people a month leave the {who} ({number_text(left)} "
        f"{over}): off the register, out of the community, or to another management; in a month "
        f"{percent_text(known.rates.left_overdue.mean)} of those overdue, and "
        f"{percent_text(known.rates.left.mean)} of the others.",
    )


def _moved(backlog: Backlog, known: Known) -> Assumption:
    moved = sum(sum(one.moved.values()) for one in known.movements)
    unseen = sum(one.unseen for one in known.movements)
    return Assumption(
        "dates_moved",
        known.rates.moved.mean if moved else 0.0,
        COUNTED,
        f"Due dates go on being moved without {backlog.a_one}, as before: {number_text(moved)} of "
        f"{number_text(unseen)} people who would have been overdue by the dates of the snapshot "
        "before, and were not seen. “What if” says what would come without that.",
    )


def _redated(backlog: Backlog, known: Known) -> Iterator[Assumption]:
    """Dates of people who are not due; and regrades, which are what moves most of them."""
    redated = sum(sum(one.redated.values()) for one in known.movements)
    not_due = sum(one.not_due for one in known.movements)
    yield Assumption(
        "dates_changed",
        known.rates.redated.mean if redated else 0.0,
        COUNTED,
        f"Dates of people not yet due go on changing without {backlog.a_one}, sooner or later and "
        f"to other intervals, as before: {number_text(redated)} of {number_text(not_due)} from one "
        "snapshot to the next. The true share is from its Beta distribution.",
    )
    raised = sum(one.regrades.raised for one in known.movements)
    lowered = sum(one.regrades.lowered for one in known.movements)
    months = sum(one.months for one in known.movements)
    yield Assumption(
        "regraded_a_month",
        (raised + lowered) / months,
        COUNTED,
        f"Risk levels go on being raised and lowered as before: {number_text(raised)} raised and "
        f"{number_text(lowered)} lowered over {number_text(months, 1)} months. They bear on it by "
        "the dates that they changed, and by the intervals given after them.",
    )


def _again(backlog: Backlog, known: Known) -> Assumption:
    given = sum(sum(by.values()) for by in known.rates.again.values())
    kept = sum(by.get(interval, 0) for interval, by in known.rates.again.items())
    if not given:
        return Assumption(
            "interval_kept",
            1,
            ASSUMED,
            f"After {backlog.a_one}, the next is due by the person's own interval, from the last "
            "to the due date: nobody's was seen to be given anew.",
        )
    return Assumption(
        "interval_kept",
        kept / given,
        COUNTED,
        f"After {backlog.a_one}, the next is due as it was before for people of the same interval, "
        f"in whole months: {number_text(kept)} of {number_text(given)} were given the interval "
        "that they had, and others another one, as where their level had changed or their date had "
        "been moved. The true shares are from their Dirichlet distribution.",
    )


def _people(backlog: Backlog, owed: Owed) -> Iterator[Assumption]:
    guessed = owed.dated - owed.intervals
    yield Assumption(
        "intervals_known",
        owed.intervals,
        COUNTED,
        "The interval of a person is from the last to the due date, in whole months. It is known "
        f"of {number_text(owed.intervals)} of {number_text(owed.dated)} people"
        + ("." if not guessed else "; others are given that of people of their risk level."),
    )
    if owed.undated:
        yield Assumption(
            "undated",
            owed.undated,
            COUNTED,
            f"{number_text(owed.undated)} people without a due date are left out.",
        )


def _taken_for_granted(backlog: Backlog, known: Known) -> Iterator[Assumption]:
    most = known.rates.most_tries
    yield Assumption(
        "tries_a_person",
        most,
        ASSUMED,
        f"Those due are taken in no order but that by which {backlog.name} went to people of "
        "shorter and longer intervals before; who is not in is tried again in the month, up to "
        f"{most} times, and visits beyond that are not used. Everybody is as likely to be in.",
    )
    yield Assumption(
        "as_before",
        None,
        ASSUMED,
        "All goes on as it was in those months: a change of staff, policy or definition is no part "
        "of the band.",
    )
