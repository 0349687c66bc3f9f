"""Figures over officers: the largest and the median caseload, and per full-time post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from boardtui.core.figure import Figure
from boardtui.core.measure import OverOfficers
from boardtui.core.measures import of_kind
from boardtui.store.database import Database
from boardtui.store.making import Maker


def caseload_figures(
    database: Database, caseloads: Mapping[str, float], maker: Maker
) -> Iterator[Figure]:
    """The statistics over officers, from the managed cases of each; those with none are left."""
    loads = {officer: count for officer, count in caseloads.items() if count}
    posts: dict[str, float] = dict(
        database.rows(
            "SELECT officer_ref, fte FROM officers WHERE snapshot_id = :snapshot",
            {"snapshot": maker.snapshot.id},
        )
    )
    per_post = [load / posts[officer] for officer, load in loads.items() if officer in posts]
    nobody = "no officer is recorded"
    no_posts = "no officer's post is known" if maker.snapshot.files >= {"officers"} else None
    values: dict[str, tuple[float | None, str]] = {
        "max": (max(loads.values(), default=None), nobody),
        "median": (median(loads.values()) if loads else None, nobody),
        "per_fte_max": (max(per_post, default=None), no_posts or "no officers file"),
    }
    for measure in of_kind(OverOfficers):
        value, unknown = values[measure.statistic]
        yield maker.figure(measure, value, unknown=unknown)
