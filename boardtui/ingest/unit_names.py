"""Names of units: however a file writes one, it is the unit that was first written so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boardtui.core.words.names import folded, tidied
from boardtui.ingest.extract import Extract
from boardtui.ingest.fault_text import counted, quoted
from boardtui.store.connection.database import Database

EXAMPLES = 3

Spelling = Callable[[str], str]
"""A unit's name as it is kept."""


OF_SNAPSHOTS = """
    SELECT slice FROM figures
    WHERE snapshot_id IN (
        SELECT s.id FROM snapshots s JOIN forces f ON f.id = s.force_id WHERE f.name = :force
    ) AND dimension = 'unit' AND measure = 'registered' AND slice IS NOT NULL
    ORDER BY id
"""
"""The units of all cases of a force; everybody is on the register."""

PUBLISHED = """
    SELECT slice FROM figures
    WHERE force_id = (SELECT id FROM forces WHERE name = :force) AND snapshot_id IS NULL
        AND dimension = 'unit' AND slice IS NOT NULL
    ORDER BY id
"""


class UnitNames:
    """The names of the units of each force, as they were first written."""

    def __init__(self, database: Database | None) -> None:
        self._database = database
        self._of_force: dict[str, dict[str, str]] = {}

    def of(self, force: str) -> Spelling:
        """How a force's units are spelt; names that are met join those that are held."""
        held = self.held(force)

        def spelt(name: str) -> str:
            return held.setdefault(folded(name), tidied(name) or name)

        return spelt

    def held(self, force: str) -> dict[str, str]:
        """The names of a force's units, by how they are compared."""
        found = self._of_force.get(force)
        if found is None:
            found = self._of_force[force] = self._stored(force)
        return found

    def learn(self, force: str, names: Mapping[str, str]) -> None:
        """Take over names that are held; those that were met before stay."""
        self._of_force[force] = {**names, **self.held(force)}

    def _stored(self, force: str) -> dict[str, str]:
        if self._database is None:
            return {}
        held: dict[str, str] = {}
        for query in (OF_SNAPSHOTS, PUBLISHED):
            for (name,) in self._database.rows(query, {"force": force}):
                held.setdefault(folded(name), name)
        return held


def spell_units(extract: Extract, spelt: Spelling) -> None:
    """Give each unit of a file one spelling, that of the row that has it first, and say so."""
    if "unit" not in extract.columns:
        return
    values = extract.columns["unit"].values
    written = list(values)
    values[:] = [spelt(value) if isinstance(value, str) else value for value in written]
    changed = [name for name, before in zip(values, written, strict=True) if name != before]
    if units := list(dict.fromkeys(map(str, changed))):
        more = ", …" if len(units) > EXAMPLES else ""
        extract.notes.append(
            f"writes {counted(len(units), 'unit')} in several ways, or otherwise than an earlier "
            f"file: read as {', '.join(map(quoted, units[:EXAMPLES]))}{more}"
        )
