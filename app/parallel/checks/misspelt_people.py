"""Last names of linked people that the translation spells otherwise in one place than in the others."""

from collections.abc import Iterator, Sequence

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.known_places import known_place
from app.parallel.checks.names import RESPELLING, SHORTEST_NAME, is_latin, is_misspelling
from app.parallel.checks.ordinary_words import is_ordinary
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold_word
from app.parallel.side import Side
from app.parallel.text import KnownName

_VOWELS = frozenset("aeiou")


def misspelt_people_findings(source: Side, target: Side) -> Iterator[Finding]:
    """Wherever they stand: what one version says at the end of a quotation, another says before it.

    Only of a name that the translation has as the source does, too: others it may respell.
    """
    if RESPELLING & {side.language.partition("-")[0] for side in (source, target)}:
        return
    last_names = _last_names(source)
    kept = {name: spelt for name, spelt in last_names.items() if name in _words(target)}
    there = _words(source)
    for block, text in target.texts.items():
        links = target.names.get(block, ())
        for word in find_words(text) if kept else ():
            written = _stem(word)
            if written in there or not _may_be_name(word, target.language):
                continue
            for name, (span, spelt, entity) in kept.items():
                if _is_misspelling(name, written) and not _is_other(word, entity, links):
                    place = Span(word.start, word.end, block)
                    evidence = {"source": spelt, "target": word.text}
                    yield Finding("name-spelling", (span,), (place,), evidence)
                    break


def _last_names(side: Side) -> dict[str, tuple[Span, str, str]]:
    """Folded: where each stands first, as it is written, and whose it is."""
    found: dict[str, tuple[Span, str, str]] = {}
    for block, links in side.names.items():
        for link in links:
            words = find_words(side.texts[block][link.start : link.end])
            if link.entity.startswith("person/") and words and is_latin(words[-1].text):
                last = words[-1]
                span = Span(link.start + last.start, link.start + last.end, block)
                found.setdefault(_stem(last), (span, last.text, link.entity))
    return found


def _words(side: Side) -> frozenset[str]:
    return frozenset(_stem(word) for text in side.texts.values() for word in find_words(text))


def _stem(word: Word) -> str:
    """Folded, and without what is written on to it: Sajjan's."""
    return fold_word(word.text).partition("'")[0]


def _may_be_name(word: Word, language: str) -> bool:
    return (
        word.has_capital
        and len(word.text) >= SHORTEST_NAME
        and not is_ordinary(word.text, language)
        and known_place(word.text, language) is None
    )


def _is_misspelling(name: str, other: str) -> bool:
    return is_misspelling(name, other) or _ends_otherwise(name, other)


def _ends_otherwise(name: str, other: str) -> bool:
    """In another consonant, which no case puts there."""
    return (
        len(name) == len(other) >= SHORTEST_NAME
        and name[:-1] == other[:-1]
        and name[-1] != other[-1]
        and not _VOWELS & {name[-1], other[-1]}
    )


def _is_other(word: Word, entity: str, links: Sequence[KnownName]) -> bool:
    """Within a name of somebody or something else."""
    return any(link.entity != entity and link.start <= word.start < link.end for link in links)
