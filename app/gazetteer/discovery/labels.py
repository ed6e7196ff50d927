"""What a name is called in each language, from how it is written there."""

from collections import Counter
from collections.abc import Mapping

from app.gazetteer.discovery.agreement import is_same_spelling
from app.gazetteer.discovery.sounds import romanised
from app.gazetteer.inflection import uninflected
from app.gazetteer.keys import fold

Written = Mapping[str, Counter[str]]
"""How often each way to write a name stands in the texts of each language."""


def choose_labels(written: Written) -> dict[str, str]:
    """Likely without a case ending: as other languages have it, else the shortest, else the commonest."""
    shared = Counter(romanised(surface) for surfaces in written.values() for surface in surfaces)

    def order(language: str, surface: str) -> tuple[int, int, int, str]:
        return -shared[romanised(surface)], len(surface), -written[language][surface], surface

    return {
        language: min(order(language, surface) for surface in surfaces)[-1]
        for language, surfaces in sorted(written.items())
    }


def key_of(labels: Mapping[str, str]) -> str:
    """What most languages agree on, romanised: the same for the same name in other articles."""
    counted = Counter(romanised(label) for label in labels.values())
    return min(counted, key=lambda key: (-counted[key], len(key), key))


def shared_labels(labels: Mapping[str, str], everywhere: str) -> dict[str, str]:
    """What two languages or more call alike is filed under ``everywhere``.

    A label that is another's with a case ending says no more than that: "Craig Halketts" in German.
    """
    bases = {language: _base(label, language, labels) for language, label in labels.items()}
    common, languages = Counter(bases.values()).most_common(1)[0]
    if languages == 1:
        return dict(bases)
    return {everywhere: common} | {tag: base for tag, base in bases.items() if base != common}


def may_have_ending(label: str, language: str) -> bool:
    """Whether a word of it could be one with a case ending."""
    words = map(fold, label.split())
    return any(not base.startswith(word) for word in words for base in uninflected(word, language))


def _base(label: str, language: str, labels: Mapping[str, str]) -> str:
    candidates = [
        other
        for tag, other in labels.items()
        if len(other) < len(label) and _has_ending(label, other, language, tag)
    ]
    return min(candidates, key=lambda other: (len(other), other), default=label)


def _has_ending(label: str, base: str, language: str, base_language: str) -> bool:
    words, others = label.split(), base.split()
    return len(words) == len(others) and all(
        len(other) <= len(word) and is_same_spelling(word, other, language, base_language)
        for word, other in zip(words, others, strict=True)
    )
