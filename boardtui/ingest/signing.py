"""A signature put with the chain of seals: by the key of whoever vouches for it as it stands."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from boardtui.ingest.faults import IngestRefusedError
from boardtui.ingest.request import Progress
from boardtui.ingest.server_lock import server_lock
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.ingest.writer import Writer
from boardtui.ingest.writing import opened, path_or_server, writing
from boardtui.process.ssh_keygen import Signer, signature, signer_of
from boardtui.store.connection.opening import is_url, shown
from boardtui.store.sealed.chain import Entry
from boardtui.store.sealed.signatures import signed_text
from boardtui.store.sealed.verifying import verify


class SignedNow(Struct, frozen=True):
    """What was signed, and by which key."""

    head: Entry
    signer: Signer


def sign(location: str, key: Path, progress: Progress) -> SignedNow:
    """Sign the chain of a database as it stands; nothing is signed that is not intact.

    Raises:
        SigningError: the key cannot be used.
        IngestRefusedError: there is nothing to sign, something differs, or the database may not be
            written to.
        IngestFailedError: the work could not be done; the database is as it was.
        DatabaseUnreadableError: it is no database of boardtui's.
    """
    location = path_or_server(location)
    database = opened(location)
    if database is None:
        raise IngestRefusedError(f"{shown(location)}: there is no such database.")
    database.close()
    if is_url(location):
        with server_lock(location), writing(location, None, make=False) as writer:
            return _sign(writer, location, key, progress)
    with WorkingCopy(location) as copy:
        copy.fill()
        with writing(location, copy.path, make=False) as writer:
            done = _sign(writer, location, key, progress)
        copy.swap_in()
    return done


def _sign(writer: Writer, location: str, key: Path, progress: Progress) -> SignedNow:
    with writer.reading() as database:
        found = verify(database, progress)
    if found.differs:
        raise IngestRefusedError(
            f"{shown(location)} was not signed, since it is not as it was sealed: boardtui verify "
            "says what differs."
        )
    if not found.entries:
        raise IngestRefusedError(f"There is nothing in {shown(location)} to sign.")
    head = found.entries[-1].entry
    text = signed_text(head)
    made = signature(text, key)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    writer.insert("signatures", ("number", "signed_at", "signature"), [(head.number, now, made)])
    return SignedNow(head, signer_of(text, made, None))
