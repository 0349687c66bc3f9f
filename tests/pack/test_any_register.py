"""Whatever a force's files hold, its paper can be made, and written as each kind of file."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings

from boardtui.pack.writing.html import html
from boardtui.pack.writing.pdf import pdf
from boardtui.pack.writing.workbook import workbook
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.selection import select
from boardtui.store.connection.opening import open_database
from tests.decks.test_any_register import forces
from tests.pack.papers import missing_in_order, paper, texts
from tests.pack.test_html import parsed, words
from tests.panels.compared import whole_board
from tests.registers import Force, write


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers") / "any.db"


@given(force=forces())
@settings(max_examples=max(5, settings().max_examples // 4))
def test_any_force_has_a_paper(path: Path, force: Force) -> None:
    write(path, force)
    with closing(open_database(str(path))) as database:
        catalogue = Catalogue(database)
        for day in catalogue.days(catalogue.forces[0]):
            made = paper(whole_board(database, select(catalogue, None, day)))
            assert missing_in_order(words(parsed(html(made))), texts(made)) == []
            assert pdf(made).startswith(b"%PDF-")
            book = openpyxl.load_workbook(io.BytesIO(workbook(made)))
            assert len(book.sheetnames) > len(made.sections)
