"""The tables of the seals: the chain of entries, their digests, and signatures."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field

from boardtui.store.tables.table import Table


class SealEntry(Table, table=True):
    """An entry of the chain: what was stored, replaced, counted again or forgotten, and its seal.

    `force` and `day` say of what, by name, since the chain goes on when that is gone; `day` is null
    for what was published of a force. `chain` covers the entry and the `chain` of the one before;
    of the seal it covers `commitment` alone, so that an entry whose `seal` and `nonce` were taken
    away still stands. `removed` are the people that forgetting removed, and `why` is the reason.
    Times are UTC, as text: `chain` covers them letter by letter.
    """

    __tablename__ = "seals"
    __table_args__ = (
        Index("seals_by_subject", "force", "day", "number"),
        Index("seals_by_entry", "entry"),
    )

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    entry: str
    force: str
    day: str | None
    sealed_at: str
    seal: str | None
    nonce: str | None
    commitment: str
    chain: str
    removed: int | None
    why: str | None


class SealedPart(Table, table=True):
    """The digest of one table's rows under a seal, and how many rows those were."""

    __tablename__ = "sealed_parts"

    number: int = Field(primary_key=True, foreign_key="seals.number")
    part: str = Field(primary_key=True)
    rows: int
    digest: str


class SignatureRecord(Table, table=True):
    """A signature of the chain as it stood at an entry, in OpenSSH's own form."""

    __tablename__ = "signatures"

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(foreign_key="seals.number")
    signed_at: str
    signature: str
