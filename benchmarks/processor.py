"""Which core a process runs on and what it costs there. Linux only: affinity and /proc."""

import ctypes
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def cores() -> tuple[int, int]:
    """One for the servers and one for the load; the same one where there is no other."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[-1], usable[0]


@contextmanager
def pinned_to(core: int) -> Iterator[None]:
    """What is started inside stays on the core, with all its threads and children (as by taskset)."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def cpu_seconds(root: int) -> float:
    """User and system time of a process and its descendants, those that have ended included."""
    stats = process_stats()
    parents = {pid: int(fields[1]) for pid, fields in stats.items()}
    ticks = sum(
        sum(map(int, fields[11:15])) for pid, fields in stats.items() if root in _lineage(pid, parents)
    )
    return ticks / TICKS_PER_SECOND


def own_cpu_seconds(process: int) -> float:
    """User and system time of a process alone, to the nanosecond (clock_getcpuclockid(3))."""
    clock = ctypes.c_int()
    error = ctypes.CDLL(None).clock_getcpuclockid(process, ctypes.byref(clock))
    if error:
        raise OSError(error, os.strerror(error))
    return time.clock_gettime(clock.value)


def parent_of(pid: int) -> int:
    return int(process_stats()[pid][1])


def process_stats() -> dict[int, list[str]]:
    """The fields of proc(5)'s stat from the third on (the second may hold spaces), by process id."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(path.parent.name)] = path.read_text(errors="replace").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has ended meanwhile
    return found


def _lineage(pid: int, parents: dict[int, int]) -> Iterator[int]:
    while pid in parents:
        yield pid
        pid = parents[pid]
