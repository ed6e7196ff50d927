"""Where in a text stands what was asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from app.search.analysis import Token, analyse, has_any, is_ideographic, list_sources
from app.search.expression import Phrase
from app.search.folding import lower
from app.search.languages import analysis_language
from app.search.snippets import Mark


def find_marks(text: str, language: str, wanted: Iterable[tuple[int, Phrase]]) -> list[Mark]:
    """``wanted``: phrases in terms of that language, each with the number of what it stands for."""
    return Marker(language, wanted).find(text)


class Marker:
    """Looks for the same in many texts of a language: of words that it has met and that are nothing of it no
    terms are made again, and where a text has only such it is not looked through.
    """

    def __init__(self, language: str, wanted: Iterable[tuple[int, Phrase]]) -> None:
        self._language = language
        self._key = analysis_language(language)
        self._wanted = list(wanted)
        self._firsts = frozenset(phrase.terms[0] for _, phrase in self._wanted)
        self._has_numbers = any(first.partition(":")[2].isdecimal() for first in self._firsts)
        self._met: set[str] = set()

    def find(self, text: str) -> list[Mark]:
        even = lower(text, self._key)
        by_first: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
        for what, phrase in self._wanted:
            if _may_stand_in(even, phrase):
                by_first[phrase.terms[0]].append((what, phrase))
        if not by_first or not self._may_have_any(text):
            return []
        tokens = list(analyse(text, self._language))
        following = [token for token in tokens if not token.beside]
        place = {token: number for number, token in enumerate(following)}
        found = {
            _mark(text, token.start, end, what, phrase)
            for number, token in enumerate(tokens)
            for what, phrase in by_first.get(token.term, ())
            if not phrase.forms or lower(text[token.start : token.end], self._key) in phrase.forms
            for end in (
                _end_beside(tokens, number, phrase) if token.beside else _end(following, place[token], phrase)
            )
        }
        return sorted(found)

    def _may_have_any(self, text: str) -> bool:
        """Grouped numbers are no words."""
        if self._has_numbers:
            return True
        for source in list_sources(text, self._language) - self._met:
            if has_any(source, self._language, self._firsts):
                return True
            self._met.add(source)
        return False


def _may_stand_in(even: str, phrase: Phrase) -> bool:
    """Ideographs are terms as they are written, and a text has many, each of which is analysed anew."""
    written = (term.partition(":")[2] for term in phrase.terms)
    return all(each in even for each in written if is_ideographic(each))


def _end(following: Sequence[Token], place: int, phrase: Phrase) -> Iterator[int]:
    run = following[place : place + len(phrase.terms)]
    if tuple(token.term for token in run) == phrase.terms:
        yield run[-1].end


def _end_beside(tokens: Sequence[Token], number: int, phrase: Phrase) -> Iterator[int]:
    """Of what stands for one piece of the text: 알무알렘 for 알-무알렘."""
    first = tokens[number]
    run = [
        token.term
        for token in tokens[number : number + len(phrase.terms)]
        if token.beside and (token.start, token.end) == (first.start, first.end)
    ]
    if tuple(run) == phrase.terms:
        yield first.end


def _mark(text: str, start: int, end: int, what: int, phrase: Phrase) -> Mark:
    """With what is taken for a particle and was asked for: 김정은 is not 김정 alone."""
    is_whole = text.startswith(phrase.ending, end)
    return Mark(start, end + len(phrase.ending) if is_whole else end, what)
