from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.load import Load
from benchmarks.targets import Target


@dataclass(frozen=True, slots=True)
class Run:
    """One target under load once. ``cpu_seconds`` is what its server's processes used meanwhile."""

    target: Target
    load: Load
    cpu_seconds: float

    @property
    def is_clean(self) -> bool:
        return self.load.requests > 0 and not self.load.refused and not self.load.broken

    @property
    def requests_per_second(self) -> float:
        return self.load.requests / self.load.seconds

    @property
    def cpu_microseconds(self) -> float:
        """A request."""
        return self.cpu_seconds / self.load.requests * 1e6


@dataclass(frozen=True, slots=True)
class Summary:
    """Medians of the clean runs; ``runs`` counts them. Ratios above 1 are better than the constant."""

    name: str
    bytes: int
    runs: int
    requests_per_second: float
    cpu_microseconds: float
    p50_ms: float
    p99_ms: float
    throughput_ratio: float
    cpu_ratio: float


def summarize(runs: Sequence[Run], constant: str) -> list[Summary]:
    """In the order of the targets; one without a clean run, or without the constant's, is left out."""
    by_target: dict[str, list[Run]] = {}
    for run in runs:
        if run.is_clean:
            by_target.setdefault(run.target.name, []).append(run)
    if constant not in by_target:
        return []
    yardstick = by_target[constant]
    return [_summary(name, clean, yardstick) for name, clean in by_target.items()]


def _summary(name: str, runs: Sequence[Run], yardstick: Sequence[Run]) -> Summary:
    throughput = _median(runs, lambda run: run.requests_per_second)
    cpu = _median(runs, lambda run: run.cpu_microseconds)
    return Summary(
        name=name,
        bytes=runs[0].target.bytes,
        runs=len(runs),
        requests_per_second=throughput,
        cpu_microseconds=cpu,
        p50_ms=_median(runs, lambda run: run.load.p50_ms),
        p99_ms=_median(runs, lambda run: run.load.p99_ms),
        throughput_ratio=throughput / _median(yardstick, lambda run: run.requests_per_second),
        cpu_ratio=_median(yardstick, lambda run: run.cpu_microseconds) / cpu,
    )


def _median(runs: Sequence[Run], figure: Callable[[Run], float]) -> float:
    return median(map(figure, runs))


COLUMNS = (
    *("bytes", "req/s", "CPU µs/request", "of constant, req/s", "of constant, CPU"),
    *("p50 ms", "p99 ms", "runs"),
)


def table(summaries: Sequence[Summary]) -> str:
    """In Markdown."""
    lines = [f"| server | {' | '.join(COLUMNS)} |", "|---" + "|--:" * len(COLUMNS) + "|"]
    for each in summaries:
        figures = [
            f"{each.bytes:,}",
            f"{each.requests_per_second:,.0f}",
            f"{each.cpu_microseconds:,.0f}",
            f"{each.throughput_ratio:.2g}",
            f"{each.cpu_ratio:.2g}",
            f"{each.p50_ms:,.1f}",
            f"{each.p99_ms:,.1f}",
            str(each.runs),
        ]
        lines.append(f"| {each.name} | {' | '.join(figures)} |")
    return "\n".join(lines)
