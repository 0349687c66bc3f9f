"""Rows that are written plainly are read as the XML parser reads them, and no others as plain."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.ingest.sheets import xlsx_rows
from boardtui.ingest.sheets.cell import Merge, Raw
from boardtui.ingest.sheets.xlsx_cells import SheetReader
from boardtui.ingest.sheets.xml_stream import XmlStream, read_xml
from boardtui.ingest.unreadable import UnreadableFileError
from tests.ingest.spreadsheets import escaped

Seen = list[tuple[int, bool, dict[int, Raw]]]


class Recorded:
    """A sink that keeps all that it is given."""

    done = False

    def __init__(self) -> None:
        self.rows: Seen = []

    def row(self, number: int, hidden: bool) -> Callable[[int, Raw], None]:
        self.rows.append((number, hidden, {}))
        return self.rows[-1][2].__setitem__

    def end_row(self, times: int = 1) -> None: ...

    def merged(self, merge: Merge) -> None: ...

    def hidden_columns(self, first: int, last: int) -> None: ...


def by_rows(xml: bytes, size: int = 1 << 16) -> Seen:
    sink = Recorded()
    xlsx_rows.read_rows((xml[at : at + size] for at in range(0, len(xml), size)), sink)
    return sink.rows


def by_parser(xml: bytes) -> Seen:
    sink = Recorded()
    read_xml([xml], SheetReader(sink))
    return sink.rows


def sheet(rows: str, before: str = "") -> bytes:
    return f"<worksheet>{before}<sheetData>{rows}</sheetData></worksheet>".encode()


texts = st.text(st.characters(codec="utf-8", exclude_characters="\r", min_codepoint=32), max_size=8)


@st.composite
def cells(draw: st.DrawFn, place: str) -> str:
    style = draw(st.sampled_from(["", ' s="1"', ' s="12"']))
    text = escaped(draw(texts))
    return draw(
        st.sampled_from(
            [
                f'<c r="{place}"{style}><v>{text}</v></c>',
                f'<c r="{place}"{style} t="s"><v>7</v></c>',
                f'<c r="{place}"{style} t="inlineStr"><is><t>{text}</t></is></c>',
                f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>',
                f'<c r="{place}"{style}/>',
                f'<c r="{place}"{style}></c>',
                f'<c t="str" r="{place}"{style}><f>A1</f><v>{text}</v></c>',
                f'<c r="{place}"{style}><f>A1</f></c>',
                f"<c r='{place}'><v>{text}</v>\n</c>",
                f'<!-- <c r="{place}"><v>1</v></c></row> -->',
                f'<c r="{place}" t="str"><v><![CDATA[</row>]]></v></c>',
            ]
        )
    )


@st.composite
def rows(draw: st.DrawFn) -> str:
    written = ""
    for number in range(1, draw(st.integers(1, 5)) + 1):
        line = "".join(draw(cells(f"{column}{number}")) for column in ("A", "B", "AA"))
        attributes = draw(st.sampled_from(["", ' hidden="1"', ' spans="1:3" ht="0"', " ht='0'"]))
        written += f'<row r="{number}"{attributes}>{line}</row>'
        written += draw(st.sampled_from(["", "", "\n", "<!-- </row> -->"]))
    return written


@given(rows(), st.sampled_from([7, 50, 200, 1 << 16]))
def test_both_ways_see_the_same(written: str, size: int) -> None:
    xml = sheet(written)
    assert by_rows(xml, size) == by_parser(xml)


PLAIN = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    "xml",
    [
        sheet(f"<!-- {PLAIN} -->"),
        sheet(f"<!-- {PLAIN} --> {PLAIN}"),
        sheet(PLAIN, before="<!-- <sheetData> -->"),
        sheet(f'<row r="1"/><!-- </row> {PLAIN.replace("1", "2")}-->'),
        b'<?xml version="1.0" encoding="iso-8859-1"?>'
        + sheet('<row r="1"><c r="A1"><v>Caf\xe9</v></c></row>').decode().encode("latin-1"),
        sheet(PLAIN).decode().encode("utf-16"),
    ],
)
@pytest.mark.parametrize("size", [1, 30, 1 << 16])
def test_what_only_looks_like_a_row_is_none(xml: bytes, size: int) -> None:
    assert by_rows(xml, size) == by_parser(xml)


@pytest.mark.parametrize(
    "rows",
    [
        PLAIN + PLAIN,
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><row r="2"></row></row>',
        '<c r="A1"><v>1</v></c></row>',
        PLAIN + "</row>",
        '<row r="x"></row>',
    ],
)
def test_what_makes_no_sense_is_damaged_either_way(rows: str) -> None:
    for read in (by_rows, by_parser):
        with pytest.raises(UnreadableFileError):
            read(sheet(rows))


def test_plain_rows_do_not_reach_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    fed: list[bytes] = []

    class Told(XmlStream):
        def feed(self, piece: bytes, *, last: bool = False) -> None:
            fed.append(piece)
            super().feed(piece, last=last)

    monkeypatch.setattr(xlsx_rows, "XmlStream", Told)
    other = PLAIN.replace("1", "2").replace("<v>2</v>", "<f>A1</f><v>2</v>")
    xml = sheet(PLAIN)
    assert by_rows(xml) == by_parser(xml)
    assert b"".join(fed) == sheet("")
    fed.clear()
    xml = sheet(PLAIN + other)
    assert by_rows(xml, 60) == by_parser(xml)
    assert other.encode() in b"".join(fed)
