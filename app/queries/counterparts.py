"""What stands for a word of a query in the other languages, as aligned texts of this site show."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session, col, select

from app.database.one_of import is_one_of
from app.database.vocabulary import count_documents
from app.models import Counterpart
from app.queries.forms import USUAL
from app.search.expression import Phrase, phrase
from app.search.languages import analysis_language
from app.search.wanted import Wanted, words_in
from app.search.whole_words import language_of, phrase_of, word_key

MOST = 3
"""In each language."""
MOST_WORDS = 32
"""Of a query."""
LEAST_STRENGTH = 0.3
OF_COUNTERPARTS = 0.6
"""What one counts for that is as strong as can be, beside the word itself. Measured (decision 20)."""
_AT_ONCE = 500
"""Terms in one query: SQLite once took no more than 999 parameters."""

_Strengths = dict[str, float]
"""By term."""
_Others = Mapping[str, Sequence[Phrase]]
"""By language."""


def with_counterparts(
    session: Session, wanted: Sequence[Wanted], languages: Sequence[str], read: str | None
) -> list[Wanted]:
    """Of words, and of no more than some; not of names, which are known in all languages.

    ``read`` is the reader's language: a word that is one of it is taken for that.
    """
    keys = list(dict.fromkeys(map(analysis_language, languages)))
    parts = {each: words_in(each.text.text) for each in wanted if each.text and _is_word(each)}
    words = list(dict.fromkeys(word for some in parts.values() for word in some))[:MOST_WORDS]
    weights = {some[0]: each.weights for each, some in parts.items() if len(some) == 1}
    others = _counterparts(session, words, keys, weights, read)
    return [_with_others(each, parts.get(each, ()), others) for each in wanted]


def _is_word(wanted: Wanted) -> bool:
    return wanted.text is not None and wanted.text.kind == "word" and not wanted.keywords


def _with_others(wanted: Wanted, parts: Sequence[str], others: Mapping[str, _Others]) -> Wanted:
    if len(parts) == 1:
        return replace(wanted, others=others.get(parts[0], {}))
    for_parts: dict[str, list[Phrase]] = {}
    for part in parts:
        for language, phrases in others.get(part, {}).items():
            for_parts.setdefault(language, []).extend(phrases)
    return replace(wanted, for_parts=for_parts)


def _counterparts(
    session: Session,
    words: Sequence[str],
    languages: Sequence[str],
    weights: Mapping[str, Mapping[str, float]],
    read: str | None,
) -> dict[str, _Others]:
    """By word; two statements, however many there are."""
    written = {word: _written(word, languages) for word in words}
    terms = {term for each in written.values() for one in each.values() for term in one.terms}
    known = count_documents(session, terms)
    meant = {word: _meant(each, known, weights.get(word, {}), read) for word, each in written.items()}
    first = _find(session, {word_key(one) for each in meant.values() for one in each})
    second = _find(session, {term for strengths in first.values() for term in strengths})
    return {word: _others(each, first, second, languages) for word, each in meant.items()}


def _written(word: str, languages: Sequence[str]) -> dict[str, Phrase]:
    return {language: found for language in languages if (found := phrase(word, language))}


def _meant(
    written: Mapping[str, Phrase], known: Collection[str], weights: Mapping[str, float], read: str | None
) -> list[Phrase]:
    """In the reader's language, if texts have the word in it, else in any; in no other form of it."""
    found = {
        language: each for language, each in written.items() if all(term in known for term in each.terms)
    }
    best = max((weights.get(language, 1.0) for language in found), default=0.0)
    found = {language: each for language, each in found.items() if weights.get(language, 1.0) >= USUAL * best}
    own = analysis_language(read) if read else ""
    return [found[own]] if own in found else list(found.values())


def _find(session: Session, terms: Collection[str]) -> dict[str, _Strengths]:
    """Of each term those that go with it."""
    found: dict[str, _Strengths] = {}
    wanted = sorted(terms)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        for row in session.exec(select(Counterpart).where(is_one_of(session, col(Counterpart.term), some))):
            found.setdefault(row.term, {})[row.counterpart] = row.strength
    return found


def _others(
    meant: Sequence[Phrase],
    first: Mapping[str, _Strengths],
    second: Mapping[str, _Strengths],
    languages: Collection[str],
) -> _Others:
    """Through a third language where no text lies beside one in the word's own."""
    direct: _Strengths = {}
    for each in meant:
        _take(direct, first.get(word_key(each), {}))
    through: _Strengths = {}
    for term, strength in direct.items():
        _take(through, {other: strength * more for other, more in second.get(term, {}).items()})
    own = {language_of(word_key(each)) for each in meant}
    others = {}
    for language in set(languages) - own:
        strengths = _in(language, direct) or _in(language, through)
        best = sorted(strengths.items(), key=lambda each: (-each[1], each[0]))[:MOST]
        if best:
            others[language] = tuple(phrase_of(key, OF_COUNTERPARTS * strength) for key, strength in best)
    return others


def _take(strengths: _Strengths, more: Mapping[str, float]) -> None:
    for term, strength in more.items():
        strengths[term] = max(strength, strengths.get(term, 0.0))


def _in(language: str, strengths: _Strengths) -> _Strengths:
    return {
        term: strength
        for term, strength in strengths.items()
        if language_of(term) == language and strength >= LEAST_STRENGTH
    }
