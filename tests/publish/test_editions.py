"""An earlier edition tells its readers more; who has none of it is told no more for that."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.publish.audit import audited
from boardtui.store.connection.opening import open_database
from tests.publish.reader import Reader
from tests.publish.test_readers import BOARD, DAY, PUBLIC, published, register, small, some
from tests.registers import Force, Register, write

USUAL = settings.default.max_examples if settings.default else 25
EXAMPLES = 1 if USUAL <= 25 else USUAL // 10
"""Each takes seconds."""


def few(seed: int, people: int = 60) -> Register:
    return Register(DAY, register(seed).cases[:people])


def exposed(file: Path) -> tuple[str, ...]:
    """What the audit finds that a file gives away."""
    with closing(open_database(str(file))) as database:
        found = audited(database, lambda *progress: None)
    assert found is not None
    return found.exposed


def test_what_the_board_was_told_does_not_loosen_what_the_public_is_told(tmp_path: Path) -> None:
    """The board is told of nine people or fewer who are overdue in a unit; the public is not, and
    who has the public's file alone must not learn that they are below ten."""
    database = write(tmp_path / "force.db", Force(registers=(few(4),)))
    board = published(database, tmp_path / "board.db", BOARD)
    public = published(database, tmp_path / "public.db", PUBLIC, board)
    reader = Reader(public, threshold=PUBLIC.threshold)
    hidden = small(public.with_suffix(".csv"), others=True) & reader.hidden[0]
    assert hidden
    assert not reader.exposed(some(hidden))
    assert not exposed(public)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=USUAL <= 25)
@given(st.integers(0, 10**6), st.booleans())
def test_nor_does_either_file_give_away_what_both_hide(seed: int, board_first: bool) -> None:
    rules = (BOARD, PUBLIC) if board_first else (PUBLIC, BOARD)
    with TemporaryDirectory() as folder:
        database = write(Path(folder) / "force.db", Force(registers=(few(seed),)))
        first = published(database, Path(folder) / "first.db", rules[0])
        second = published(database, Path(folder) / "second.db", rules[1], first)
        board = first if board_first else second
        both = Reader(first, second, threshold=BOARD.threshold)
        secret = small(board.with_suffix(".csv")) & both.hidden[0] & both.hidden[1]
        # What is all of the force's own total is that, whatever is hidden.
        secret = {cell for cell in secret if not both.is_all_of_its_whole(cell)}
        assert not both.exposed(some(secret))
