"""What searches cost in databases of 100,000 and 1,000,000 language versions, and readers meanwhile.

python -m benchmarks.searching [VERSIONS ...] [--queries N] [--seconds N] [--keep FOLDER] [--without NAME]

Documents of NTREX in sixteen languages, copied. One server process on one core is asked one query after the
other, none twice, and to complete beginnings of words; then articles are read, one after the other, alone and
while another client searches without a pause. Datasette searches a table of the same texts, with FTS enabled
by sqlite-utils; it is left out where one of them is missing.

Exit codes: 0 done; 1 a server failed.
"""

import argparse
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote

from benchmarks import datasette
from benchmarks.dragoman import dragoman_on_postgresql, dragoman_server, sqlite_url
from benchmarks.filling import WronglyFilled, finished
from benchmarks.processor import cores, pinned_to
from benchmarks.searched import CORPUS, read_articles, searched
from benchmarks.server import HOST, Server, ServerFailed
from benchmarks.telling import say

SIZES = (100_000, 1_000_000)
OPTIONAL = ("postgresql", "datasette")
SQLITE_UTILS = "sqlite-utils"
OK = 200
_SECONDS_TO_ANSWER = 30
_LONG = 4
_OTHERS = [
    f"{first} {second}" for first in ("2018", "2019", "news") for second in ("Reuters", "BBC", "CNN", "AP")
]
"""Are searched for before anything is measured: statements are compiled, dictionaries read."""

Milliseconds = list[float]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.searching",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("versions", type=int, nargs="*", default=SIZES)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--queries", type=int, default=100, help="of each kind, at most (100)")
    parser.add_argument("--seconds", type=int, default=20, help="of reading (20)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="of filled databases, for the next run")
    parser.add_argument("--without", choices=OPTIONAL, action="append", default=[])
    options = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="dragoman-searching-") as name:
            for versions in options.versions:
                _measure(versions, options, Path(name))
    except (ServerFailed, WronglyFilled, subprocess.SubprocessError) as failure:
        say(str(failure))
        return 1
    return 0


def _measure(versions: int, options: argparse.Namespace, folder: Path) -> None:
    database = searched(options.keep or folder, versions, corpus=options.corpus, tell=say)
    queries = _queries(database, options.queries)
    beginnings = _beginnings(queries)
    articles = [f"/articles/{article}" for article in read_articles(database)]
    asked: dict[str, dict[str, Milliseconds]] = {}
    read: dict[str, tuple[Milliseconds, Milliseconds]] = {}
    core, _ = cores()
    with ExitStack() as stack:
        dragoman = stack.enter_context(dragoman_server(sqlite_url(database), folder, core))
        dragoman.wait_until_idle()
        _ask(dragoman, _ours(_OTHERS))
        asked["SQLite"] = _ask_ours(dragoman, queries, beginnings)
        read["SQLite"] = _read_both(dragoman, articles, queries, options.seconds)
    if "postgresql" not in options.without:
        with dragoman_on_postgresql(database, folder, core, say) as dragoman:
            dragoman.wait_until_idle()
            _ask(dragoman, _ours(_OTHERS))
            asked["PostgreSQL"] = _ask_ours(dragoman, queries, beginnings)
            read["PostgreSQL"] = _read_both(dragoman, articles, queries, options.seconds)
    if "datasette" not in options.without and datasette.is_installed() and shutil.which(SQLITE_UTILS):
        texts = _datasette_texts(database)
        with datasette.datasette_server(texts, folder, core) as server:
            asked["Datasette"] = {kind: _ask(server, _theirs(texts, some)) for kind, some in queries.items()}
    print("\n".join(_report(versions, {**queries, **beginnings}, asked, read)), flush=True)


