"""The settings of what is ingested: how a force's files are read, and what of them is stored."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from msgspec import Struct

from boardtui.settings.kinds import Texts, TextTable, WholeNumber
from boardtui.settings.setting import About


class Extract(Struct, frozen=True):
    """How a force's own files are read."""

    ignore: Annotated[
        tuple[str, ...],
        About(
            Texts(),
            "Columns of the extract files to leave out, by the name in the file. Columns that are "
            "neither known nor named here are refused, since they may identify a person.",
        ),
    ] = ()
    earliest_year: Annotated[
        int,
        About(
            WholeNumber(1, 9_999, "years"),
            "The year before which a date in an extract file can hardly be meant: one that is "
            "earlier, such as 1900 for no date, is stored with a warning.",
        ),
    ] = 1990
    years_ahead: Annotated[
        int,
        About(
            WholeNumber(0, 9_999, "years"),
            "How many years after the snapshot's day a due date can be meant to be: one that is "
            "later, such as 9999 for no date, is stored with a warning.",
        ),
    ] = 10
    most_rows: Annotated[
        int,
        About(
            WholeNumber(1, 100_000_000, "rows"),
            "The most rows that an extract file may have: one with more is a slip, or a trap that "
            "would fill the memory.",
        ),
    ] = 5_000_000
    most_columns: Annotated[
        int,
        About(
            WholeNumber(1, 100_000, "columns"),
            "The most columns that an extract file may have.",
        ),
    ] = 1_000
    most_megabytes: Annotated[
        int,
        About(
            WholeNumber(1, 100_000, "megabytes"),
            "The most that a spreadsheet may unpack to, in millions of bytes: a small file can "
            "unpack to more than any memory holds.",
        ),
    ] = 1_000
    columns: Annotated[
        Mapping[str, str],
        About(
            TextTable('names with texts, like "Nominal number" = "case_ref"'),
            "The force's own column names, each with the name that boardtui gives the column: "
            '"Nominal number" = "case_ref". Columns not named here keep their names.',
        ),
    ] = MappingProxyType({})


class Personal(Struct, frozen=True):
    """What of a person may be stored."""

    allow: Annotated[
        tuple[str, ...],
        About(
            Texts(),
            "What may be stored although it looks like personal data, which ingest refuses: "
            'each as FILE.COLUMN:KIND, such as "cases.unit:address" for units that are called by '
            "their street. Refusals say which entry would allow them.",
        ),
    ] = ()
