"""Finds known names in a text, in one pass over its words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_ALIKE = str.maketrans("\u00a0\u202f\u2018\u2019\u02bc\u2010\u2011", "  '''--")


@dataclass(frozen=True, slots=True)
class Name:
    """``entity`` is whatever the caller knows the named one by; ``evidence`` the kind of name it is."""

    text: str
    entity: tuple[str, str]
    evidence: str


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """Offsets in Unicode code points."""

    start: int
    end: int
    name: Name


class Gazetteer:
    """Names as they are written, letter case included; the longest that fits between word boundaries wins.

    No-break spaces count as spaces, and all apostrophes and hyphens as one. A name that two entities share
    is nobody's: it is left out rather than guessed. Scripts without spaces have no boundaries, so that
    there a name is found only where it stands alone.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_first_word: dict[str, list[_Known]] = {}
        for name in _unambiguous(names):
            text = _plain(name.text)
            first = _WORD.search(text)
            if first:
                self._by_first_word.setdefault(first[0], []).append(_Known(text, first.start(), name))
        for sharing in self._by_first_word.values():
            sharing.sort(key=lambda known: len(known.text), reverse=True)

    def find(self, text: str) -> Iterator[NamedSpan]:
        plain = _plain(text)
        done = 0
        for word in _WORD.finditer(plain):
            for known in self._by_first_word.get(word[0], ()):
                start = word.start() - known.before_word
                end = start + len(known.text)
                if start >= done and plain.startswith(known.text, start) and _stands_alone(plain, start, end):
                    yield NamedSpan(start, end, known.name)
                    done = end
                    break


@dataclass(frozen=True, slots=True)
class _Known:
    """``before_word``: how many characters stand before the first word, as in ``'s-Hertogenbosch`` one."""

    text: str
    before_word: int
    name: Name


def _plain(text: str) -> str:
    """Of the same length, so that offsets stay."""
    return text.translate(_ALIKE)


def _unambiguous(names: Iterable[Name]) -> Iterator[Name]:
    by_text: dict[str, list[Name]] = {}
    for name in names:
        by_text.setdefault(name.text, []).append(name)
    for sharing in by_text.values():
        if len({name.entity for name in sharing}) == 1:
            yield min(sharing, key=lambda name: name.evidence != "label")


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (start > 0 and _in_word(text[start - 1])) and not (end < len(text) and _in_word(text[end]))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
