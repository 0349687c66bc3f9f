"""What was read of files is the same after it was packed, however its values are written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from boardtui.ingest.coded import Coded
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.faults import of_rows
from boardtui.ingest.packing import packed, unpacked
from boardtui.ingest.values import Value

texts = st.text(max_size=5)
days = st.none() | st.dates()
pairs: st.SearchStrategy[tuple[str, Value]] = st.one_of(
    texts.map(lambda text: (text, text)),
    days.map(lambda day: ("" if day is None else day.isoformat(), day)),
    st.tuples(texts, days),
    st.tuples(texts, st.none() | st.integers() | st.floats(allow_nan=False) | st.dates()),
)


@st.composite
def columns(draw: st.DrawFn, rows: int) -> Column:
    of_one_kind = draw(st.sampled_from([pairs, days.map(lambda day: (str(day or ""), day))]))
    values = draw(st.lists(of_one_kind, min_size=1, max_size=400 if rows > 20 else 4))
    places = st.integers(0, len(values) - 1)
    codes = draw(st.lists(places, min_size=rows, max_size=rows))
    wrong = draw(st.dictionaries(places, texts, max_size=2))
    coded = Coded(np.array(codes, dtype=np.int32), [text for text, _ in values], wrong)
    return Column(coded, [value for _, value in values])


@st.composite
def extracts(draw: st.DrawFn) -> Extract:
    rows = draw(st.integers(0, 40))
    gaps = draw(st.lists(st.integers(1, 70_000), min_size=rows, max_size=rows))
    return Extract(
        draw(st.sampled_from(["cases", "visits"])),
        Path(draw(texts)),
        digest=draw(texts),
        rows=np.cumsum(gaps, dtype=np.int64),
        columns=draw(st.dictionaries(texts, columns(rows), max_size=3)),
        given=frozenset(draw(st.sets(texts))),
        good=np.array(draw(st.lists(st.booleans(), min_size=rows, max_size=rows)), dtype=np.bool_),
        faults=[of_rows("a.csv", "unit", "a value", [(3, "x"), (4, None)])],
        notes=draw(st.lists(texts)),
    )


@given(extract=extracts())
def test_what_was_packed_is_as_it_was(extract: Extract) -> None:
    both = packed({"cases": extract})
    found, told = (unpacked(each)["cases"] for each in (both.whole, both.told))
    for name in (
        *("kind", "path", "digest", "given", "marks", "notes", "stored", "left_out"),
        *("unreadable", "columns_said"),
    ):
        assert getattr(found, name) == getattr(told, name) == getattr(extract, name)
    assert [list(group) for group in told.faults] == [list(group) for group in extract.faults]
    assert (found.rows.dtype.name, found.rows.tolist()) == ("int64", extract.rows.tolist())
    assert found.good.tolist() == extract.good.tolist()
    assert [list(group) for group in found.faults] == [list(group) for group in extract.faults]
    assert list(found.columns) == list(extract.columns)
    for column, was in zip(found.columns.values(), extract.columns.values(), strict=True):
        assert list(map(repr, column.values)) == list(map(repr, was.values))
        assert (column.coded.texts, column.coded.wrong) == (was.coded.texts, was.coded.wrong)
        assert (column.coded.codes.dtype.name, column.coded.codes.tolist()) == (
            "int32",
            was.coded.codes.tolist(),
        )
        # Neither is changed by what is done with the other.
        assert column.values is not column.coded.texts
