"""`boardtui verify` and `boardtui sign`: what they print, and the exit statuses."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from boardtui import demo
from boardtui.ingest import ingest
from boardtui.settings import Settings
from tests.cli.conftest import Run
from tests.databases import unpacked


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's files without its many months, each of which would be looked through every time.

    Read it only: every test has the same one.
    """
    path = tmp_path_factory.mktemp("short") / "short.db"
    for _, request in demo.requests(str(path)):
        ingest(request, Settings())
    return path


@pytest.fixture
def own(short: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(short, tmp_path / "own.db"))


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return made_key(tmp_path / "alice")


def made_key(path: Path, passphrase: str = "") -> Path:
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", str(path)]
    subprocess.run(words, check=True)
    return path


def signers(path: Path, **keys: Path) -> Path:
    """A file of allowed signers: whose the public key beside each private one is."""
    lines = (f"{name} {key.with_suffix('.pub').read_text()}" for name, key in keys.items())
    path.write_text("".join(lines))
    return path


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement)


def test_what_is_as_it_was_sealed_is_said_to_be(run: Run, short: Path) -> None:
    done = run("verify", short)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Intact: all is as it was sealed, by 8 entries of the chain.\n")
    assert "Exampleshire, 17 Jan 2024: stored " in done.out
    assert "Nobody signed it." in done.out
    found = json.loads(run("verify", short, "--format", "json").out)
    assert {name: found[name] for name in ("version", "synthetic", "audience", "records")} == {
        "version": 1,
        "synthetic": True,
        "audience": "force",
        "records": True,
    }
    assert (found["intact"], found["differs"]) == (True, [])
    assert (found["signed"], found["audit"]) == ([], None)
    (entry,) = (e for e in found["entries"] if e["as_at"] == "2024-01-17")
    assert (entry["force"], entry["kind"], entry["intact"]) == ("Exampleshire", "stored", True)
    assert entry["seal"].startswith("1:")
    assert found["head"] == found["entries"][-1]["chain"]
    header, *rows = run("verify", short, "--format", "csv").out.splitlines()
    assert header.startswith("number,force,as_at,kind,sealed_at,seal,")
    assert len(rows) == 8


def test_what_differs_is_named_and_ends_with_another_status(run: Run, own: Path) -> None:
    spoil(own, "DELETE FROM cases WHERE id = (SELECT MAX(id) FROM cases)")
    spoil(own, "DELETE FROM seals WHERE number = 2")
    done = run("verify", own)
    assert done.status == 1
    assert done.out.startswith("Not intact: 3 things differ.\n")
    assert "Entry 2 of the chain was removed." in done.out
    assert "NOT INTACT: Sampleshire, 31 Oct 2023" in done.out
    found = json.loads(run("verify", own, "--format", "json").out)
    assert len(found["differs"]) == 3
    wrong = [e for e in found["entries"] if not e["intact"]]
    assert [(e["force"], e["as_at"]) for e in wrong] == [("Sampleshire", "2023-10-31")]


def test_what_was_stored_before_seals_cannot_be_told(run: Run, tmp_path: Path) -> None:
    older = unpacked(2, tmp_path / "older.db")
    done = run("verify", older)
    assert done.status == 1
    assert done.out.startswith("Not sealed: stored before seals,")
    run("upgrade", older)
    done = run("verify", older)
    assert (done.status, done.out.partition(":")[0]) == (0, "Intact")


def test_who_signed_it_is_told_by_whom_the_signers_list(
    run: Run, own: Path, key: Path, tmp_path: Path
) -> None:
    other = made_key(tmp_path / "mallory")
    listed = signers(tmp_path / "signers", **{"alice@example.org": key})
    unsigned = run("verify", own, "--signers", listed)
    assert (unsigned.status, "Nobody signed it." in unsigned.out) == (1, True)
    absent = run("verify", own, "--signers", tmp_path / "absent")
    assert (absent.status, "there is no such file of signers" in absent.err) == (1, True)
    assert run("sign", own, "--key", other).status == 0
    done = run("verify", own, "--signers", listed)
    assert (done.status, "nobody who is listed" in done.out) == (1, True)
    done = run("sign", own, "--key", key)
    assert (done.status, "Signed with ED25519 key SHA256:" in done.err) == (0, True)
    done = run("verify", own, "--signers", listed)
    assert (done.status, "Signed by alice@example.org" in done.out) == (0, True)
    assert "as it stands" in done.out
    _, mine = json.loads(run("verify", own, "--signers", listed, "--format", "json").out)["signed"]
    assert (mine["by"], mine["valid"], mine["since"]) == ("alice@example.org", True, 0)
    assert mine["key"].startswith("ED25519 key SHA256:")


