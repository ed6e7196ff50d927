"""Finds known names in a text, in one pass over its words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\w+")


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

    A name that two entities share is nobody's: it is left out rather than guessed.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_first_word: dict[str, list[Name]] = {}
        for name in _unambiguous(names):
            first = _WORD.match(name.text)
            if first:
                self._by_first_word.setdefault(first[0], []).append(name)
        for sharing in self._by_first_word.values():
            sharing.sort(key=lambda name: len(name.text), reverse=True)

    def find(self, text: str) -> Iterator[NamedSpan]:
        done = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < done:
                continue
            for name in self._by_first_word.get(word[0], ()):
                end = start + len(name.text)
                if text.startswith(name.text, start) and _ends_word(text, end):
                    yield NamedSpan(start, end, name)
                    done = end
                    break


def _unambiguous(names: Iterable[Name]) -> Iterator[Name]:
    by_text: dict[str, list[Name]] = {}
    for name in names:
        by_text.setdefault(name.text, []).append(name)
    for sharing in by_text.values():
        if len({name.entity for name in sharing}) == 1:
            yield min(sharing, key=lambda name: name.evidence != "label")


def _ends_word(text: str, end: int) -> bool:
    return end == len(text) or not (text[end].isalnum() or text[end] == "_")
