"""What reading costs in databases of 1,000 to 1,000,000 language versions, and how much more in the largest.

Exit codes: 0 done; 1 a server failed, or answered an error.
"""

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from app.database.engine import Database
from app.queries.shelf import SQLiteShelf, page_cache_bytes
from app.representations.coding import Coding
from app.representations.renderer import renderer
from app.settings import Settings
from benchmarks.dragoman import LIST, dragoman_server, routes_server, sqlite_url
from benchmarks.filling import WronglyFilled, filled, numbered, open_sqlite
from benchmarks.load import Addresses, put_load
from benchmarks.processor import cores
from benchmarks.server import Server, ServerFailed
from benchmarks.telling import say

LANGUAGES = ("en", "nl")
SIZES = (1_000, 10_000, 100_000, 1_000_000)
SHELF_READS = 20_000
ARTICLE = "small"
TEXTS = {
    "en": "The harbour opens\n\nIt was closed for a week.\n\nShips come in again.\n",
    "nl": "De haven gaat open\n\nHij was een week gesloten.\n\nEr komen weer schepen binnen.\n",
}
"""Small, so that a million fit on a disk."""


@dataclass(frozen=True, slots=True)
class Size:
    """A database of so many language versions, its servers, and what readings cost: microseconds of CPU."""

    versions: int
    database: Database
    dragoman: Server
    routes: Server
    costs: dict[str, list[float]] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        return self.versions // len(LANGUAGES)

    def note(self, what: str, microseconds: float) -> None:
        self.costs.setdefault(what, []).append(microseconds)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="dragoman-growth-") as name, ExitStack() as stack:
            sizes = [_started(versions, Path(name), options.keep, stack) for versions in options.versions]
            for size in sizes:
                size.dragoman.wait_until_idle()
            for number in range(1, options.rounds + 1):
                for size in sizes:
                    _measure(size, options.seconds, number)
                    say(f"round {number}: {size.versions:,} language versions")
            print(table(sizes))
    except (ServerFailed, WronglyFilled, subprocess.SubprocessError) as failure:
        say(str(failure))
        return 1
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument(
        "versions", type=int, nargs="*", default=SIZES, help="language versions, by default four"
    )
    parser.add_argument("--seconds", type=int, default=3, help="of load a run (3), after as much of the same")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each size, interleaved (5)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="of filled databases, for the next run")
    return parser.parse_args(arguments)


def _started(versions: int, folder: Path, keep: Path | None, stack: ExitStack) -> Size:
    kept = keep or folder
    kept.mkdir(parents=True, exist_ok=True)
    path = filled(kept, versions // len(LANGUAGES), inbox=[_inbox(folder)], tell=say)
    core, _ = cores()
    url = sqlite_url(path)
    dragoman = stack.enter_context(dragoman_server(url, folder, core))
    routes = stack.enter_context(routes_server(url, folder, core))
    return Size(versions, stack.enter_context(closing(open_sqlite(path))), dragoman, routes)


def _inbox(folder: Path) -> Path:
    article = folder / ARTICLE
    article.mkdir(exist_ok=True)
    for language, text in TEXTS.items():
        (article / f"{language}.txt").write_text(text, encoding="utf-8")
    (article / "article.toml").write_text("published_at = 2018-12-06\n", encoding="utf-8")
    return article


def _measure(size: Size, seconds: int, seed: int) -> None:
    size.note("the shelf, random articles", asyncio.run(_read_shelf(size, seed)))
    articles = Addresses(f"/articles/{ARTICLE}-%06d", size.articles)
    for what, server, addresses in (
        ("Dragoman, random articles by Accept-Language", size.dragoman, articles),
        ("its routes, random articles by Accept-Language", size.routes, articles),
        ("its routes, the list of 20", size.routes, Addresses(LIST)),
    ):
        size.note(what, _read_over_http(server, addresses, seconds, seed))


async def _read_shelf(size: Size, seed: int) -> float:
    shelf, program = SQLiteShelf(size.database, page_cache_bytes(Settings())), renderer()
    try:
        await shelf.warm()
        for asked in _asked(size, -seed), _asked(size, seed):  # first for what has to be brought into memory
            start = time.process_time()
            rows = [await shelf.find(*each, program, Coding.IDENTITY) for each in asked]
            cost = time.process_time() - start
    finally:
        await shelf.close()
    if None in rows:
        raise WronglyFilled(f"an article of {size.versions:,} language versions is not on the shelf")
    return cost / SHELF_READS * 1e6


def _asked(size: Size, seed: int) -> list[tuple[str, str]]:
    chance = random.Random(seed)  # noqa: S311  # nothing here is secret
    return [
        (numbered(ARTICLE, chance.randint(1, size.articles)), chance.choice(LANGUAGES))
        for _ in range(SHELF_READS)
    ]


def _read_over_http(server: Server, addresses: Addresses, seconds: int, seed: int) -> float:
    _, load_core = cores()
    put = partial(put_load, server.origin, addresses, seconds=seconds, core=load_core)
    put(seed=-seed)  # for what has to be brought into memory
    before = server.cpu_seconds()
    load = put(seed=seed)
    if not load.requests or load.refused or load.broken:
        raise ServerFailed(
            f"{addresses.path}: {load.refused} refused, {load.broken} broken of {load.requests}"
        )
    return (server.cpu_seconds() - before) / load.requests * 1e6


def table(sizes: Sequence[Size]) -> str:
    """Medians, in Markdown; the last column is the largest's over the smallest's."""
    return "\n".join(_lines(sizes))


def _lines(sizes: Sequence[Size]) -> Iterator[str]:
    yield f"| CPU µs | {' | '.join(f'{size.versions:,}' for size in sizes)} | ratio |"
    yield "|---" + "|--:" * (len(sizes) + 1) + "|"
    for what in sizes[0].costs:
        medians = [median(size.costs[what]) for size in sizes]
        cells = [f"{cost:,.1f}" for cost in medians] + [f"{medians[-1] / medians[0]:.2f}"]
        yield f"| {what} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
