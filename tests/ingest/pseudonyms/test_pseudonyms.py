"""References replaced by keyed digests, before anything of a file is stored or told."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boardtui.ingest import IngestRefusedError, IngestReport, IngestUsageError
from boardtui.ingest.pseudonyms.digits import DIGITS
from boardtui.ingest.pseudonyms.key import HOW, Key, read_key
from boardtui.ingest.pseudonyms.references import Pseudonyms
from tests.ingest.trial import Trial, one_case

SECRET = bytes(range(32))
BEFORE = date(2023, 12, 31)

CASES = """case_ref,risk_level,status,unit,officer_ref
Keith Blenkinsop,high,community,North,PC 1 Doe
2003/1234567A,low,custody,South,PC 2 Roe
"""
FILES: dict[str, str | bytes | Path] = {
    "cases": CASES,
    "visits": "case_ref,visited_on,outcome\nKeith Blenkinsop,2024-01-02,seen\n"
    "Jane Roe,2024-01-03,seen\n",
    "officers": "officer_ref,fte\nPC 1 Doe,1\n",
    "leavers": "case_ref,left_on\nJohn Poe,2024-01-02\n",
    "figures": "force,measure,by,slice,value,unit,as_at,said_by\n"
    "Essex,overdue_visits,officer,PC 1 Doe,9,people,2024-01-17,the force\n"
    "Essex,overdue_visits,unit,North,9,people,2024-01-17,the force\n",
}
PEOPLE = (b"Blenkinsop", b"1234567A", b"Doe", b"Roe", b"Poe")


@pytest.fixture
def key(trial: Trial) -> Path:
    return made(trial.folder / "key", SECRET)


def made(path: Path, secret: bytes, mode: int = 0o600) -> Path:
    path.write_bytes(secret)
    path.chmod(mode)
    return path


def refs(trial: Trial, day: str = "2024-01-17") -> list[str]:
    return trial.values(
        "SELECT case_ref FROM cases c JOIN snapshots s ON s.id = c.snapshot_id "
        f"WHERE s.as_at = '{day}' ORDER BY c.id"
    )


def messages(report: IngestReport) -> Iterator[str]:
    return (group.expected for group in report.warnings)


def test_no_reference_is_stored_or_told_and_each_has_one_pseudonym(trial: Trial, key: Path) -> None:
    report = trial.ingest(FILES, pseudonymise=key)
    stored = trial.database.read_bytes() + report.text().encode()
    assert not any(person in stored for person in PEOPLE)
    first, second = refs(trial)
    assert len(first) == 14
    assert set(first) <= set(DIGITS) | {"-"}
    assert first != second
    assert trial.values("SELECT case_ref FROM visits")[0] == first
    officers = trial.values("SELECT officer_ref FROM cases ORDER BY id")
    assert trial.values("SELECT officer_ref FROM officers") == officers[:1]
    assert (
        trial.values(
            "SELECT slice FROM figures WHERE snapshot_id IS NULL AND dimension = 'officer'"
        )
        == officers[:1]
    )
    assert trial.values(
        "SELECT slice FROM figures WHERE snapshot_id IS NULL AND dimension = 'unit'"
    ) == ["North"]


def test_the_same_key_gives_the_same_pseudonyms_in_every_snapshot(trial: Trial, key: Path) -> None:
    trial.ingest({"cases": CASES}, as_at=BEFORE, pseudonymise=key)
    report = trial.ingest({"cases": CASES.replace("low", "high")}, pseudonymise=key)
    assert refs(trial) == refs(trial, "2023-12-31")
    assert not report.warnings


def test_a_case_and_an_officer_of_one_reference_have_two_pseudonyms(
    trial: Trial, key: Path
) -> None:
    trial.ingest({"cases": one_case("7", officer_ref="7")}, pseudonymise=key)
    ((case, officer),) = trial.rows("SELECT case_ref, officer_ref FROM cases")
    assert case != officer


def test_another_key_is_noticed_and_so_is_none(trial: Trial, key: Path) -> None:
    trial.ingest({"cases": CASES}, as_at=BEFORE, pseudonymise=key)
    other = made(trial.folder / "other", SECRET[::-1])
    report = trial.ingest({"cases": CASES}, pseudonymise=other)
    assert any("under another key than those of 31 Dec 2023" in m for m in messages(report))
    bare = trial.ingest({"cases": one_case()}, as_at=date(2024, 2, 1))
    assert any("stored as they are" in message for message in messages(bare))


def test_faults_tell_pseudonyms_and_so_do_rejects(trial: Trial, key: Path) -> None:
    twice = CASES + "Keith Blenkinsop,high,community,North,\nC4\x07,low,custody,North,\n"
    error = trial.refused({"cases": twice}, pseudonymise=key)
    assert "Blenkinsop" not in str(error)
    assert "C4" not in str(error)
    assert "without a control or formatting character" in str(error)
    rejects = trial.folder / "rejects.csv"
    trial.ingest({"cases": twice}, pseudonymise=key, rejects=rejects)
    assert "Blenkinsop" not in rejects.read_text("utf-8")
    assert refs(trial)[0] in {
        written for written in refs(trial) if written not in rejects.read_text("utf-8")
    }


def test_other_columns_are_looked_through_as_ever(trial: Trial, key: Path) -> None:
    trial.refused({"cases": one_case(unit="12 High Street")}, pseudonymise=key)


@pytest.mark.parametrize(
    ("secret", "mode", "said"),
    [
        (None, 0, r"There is no key .*umask 077; head -c 32 /dev/urandom > "),
        (SECRET[:31], 0o600, "31 bytes, and takes 32"),
        (SECRET, 0o640, "chmod 600"),
        (SECRET, 0o604, "chmod 600"),
        (b"ab" * 40, 0o600, "repeats a few bytes"),
        (SECRET * 200, 0o600, "seems to be another file"),
    ],
    ids=["absent", "short", "of the group", "of all", "repeated", "long"],
)
def test_a_key_that_is_none_is_refused_with_what_to_do(
    trial: Trial, secret: bytes | None, mode: int, said: str
) -> None:
    path = trial.folder / "a key"
    if secret is not None:
        made(path, secret, mode)
    with pytest.raises(IngestUsageError, match=said):
        trial.ingest(pseudonymise=path)
    assert not trial.database.exists()


def test_the_command_that_is_told_makes_a_key(tmp_path: Path) -> None:
    path = tmp_path / "it's a key"
    subprocess.run(HOW.format(path=shlex.quote(str(path))), shell=True, check=True)
    assert read_key(path).fingerprint


def test_a_pipe_is_no_key_and_is_not_waited_for(trial: Trial) -> None:
    path = trial.folder / "pipe"
    os.mkfifo(path, 0o600)
    with pytest.raises(IngestUsageError, match="takes a file"):
        read_key(path)


def test_a_key_is_known_by_its_fingerprint_and_shows_nothing_else() -> None:
    key, other = Key(SECRET), Key(SECRET[::-1])
    assert key.fingerprint == Key(SECRET).fingerprint != other.fingerprint
    assert repr(SECRET)[2:10] not in repr(key)


def test_two_references_of_one_pseudonym_are_refused(trial: Trial) -> None:
    import numpy as np

    from boardtui.ingest.coded import Coded, RawTable

    refs = [f"C{at}" for at in range(200)]
    column = Coded(np.arange(200, dtype=np.int32), refs)
    table = RawTable({"case_ref": column}, {"case_ref": "case_ref"}, np.arange(200))
    with pytest.raises(IngestRefusedError, match="the same pseudonym"):
        Pseudonyms(Key(SECRET), length=2).replaced("cases", table)
