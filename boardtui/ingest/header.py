"""A file's header row against the columns of its kind: which are there, which must not be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.core.nearest import did_you_mean
from boardtui.core.shown import spelt
from boardtui.ingest.columns import Field
from boardtui.ingest.faults import FaultGroup, of_file
from boardtui.ingest.request import ExtractSettings


@dataclass(frozen=True, slots=True)
class Header:
    """Where the wanted columns stand: our name to the place in the file, counted from 0."""

    names: tuple[str, ...]
    places: dict[str, int]
    faults: tuple[FaultGroup, ...] = ()

    @property
    def called(self) -> dict[str, str]:
        """Our name of a column to the file's own."""
        return {name: self.names[place] for name, place in self.places.items()}


def named(name: str) -> str:
    """A column's name for a message: short, and with nothing in it that moves the cursor."""
    return spelt(name if len(name) <= 60 else f"{name[:60]}…")


def read_header(
    file: str, names: Sequence[str], fields: Sequence[Field], settings: ExtractSettings
) -> Header:
    """Match the header's names to the fields; every mismatch is a fault of the whole file."""
    known = {field.name for field in fields}
    places: dict[str, int] = {}
    faults: list[FaultGroup] = []
    stripped = tuple(name.strip() for name in names)
    for place, name in enumerate(stripped):
        if name in settings.ignore:
            continue
        ours = settings.columns.get(name, name)
        if not name:
            faults.append(of_file(file, f"column {place + 1} has no name: name it or remove it"))
        elif ours not in known:
            faults.append(of_file(file, _unknown(name, ours, known)))
        elif ours in places:
            faults.append(of_file(file, f"the column {ours} is there twice: keep one"))
        else:
            places[ours] = place
    faults.extend(
        of_file(file, f"the required column {field.name} is absent")
        for field in fields
        if field.required and field.name not in places
    )
    return Header(stripped, places, tuple(faults))


def _unknown(name: str, ours: str, known: set[str]) -> str:
    mapped = "" if ours == name else f" (in [extract.columns] it is {named(ours)})"
    hint = did_you_mean(ours[:100], known)
    return (
        f"the column {named(name)}{mapped} is not known{hint} Rename or remove it, or name it in "
        "[extract] ignore to pass over it: it may identify a person"
    )
