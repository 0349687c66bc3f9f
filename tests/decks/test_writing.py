"""A default deck as a file: read back as it was, whatever its texts, and good as it stands."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.decks.default import default_deck
from boardtui.decks.opening import good
from boardtui.decks.reading import read_deck
from boardtui.decks.stage import Stage
from boardtui.decks.writing import deck_lines, sentence_with_placeholders
from boardtui.panels.slides.drawn import drawn
from boardtui.panels.slides.filling import filled
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.text import line_width, text_of
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database
from tests.panels.boards import boards
from tests.panels.compared import whole_board
from tests.panels.hostile import ALL, MOVING, hostile_force
from tests.registers import write


def test_every_default_deck_is_read_back_as_it_was_and_is_good(
    demo_database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "deck.toml"
    seen = 0
    with closing(open_database(str(demo_database))) as database:
        for board in boards(database):
            stage, deck = Stage(board), default_deck(board)
            path.write_text("\n".join(deck_lines(deck, stage)), encoding="utf-8")
            found = good(read_deck(path), stage)
            plain = tuple(replace(slide, notes="") for slide in found.slides)
            assert replace(found, slides=plain) == deck
            assert all(slide.notes for slide in found.slides if slide.measure)
            seen += 1
    assert seen >= 18


def test_the_sentence_that_is_offered_says_the_same(demo_database: Path) -> None:
    offered = 0
    with closing(open_database(str(demo_database))) as database:
        for board in boards(database):
            for slide in default_deck(board).slides:
                message = KINDS[slide.kind].message(slide, board)
                told = message.sentences[0]
                if template := sentence_with_placeholders(told, message):
                    assert filled(template, message.fills) == told
                    offered += 1
    assert offered > 40


@pytest.mark.parametrize("text", [ALL, f'"""\\{MOVING}\n[[slide]]', "{now} #"])
def test_texts_of_the_data_stay_texts(tmp_path: Path, text: str) -> None:
    location = write(tmp_path / "hostile.db", hostile_force(text))
    path = tmp_path / "deck.toml"
    with closing(open_database(str(location))) as database:
        board = whole_board(database, choose(database))
        stage, deck = Stage(board), default_deck(board)
        written = "\n".join(deck_lines(deck, stage))
        assert not any(char in written for char in "\x1b\x07\u202e\u2028")
        path.write_text(written, encoding="utf-8")
        read = read_deck(path)
        assert read.faults == ()
        assert [slide.kind for slide in read.deck.slides] == [slide.kind for slide in deck.slides]
        for slide in deck.slides:
            for size in ((80, 24), (40, 20), (20, 8)):
                page = drawn(slide, board, *size).page("slide 3 of 9")
                assert len(page) == size[1]
                assert max(map(line_width, page)) <= size[0]
                assert not any(char in text_of(line) for line in page for char in "\x1b\x07\u202e")
