"""The surname alone, for one whose whole name is in the same article."""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.gazetteer.han import is_han
from app.gazetteer.keys import fold
from app.gazetteer.names import Name, Referent
from app.gazetteer.words import is_syllabic, plain, split_words
from app.language.tag import EVERYWHERE

_SHORTEST = 3
_SHORTEST_OF_SYLLABLES = 2
_MANY = 3
_BETWEEN_FOREIGN_NAMES = "・"
"""In Japanese and Chinese, as in ``ウラジーミル・プーチン``."""
_PARTICLES = frozenset({
    "abu", "af", "al", "av", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "e", "el", "het", "ibn", "la", "le", "te", "ten", "ter", "und", "van", "von", "y", "zu", "zur", "и",
})  # fmt: skip


def surnames(people: Iterable[Name]) -> Iterator[Name]:
    """Names for those whom one article names in whole; a surname that two of them share is neither's."""
    found: dict[str, dict[Referent, set[str]]] = {}
    for name in people:
        if name.referent.by_surname:
            for surname in _surnames_in(name.text):
                found.setdefault(fold(surname), {}).setdefault(name.referent, set()).add(surname)
    for bearers in found.values():
        if len(bearers) == 1:
            [(person, written)] = bearers.items()
            yield from (Name(surname, EVERYWHERE, "alias", person) for surname in sorted(written))


def given_name(name: str) -> str:
    return _parts(name)[0]


def end_of_double_name(text: str, end: int) -> int:
    """Where the whole of a surname ends that ends at a place of a text: ``Bijleveld-Schouten``."""
    more = _JOINED.match(text, end)
    return more.end() if more and more[0][1].isupper() else end


_JOINED = re.compile(r"-\w+")


def _parts(name: str) -> Sequence[str]:
    return plain(name).replace(_BETWEEN_FOREIGN_NAMES, " ").split() or [""]


def _surnames_in(name: str) -> Iterator[str]:
    """All after the given name, the last part, and each part of a double name.

    ``Ank Bijleveld-Schouten``: ``Bijleveld-Schouten``, ``Bijleveld``, ``Schouten``; ``Jan van der Berg``:
    ``van der Berg``, ``Berg``. Given names between are none: ``Hillary Rodham Clinton`` is ``Clinton``.
    Of four names the last two may be one: ``Suu Kyi``.
    """
    _, *parts = _parts(name)
    if not parts:
        return
    last = parts[-1]
    first_particle = next((index for index, part in enumerate(parts) if fold(part) in _PARTICLES), None)
    if first_particle is not None:
        whole = " ".join(parts[first_particle:])
        yield whole
        yield whole[0].upper() + whole[1:]
    if len(last) >= (_SHORTEST_OF_SYLLABLES if _is_of_syllables(last) else _SHORTEST):
        yield last
    if len(parts) >= _MANY and first_particle is None:
        yield " ".join(parts[-2:])
    if "-" in last:
        yield from (part for part in split_words(last).texts if _is_name(part))


def _is_name(part: str) -> bool:
    return len(part) >= _SHORTEST and part[0].isupper()


def _is_of_syllables(part: str) -> bool:
    """Each character is a syllable, in Chinese and Korean."""
    return is_han(part[0]) or is_syllabic(part[0])