def test_a_signature_of_an_older_head_says_how_much_came_after_it(
    run: Run, own: Path, key: Path, tmp_path: Path
) -> None:
    listed = signers(tmp_path / "signers", alice=key)
    run("sign", own, "--key", key)
    (tmp_path / "cases.csv").write_text("case_ref,risk_level,status\nA,low,custody\n")
    for day in ("2024-02-17", "2024-03-17"):
        words = ("--force", "Kent", "--as-at", day, "--cases", tmp_path / "cases.csv")
        assert run("ingest", own, *words).status == 0
    done = run("verify", own, "--signers", listed)
    assert (done.status, "before the last 2 entries" in done.out) == (1, True)
    assert "Nobody who is listed signed it as it stands." in done.out
    assert run("verify", own).status == 0


def test_a_signature_is_of_the_chain_that_was_signed(run: Run, own: Path, key: Path) -> None:
    run("sign", own, "--key", key)
    spoil(own, "UPDATE signatures SET number = 3")
    done = run("verify", own, "--format", "json")
    (signed,) = json.loads(done.out)["signed"]
    assert not signed["valid"]
    assert signed["why"] == "the signature is not of this, or is damaged"


def test_what_cannot_be_signed_says_why(
    run: Run, own: Path, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = own.read_bytes()
    # As where nobody is there to be asked for a passphrase.
    monkeypatch.setenv("SSH_ASKPASS", "/bin/false")
    monkeypatch.setenv("SSH_ASKPASS_REQUIRE", "force")
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    shut = made_key(tmp_path / "shut", "secret")
    public = tmp_path / "alone.pub"
    public.write_text(key.with_suffix(".pub").read_text())
    (tmp_path / "none").write_text("nothing\n")
    for path, why in (
        (shut, "it has a passphrase, which was not given or was wrong"),
        (public, "no agent holds the private one"),
        (tmp_path / "none", "it is no key of OpenSSH's"),
        (tmp_path / "absent", "there is no such key file"),
    ):
        done = run("sign", own, "--key", path)
        assert (done.status, why in done.err) == (1, True), done.err
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("sign", own, "--key", key)
    assert (done.status, "ssh-keygen is not there" in done.err) == (1, True)
    assert own.read_bytes() == before


def test_what_differs_is_not_signed(run: Run, own: Path, key: Path) -> None:
    spoil(own, "UPDATE figures SET value = value + 1 WHERE id = 1")
    done = run("sign", own, "--key", key)
    assert (done.status, "not as it was sealed" in done.err) == (1, True)


def test_a_published_database_says_for_whom_it_is_and_is_audited(run: Run, tmp_path: Path) -> None:
    levels = [*["low"] * 40, *["medium"] * 15, *["high"] * 3, *["very_high"] * 2]
    rows = "".join(f"C{n},{level},community,North\n" for n, level in enumerate(levels))
    (tmp_path / "cases.csv").write_text(f"case_ref,risk_level,status,unit\n{rows}")
    words = ("--force", "Kent", "--as-at", "2024-01-17", "--cases", "cases.csv")
    assert run("ingest", "own.db", *words).status == 0
    assert run("publish", "own.db", "public.db", "--audience", "public").status == 0
    found = json.loads(run("verify", "public.db", "--format", "json").out)
    assert (found["audience"], found["records"], found["intact"]) == ("public", False, True)
    assert found["audit"]["hidden"] > 0
    assert (found["audit"]["primary"], found["audit"]["exposed"]) == (None, 0)
    assert "Published for the public." in run("verify", "public.db").out
    spoil(Path("public.db"), "UPDATE publications SET audience = 'board'")
    spoilt = run("verify", "public.db")
    assert (spoilt.status, "what is said of the audience" in spoilt.out) == (1, True)
