"""What stands for a word of a query in the other languages, as aligned texts of this site show."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlmodel import Session, col, select

from app.database.one_of import are_some_of
from app.database.vocabulary import count_documents, list_forms
from app.models import Counterpart
from app.queries.forms import USUAL
from app.search.expression import Phrase, phrase
from app.search.folding import lower
from app.search.forms import Forms
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

_Others = Mapping[str, Sequence[Phrase]]
"""By language."""
_Rows = Mapping[str, Counterpart]
"""Of a term, by counterpart."""


class _Way(NamedTuple):
    """To a counterpart: its row, and how strong it is from the word on."""

    row: Counterpart
    strength: float


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
    second = _find(session, {term for rows in first.values() for term in rows})
    ways = {word: _ways(word, each, first, second, languages) for word, each in meant.items()}
    forms = _forms(
        session, [way.row for of_word in ways.values() for each in of_word.values() for way in each]
    )
    return {
        word: {
            language: [
                phrase_of(
                    way.row.counterpart, OF_COUNTERPARTS * way.strength, forms.get(_key(way.row), frozenset())
                )
                for way in each
            ]
            for language, each in of_word.items()
        }
        for word, of_word in ways.items()
    }


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


def _find(session: Session, terms: Collection[str]) -> dict[str, dict[str, Counterpart]]:
    """Of each term those that go with it."""
    found: dict[str, dict[str, Counterpart]] = {}
    for is_wanted in are_some_of(session, col(Counterpart.term), terms):
        for row in session.exec(select(Counterpart).where(is_wanted)):
            found.setdefault(row.term, {})[row.counterpart] = row
    return found


def _ways(
    word: str,
    meant: Sequence[Phrase],
    first: Mapping[str, _Rows],
    second: Mapping[str, _Rows],
    languages: Collection[str],
) -> dict[str, list[_Way]]:
    """By language; through a third one where no text lies beside one in the word's own."""
    direct: dict[str, _Way] = {}
    for each in meant:
        key = word_key(each)
        for term, row in first.get(key, {}).items():
            if _goes_with(second.get(term, {}).get(key), word):
                _take(direct, _Way(row, row.strength))
    through: dict[str, _Way] = {}
    for term, way in direct.items():
        for row in second.get(term, {}).values():
            _take(through, _Way(row, way.strength * row.strength))
    others = set(languages) - {language_of(word_key(each)) for each in meant}
    return {
        language: best
        for language in others
        if (best := _best(language, direct.values()) or _best(language, through.values()))
    }


def _goes_with(back: Counterpart | None, word: str) -> bool:
    """Whether the word is in one of the forms that its counterpart leads ``back`` to."""
    return back is None or _forms_of(back).has(lower(word, language_of(back.counterpart)))


def _take(ways: dict[str, _Way], way: _Way) -> None:
    """The stronger of two to one counterpart."""
    known = ways.get(way.row.counterpart)
    if known is None or way.strength > known.strength:
        ways[way.row.counterpart] = way


def _best(language: str, ways: Iterable[_Way]) -> list[_Way]:
    likely = [
        way for way in ways if language_of(way.row.counterpart) == language and way.strength >= LEAST_STRENGTH
    ]
    return sorted(likely, key=lambda way: (-way.strength, way.row.counterpart))[:MOST]


def _forms(session: Session, rows: Sequence[Counterpart]) -> dict[tuple[str, str], frozenset[str]]:
    """By term and counterpart, of those that are meant in some forms alone, those that texts have."""
    some = [row for row in rows if row.other_forms]
    known = list_forms(session, {row.counterpart for row in some})
    found = {}
    for row in some:
        forms = _forms_of(row)
        meant = {form for form in known.get(row.counterpart, ()) if forms.has(form)}
        found[_key(row)] = frozenset(meant or forms.own)
    return found


def _key(row: Counterpart) -> tuple[str, str]:
    return row.term, row.counterpart


def _forms_of(row: Counterpart) -> Forms:
    return Forms(frozenset(row.forms.split()), frozenset(row.other_forms.split()))
