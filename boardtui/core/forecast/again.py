"""By which interval somebody is due again who was seen: as in the months before.

The time from the last visit to the due date says it, but where something moved the date since: a
regrade, a due date put off, a time in custody. So it is counted what became of it at each visit: of
people who had one interval, how many were given which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

Again = Mapping[int, Mapping[int, int]]
"""Of the people who had an interval, in months, when they were seen: how many were given which."""

WEIGHT_OF_ALL = 1
"""Each interval is given as much of what all were given as one person weighs: of an interval that
nobody had, nothing else is known. Source: the unit of Perks' prior, Journal of the Institute of
Actuaries 73 (1947) 285–334."""


def weights_after(again: Again, interval: int) -> dict[int, float]:
    """The weights of the intervals that people of one interval are given.

    They are the parameters of a Dirichlet distribution, and their shares its means. Where nothing
    was counted, everybody keeps their own.
    """
    every: Counter[int] = Counter()
    for given in again.values():
        every.update(given)
    if not every:
        return {interval: 1.0}
    own, total = again.get(interval, {}), every.total()
    return {
        each: own.get(each, 0) + WEIGHT_OF_ALL * count / total
        for each, count in sorted(every.items())
    }
