"""Encodings of CSV files: what is read, and which are told."""

import pytest

from tests.ingest.trial import CASES, Trial, one_case


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_a_warning(trial: Trial, encoding: str) -> None:
    content = CASES.replace(",", "\t").replace("North", "Ynys Môn").encode(encoding)
    path = trial.write("cases.txt", content)
    report = trial.ingest({"cases": path})
    assert trial.values("SELECT unit FROM cases ORDER BY id") == ["Ynys Môn", "South", "Ynys Môn"]
    assert trial.rows("SELECT file, row, message FROM warnings") == [
        ("cases.txt", None, "it is not UTF-8: it was read as UTF-16")
    ]
    assert f"{path}: it is not UTF-8: it was read as UTF-16" in report.text()
    assert f"{path} is separated by tabs." in report.text()


def test_the_digest_is_of_the_file_as_it_is(trial: Trial) -> None:
    from hashlib import sha256

    content = CASES.encode("utf-16")
    trial.ingest({"cases": trial.write("cases.csv", content)})
    assert trial.values("SELECT sha256 FROM snapshot_files") == [sha256(content).hexdigest()]


def test_windows_1252_is_read_with_a_warning(trial: Trial) -> None:
    report = trial.ingest({"cases": one_case(unit="Café – Nord").encode("cp1252")})
    assert trial.values("SELECT unit FROM cases") == ["Café – Nord"]
    assert "it is not UTF-8: it was read as Windows-1252" in report.text()
    assert trial.values("SELECT COUNT(*) FROM warnings") == [1]


def test_windows_1252_is_read_where_its_last_letter_ends_the_file(trial: Trial) -> None:
    content = one_case(unit="Caf\u00e9").rstrip("\n")
    ended = content[: content.index("Caf\u00e9") + 4].encode("cp1252")
    trial.ingest({"cases": trial.write("cut.csv", ended)})
    assert trial.values("SELECT unit FROM cases") == ["Caf\u00e9"]


def test_a_file_of_published_figures_has_such_warnings_too(trial: Trial) -> None:
    figures = "force,measure,value,unit,as_at,said_by\nEssex,registered,5,people,2024-01-17,Café\n"
    report = trial.ingest({"figures": figures.encode("cp1252")})
    assert "1 warning, stored with the data:" in report.text()
    assert trial.rows("SELECT snapshot_id, message FROM warnings") == [
        (None, "it is not UTF-8: it was read as Windows-1252")
    ]
