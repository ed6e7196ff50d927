"""The tables of ``declensions.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

from app.gazetteer.keys import fold
from app.language.fallback import fallbacks

ANY = "+"
AFTER_CONSONANT = "consonant"
_NOTHING = "-"
_NO_LETTERS = (ANY, AFTER_CONSONANT)

Endings = Mapping[str, frozenset[str]]
Changes = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Declension:
    """``names`` and ``adjectives`` have what may stand instead of an ending; all is folded.

    ``shortest``: the fewest letters of a name, no demonym, that such endings are written onto.
    """

    names: Endings
    adjectives: Endings
    shortest: int
    consonants: Changes
    inner: Changes
    vowels: Changes

    @cached_property
    def replaced_by(self) -> Mapping[str, frozenset[str]]:
        """By the ending of an inflected form, what the name may have instead; also nothing."""
        found: dict[str, set[str]] = {}
        for endings in (self.names, self.adjectives):
            for replaced, others in endings.items():
                for other in others:
                    found.setdefault(other, set()).add("" if replaced in _NO_LETTERS else replaced)
        return {ending: frozenset(replaced) for ending, replaced in found.items()}

    @cached_property
    def longest_ending(self) -> int:
        return max(map(len, self.replaced_by), default=0)


@lru_cache(maxsize=1024)
def declension(language: str) -> Declension | None:
    """That of the language, or of the nearest one that it falls back to."""
    tables = _tables()
    names = (language, *fallbacks(language), language.partition("-")[0])
    return next((tables[name] for name in names if name in tables), None)


_DECLINED_ALIKE = {"hr": "sr", "bs": "sr", "no": "nb", "mk": "bg", "ms": "id"}


@cache
def _tables() -> Mapping[str, Declension]:
    written = tomllib.loads(files(__package__).joinpath("declensions.toml").read_text(encoding="utf-8"))
    tables = {language: _declension(table) for language, table in written.items()}
    return tables | {language: tables[other] for language, other in _DECLINED_ALIKE.items()}


def _declension(table: Mapping[str, Any]) -> Declension:
    return Declension(
        names=_endings(table.get("names", "")),
        adjectives=_endings(table.get("adjectives", "")),
        shortest=table.get("shortest", 0),
        consonants=_changes(table.get("consonants", "")),
        inner=_changes(table.get("inner", "")),
        vowels=_changes(table.get("vowels", "")),
    )


def _endings(table: str) -> Endings:
    """Two endings may be one when folded, as the Ukrainian ``й`` and ``и``."""
    found: dict[str, frozenset[str]] = {}
    for line in filter(None, table.splitlines()):
        ending, _, others = line.partition(":")
        folded = frozenset(fold(other.replace(_NOTHING, "")) for other in others.split())
        found[fold(ending)] = found.get(fold(ending), frozenset()) | folded
    return found


def _changes(table: str) -> Changes:
    parts = (change.partition(">") for change in table.split())
    return tuple((fold(before), fold(after)) for before, _, after in parts)
