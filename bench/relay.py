"""A slow line between a terminal and a program: what is sent arrives late, and slowly.

It stands for an SSH connection over a mobile telephone: bytes are carried as they are, without the
encryption, whose 30 to 70 bytes for each packet are not counted. Like a connection, it holds all
that is sent until it can be carried: the program is never told that the line is slow.
"""

from __future__ import annotations

import os
import queue
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

PACKET = 1_000
"""Bytes carried together: about what a packet of an ordinary connection holds."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How slow a line is: seconds there and back, and bytes a second each way."""

    round_trip: float
    rate: float


class Relay:
    """Carries bytes between a file and a socket of its own, at a speed, both ways."""

    def __init__(self, far: int, speed: Speed) -> None:
        self._far, self._speed = far, speed
        near, self._end = socket.socketpair()
        self.near = near.detach()
        """The near end, to be read and written as a file."""
        self.round_trips = 0
        """How often something was sent to the far end after something had come from there."""
        self._came = False
        self._carry(self._from_far, self._to_near)
        self._carry(self._from_near, self._to_far)

    def _carry(self, read: Callable[[], bytes], write: Callable[[bytes], None]) -> None:
        carried: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        for work in (lambda: self._take(read, carried), lambda: _deliver(write, carried)):
            threading.Thread(target=work, daemon=True).start()

    def _take(
        self, read: Callable[[], bytes], carried: queue.SimpleQueue[tuple[float, bytes]]
    ) -> None:
        """Say of each packet when it arrives: it waits for those before it, then travels."""
        free = time.perf_counter()
        data = b"-"
        while data:
            data = read()
            free = max(free, time.perf_counter()) + len(data) / self._speed.rate
            carried.put((free + self._speed.round_trip / 2, data))

    def _from_far(self) -> bytes:
        try:
            return os.read(self._far, PACKET)
        except OSError:  # Linux says so when the program has gone
            return b""

    def _to_near(self, data: bytes) -> None:
        self._came = True
        if data:
            self._end.sendall(data)
        else:
            self._end.shutdown(socket.SHUT_WR)

    def _from_near(self) -> bytes:
        data = self._end.recv(PACKET)
        self.round_trips += bool(data and self._came)
        self._came = self._came and not data
        return data

    def _to_far(self, data: bytes) -> None:
        if data:
            os.write(self._far, data)


def _deliver(
    write: Callable[[bytes], None], carried: queue.SimpleQueue[tuple[float, bytes]]
) -> None:
    data = b"-"
    while data:
        arrives, data = carried.get()
        time.sleep(max(0.0, arrives - time.perf_counter()))
        with suppress(OSError):
            write(data)
