"""`boardtui pack`: which files it writes, and which papers it refuses to make."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run

NAMED = ("--force", "Essex", "--as-at", "2022-03-31")


@pytest.mark.parametrize(
    ("name", "begins"), [("a.pdf", b"%PDF-1.7"), ("a.html", b"<!DOCTYPE html>"), ("A.XLSX", b"PK")]
)
def test_a_paper_is_written_for_its_owner_alone(
    run: Run, demo_database: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    ran = run("pack", demo_database, name, *NAMED)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"Wrote {name}: Essex, 31 March 2022, 7 sections, for the force.\n"
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_nothing_is_written_over_and_no_link_is_followed(
    run: Run, demo_database: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.pdf").write_text("mine")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    for name in ("mine.pdf", "link.pdf"):
        ran = run("pack", demo_database, name)
        assert ran.status == 2
        assert ran.err == f"{name} is there already: remove it first, or name another path.\n"
    assert (tmp_path / "mine.pdf").read_text() == "mine"
    assert not (tmp_path / "elsewhere.pdf").exists()


def test_a_name_that_says_no_kind_and_a_folder_that_is_not_there_are_told(
    run: Run, demo_database: Path
) -> None:
    ran = run("pack", demo_database, "paper.doc")
    assert ran.status == 2
    assert ran.err.startswith("paper.doc ends in none of .pdf, .html, .xlsx")
    ran = run("pack", demo_database, "none/paper.pdf")
    assert (ran.status, ran.err) == (2, "none is no folder to make paper.pdf in.\n")


def test_a_paper_for_others_than_the_force_is_not_made_of_its_own_database(
    run: Run, demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deck.toml").write_text('deck = 1\naudience = "board"\n[[slide]]\nkind = "title"')
    for words in (("--audience", "public"), ("--deck", "deck.toml")):
        ran = run("pack", demo_database, "paper.html", *words)
        assert ran.status == 2
        assert "is made of a database published for them" in ran.err
        assert f"boardtui publish {demo_database} published.db --audience" in ran.err
    monkeypatch.setenv("BOARDTUI_AUDIENCE_SHOWN_TO", "board")
    assert run("pack", demo_database, "paper.html").status == 2
    assert not (tmp_path / "paper.html").exists()


def test_cases_are_listed_where_they_are_asked_for_and_not_closed(
    run: Run, demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("pack", demo_database, "a.html").status == 0
    assert "EX-04521" not in (tmp_path / "a.html").read_text()
    assert run("pack", demo_database, "b.html", "--with-cases").status == 0
    written = (tmp_path / "b.html").read_text()
    assert "EX-04521" in written
    assert "The first 50 of 273, the most overdue." in written
    monkeypatch.setenv("BOARDTUI_DISPLAY_CASES", "false")
    ran = run("pack", demo_database, "c.html", "--with-cases")
    assert ran.status == 2
    assert "display.cases is false" in ran.err
    assert not (tmp_path / "c.html").exists()


def test_the_marking_is_the_settings_own_and_stands_on_papers_of_records_alone(
    run: Run, demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDTUI_PACK_MARKING", "OFFICIAL-SENSITIVE <b>")
    assert run("pack", demo_database, "a.html").status == 0
    assert "OFFICIAL-SENSITIVE &lt;b&gt;" in (tmp_path / "a.html").read_text()
    assert run("pack", demo_database, "b.html", *NAMED).status == 0
    assert "OFFICIAL" not in (tmp_path / "b.html").read_text()


ORDER = ("Of 1,301 people, 124 wait.", "Overdue visits by unit</figcaption>", "More officers")


def test_a_deck_begins_the_paper_in_its_own_words_and_never_with_its_notes(
    run: Run, demo_database: Path, tmp_path: Path
) -> None:
    (tmp_path / "deck.toml").write_text(
        'deck = 1\nforce = "Sampleshire"\nas_at = "2023-10-31"\n'
        '[[slide]]\nkind = "figure"\nmeasure = "overdue_visits"\n'
        'sentence = "Of {base} people, {now} wait."\nnotes = "say nothing"\n'
        '[[slide]]\nkind = "answer"\nmeasure = "overdue_visits"\nby = "unit"\n'
        '[[slide]]\nkind = "text"\ntitle = "What we ask"\ntext = ["More officers", "Fewer moves"]\n'
    )
    ran = run("pack", demo_database, "paper.html", "--deck", "deck.toml")
    assert (ran.status, ran.err) == (0, "")
    assert "Sampleshire, 31 October 2023" in ran.out
    written = (tmp_path / "paper.html").read_text()
    first = written.index("The messages of this meeting</h2>")
    told = [written.index(text, first) for text in ORDER]
    assert told == sorted(told)
    assert told[-1] < written.index(">Overdue visits</h2>")
    assert "say nothing" not in written
    (tmp_path / "bad.toml").write_text('deck = 1\n[[slide]]\nkind = "figure"\nmeasure = "overdu"')
    ran = run("pack", demo_database, "other.html", "--deck", "bad.toml")
    assert ran.status == 2
    assert "bad.toml" in ran.err
    assert not (tmp_path / "other.html").exists()
