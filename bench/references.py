"""What boardtui is measured against, each in a process of its own.

A reference is the least that anyone would do with the same libraries: it is what the machine of
this run can do, so that a ratio to it means the same on every machine. As a script, this file runs
one of them; nothing is imported before it is known which.
"""

import sys
from pathlib import Path

READY = "ready"
"""The first and only text of the empty app."""


def empty_app() -> list[str]:
    """The command of a Textual app with one line of text: the floor under any Textual program."""
    return _command("app")


def pandas_load(csv: Path, database: Path) -> list[str]:
    """The command that reads a CSV into a new SQLite table with pandas, and checks nothing."""
    return _command("pandas", str(csv), str(database))


def queries(database: Path, asked: Path) -> list[str]:
    """The command that runs the queries of a JSON file and prints the seconds they take."""
    return _command("queries", str(database), str(asked))


def unsealed(words: list[str]) -> list[str]:
    """The command of boardtui that ingests as it does, but for seals."""
    return _command("unsealed", *words)


def _command(*words: str) -> list[str]:
    # -P: without it this folder comes first on the path, and its names hide others.
    return [sys.executable, "-P", str(Path(__file__).resolve()), *words]


def _run_empty_app() -> None:
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class EmptyApp(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(READY)

    EmptyApp().run()


def _run_pandas_load(csv: str, database: str) -> None:
    import sqlite3

    import pandas

    pandas.read_csv(csv).to_sql("cases", sqlite3.connect(database))


def _run_queries(database: str, asked: str) -> None:
    import json
    import sqlite3
    import time

    connection = sqlite3.connect(f"{Path(database).resolve().as_uri()}?mode=ro", uri=True)
    queries = json.loads(Path(asked).read_text("utf-8"))
    began = time.perf_counter()
    for sql, parameters in queries:
        connection.execute(sql, parameters).fetchall()
    print(time.perf_counter() - began)


def _run_unsealed(words: list[str]) -> None:
    from boardtui.cli import main
    from boardtui.ingest import count

    def nothing(*given: object) -> dict[str, object]:
        return {}

    storing = sys.modules["boardtui.ingest.storing"]
    for module, names in (
        (count, ("record_digests", "figures_digest")),
        (storing, ("told_digests", "seal_ingested")),
    ):
        for name in names:
            assert hasattr(module, name)
            setattr(module, name, nothing)
    sys.exit(main.main(words))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["app"]:
            _run_empty_app()
        case ["pandas", csv, database]:
            _run_pandas_load(csv, database)
        case ["queries", database, asked]:
            _run_queries(database, asked)
        case ["unsealed", *words]:
            _run_unsealed(words)
        case other:
            sys.exit(f"no such reference: {' '.join(other)}")
