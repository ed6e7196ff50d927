"""How much memory this program may use."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_CGROUPS = Path("/sys/fs/cgroup")
_LIMITS = (_CGROUPS / "memory.max", _CGROUPS / "memory" / "memory.limit_in_bytes")
"""Of a container: cgroup v2 has ``max`` where there is none, v1 a number larger than any machine's."""


def memory_bytes(limits: Iterable[Path] = _LIMITS) -> int:
    """The machine's, or the container's where that has less."""
    sizes = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
    for limit in limits:
        with suppress(OSError):
            text = limit.read_text(encoding="ascii").strip()
            sizes += [int(text)] if text.isdecimal() else []
    return min(sizes)
