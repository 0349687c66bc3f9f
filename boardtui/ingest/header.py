"""A file's header row against the columns of its kind: which are there, which must not be."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from boardtui.core.words.nearest import did_you_mean
from boardtui.core.words.shown import spelt
from boardtui.ingest.columns import Field
from boardtui.ingest.faults import FaultGroup, of_file
from boardtui.ingest.personal.column_names import kind_named
from boardtui.ingest.personal.kinds import KINDS, reads_as_personal
from boardtui.ingest.personal.masking import masked
from boardtui.ingest.request import ExtractSettings


class Header(Struct, frozen=True):
    """Where the wanted columns stand: our name to the place in the file, counted from 0.

    Columns at `ignored` places are passed over. Those without a name are neither wanted nor
    ignored: nothing may be filled in there.
    """

    names: tuple[str, ...]
    places: dict[str, int]
    ignored: frozenset[int] = frozenset()
    faults: tuple[FaultGroup, ...] = ()

    @property
    def called(self) -> dict[str, str]:
        """Our name of a column to the file's own."""
        return {name: self.names[place] for name, place in self.places.items()}

    @property
    def nameless(self) -> list[int]:
        """The places of the columns without a name."""
        return [place for place, name in enumerate(self.names) if not name]

    @property
    def width(self) -> int:
        """How many columns there are up to the last with a name."""
        return max((place + 1 for place, name in enumerate(self.names) if name), default=0)


def named(name: str) -> str:
    """A column's name for a message: short, and with nothing in it that moves the cursor.

    A file without a header row has somebody's record there: what looks like one is masked.
    """
    if reads_as_personal(name):
        return masked(name)
    return spelt(name if len(name) <= 60 else f"{name[:60]}…")


class Columns(Struct, frozen=True):
    """The columns that a kind of file has, and how a force's own files name them."""

    fields: Sequence[Field]
    settings: ExtractSettings

    def known(self, names: Sequence[str]) -> tuple[int, bool]:
        """How many columns a row names, and whether the required ones are among them."""
        ours = {self.settings.columns.get(name.strip(), name.strip()) for name in names}
        found = [field for field in self.fields if field.name in ours]
        required = sum(field.required for field in self.fields)
        return len(found), sum(field.required for field in found) == required

    def header(self, file: str, names: Sequence[str]) -> Header:
        """Match a row's names to the columns; every mismatch is a fault of the whole file."""
        known = {field.name for field in self.fields}
        places: dict[str, int] = {}
        ignored: list[int] = []
        faults: list[FaultGroup] = []
        stripped = tuple(name.strip() for name in names)
        for place, name in enumerate(stripped):
            ours = self.settings.columns.get(name, name)
            if name in self.settings.ignore:
                ignored.append(place)
            elif name and ours not in known:
                faults.append(of_file(file, _unknown(name, ours, known)))
            elif ours in places:
                faults.append(of_file(file, f"the column {ours} is there twice: keep one"))
            elif name:
                places[ours] = place
        faults.extend(
            of_file(file, f"the required column {field.name} is absent")
            for field in self.fields
            if field.required and field.name not in places
        )
        return Header(stripped, places, frozenset(ignored), tuple(faults))


def _unknown(name: str, ours: str, known: set[str]) -> str:
    mapped = "" if ours == name else f" (in [extract.columns] it is {named(ours)})"
    hint = did_you_mean(ours[:100], known)
    kind = KINDS.get(kind_named(name) or "")
    why = f"by its name it has {kind.what}" if kind is not None else "it may identify a person"
    return (
        f"the column {named(name)}{mapped} is not known{hint} Rename or remove it, or name it in "
        f"[extract] ignore to pass over it: {why}"
    )
