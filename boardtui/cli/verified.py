"""What `boardtui verify` found, as its JSON, CSV and text have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from boardtui.core.audience.audience import Audience
from boardtui.core.words.wording import number_text
from boardtui.panels.sealed import entries_text, entry_words, moment_text, verdict
from boardtui.store.connection.database import Database
from boardtui.store.held.publication import publication
from boardtui.store.held.snapshots import forces
from boardtui.store.sealed.signatures import Signed, vouched_for
from boardtui.store.sealed.verifying import Checked, Verified

if TYPE_CHECKING:
    from boardtui.publish.audit import Audit

Json = dict[str, Any]

ROOMS = {Audience.BOARD: "a board", Audience.PUBLIC: "the public"}

HEADER = (
    *("number", "force", "as_at", "kind", "sealed_at", "seal", "chain", "current", "intact"),
    *("removed", "why", "differs"),
)


class Result(Struct, frozen=True):
    """What was found of a database, which is for the audience.

    `audit` is that of a published one, if nothing differs; `asked` is whether somebody's signature
    was asked for.
    """

    synthetic: bool
    audience: Audience
    found: Verified
    signed: list[Signed]
    audit: Audit | None
    asked: bool

    @classmethod
    def of(
        cls,
        database: Database,
        found: Verified,
        signed: list[Signed],
        audit: Audit | None,
        *,
        asked: bool,
    ) -> Result:
        """What was found, with what the database says of itself."""
        synthetic = any(force.synthetic for force in forces(database))
        published = publication(database)
        audience = Audience.FORCE if published is None else published.rules.audience
        return cls(synthetic, audience, found, signed, audit, asked)

    @property
    def good(self) -> bool:
        """Whether nothing differs or is exposed, and it is signed where that was asked for."""
        exposed = self.audit is not None and self.audit.exposed
        return self.found.intact and not exposed and (not self.asked or vouched_for(self.signed))

    def json(self) -> Json:
        """See the contract of `verify`; a database of a force's own has nothing hidden to audit."""
        audit = self.audit and {
            "hidden": self.audit.hidden,
            # Which of the hidden counts are small is not in the file: that would tell.
            "primary": None,
            "exposed": len(self.audit.exposed),
        }
        return {
            "version": 1,
            "synthetic": self.synthetic,
            "audience": str(self.audience),
            "records": self.found.records,
            "sealed": self.found.sealed,
            "intact": self.found.intact,
            "head": self.found.head,
            "differs": self.found.differs,
            "entries": [_entry_json(each) for each in self.found.entries],
            "signed": [_signed_json(each) for each in self.signed],
            "audit": audit,
        }

    def csv_rows(self) -> Iterator[list[object]]:
        """A row for each entry, and one for each difference that is of none."""
        for each in self.found.entries:
            row = _entry_json(each)
            yield [" ".join(row[name]) if name == "differs" else row[name] for name in HEADER]
        for why in self.found.unsealed:
            yield [*(None for _ in HEADER[:-1]), why]

    def lines(self) -> Iterator[str]:
        """The verdict, what differs, the seals that count now, and who signed."""
        yield verdict(self.found)
        yield from (f"  {why}" for why in self.found.differs)
        yield from self._audited()
        current = [each for each in self.found.entries if each.current]
        if current:
            yield ""
        for each in current:
            mark = "" if each.intact else "NOT INTACT: "
            yield f"{mark}{entry_words(each.entry)}"
            yield f"    {each.entry.seal}"
        if self.found.head is not None:
            yield ""
            yield f"The chain ends with {self.found.head}."
            yield from self._signatures()

    def _audited(self) -> Iterator[str]:
        if self.audience is not Audience.FORCE:
            yield f"Published for {ROOMS[self.audience]}."
        if self.audit is not None:
            hidden = number_text(self.audit.hidden)
            if not self.audit.exposed:
                yield f"Of {hidden} hidden counts none can be worked out of what it says."
            else:
                yield f"Of {hidden} hidden counts these are not proved to be safe:"
            yield from (f"  {name}" for name in self.audit.exposed)

    def _signatures(self) -> Iterator[str]:
        if not self.signed:
            yield "Nobody signed it."
        for each in self.signed:
            yield _signed_text(each, self.asked)
        if self.asked and self.signed and not vouched_for(self.signed):
            yield "Nobody who is listed signed it as it stands."


def _entry_json(each: Checked) -> Json:
    entry = each.entry
    return {
        "number": entry.number,
        "force": entry.subject.force or None,
        "as_at": entry.subject.day,
        "kind": entry.kind,
        "sealed_at": entry.sealed_at,
        "seal": entry.seal,
        "chain": entry.chain,
        "current": each.current,
        "intact": each.intact,
        "removed": entry.removed,
        "why": entry.why,
        "differs": list(each.differs),
    }


def _signed_json(each: Signed) -> Json:
    return {
        "by": each.by,
        "key": each.key,
        "valid": each.valid,
        "signed_at": each.signed_at,
        "entries": each.number,
        "since": each.since,
        "why": each.why,
    }


def _signed_text(each: Signed, asked: bool) -> str:
    if each.key is None:
        return f"A signature of {moment_text(each.signed_at)} is not good: {each.why}."
    who = each.by or "somebody"
    stands = f"before the last {entries_text(each.since)}" if each.since else "as it stands"
    said = f"Signed by {who} with {each.key}, {moment_text(each.signed_at)}: {stands}."
    if each.why:
        return f"{said} It does not count: {each.why}."
    return said if asked else f"{said} Whose key that is, --signers says."
