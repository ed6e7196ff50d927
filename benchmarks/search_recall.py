"""How often the headline of an article in one language finds the article for a reader of another.

python -m benchmarks.search_recall [--corpus FOLDER] [--stored NAME ...] [--encoder] [LANGUAGE ...]

For every document of NTREX and every two languages, the headline in the one is asked for by a reader of the
other: ``GET /search?q=<headline>`` with that ``Accept-Language``. It is found if the document is among the
first ten hits, in the reader's language. What is stored is

all     every document in all the languages
half    every second document in the reader's language alone, the others in all; asked for are the former:
        names that stay the same, known people and places, and what the aligned others teach can find them
one     every document in the reader's language alone

Exit code 1: of the headlines with a name, fewer than nine in ten found it, with all stored.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import permutations
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.dragoman import DATABASE, dragoman_server, sqlite_url
from benchmarks.processor import cores
from benchmarks.server import REPOSITORY, Server, clean_environment
from benchmarks.telling import say

LANGUAGES = ("en", "nl", "de", "ru", "ar", "ja", "zh-Hans", "tr")
CORPUS = REPOSITORY.parent / "shared" / "corpus" / "ntrex"
STORED = ("all", "half", "one")
FIRST = 10
GOAL = 0.9
GAZETTEERS = (("countries",), ("cities", "--population", "100000"), ("demonyms",))

WITHOUT_NAME = {
    "bbc.381749", "cnbc.com.6790", "dailymail.co.uk.298630", "dailymail.co.uk.298644",
    "dailymail.co.uk.298732", "nytimes.184822",
}  # fmt: skip
"""Their headlines name no person, no place and no organisation: read, and not found by a program."""

Pair = tuple[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search_recall",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("languages", nargs="*", default=LANGUAGES, metavar="LANGUAGE")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--stored", choices=STORED, nargs="+", default=STORED)
    parser.add_argument("--misses", action="store_true", help="say which headlines did not find theirs")
    parser.add_argument("--encoder", action="store_true", help="with the extra: search by meaning, too")
    options = parser.parse_args(arguments)
    recalls = {}
    with tempfile.TemporaryDirectory(prefix="dragoman-recall-") as name:
        folder = Path(name)
        gazetteers = _load_gazetteers(folder)
        for stored in options.stored:
            found = _measure(stored, options, gazetteers, folder)
            recalls[stored] = _recall(found, with_name=True)
            print(f"\n{_table(stored, found, options.languages)}", flush=True)
    return 0 if recalls.get("all", 1) >= GOAL else 1


def _load_gazetteers(folder: Path) -> Path:
    path = folder / "gazetteers.db"
    for gazetteer in GAZETTEERS:
        _dragoman(path, "places", "load", *gazetteer)
    return path


def _dragoman(database: Path, *arguments: str | Path, encoder: bool = False) -> None:
    environment = clean_environment({DATABASE: sqlite_url(database), **_settings(encoder)})
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, capture_output=True)


def _settings(encoder: bool) -> dict[str, str]:
    """Without a process for searches, which the server does not wait for."""
    return {"DRAGOMAN_ENCODER": "installed" if encoder else "none", "DRAGOMAN_SEARCH_PROCESS": "false"}


def _measure(
    stored: str, options: argparse.Namespace, gazetteers: Path, folder: Path
) -> dict[Pair, dict[str, bool]]:
    """Of each pair of asked and read, whether each document was found."""
    found: dict[Pair, dict[str, bool]] = {}
    documents = sorted(path.name for path in options.corpus.iterdir() if path.is_dir())
    sought = documents[::2] if stored == "half" else documents
    sites = [None] if stored == "all" else options.languages
    for alone in sites:
        languages = {
            document: [alone] if alone and document in sought else options.languages for document in documents
        }
        with _site(languages, options, gazetteers, folder) as server:
            for pair in permutations(options.languages, 2):
                if alone in (None, pair[1]):
                    found[pair] = {each: _is_found(server, options.corpus, each, pair) for each in sought}
                    if options.misses:
                        say(f"{stored}, {pair}: {[each for each in sought if not found[pair][each]]}")
    return found


@contextmanager
def _site(
    languages: dict[str, Sequence[str]], options: argparse.Namespace, gazetteers: Path, folder: Path
) -> Iterator[Server]:
    with tempfile.TemporaryDirectory(dir=folder) as name:
        articles, database = Path(name, "articles"), Path(name, "site.db")
        for document, wanted in languages.items():
            article = articles / _id(document)
            article.mkdir(parents=True)
            for language in wanted:
                shutil.copy(options.corpus / document / f"{language}.txt", article)
        shutil.copy(gazetteers, database)
        _dragoman(database, "import", articles, encoder=options.encoder)
        settings = _settings(options.encoder)
        with dragoman_server(sqlite_url(database), Path(name), cores()[0], **settings) as server:
            yield server


def _id(document: str) -> str:
    return document.replace(".", "-")


def _is_found(server: Server, corpus: Path, document: str, pair: Pair) -> bool:
    asked, read = pair
    headline = (corpus / document / f"{asked}.txt").read_text(encoding="utf-8").split("\n", 1)[0]
    answer: Any = json.loads(server.get(f"/search?{urlencode({'q': headline, 'limit': FIRST})}", read))
    articles = [hit["article"] for hit in answer["items"]]
    return any((each["id"], each["language"]) == (_id(document), read) for each in articles)


def _recall(found: dict[Pair, dict[str, bool]], *, with_name: bool) -> float:
    of_those = [
        is_found
        for documents in found.values()
        for document, is_found in documents.items()
        if (document not in WITHOUT_NAME) is with_name
    ]
    return sum(of_those) / len(of_those)


def _table(stored: str, found: dict[Pair, dict[str, bool]], languages: Sequence[str]) -> str:
    """Recall of the headlines with a name: a line a language asked in, a column a language read."""
    with_name, without = _recall(found, with_name=True), _recall(found, with_name=False)
    lines = [
        f"Stored: {stored}. Headlines with a name {with_name:.3f}, without {without:.3f}.\n",
        f"| asked in, read in | {' | '.join(languages)} |",
        "|---" + "|--:" * len(languages) + "|",
    ]
    for asked in languages:
        cells = [
            f"{_recall({pair: found[pair]}, with_name=True):.2f}" if (pair := (asked, read)) in found else ""
            for read in languages
        ]
        lines.append(f"| {asked} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
