"""A place's mention in a text, and the ones marked by hand in `gold/`."""

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Literal, NamedTuple

GOLD = Path(__file__).parent / "gold"

Kind = Literal["name", "demonym"]


class Mention(NamedTuple):
    """`line` counts from 1, `start` and `end` are code points of that line.

    `id` is a country's ISO 3166-1 alpha-2 code, or a capital's English name and its country: "Seoul, KR".
    """

    document: str
    language: str
    line: int
    start: int
    end: int
    surface: str
    id: str
    kind: Kind

    @property
    def is_of_country(self) -> bool:
        return ", " not in self.id


class Gold(NamedTuple):
    """`read` are the document and language of each text that was read, with mentions or without."""

    mentions: list[Mention]
    read: set[tuple[str, str]]


def gold(languages: Collection[str] | None = None) -> Gold:
    everything = Gold([], set())
    for path in sorted(GOLD.glob("*.toml")):
        marked = tomllib.loads(path.read_text(encoding="utf-8"))
        language: str = marked["language"]
        if languages is not None and language not in languages:
            continue
        for document, mentions in marked["documents"].items():
            everything.read.add((document, language))
            for mention in mentions:
                kind = mention.pop("class")
                everything.mentions.append(Mention(document, language, kind=kind, **mention))
    return everything
