"""Where in a text stands what was asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from app.search.analysis import Token, analyse
from app.search.expression import Phrase
from app.search.folding import lower
from app.search.languages import analysis_language
from app.search.snippets import Mark


def find_marks(text: str, language: str, wanted: Iterable[tuple[int, Phrase]]) -> list[Mark]:
    """``wanted``: phrases in terms of that language, each with the number of what it stands for."""
    return Marker(language, wanted).find(text)


class Marker:
    """Looks for the same in many texts of a language.

    ``forms``: of each term the words in small letters that texts have had. What has none of them is passed
    over, which takes less than to analyse it.
    """

    def __init__(
        self,
        language: str,
        wanted: Iterable[tuple[int, Phrase]],
        forms: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._language = language
        self._key = analysis_language(language)
        self._wanted = list(wanted)
        self._forms = forms

    def find(self, text: str) -> list[Mark]:
        by_first = self._wanted_in(text)
        if not by_first:
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

    def _wanted_in(self, text: str) -> dict[str, list[tuple[int, Phrase]]]:
        """What may stand there, by its first term."""
        small = lower(text, self._key)
        by_first: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
        for what, phrase in self._wanted:
            if all(self._may_stand_in(small, term) for term in phrase.terms):
                by_first[phrase.terms[0]].append((what, phrase))
        return by_first

    def _may_stand_in(self, small: str, term: str) -> bool:
        return self._forms is None or any(form in small for form in self._forms.get(term, ()))


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
