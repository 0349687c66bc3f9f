"""What the tables share."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlmodel import SQLModel

METADATA = MetaData()


class Table(SQLModel):
    """One set of metadata of their own."""

    metadata = METADATA
