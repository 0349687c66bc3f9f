"""The URLs that are read without SQLAlchemy are read and shown as SQLAlchemy does."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import make_url

from boardtui.store.connection.server_url import usual
from boardtui.store.connection.url import engine_url, has_password, without_password

WORDS = st.text("aZ09_.-~ %+é'", max_size=6)
ENCODED = st.sampled_from(["", "%40", "%2F", "%3A", "%25", "%", "+"])
NAMES = st.builds("{}{}".format, WORDS, ENCODED)
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(["host", "service", "passfile", "password", "sslpassword", "sslmode"]),
        st.builds("{}{}".format, st.text("aZ09/_.-:,", max_size=8), ENCODED),
    ),
    max_size=3,
)


@st.composite
def urls(draw: st.DrawFn) -> str:
    user = draw(st.none() | NAMES)
    password = draw(st.none() | NAMES)
    at = "" if user is None else f"{user}{'' if password is None else ':' + password}@"
    host = draw(st.sampled_from(["", "host", "db.example.org", "10.0.0.1", "[::1]", "a,b"]))
    port = draw(st.sampled_from(["", ":5432", ":x", ":"]))
    database = draw(st.none() | NAMES)
    query = "&".join(f"{name}={value}" for name, value in draw(QUERIES))
    scheme = draw(st.sampled_from(["postgresql", "postgresql", "postgresql+psycopg", "mysql"]))
    path = "" if database is None else f"/{database}"
    return f"{scheme}://{at}{host}{port}{path}{'?' if query else ''}{query}"


@example(url="postgresql://?host=,")
@given(url=urls())
def test_a_usual_url_says_what_it_says_to_sqlalchemy(url: str) -> None:
    mine = usual(url)
    if mine is None:
        return
    theirs = engine_url(url)
    assert theirs.drivername == "postgresql+psycopg"
    assert mine.shown == without_password(url)
    assert bool(mine.password) or bool({"password", "sslpassword"} & mine.query.keys()) == (
        has_password(url)
    )
    _, arguments = make_url(theirs).get_dialect()().create_connect_args(theirs)
    given = {name: str(value) for name, value in arguments.items() if value not in (None, "")}
    told = {name: str(value) for name, value in mine.parameters.items() if value != ""}
    assert told == {name: value for name, value in given.items() if name != "context"}


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://boardtui_read@host/archive",
        "postgresql://me:secret@host:5433/archive?sslmode=require",
        "postgresql:///?service=archive",
        "postgresql:///archive?host=/run/postgresql",
    ],
)
def test_those_that_people_write_are_usual(url: str) -> None:
    assert usual(url) is not None


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:sec@ret@host/archive",
        "postgresql://me:sec/ret@host/archive",
        "postgresql://host:port/archive",
        "postgresql://host/archive?host=a&host=b",
        "postgresql:///archive?host=a,b",
        "postgresql://?host=,",
        "postgresql:///archive?host=a:5433",
        "postgresql+psycopg2://host/archive",
        "sqlite:///archive.db",
    ],
)
def test_others_are_left_to_sqlalchemy(url: str) -> None:
    assert usual(url) is None