def _queries(database: Path, most: int) -> Mapping[str, Sequence[str]]:
    """By kind; words as texts have them, of all languages."""
    with closing(sqlite3.connect(database)) as connection:
        words = [
            word
            for (word,) in connection.execute(
                "SELECT word FROM word WHERE key <> '' AND length(word) > 1 AND word NOT GLOB '*[0-9]*' "
                "GROUP BY word ORDER BY max(documents) DESC, word"
            )
        ]
        headlines = [
            headline
            for (headline,) in connection.execute(
                "SELECT headline FROM revision JOIN translation ON translation.id = translation_id "
                "WHERE language IN ('en', 'nl', 'de', 'fr', 'es') ORDER BY revision.id LIMIT 1000"
            )
        ]
        (copies,) = connection.execute(
            "SELECT max(CAST(word AS INTEGER)) FROM word WHERE word GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'"
        ).fetchone()
    chance = random.Random(most)  # noqa: S311  # nothing here is secret
    frequent, middling = words[:most], words[len(words) // 10 :][:most]
    pairs = [
        " ".join(two.split()[start : start + 2]) for two in headlines for start in range(len(two.split()) - 1)
    ]
    phrases = [pair for pair in dict.fromkeys(pairs) if pair.replace(" ", "").isalpha()]
    some = {
        "a rare word": [f"{number:06}" for number in chance.sample(range(1, copies + 1), min(most, copies))],
        "a middling word": middling,
        "a frequent word": frequent,
        "two frequent words": [" ".join(chance.sample(frequent, 2)) for _ in range(most)],
        "a frequent and a middling word": list(map(" ".join, zip(frequent, middling, strict=False))),
        "a phrase": [f'"{each}"' for each in chance.sample(phrases, min(most, len(phrases)))],
    }
    asked = {word for words_of_kind in some.values() for word in words_of_kind}
    return {**some, "any word": chance.sample([word for word in words if word not in asked], most)}


def _beginnings(queries: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """What is typed on the way to words and headlines, by kind."""
    words = [*queries["a frequent word"], *queries["a middling word"]]
    phrases = [query.strip('"').split() for query in queries["a phrase"]]
    long = [word for word in (*words, *(word for phrase in phrases for word in phrase)) if len(word) > _LONG]
    most = len(queries["a frequent word"])
    kinds = {
        "two letters, completed": (word[:2] for word in words),
        "four letters, completed": (word[:_LONG] for word in long),
        "a word and two letters, completed": (f"{first} {second[:2]}" for first, second in phrases),
    }
    return {kind: list(dict.fromkeys(some))[:most] for kind, some in kinds.items()}


def _ask_ours(
    server: Server, queries: Mapping[str, Sequence[str]], beginnings: Mapping[str, Sequence[str]]
) -> dict[str, Milliseconds]:
    _ask(server, _completions(_OTHERS))
    return {
        **{kind: _ask(server, _ours(some)) for kind, some in queries.items()},
        **{kind: _ask(server, _completions(some)) for kind, some in beginnings.items()},
    }


def _completions(beginnings: Sequence[str]) -> list[str]:
    return [f"/search/suggest?q={quote(each)}" for each in beginnings]


def _ours(queries: Sequence[str]) -> list[str]:
    return [f"/search?q={quote(query)}" for query in queries]


def _theirs(database: Path, queries: Sequence[str]) -> list[str]:
    return [f"/{database.stem}/texts.json?_size=20&_search={quote(query)}" for query in queries]


def _datasette_texts(database: Path) -> Path:
    path = database.with_name(f"texts-{database.name}")
    if not path.exists():
        with finished(path) as unfinished:
            with closing(sqlite3.connect(unfinished)) as connection, connection:
                connection.execute(
                    "CREATE TABLE texts (id INTEGER PRIMARY KEY, article, language, headline, body)"
                )
                connection.execute("ATTACH ? AS searched", (str(database),))
                connection.execute(
                    "INSERT INTO texts SELECT translation.id, article_id, language, headline, "
                    "(SELECT group_concat(text, ' ') FROM searched.block WHERE revision_id = revision.id) "
                    "FROM searched.translation JOIN searched.revision ON translation_id = translation.id"
                )
            command = [SQLITE_UTILS, "enable-fts", str(unfinished), "texts", "headline", "body", "--fts5"]
            subprocess.run(command, check=True, capture_output=True)
    return path


class _Client:
    """One connection, on the core of the load."""

    def __init__(self, server: Server) -> None:
        self._connection = HTTPConnection(HOST, server.port, timeout=_SECONDS_TO_ANSWER)

    def milliseconds(self, path: str) -> float:
        """Raises ServerFailed for any status but 200."""
        start = time.perf_counter()
        try:
            self._connection.request("GET", path, headers={"Accept-Language": "en, nl;q=0.5"})
            response = self._connection.getresponse()
            response.read()
        except (OSError, HTTPException) as error:
            raise ServerFailed(f"{path}: {error}") from error
        if response.status != OK:
            raise ServerFailed(f"{path} answered {response.status}")
        return (time.perf_counter() - start) * 1000

    def close(self) -> None:
        self._connection.close()


def _ask(server: Server, paths: Sequence[str]) -> Milliseconds:
    _, core = cores()
    with closing(_Client(server)) as client, pinned_to(core):
        return [client.milliseconds(path) for path in paths]


def _read_both(
    server: Server, articles: Sequence[str], queries: Mapping[str, Sequence[str]], seconds: int
) -> tuple[Milliseconds, Milliseconds]:
    """Alone, and beside a client that searches."""
    _read(server, articles, 1)
    alone = _read(server, articles, seconds)
    every = _ours([query for some in queries.values() for query in some])
    random.Random(1).shuffle(every)  # noqa: S311  # nothing here is secret
    ended = threading.Event()
    searcher = threading.Thread(target=_search_until, args=(ended, server, every))
    searcher.start()
    try:
        return alone, _read(server, articles, seconds)
    finally:
        ended.set()
        searcher.join()


def _search_until(ended: threading.Event, server: Server, paths: Sequence[str]) -> None:
    """``limit`` makes them other requests than those that were answered before."""
    with closing(_Client(server)) as client:
        for number in range(1_000_000):
            if ended.is_set():
                return
            client.milliseconds(f"{paths[number % len(paths)]}&limit={1 + number % 19}")


def _read(server: Server, articles: Sequence[str], seconds: int) -> Milliseconds:
    chance = random.Random(seconds)  # noqa: S311  # nothing here is secret
    _, core = cores()
    ending = time.monotonic() + seconds
    taken = []
    with closing(_Client(server)) as client, pinned_to(core):
        while time.monotonic() < ending:
            taken.append(client.milliseconds(chance.choice(articles)))
    return taken


def _report(
    versions: int,
    queries: Mapping[str, Sequence[str]],
    asked: Mapping[str, Mapping[str, Milliseconds]],
    read: Mapping[str, tuple[Milliseconds, Milliseconds]],
) -> Iterator[str]:
    """In Markdown: p50 and p99 in milliseconds."""
    yield f"\n{versions:,} language versions; milliseconds, p50 / p99:\n"
    yield f"| searching for | {' | '.join(asked)} |"
    yield "|---" + "|--:" * len(asked) + "|"
    for kind, some in queries.items():
        taken = [_percentiles(own.get(kind)) for own in asked.values()]
        yield f"| {kind} ({len(some)}) | {' | '.join(taken)} |"
    yield "\n| reading an article | alone | beside searches | p99, times |\n|---|--:|--:|--:|"
    for on, (alone, beside) in read.items():
        times = _percentile(beside, 99) / _percentile(alone, 99)
        yield f"| {on} | {_percentiles(alone)} | {_percentiles(beside)} | {times:.1f} |"


def _percentiles(taken: Milliseconds | None) -> str:
    """A dash for what is not offered, or was not asked."""
    if not taken:
        return "–"
    return f"{_percentile(taken, 50):.1f} / {_percentile(taken, 99):.1f}"


def _percentile(taken: Milliseconds, percent: int) -> float:
    return sorted(taken)[max(0, -(-len(taken) * percent // 100) - 1)]


if __name__ == "__main__":
    sys.exit(main())
