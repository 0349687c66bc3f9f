"""Tables as CSV, XLSX and ODS, as different programs write them: the same bytes each time."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Mapping
from random import Random
from xml.sax.saxutils import escape, quoteattr

from fuzz.tables import Table

FORMATS = ("csv", "xlsx", "ods")

Members = dict[str, bytes]
"""The files in a spreadsheet's archive, by name, in order."""

NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""


def as_csv(rows: Table, chance: Random) -> bytes:
    """In an encoding, with a delimiter and line ends of some program."""
    text = io.StringIO()
    writer = csv.writer(
        text,
        delimiter=chance.choice(",,,,;\t|"),
        lineterminator=chance.choice(("\n", "\r\n", "\r\n", "\r")),
        quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    )
    writer.writerows(rows)
    encoding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"))
    return text.getvalue().encode(encoding, errors="replace")


def xlsx_members(rows: Table, chance: Random) -> Members:
    """As an office program packs it: a cover sheet, a hidden one, numbers and days now and then."""
    sheets = [rows]
    if chance.random() < 0.3:
        sheets.insert(chance.randint(0, 1), [["Notes"], ["Printed on 17 January 2024"]])
    state = [chance.choice(("", "", "", ' state="hidden"')) for _ in sheets]
    listed = "".join(
        f'<sheet name="S{n}" sheetId="{n}"{hidden} r:id="rId{n}"/>'
        for n, hidden in enumerate(state, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    strings: list[str] | None = [] if chance.random() < 0.5 else None
    members = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{related}'
        f'<Relationship Id="rIdStyles" Type="{_REL}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rIdTexts" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": _STYLES,
        **{
            f"xl/worksheets/sheet{n}.xml": _xlsx_sheet(sheet, strings, chance)
            for n, sheet in enumerate(sheets, 1)
        },
    }
    held = "".join(f"<si><t xml:space='preserve'>{_xml(text)}</t></si>" for text in strings or ())
    members["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{held}</sst>'
    return {name: text.encode() for name, text in members.items()}


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/>'
    '</numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/>'
    '<xf numFmtId="164"/></cellXfs></styleSheet>'
)


def _content_types(sheets: int) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>{parts}'
        "</Types>"
    )


def _xlsx_sheet(rows: Table, strings: list[str] | None, chance: Random) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        hidden = chance.choice(("",) * 60 + (' hidden="1"',))
        cells = "".join(
            _xlsx_cell(f"{_letters(place)}{number}", text, strings, chance)
            for place, text in enumerate(row)
        )
        lines.append(f'<row r="{number}"{hidden}>{cells}</row>')
    merged = '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>' if chance.random() < 0.05 else ""
    body = "".join(lines)
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{merged}</worksheet>'


def _xlsx_cell(at: str, text: str, strings: list[str] | None, chance: Random) -> str:
    if not text:
        return ""
    odd = chance.random()
    if odd < 0.002:
        return f'<c r="{at}" t="e"><v>#N/A</v></c>'
    if odd < 0.004:
        return f'<c r="{at}"><f>SUM(A1:A2)</f></c>'
    if odd < 0.01:
        return f'<c r="{at}" t="str"><f>A1</f><v>{_xml(text)}</v></c>'
    if NUMBER.fullmatch(text) and chance.random() < 0.7:
        return f'<c r="{at}" s="{chance.choice((0, 0, 0, 2, 3))}"><v>{text}</v></c>'
    if DAY.fullmatch(text) and chance.random() < 0.5:
        return f'<c r="{at}" s="1"><v>{chance.randint(40_000, 46_000)}</v></c>'
    if strings is None:
        return f'<c r="{at}" t="inlineStr"><is><t>{_xml(text)}</t></is></c>'
    strings.append(text)
    return f'<c r="{at}" t="s"><v>{len(strings) - 1}</v></c>'


def ods_members(rows: Table, chance: Random) -> Members:
    """As an office program packs it, with repeated cells and rows."""
    lines = []
    for row in rows:
        again = chance.choice(("",) * 60 + (' table:number-rows-repeated="2"',))
        cells = "".join(_ods_cell(text, chance) for text in row)
        lines.append(f"<table:table-row{again}>{cells}</table:table-row>")
    if chance.random() < 0.3:
        lines.append('<table:table-row table:number-rows-repeated="1048000"/>')
    body = "".join(lines)
    content = (
        f"<office:document-content {_NAMESPACES}><office:body><office:spreadsheet>"
        f'<table:table table:name="S1">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<m:manifest xmlns:m="{_OASIS}:manifest:1.0"><m:file-entry m:full-path="/" '
        f'm:media-type="{kind}"/><m:file-entry m:full-path="content.xml" '
        'm:media-type="text/xml"/></m:manifest>'
    )
    return {
        "mimetype": kind.encode(),
        "content.xml": content.encode(),
        "META-INF/manifest.xml": manifest.encode(),
    }


_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def _ods_cell(text: str, chance: Random) -> str:
    if not text:
        return "<table:table-cell/>"
    kind = 'office:value-type="string"'
    odd = chance.random()
    if odd < 0.003:
        kind += ' table:formula="of:=NA()"'
    elif odd < 0.006:
        kind += ' table:number-columns-spanned="2" table:number-rows-spanned="2"'
    elif NUMBER.fullmatch(text) and odd < 0.7:
        kind = f'office:value-type="float" office:value="{text}"'
    elif DAY.fullmatch(text) and odd < 0.7:
        kind = f'office:value-type="date" office:date-value="{text}"'
    elif odd < 0.75:
        kind += f" office:string-value={quoteattr(UNWRITABLE.sub('', text))}"
    return f"<table:table-cell {kind}><text:p>{_xml(text)}</text:p></table:table-cell>"


def packed(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files, with no time in it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return whole.getvalue()


def _letters(place: int) -> str:
    """A column's name: A, B, … Z, AA."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _xml(text: str) -> str:
    return escape(UNWRITABLE.sub("", text))
