"""Personal data in a file's columns, put out of the way: masked, and a fault wherever it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from boardtui.ingest.coded import Coded, RawTable
from boardtui.ingest.columns import FIELDS, Field, Texts
from boardtui.ingest.day_values import Day, are_days
from boardtui.ingest.fault_text import counted
from boardtui.ingest.header import named as shown
from boardtui.ingest.personal import kinds
from boardtui.ingest.personal.allowed import named
from boardtui.ingest.personal.column_names import kind_named
from boardtui.ingest.personal.dates import YOUNGEST, are_births
from boardtui.ingest.personal.kinds import Kind
from boardtui.ingest.personal.masking import masked
from boardtui.ingest.personal.names import are_names
from boardtui.ingest.personal.searching import Searched, sample

NUMBERS = (
    kinds.EMAIL,
    kinds.PHONE,
    kinds.NATIONAL_INSURANCE,
    kinds.PNC,
    kinds.CRO,
)
PLACES = (kinds.ADDRESS, kinds.POSTCODE)
SOUGHT: Mapping[Texts, Sequence[Kind]] = {
    Texts.LISTED: (*NUMBERS, *PLACES, kinds.NAME),
    Texts.REFERENCES: (*NUMBERS, *PLACES, kinds.BIRTH, kinds.NAME),
    Texts.NAMES: (*NUMBERS, *PLACES, kinds.BIRTH, kinds.TITLED_NAME),
    Texts.PROSE: (*NUMBERS, *PLACES, kinds.TOLD_BIRTH),
    Texts.LINK: (kinds.EMAIL,),
}
"""What is looked for in each text, the surest first."""


class Looking(Struct, frozen=True):
    """How a file is looked through: the snapshot's day, and what the settings allow.

    `earliest_year` is the one before which a date can hardly be one of a register. `references` is
    whether there is anything of a person in these: pseudonyms may look like something by chance.
    """

    day: date | None
    earliest_year: int
    allowed: Collection[str] = ()
    references: bool = True


class Personal(Struct, frozen=True):
    """A column that is personal data as a whole: our name and the file's own, and why."""

    name: str
    called: str
    why: str


def refused(kind: str, table: RawTable, looking: Looking) -> tuple[RawTable, list[Personal]]:
    """A table in which personal data is a fault, and masked; and the columns that are all of it.

    `kind` is the file's.
    """
    columns = dict(table.columns)
    whole = []
    for each in FIELDS[kind]:
        coded = table.columns.get(each.name)
        if coded is None or (each.texts is Texts.REFERENCES and not looking.references):
            continue
        called = table.called[each.name]
        ways = _Ways(kind, each, looking.allowed)
        if (told := _as_a_whole(each, called, coded, looking, ways)) is not None:
            whole.append(Personal(each.name, called, told))
        elif found := dict(_one_by_one(each, coded, looking, ways)):
            columns[each.name] = _masked(coded, found)
    return replace(table, columns=columns), whole


class _Ways(Struct, frozen=True):
    """What may be stored of a column, and what can be done about what may not."""

    file: str
    field: Field
    allowed: Collection[str]

    def may_have(self, kind: Kind) -> bool:
        return self._entry(kind) in self.allowed

    def out(self, kind: Kind) -> str:
        """What can be done, as the end of a sentence."""
        pseudonyms = (
            ", or give --pseudonymise KEYFILE" if self.field.texts is Texts.REFERENCES else ""
        )
        return (
            f"personal data is not stored. Take it out{pseudonyms}; where it is none, allow "
            f'"{self._entry(kind)}" in the setting personal.allow'
        )

    def _entry(self, kind: Kind) -> str:
        return named(self.file, self.field.name, kind.name)


def _as_a_whole(
    field: Field, called: str, coded: Coded, looking: Looking, ways: _Ways
) -> str | None:
    """Why a column is personal data whatever single texts are; None where it is not."""
    said = kinds.KINDS.get(kind_named(called) or "") if called != field.name else None
    if said is not None and not ways.may_have(said):
        return (
            f"its column {shown(called)}, read as {field.name}, has {said.what} by its name: "
            f"{ways.out(said)}"
        )
    texts = sample([text for text in coded.texts if text])
    for kind, found in (
        (kinds.NAME, _are_names(field, texts)),
        (kinds.BIRTH, isinstance(field.kind, Day) and are_births(texts, looking.earliest_year)),
    ):
        if found and not ways.may_have(kind):
            rows = counted(int((~coded.blank).sum()), "row")
            return (
                f"its column {shown(called)} has {kind.what} in most of its {rows}, such as "
                f'"{masked(texts[0])}" (letters as x, digits as 9): {ways.out(kind)}'
            )
    return None


def _are_names(field: Field, texts: Sequence[str]) -> bool:
    if field.texts not in (Texts.REFERENCES, Texts.NAMES):
        return False
    return are_names(texts, references=field.texts is Texts.REFERENCES)


def _one_by_one(
    field: Field, coded: Coded, looking: Looking, ways: _Ways
) -> Iterator[tuple[int, str]]:
    """The place of each text that is personal data, and what is expected in its stead."""
    if isinstance(field.kind, Day) and are_days(coded.texts):
        return  # Of one day alone nobody can say that it is anything else.
    searched = Searched(coded.texts)
    latest = looking.day.year - YOUNGEST if looking.day is not None else None
    seen: set[int] = set()
    for kind in SOUGHT[field.texts]:
        if ways.may_have(kind) or (kind is kinds.BIRTH and latest is None):
            continue
        places = [place for place in searched.places(kind, latest or 0) if place not in seen]
        if places:
            seen.update(places)
            rows = counted(int(coded.where(places).sum()), "row")
            seem = "seems" if rows == "1 row" else "seem"
            told = (
                f"no such thing as {kind.what}, which {rows} {seem} to have (letters as x, digits "
                f"as 9): {ways.out(kind)}"
            )
            yield from ((place, told) for place in places)


def _masked(coded: Coded, found: Mapping[int, str]) -> Coded:
    texts = [masked(text) if place in found else text for place, text in enumerate(coded.texts)]
    return Coded(coded.codes, texts, {**coded.wrong, **found})
