"""The table of searches, and the texts it is about."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import OTTAWA, REPOSITORY, SHARED

NTREX = SHARED / "corpus" / "ntrex"
PAIR = "ottawa"

_TABLE = tomllib.loads(Path(__file__).with_name("searches.toml").read_text(encoding="utf-8"))

DOCUMENTS: Mapping[str, str] = _TABLE["documents"]
"""Folders of the corpus, by the name that the table has for each."""


@dataclass(frozen=True, slots=True)
class Search:
    """A row; ``language`` is the reader's. searches.toml says what the others mean."""

    language: str
    q: str
    about: str
    first: Sequence[str] | None = None
    printed: str = ""
    never: Sequence[str] = ()
    suggests: str = ""
    beyond: str = ""


SEARCHES: Sequence[Search] = [
    Search(language, **row) for language, rows in _TABLE["searches"].items() for row in rows
]


def languages() -> set[str]:
    return {each.language for each in SEARCHES}


def article_id(name: str) -> str:
    return OTTAWA if name == PAIR else name


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Each document in that language, if it is there in it, by its name."""
    for name in (*DOCUMENTS, PAIR):
        folder = REPOSITORY / "data" / OTTAWA if name == PAIR else NTREX / DOCUMENTS[name]
        path = folder / f"{language}.txt"
        if path.exists():
            yield name, path.read_text(encoding="utf-8")


def write_articles(folder: Path) -> None:
    """The documents in the languages of the table, to be imported under their names."""
    for language in languages():
        for name, text in texts(language):
            if name != PAIR:
                article = folder / name
                article.mkdir(parents=True, exist_ok=True)
                (article / f"{language}.txt").write_text(text, encoding="utf-8")
