"""The URL of a PostgreSQL server, read without SQLAlchemy, which is slow to import.

What is unusual in one (several hosts, another driver, a slip) is left to `boardtui.store.connection
.url`, which also has the words for what is wrong; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, quote, quote_plus, unquote

from msgspec import Struct, field

NOT_OURS = ("42P01", "42703")
"""PostgreSQL's codes of a table and of a column that are not there."""

SECRETS = ("password", "sslpassword")
"""The parameters of a URL that nobody is shown."""

_USUAL = re.compile(
    r"postgresql://(?:(?P<user>[^:/@?#]*)(?::(?P<password>[^@/?#]*))?@)?"
    r"(?P<host>[\w.-]*)(?::(?P<port>[0-9]{1,5}))?(?:/(?P<database>[^@/?#]*))?(?:\?(?P<query>[^#]*))?",
    re.ASCII,
)


class ServerUrl(Struct, frozen=True):
    """Where a server is, and as whom it is asked for what; None where its own defaults stand."""

    user: str | None = None
    password: str | None = None
    host: str | None = None
    port: int | None = None
    database: str | None = None
    query: Mapping[str, str] = field(default_factory=dict)

    @property
    def secrets(self) -> list[str]:
        """What nobody is shown of it."""
        return [each for each in (self.password, *map(self.query.get, SECRETS)) if each]

    @property
    def shown(self) -> str:
        """The URL as messages show it."""
        user = quote(self.user, safe=" +") if self.user is not None else ""
        hidden = ":***" if self.password is not None else ""
        at = f"{user}{hidden}@" if self.user is not None else ""
        port = f":{self.port}" if self.port is not None else ""
        database = f"/{quote(self.database, safe=' +/')}" if self.database is not None else ""
        values = {**self.query, **{name: "***" for name in SECRETS if name in self.query}}
        query = "&".join(f"{quote_plus(k)}={quote_plus(values[k])}" for k in sorted(values))
        return f"postgresql://{at}{self.host or ''}{port}{database}{'?' if query else ''}{query}"

    @property
    def parameters(self) -> dict[str, str | int]:
        """What the driver is told, by libpq's names."""
        named = {"host": self.host, "port": self.port, "user": self.user}
        named |= {"password": self.password, "dbname": self.database}
        return {**{k: v for k, v in named.items() if v}, **self.query}


def usual(url: str) -> ServerUrl | None:
    """What a URL says; None where it is not a usual one of a PostgreSQL server.

    Neither is one that names several hosts, or a host with its port, among what follows `?`.
    """
    found = _USUAL.fullmatch(url)
    if found is None:
        return None
    query = parse_qsl(found["query"] or "")
    several = any(name == "host" and not {",", ":"}.isdisjoint(value) for name, value in query)
    if several or len(dict(query)) < len(query):
        return None
    user, password, database = (
        unquote(found[name]) if found[name] is not None else None
        for name in ("user", "password", "database")
    )
    if "@" in (database or ""):
        return None
    port = int(found["port"]) if found["port"] is not None else None
    return ServerUrl(user, password, found["host"] or None, port, database, dict(query))


def why(cause: BaseException, secrets: Iterable[str]) -> str:
    """Why a server did not do what it was asked, in its own words, without a full stop."""
    if getattr(cause, "sqlstate", None) in NOT_OURS:
        return "it is not a boardtui database"
    words = next(iter(str(cause).strip().splitlines()), type(cause).__name__).rstrip(".")
    for secret in secrets:
        words = words.replace(secret, "***")
    return words
