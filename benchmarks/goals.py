"""What was to be reached, beside what was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.results import Summary
from benchmarks.targets import (
    BEHIND_VARNISH,
    CONSTANT,
    CONSTANT_LIST,
    DATASETTE,
    LISTING,
    NEGOTIATING,
    TUTORIAL,
    VARNISH_CONSTANT,
)


@dataclass(frozen=True, slots=True)
class Goal:
    """``name`` is to be so many times ``yardstick``, or where ``goal`` is None it has none of its own."""

    name: str
    yardstick: str
    goal: float | None


GOALS = (
    Goal(NEGOTIATING, CONSTANT, 0.65),
    Goal(NEGOTIATING, TUTORIAL, 20),
    Goal(NEGOTIATING, DATASETTE, 12),
    Goal(LISTING, CONSTANT, 0.5),
    Goal(LISTING, CONSTANT_LIST, None),
    Goal(BEHIND_VARNISH, VARNISH_CONSTANT, 0.8),
)
LATENCY_GOAL = 3
"""The 99th percentile of reading an article, at most so many times the median."""


def goals(summaries: Sequence[Summary]) -> str:
    """In Markdown; without what was not measured."""
    return "\n".join(["| | goal | by req/s | by CPU |", "|---|--:|--:|--:|", *_lines(summaries)])


def _lines(summaries: Sequence[Summary]) -> Iterator[str]:
    measured = {each.name: each for each in summaries}
    for each in GOALS:
        if each.name in measured and each.yardstick in measured:
            own, other = measured[each.name], measured[each.yardstick]
            goal = "" if each.goal is None else f"≥ {each.goal:g}"
            yield _line(
                f"{each.name} / {each.yardstick}",
                goal,
                own.requests_per_second / other.requests_per_second,
                other.cpu_microseconds / own.cpu_microseconds,
            )
    if NEGOTIATING in measured:
        own = measured[NEGOTIATING]
        yield f"| {NEGOTIATING}: p99 / p50 | < {LATENCY_GOAL} | {own.p99_ms / own.p50_ms:.2g} | |"


def _line(what: str, goal: str, by_throughput: float, by_cpu: float) -> str:
    return f"| {what} | {goal} | {by_throughput:.2g} | {by_cpu:.2g} |"
