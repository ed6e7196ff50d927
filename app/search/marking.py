"""Where in a text stands what was asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from app.search.analysis import Token, analyse, is_ideographic
from app.search.expression import Phrase
from app.search.folding import lower
from app.search.languages import analysis_language
from app.search.snippets import Mark


def find_marks(text: str, language: str, wanted: Iterable[tuple[int, Phrase]]) -> list[Mark]:
    """``wanted``: phrases in terms of that language, each with the number of what it stands for."""
    by_first: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
    key = analysis_language(language)
    even = lower(text, key)
    for what, phrase in wanted:
        if _may_stand_in(even, phrase):
            by_first[phrase.terms[0]].append((what, phrase))
    if not by_first:
        return []
    tokens = list(analyse(text, language))
    following = [token for token in tokens if not token.beside]
    place = {token: number for number, token in enumerate(following)}
    found = {
        mark
        for token in tokens
        for what, phrase in by_first.get(token.term, ())
        if not phrase.forms or lower(text[token.start : token.end], key) in phrase.forms
        for mark in _marks(token, what, phrase, following, place.get(token))
    }
    return sorted(found)


def _may_stand_in(even: str, phrase: Phrase) -> bool:
    """Ideographs are terms as they are written, and a text has many, each of which is analysed anew."""
    written = (term.partition(":")[2] for term in phrase.terms)
    return all(each in even for each in written if is_ideographic(each))


def _marks(
    token: Token, what: int, phrase: Phrase, following: Sequence[Token], place: int | None
) -> Iterator[Mark]:
    size = len(phrase.terms)
    if size == 1:
        yield Mark(token.start, token.end, what)
    elif place is not None:
        run = following[place : place + size]
        if tuple(each.term for each in run) == phrase.terms:
            yield Mark(token.start, run[-1].end, what)
