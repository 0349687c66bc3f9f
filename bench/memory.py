"""The peak of resident memory of a process and everything it starts."""

from pathlib import Path

import psutil

INTERVAL = 0.05
"""Seconds between two samples: sampling must not take the processor from what is measured."""


class PeakMemory:
    """Follows one process tree; call `sample` often, it looks at most once in INTERVAL.

    The sum over the tree is sampled, so a short peak can fall between two looks. Linux remembers
    the peak of one process exactly (VmHWM); the larger of the two is the peak.
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._tree = 0
        self._root = 0
        # Not at once: until the new program is loaded the process is a copy of this one.
        self._next = INTERVAL

    def sample(self, elapsed: float, *, now: bool = False) -> None:
        """Look, if it is time; `elapsed` is in seconds since the launch."""
        if elapsed < self._next and not now:
            return
        self._next = elapsed + INTERVAL
        try:
            root = psutil.Process(self.pid)
            tree = [root, *root.children(recursive=True)]
            self._tree = max(self._tree, sum(process.memory_info().rss for process in tree))
        except psutil.Error:
            return
        self._root = _high_water_mark(self.pid) or self._root

    @property
    def bytes(self) -> int:
        return max(self._tree, self._root)


def _high_water_mark(pid: int) -> int:
    """Bytes at the peak of one process as Linux keeps it; 0 where that is not known."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0
