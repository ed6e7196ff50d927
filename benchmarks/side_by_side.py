"""Dragoman beside what it can be compared with, each one server process on one core.

Exit codes: 0 done; 1 a server failed, or one of them had no run without errors; 2 a program is missing.
"""

import argparse
import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.filling import WronglyFilled
from benchmarks.goals import goals
from benchmarks.load import CONNECTIONS, put_load
from benchmarks.machine import PROGRAMS, describe_machine
from benchmarks.processor import cores
from benchmarks.results import Run, Summary, summarize, table
from benchmarks.server import ServerFailed
from benchmarks.targets import CONSTANT, OPTIONAL, Place, Target, started_targets
from benchmarks.telling import say


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        say(f"not installed: {', '.join(missing)}; on Debian: apt-get install {' '.join(missing)}")
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    machine = describe_machine()
    try:
        targets, runs = _measure(options)
    except (ServerFailed, WronglyFilled, subprocess.SubprocessError) as failure:
        say(str(failure))
        return 1
    except KeyboardInterrupt:
        say("interrupted; every server is ended")
        return 128 + signal.SIGINT
    summaries = summarize(runs, CONSTANT)
    _print_report(machine, options, summaries)
    if options.json:
        options.json.write_text(_as_json(machine, options, runs, summaries))
    return 0 if len(summaries) == len(targets) else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.side_by_side", description=__doc__)
    parser.add_argument("--seconds", type=int, default=5, help="of load a run (5)")
    parser.add_argument("--warm-up", type=int, default=2, help="seconds of the same load before each (2)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each target, interleaved (5)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures of all runs there")
    parser.add_argument("--articles", type=int, default=100_000, help="in two languages each (100,000)")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="of filled databases, for the next run too"
    )
    parser.add_argument("--without", choices=OPTIONAL, action="append", default=[], help="leave that out")
    return parser.parse_args(arguments)


def _measure(options: argparse.Namespace) -> tuple[list[Target], list[Run]]:
    with tempfile.TemporaryDirectory(prefix="dragoman-benchmark-") as name:
        folder = Path(name)
        kept = options.keep or folder / "filled"
        kept.mkdir(parents=True, exist_ok=True)
        place = Place(folder, kept, *cores())
        with started_targets(place, options.articles, without=options.without, tell=say) as targets:
            runs = []
            for number in range(1, options.rounds + 1):
                for target in targets:
                    run = _run(target, options, place.load_core, seed=number)
                    _tell(run, number)
                    runs.append(run)
            return targets, runs


def _run(target: Target, options: argparse.Namespace, load_core: int, seed: int) -> Run:
    put = partial(put_load, target.server.origin, target.addresses, core=load_core)
    with target.around():
        put(seconds=options.warm_up, seed=-seed)
        before = target.server.cpu_seconds()
        load = put(seconds=options.seconds, seed=seed)
        return Run(target, load, target.server.cpu_seconds() - before)


def _tell(run: Run, number: int) -> None:
    if run.is_clean:
        figures = f"{run.requests_per_second:,.0f} req/s, {run.cpu_microseconds:,.0f} µs"
    else:
        figures = f"thrown out: {run.load.refused} refused, {run.load.broken} broken of {run.load.requests}"
    say(f"round {number}: {run.target.name}: {figures}")


def _print_report(machine: dict[str, str], options: argparse.Namespace, summaries: Sequence[Summary]) -> None:
    print(", ".join(f"{name} {value}" for name, value in machine.items()), end="\n\n")
    server_core, load_core = cores()
    print(
        f"{options.articles:,} articles in two languages; one server process on core {server_core}; "
        f"wrk with {CONNECTIONS} connections on core {load_core}; "
        f"medians of {options.rounds} interleaved rounds of {options.seconds} s, "
        f"each after {options.warm_up} s of the same; "
        "CPU is user and system time of the server's processes:",
        end="\n\n",
    )
    print(table(summaries), goals(summaries), sep="\n\n")


def _as_json(
    machine: dict[str, str], options: argparse.Namespace, runs: Sequence[Run], summaries: Sequence[Summary]
) -> str:
    document: dict[str, Any] = {
        "machine": machine,
        "articles": options.articles,
        "warm_up": options.warm_up,
        "seconds": options.seconds,
        "rounds": options.rounds,
        "connections": CONNECTIONS,
        "summaries": [asdict(summary) for summary in summaries],
        "runs": [
            {
                "target": run.target.name,
                **asdict(run.load),
                "cpu_seconds": run.cpu_seconds,
                "counted": run.is_clean,
            }
            for run in runs
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main())
