"""`boardtui deck`: what it writes and checks, and its exit statuses."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from boardtui.decks import reading
from boardtui.decks.reading import ReadDeck, read_deck
from tests.cli.conftest import Run


def test_a_deck_is_written_for_its_owner_alone_and_is_good(
    run: Run, demo_database: Path, tmp_path: Path
) -> None:
    ran = run("deck", demo_database, "--new", "deck.toml", "--force", "Sampleshire")
    assert (ran.status, ran.out) == (0, "Wrote deck.toml: 12 slides of Sampleshire.\n")
    path = tmp_path / "deck.toml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "# Slide 2: Overdue visits fell from 400 to 124: 282 were cleared" in path.read_text()
    ran = run("deck", demo_database, "--check", "deck.toml")
    assert (ran.status, ran.out) == (
        0,
        "The deck can be shown (deck.toml; 12 slides of Sampleshire).\n",
    )


def test_nothing_is_written_over_and_no_link_is_followed(
    run: Run, demo_database: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text("mine")
    (tmp_path / "link.toml").symlink_to(tmp_path / "elsewhere.toml")
    for name in ("mine.toml", "link.toml"):
        ran = run("deck", demo_database, "--new", name)
        assert ran.status == 2
        assert ran.err == f"{name} is there already: remove it first, or name another path.\n"
    assert (tmp_path / "mine.toml").read_text() == "mine"
    assert not (tmp_path / "elsewhere.toml").exists()


def test_a_folder_that_is_not_there_is_told(run: Run, demo_database: Path) -> None:
    ran = run("deck", demo_database, "--new", "none/deck.toml")
    assert (ran.status, ran.err) == (2, "none is no folder to make deck.toml in.\n")


def test_every_fault_is_told_with_the_file_and_status_2(
    run: Run, demo_database: Path, tmp_path: Path
) -> None:
    (tmp_path / "deck.toml").write_text('deck = 1\nforce = "Exampleshir"\n[[slide]]\nkind = "flo"')
    ran = run("deck", demo_database, "--check", "deck.toml")
    assert ran.status == 2
    first, second = ran.err.splitlines()
    assert first.startswith("deck.toml: There is no force “Exampleshir”. Did you mean Example")
    assert second.startswith('deck.toml: slide 1: there is no kind of slide "flo"; did you mean f')


def test_the_deck_of_a_show_is_read_once(
    run: Run, demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = tmp_path / "deck.toml"
    deck.write_text('deck = 1\naudience = "board"\n[[slide]]\nkind = "title"\n')

    def vanish(path: Path) -> ReadDeck:
        read = read_deck(path)
        path.unlink()
        return read

    monkeypatch.setattr(reading, "read_deck", vanish)
    ran = run("present", demo_database, "--deck", deck, "--format", "text")
    assert (ran.status, ran.err) == (0, "")
    monkeypatch.undo()
    ran = run("present", demo_database, "--deck", deck, "--format", "text")
    assert ran.status == 2
    assert "deck.toml: the deck cannot be read: No such file" in ran.err


@pytest.mark.parametrize("words", [(), ("--new", "a", "--check", "b")])
def test_either_is_asked_for(run: Run, demo_database: Path, words: tuple[str, ...]) -> None:
    assert run("deck", demo_database, *words).status == 2
