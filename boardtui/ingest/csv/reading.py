"""Reading CSV files through pandas, everything as text."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boardtui.ingest.coded import Coder, RawTable
from boardtui.ingest.csv.scan import Scan
from boardtui.ingest.csv.text import Text
from boardtui.ingest.faults import FaultGroup, of_rows
from boardtui.ingest.header import Header
from boardtui.ingest.request import Progress
from boardtui.ingest.unreadable import UnreadableFileError

CHUNK = 100_000
"""Rows at a time: fewer cost time, more cost memory."""


def read_csv(
    text: Text, delimiter: str, found: Scan, header: Header, progress: Progress
) -> RawTable:
    """Read the wanted columns.

    Raises:
        UnreadableFileError: pandas and the csv module do not agree on what the rows are, or a
            column without a name is filled in.
    """
    coders = {name: Coder() for name in header.places}
    named = {f"k{place}": name for name, place in header.places.items()}
    text.file.seek(text.start)
    read = 0
    try:
        with pd.read_csv(
            text.file,
            sep=delimiter,
            encoding=text.encoding,
            header=0,
            names=[f"k{place}" for place in range(len(header.names))],
            # Only with usecols are long rows kept in their place (and cut), whatever comes first.
            usecols=sorted((*header.places.values(), *header.nameless)),
            index_col=False,
            # Not "category", for which pandas guesses: 00123 would be a number.
            dtype=object,
            na_filter=False,
            skip_blank_lines=False,
            chunksize=CHUNK,
        ) as chunks:
            for chunk in chunks:
                _see_nameless(chunk, header, text.above + read)
                for k, name in named.items():
                    codes, texts = pd.factorize(chunk[k].to_numpy(dtype=object))
                    coders[name].add(codes, texts.tolist())
                read += len(chunk)
                progress("reading", read, found.records)
    except pd.errors.ParserError as error:
        raise UnreadableFileError(f"cannot be read as CSV: {str(error).splitlines()[0]}") from error
    if read != found.records:
        raise UnreadableFileError("cannot be read as CSV: its quotation marks do not pair up")
    columns = {name: coder.finish() for name, coder in coders.items()}
    rows = np.arange(2, read + 2, dtype=np.int64) + text.above
    table = RawTable(columns, header.called, rows)
    if found.misshapen:
        table = table.kept(~np.isin(rows, [row for row, _ in found.misshapen]))
    return table.without_blank_rows()


def _see_nameless(chunk: pd.DataFrame, header: Header, before: int) -> None:
    """See that nothing is filled in where a column has no name."""
    for place in header.nameless:
        filled = np.flatnonzero([bool(str(each).strip()) for each in chunk[f"k{place}"]])
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
