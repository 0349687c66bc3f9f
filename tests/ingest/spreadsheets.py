"""Spreadsheet files, made part by part, for what the libraries that write them cannot say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OF_PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_ODS = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "table", "text", "style", "drawing")
)
COLUMNS = ("case_ref", "risk_level", "status", "visit_due")


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


@dataclass(frozen=True)
class Xlsx:
    """An XLSX file; `sheets` has the XML of each sheet's rows, by its name.

    `states` has the state of sheets that are not visible, `formats` the codes of cell formats by
    style from 1, `after` the XML that follows the rows of each sheet.
    """

    sheets: Mapping[str, str]
    states: Mapping[str, str] = field(default_factory=dict)
    formats: Sequence[str] = ()
    texts: Sequence[str] = ()
    before: str = ""
    after: str = ""
    epoch_1904: bool = False

    @property
    def parts(self) -> dict[str, str]:
        names = list(self.sheets)
        listed = "".join(
            f'<sheet name="{name}" sheetId="{number}" r:id="s{number}" '
            f'state="{self.states.get(name, "visible")}"/>'
            for number, name in enumerate(names, start=1)
        )
        related = "".join(
            f'<Relationship Id="s{number}" Type="{_OF_PARTS}/worksheet" Target="s{number}.xml"/>'
            for number in range(1, len(names) + 1)
        )
        related += f'<Relationship Id="f" Type="{_OF_PARTS}/styles" Target="styles.xml"/>'
        related += f'<Relationship Id="t" Type="{_OF_PARTS}/sharedStrings" Target="texts.xml"/>'
        codes = "".join(
            f'<numFmt numFmtId="{200 + style}" formatCode="{escaped(code)}"/>'
            for style, code in enumerate(self.formats, start=1)
        )
        styles = "".join(f'<xf numFmtId="{201 + style}"/>' for style in range(len(self.formats)))
        book = f'<workbookPr date1904="{int(self.epoch_1904)}"/><sheets>{listed}</sheets>'
        return {
            "_rels/.rels": f"<Relationships {_RELATIONS}><Relationship Id='w' "
            f"Type='{_OF_PARTS}/officeDocument' Target='xl/workbook.xml'/></Relationships>",
            "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OF_PARTS}">{book}</workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships {_RELATIONS}>{related}</Relationships>",
            "xl/styles.xml": f"<styleSheet {_MAIN}><numFmts>{codes}</numFmts><cellXfs>"
            f'<xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
            "xl/texts.xml": f"<sst {_MAIN}>{''.join(self.texts)}</sst>",
            **{
                f"xl/s{number}.xml": f"<worksheet {_MAIN}>{self.before}<sheetData>{rows}"
                f"</sheetData>{self.after}</worksheet>"
                for number, rows in enumerate(self.sheets.values(), start=1)
            },
        }

    @property
    def content(self) -> bytes:
        return zipped(self.parts)


def xlsx_of(*rows: str, formats: Sequence[str] = (), **given: str) -> bytes:
    """An XLSX file of one sheet with the usual columns, and these rows of cells below."""
    lines = [xlsx_row(1, *map(xlsx_text, COLUMNS))]
    lines += [f'<row r="{number}">{row}</row>' for number, row in enumerate(rows, start=2)]
    return Xlsx({"Cases": "".join(lines)}, formats=formats, **given).content  # type: ignore[arg-type]


def xlsx_text(text: str) -> str:
    return f't="inlineStr"><is><t>{escaped(text)}</t></is></c>'


def xlsx_row(number: int, *cells: str, attributes: str = "") -> str:
    """A row of cells, each from its type on; an empty one is none."""
    joined = "".join(
        f'<c r="{chr(ord("A") + column)}{number}" {cell}'
        for column, cell in enumerate(cells)
        if cell
    )
    return f'<row r="{number}"{attributes}>{joined}</row>'


def ods_of(*rows: str, styles: str = "", name: str = "Cases", style: str = "") -> bytes:
    """An ODS file of one sheet, with these rows of cells below the usual columns."""
    header = "".join(map(ods_text, COLUMNS))
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in (header, *rows))
    return ods_file(ods_table(name, lines, style), styles)


def ods_file(tables: str, styles: str = "") -> bytes:
    content = (
        f'<office:document-content {_ODS} xmlns:calcext="urn:calcext" xmlns:draw="urn:draw">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        f"</office:document-content>"
    )
    return zipped({"content.xml": content})


def ods_table(name: str, rows: str, style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def ods_cell(attributes: str, text: str = "") -> str:
    paragraph = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {attributes}>{paragraph}</table:table-cell>"


def ods_text(text: str) -> str:
    return ods_cell('office:value-type="string"', escaped(text))


def escaped(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text
