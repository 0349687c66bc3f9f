"""References of cases and officers, in all files of an ingest, replaced by keyed digests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from boardtui.core.criterion.dimension import OFFICER
from boardtui.ingest.coded import Coded, RawTable
from boardtui.ingest.faults import IngestRefusedError
from boardtui.ingest.pseudonyms.digits import written
from boardtui.ingest.pseudonyms.key import Key
from boardtui.ingest.values import TEXT, folded

LENGTH = 12
"""Letters of a pseudonym: of 60 bits. Among a million references, two meet by chance once in two
million registers; then the ingest is refused."""

OFFICER_REF = "officer_ref"
COLUMNS = ("case_ref", OFFICER_REF)
"""The columns that hold references, each of persons of another kind."""


class Pseudonyms:
    """Replaces references under one key: the same reference by the same pseudonym in every file."""

    def __init__(self, key: Key, length: int = LENGTH) -> None:
        self.key = key
        self._length = length
        self._given: dict[tuple[str, str], str] = {}
        """The reference that each pseudonym was given to."""

    def replaced(self, kind: str, table: RawTable) -> RawTable:
        """A file's table with pseudonyms in place of references.

        Raises:
            IngestRefusedError: two references have one pseudonym.
        """
        columns = dict(table.columns)
        for name in COLUMNS:
            if name in columns:
                columns[name] = self._column(name, columns[name])
        if kind == "figures" and {"by", "slice"} <= columns.keys():
            columns["slice"] = self._slices(columns["by"], columns["slice"])
        return replace(table, columns=columns)

    def marks(self, table: RawTable) -> frozenset[str]:
        """What is kept of a table's columns of pseudonyms: each with the key's fingerprint."""
        print_ = self.key.fingerprint
        return frozenset(f"{name}:{print_}" for name in COLUMNS if name in table.columns)

    def _column(self, what: str, coded: Coded) -> Coded:
        wrong = dict(coded.wrong)
        for place, text in enumerate(coded.texts):
            if (expected := TEXT.wrong(text)) is not None:
                wrong.setdefault(place, expected)
        return Coded(coded.codes, self._texts(what, coded.texts), wrong)

    def _slices(self, by: Coded, slices: Coded) -> Coded:
        """Slices of published figures: of those by officer, references."""
        officers = by.where(
            place for place, text in enumerate(by.texts) if folded(text) == OFFICER.name
        )
        replaced = self._column(OFFICER_REF, slices)
        count = len(slices.texts)
        codes = np.where(officers & ~slices.blank, slices.codes + count, slices.codes)
        wrong = dict(slices.wrong) | {count + place: told for place, told in replaced.wrong.items()}
        return _used(Coded(codes.astype(np.int32), [*slices.texts, *replaced.texts], wrong))

    def _texts(self, what: str, texts: Sequence[str]) -> list[str]:
        return [self._pseudonym(what, text) if text else "" for text in texts]

    def _pseudonym(self, what: str, text: str) -> str:
        found = written(self.key.digest(what, text), self._length)
        if self._given.setdefault((what, found), text) != text:
            raise IngestRefusedError(
                f"Nothing was stored: two references have the same pseudonym, {found}, under this "
                "key, which happens once in millions of registers. Make another key, and ingest "
                "every snapshot with it."
            )
        return found


def _used(coded: Coded) -> Coded:
    """A column without the texts that no row has."""
    places, codes = np.unique(coded.codes, return_inverse=True)
    new = {int(place): at for at, place in enumerate(places.tolist())}
    wrong = {new[place]: told for place, told in coded.wrong.items() if place in new}
    return Coded(codes.astype(np.int32), [coded.texts[place] for place in new], wrong)
