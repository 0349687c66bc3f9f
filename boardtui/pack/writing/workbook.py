"""A paper as a workbook: a sheet a table, figures as numbers, and what is hidden as text."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from boardtui.core.words.shown import shown
from boardtui.pack.document.blocks import Column, Table
from boardtui.pack.document.cell import Cell
from boardtui.pack.document.paper import Paper
from boardtui.pack.writing.sheet_names import SheetNames
from boardtui.pack.writing.workbook_tables import tables_of

WIDEST, NARROWEST = 64, 7
"""Characters of a column's width."""

AFTER_TITLE = 3
"""Rows above the head of a table: its title, where it is from, and a blank one."""

Formats = dict[tuple[str, bool, bool], Any]


def workbook(paper: Paper) -> bytes:
    """The paper as the bytes of an XLSX file. No text of it is a formula, a link or a number."""
    from xlsxwriter import Workbook

    held = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(held, options)
    title = paper.title
    book.set_properties(
        {
            "title": f"{title.force}, {title.day}: {title.about}",
            "subject": " · ".join(title.running),
            "comments": title.marking,
        }
    )
    names = SheetNames()
    tables = list(tables_of(paper))
    sheets = [names.sheet(f"{section} {table.title}".strip()) for section, table in tables]
    writer = _Writer(book, paper)
    writer.contents(sheets, tables)
    for sheet, (section, table) in zip(sheets, tables, strict=True):
        writer.table(sheet, section, table)
    book.close()
    return held.getvalue()


class _Writer:
    """Writes sheets of one workbook: each format is made once."""

    def __init__(self, book: Any, paper: Paper) -> None:
        self._book, self._title = book, paper.title
        self._formats: Formats = {}
        self._heading = book.add_format({"bold": True, "font_size": 14})
        self._quiet = book.add_format({"font_color": "#5c656f", "text_wrap": False})

    def contents(self, sheets: Sequence[str], tables: Sequence[tuple[str, Table]]) -> None:
        """The first sheet: whose paper it is, and where each table is."""
        sheet = self._sheet("Contents")
        title = self._title
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, WIDEST)
        sheet.write_string(0, 0, title.force, self._heading)
        lines = [("", f"{title.about}, {title.day}"), ("", title.marking), ("", title.synthetic)]
        row = 1
        for term, text in (*lines, *title.facts):
            if text:
                sheet.write_string(row, 0, shown(term), self._quiet)
                sheet.write_string(row, 1, shown(text))
                row += 1
        for name, (section, table) in zip(sheets, tables, strict=True):
            row += 1
            sheet.write_url(row, 0, f"internal:'{name}'!A1", string=f"Sheet {name.split()[0]}")
            sheet.write_string(row, 1, shown(": ".join(filter(None, (section, table.title)))))

    def table(self, name: str, section: str, table: Table) -> None:
        """A table on a sheet of its own, named, with its head in sight however far one goes."""
        sheet = self._sheet(name)
        sheet.write_string(0, 0, shown(table.title), self._heading)
        of = " · ".join(filter(None, (*self._title.running, section)))
        sheet.write_string(1, 0, shown(of), self._quiet)
        heads = _heads(table.columns)
        for number, row in enumerate(table.rows, AFTER_TITLE + 1):
            for place, cell in enumerate(row.cells):
                self._cell(sheet, number, place, cell, strong=row.strong)
        last = AFTER_TITLE + max(1, len(table.rows))
        sheet.add_table(
            AFTER_TITLE,
            0,
            last,
            len(heads) - 1,
            {
                "name": table.name,
                "columns": [{"header": head} for head in heads],
                "style": "Table Style Light 1",
                "autofilter": False,
            },
        )
        sheet.freeze_panes(AFTER_TITLE + 1, 1)
        for place, head in enumerate(heads):
            texts = [head, *(row.cells[place].text for row in table.rows)]
            sheet.set_column(place, place, min(WIDEST, max(NARROWEST, *map(len, texts)) + 2))
        for number, note in enumerate(table.notes, last + 2):
            sheet.write_string(number, 0, shown(note), self._quiet)

    def _sheet(self, name: str) -> Any:
        """A sheet that prints on pages with the paper's marking, at most one page wide."""
        sheet = self._book.add_worksheet(name)
        marking = self._title.marking[:60].replace("&", "&&")
        of = " · ".join(self._title.running)[:90].replace("&", "&&")
        sheet.set_header(f"&L{of}&C{marking}")
        sheet.set_footer(f"&C{marking}&Rpage &P of &N")
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, *, strong: bool) -> None:
        look = self._format(cell.format, strong=strong, text=cell.number is None)
        if cell.number is not None:
            sheet.write_number(row, column, cell.number, look)
        else:
            sheet.write_string(row, column, shown(cell.text), look)

    def _format(self, number_format: str, *, strong: bool, text: bool) -> Any:
        key = (number_format, strong, text)
        if key not in self._formats:
            look = {"num_format": number_format, "bold": strong, "valign": "top"}
            look |= {"text_wrap": True, "quote_prefix": True} if text else {}
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]


def _heads(columns: Sequence[Column]) -> list[str]:
    """The heads of a named table: none is blank, and no two are the same."""
    heads: list[str] = []
    for column in columns:
        head = shown(column.title).strip() or "name"
        while head.casefold() in (other.casefold() for other in heads):
            head += " "  # a spreadsheet tells heads apart by any sign
        heads.append(head)
    return heads
