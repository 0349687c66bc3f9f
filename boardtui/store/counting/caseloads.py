"""Figures of officers: each one's caseload per full-time post, and the largest and the median."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import fsum
from statistics import median

from boardtui.core.criterion.dimension import OFFICER, Slice
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import of_kind
from boardtui.core.measures.caseloads import caseload_per_fte
from boardtui.core.measures.measure import OverOfficers
from boardtui.store.counting.making import Maker
from boardtui.store.counting.records import Records


def caseload_figures(
    records: Records, caseloads: Mapping[str, float], maker: Maker
) -> Iterator[Figure]:
    """The statistics over officers, from the managed cases of each; those with none are left."""
    loads = {officer: count for officer, count in caseloads.items() if count}
    posts = records.posts()
    known = {officer: load for officer, load in loads.items() if officer in posts}
    per_post = {officer: load / posts[officer] for officer, load in known.items()}
    nobody, no_posts = "no officer is recorded", "no officer's post is known"
    values: dict[str, tuple[float | None, str]] = {
        "max": (max(loads.values(), default=None), nobody),
        "median": (median(loads.values()) if loads else None, nobody),
        "per_fte_max": (max(per_post.values(), default=None), no_posts),
    }
    for measure in of_kind(OverOfficers):
        value, unknown = values[measure.statistic]
        yield maker.figure(measure, value, unknown=unknown)
    full_time = fsum(posts[officer] for officer in known)
    over_all = sum(known.values()) / full_time if known else None
    yield maker.figure(caseload_per_fte, over_all, unknown=no_posts)
    for officer, load in per_post.items():
        yield maker.figure(caseload_per_fte, load, (Slice(OFFICER.name, officer),))
