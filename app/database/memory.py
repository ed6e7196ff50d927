"""How much memory this program may use."""

import os
from pathlib import Path

_LIMIT = Path("/sys/fs/cgroup/memory.max")
"""Of a container (cgroup v2): a number of bytes, or ``max``."""


def memory_bytes(limit: Path = _LIMIT) -> int:
    """The machine's, or the container's where that has less."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        text = limit.read_text(encoding="ascii").strip()
    except OSError:
        return machine
    return min(machine, int(text)) if text.isdecimal() else machine
