"""Who is at the other end of a local socket."""

from __future__ import annotations

import os
import socket
import struct
import sys

LOCAL_PEERCRED, XUCRED = 1, struct.Struct("=Ii")
"""Of macOS and the BSDs, which Python has no names for: the option, and its version and user."""

UCRED = struct.Struct("=iII")
"""Of Linux: process, user, group."""


def is_same_user(line: socket.socket) -> bool:
    """Whether the other end is this user's; what cannot be found out is taken for another's."""
    try:
        return _user(line) == os.getuid()
    except (OSError, struct.error):
        return False


def _user(line: socket.socket) -> int:
    if sys.platform == "linux":
        _, user, _ = UCRED.unpack(
            line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, UCRED.size)
        )
    else:
        _, user = XUCRED.unpack(line.getsockopt(0, LOCAL_PEERCRED, 76)[: XUCRED.size])
    assert isinstance(user, int)
    return user
