"""Reading CSV files, everything as text: even ones line by line, others through pandas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

import numpy as np

from boardtui.ingest.coded import Coder, RawTable
from boardtui.ingest.csv.scan import Scan
from boardtui.ingest.csv.text import Text, pieces
from boardtui.ingest.faults import FaultGroup, of_rows
from boardtui.ingest.header import Header
from boardtui.ingest.request import Progress
from boardtui.ingest.unreadable import UnreadableFileError

CHUNK = 100_000
"""Rows at a time: fewer cost time, more cost memory."""

Chunk = Mapping[int, Sequence[str]]
"""Some rows that follow each other: the texts of each wanted column, by its place."""


def read_csv(
    text: Text, delimiter: str, found: Scan, header: Header, progress: Progress
) -> RawTable:
    """Read the wanted columns.

    Raises:
        UnreadableFileError: pandas and the csv module do not agree on what the rows are, or a
            column without a name is filled in.
    """
    coders = {name: Coder() for name in header.places}
    wanted = sorted((*header.places.values(), *header.nameless))
    chunks = _even if found.even else _by_pandas
    read = 0
    for chunk in chunks(text, delimiter, len(header.names), wanted):
        _see_nameless(chunk, header, text.above + read)
        for name, place in header.places.items():
            # A text that is met for the first time has the next number.
            numbers: dict[str, int] = defaultdict(count().__next__)
            codes = map(numbers.__getitem__, chunk[place])
            coders[name].add(np.fromiter(codes, np.int32, len(chunk[place])), list(numbers))
        read += len(chunk[wanted[0]])
        progress("reading", read, found.records)
    if read != found.records:
        raise UnreadableFileError("cannot be read as CSV: its quotation marks do not pair up")
    columns = {name: coder.finish() for name, coder in coders.items()}
    rows = np.arange(2, read + 2, dtype=np.int64) + text.above
    table = RawTable(columns, header.called, rows)
    if found.misshapen:
        table = table.kept(~np.isin(rows, [row for row, _ in found.misshapen]))
    return table.without_blank_rows()


def _even(text: Text, delimiter: str, width: int, wanted: Sequence[int]) -> Iterator[Chunk]:
    """The rows of a file in which every line has as many fields, none in quotation marks."""
    header = width
    for piece in pieces(text.file, text.start):
        lines = piece.decode(text.encoding).replace("\r\n", "\n").removesuffix("\n")
        fields = lines.replace("\n", delimiter).split(delimiter)
        yield {place: fields[header + place :: width] for place in wanted}
        header = 0


def _by_pandas(text: Text, delimiter: str, width: int, wanted: Sequence[int]) -> Iterator[Chunk]:
    # It takes longer to import than most files to read.
    import pandas as pd

    text.file.seek(text.start)
    try:
        with pd.read_csv(
            text.file,
            sep=delimiter,
            encoding=text.encoding,
            header=0,
            names=range(width),
            # Only with usecols are long rows kept in their place (and cut), whatever comes first.
            usecols=list(wanted),
            index_col=False,
            # Not "category", for which pandas guesses: 00123 would be a number.
            dtype=object,
            na_filter=False,
            skip_blank_lines=False,
            chunksize=CHUNK,
        ) as chunks:
            for chunk in chunks:
                yield {place: chunk[place].to_numpy(dtype=object).tolist() for place in wanted}
    except pd.errors.ParserError as error:
        raise UnreadableFileError(f"cannot be read as CSV: {str(error).splitlines()[0]}") from error


def _see_nameless(chunk: Chunk, header: Header, before: int) -> None:
    """See that nothing is filled in where a column has no name."""
    for place in header.nameless:
        filled = np.flatnonzero([bool(each.strip()) for each in chunk[place]])
        if len(filled):
            raise UnreadableFileError(
                f"has a column without a name, number {place + 1}, in which row "
                f"{before + int(filled[0]) + 2} is filled in: name the column or empty it"
            )


def misshapen(file: str, found: Scan, header: Header) -> list[FaultGroup]:
    """Rows with more or fewer fields than the header, as faults."""
    if not found.misshapen:
        return []
    listed = [(row, f"{fields} fields") for row, fields in found.misshapen]
    return [of_rows(file, None, f"{len(header.names)} fields, as the header has", listed)]
