"""Damage to bytes, to archives, and to the XML in them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from fuzz import hostile
from fuzz.formats import Members, packed

BOMB = 200_000_000
"""Bytes that a member unpacks to which is packed to few."""


def flipped(content: bytes, chance: Random) -> bytes:
    """Up to twenty bytes changed."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def cut_out(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.randrange(2_000) :]


def doubled(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    end = start + chance.randrange(2_000)
    return content[:end] + content[start:]


def put_in(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    some = chance.choice(
        (b"\0" * 50, b'"', b"\xff\xfe", b"\r", b"PK\x03\x04", chance.randbytes(40))
    )
    return content[:start] + some + content[start:]


def emptied(content: bytes, chance: Random) -> bytes:
    return chance.choice((b"", b"\n", b"\0", b"PK", content[:1]))


BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(flipped, flipped, flipped, cut, cut_out, doubled, put_in, emptied),
)


def spoil_bytes(content: bytes, chance: Random) -> tuple[bytes, str]:
    """Bytes after some damage, and what was done."""
    damage = chance.choice(BYTES)
    return damage(content, chance), damage.__name__


def spoil_archive(members: Members, chance: Random) -> tuple[bytes, str]:
    """An archive after damage to a member or to how it is packed, and what was done."""
    damage = chance.choice(ARCHIVES)
    return damage(dict(members), chance), damage.__name__


def member_dropped(members: Members, chance: Random) -> bytes:
    del members[chance.choice(list(members))]
    return packed(members)


def member_spoilt(members: Members, chance: Random) -> bytes:
    name = chance.choice(list(members))
    members[name] = spoil_bytes(members[name], chance)[0]
    return packed(members)


def tag_changed(members: Members, chance: Random) -> bytes:
    """A tag of a member dropped, doubled, put elsewhere or opened without an end."""
    name = chance.choice([each for each in members if each.endswith((".xml", ".rels"))])
    pieces = re.split(rb"(<[^>]*>)", members[name])
    place = chance.randrange(len(pieces))
    change = chance.randrange(4)
    if change == 0:
        del pieces[place]
    elif change == 1:
        pieces[place:place] = [pieces[place]] * chance.choice((1, 1, 5_000))
    elif change == 2:
        pieces.insert(chance.randrange(len(pieces) + 1), pieces.pop(place))
    else:
        pieces[place] = pieces[place].replace(b"/", b"")
    members[name] = b"".join(pieces)
    return packed(members)


ODD_ATTRIBUTES = (
    *("", "-1", "0", "1048576", "99999999999", "XFD1048576", "A0", "ZZZZ9", "e", "b", "s", "d"),
    *("hidden", "veryHidden", "rId99", "../../../etc/passwd", "error", "percentage", "boolean"),
)


def attribute_changed(members: Members, chance: Random) -> bytes:
    name = chance.choice([each for each in members if each.endswith((".xml", ".rels"))])
    found = list(re.finditer(rb'="([^"]*)"', members[name]))
    if found:
        one = chance.choice(found)
        new = chance.choice(ODD_ATTRIBUTES).encode()
        members[name] = members[name][: one.start(1)] + new + members[name][one.end(1) :]
    return packed(members)


def entities(members: Members, chance: Random) -> bytes:
    """A member that would grow a thousandfold and more, or read a file of the machine."""
    name = chance.choice([each for each in members if each.endswith(".xml")])
    grown = b"".join(
        b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"lol") for n in range(10)
    )
    outside = b'<!ENTITY e9 SYSTEM "file:///etc/passwd">'
    kind = b"<!DOCTYPE x [%s]>" % chance.choice((grown, outside))
    members[name] = kind + members[name].replace(b"</", b"&e9;</", 1)
    return packed(members)


def bomb(members: Members, chance: Random) -> bytes:
    """A member that unpacks to far more than its size on disk."""
    name = chance.choice(list(members))
    size = chance.choice((BOMB // 20, BOMB))
    members[name] = members[name] + b" " * size
    return packed(members)


def far_cell(members: Members, chance: Random) -> bytes:
    """A cell, or a repeated one, at the far end of a sheet."""
    for name, content in members.items():
        members[name] = (
            re.sub(rb'r="B(\d+)"', b'r="XFD1048576"', content, count=1)
            if chance.random() < 0.5
            else content.replace(
                b"<table:table-cell/>",
                b'<table:table-cell table:number-columns-repeated="2000000000"/>',
                1,
            )
        )
    return packed(members)


def wrong_sizes(members: Members, chance: Random) -> bytes:
    """Headers of the archive that lie about what it holds."""
    content = bytearray(packed(members))
    marks = [found.start() for found in re.finditer(rb"PK\x01\x02|PK\x03\x04|PK\x05\x06", content)]
    start = chance.choice(marks)
    for _ in range(chance.randint(1, 4)):
        place = start + chance.randint(4, 30)
        if place < len(content):
            content[place] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
    return bytes(content)


def stored_twice(members: Members, chance: Random) -> bytes:
    whole = io.BytesIO(packed(members))
    name = chance.choice(list(members))
    with zipfile.ZipFile(whole, "a") as archive:
        again = zipfile.ZipInfo(chance.choice((name.upper(), f"./{name}", f"/{name}", f"{name}.x")))
        archive.writestr(again, members[name])
    return whole.getvalue()


def one_member_alone(members: Members, chance: Random) -> bytes:
    """No archive at all: what stands in one, or another kind of compressed file."""
    content = members[chance.choice(list(members))]
    return chance.choice((content, zlib.compress(content), hostile.value(chance).encode()))


ARCHIVES: tuple[Callable[[Members, Random], bytes], ...] = (
    *(member_dropped, member_spoilt, member_spoilt, tag_changed, tag_changed, tag_changed),
    *(attribute_changed, attribute_changed, attribute_changed, entities, far_cell, wrong_sizes),
    *(wrong_sizes, stored_twice, one_member_alone),
)
RARE = (bomb,)
"""What takes long to make, and shows little when it is done often."""
