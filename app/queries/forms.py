"""In which languages texts have a word as it was typed, and in which mostly or only other forms of it.

Stems make ``manner`` of English one with ``Mann`` of German, and ``rechter`` of Dutch one with ``Recht``.
"""

import unicodedata
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from sqlmodel import Session

from app.database.vocabulary import list_spellings, share_forms
from app.search.document import keyed_words
from app.search.folding import fold, lower
from app.search.languages import analysis_language
from app.search.query import Clause
from app.search.wanted import Wanted

OF_READ = 0.05
"""What another form counts for in the reader's language, beside the one that was typed."""
OF_OTHERS = 0.005
"""In other languages: a common word of one is not to come before a rare one of another."""
USUAL = 0.5
"""Of what the form counts for in the language that it counts for most in: there it is no other word."""
MOST_WORDS = 32
"""Of a query."""

_ANY_LANGUAGE = "und"
_ARTICLES = {"ar": "ال", "he": "ה"}
"""That are written as one with a word."""
_UNSURE = ("ה", "מ")
_Words = Mapping[str, Set[tuple[str, str]]]
"""By analysis language: ``keyed_words``."""


def with_forms(
    session: Session, wanted: Sequence[Wanted], languages: Sequence[str], read: str | None
) -> list[Wanted]:
    """``read`` is the reader's language. A beginning has all forms."""
    names = list(dict.fromkeys(map(analysis_language, languages)))
    clauses = [each.text for each in wanted if each.text and each.text.kind != "prefix"][:MOST_WORDS]
    words = {clause: {name: keyed_words(clause.text, name) for name in names} for clause in clauses}
    keys = {
        clause: {name: {key for key, _ in own} for name, own in of.items()} for clause, of in words.items()
    }
    with_article = {clause: _with_article(clause.text, names) for clause in clauses}
    asked = {key for own in keys.values() for some in own.values() for key in some}
    shares = share_forms(session, asked.union(*(own.values() for own in with_article.values())))
    bare = {
        clause: frozenset(language for language, key in own.items() if key in shares)
        for clause, own in with_article.items()
    }
    marked = {clause: words[clause] for clause in words if _has_marks(clause.text)}
    spelt_otherwise = _spelt_otherwise(session, marked, shares)
    own = analysis_language(read) if read else ""
    weights = {
        clause: _weights(of_clause, shares, own, spelt_otherwise.get(clause, frozenset()))
        for clause, of_clause in keys.items()
    }
    return [
        replace(each, weights=weights.get(each.text, {}), bare=bare.get(each.text, frozenset()))
        if each.text
        else each
        for each in wanted
    ]


def _with_article(word: str, languages: Sequence[str]) -> dict[str, str]:
    """The key of the word with its article in front, by language.

    Nothing stands between the two: where texts have that, the word begins with no proclitic. What may have
    the article already is left alone, and so are Hebrew participles: without their first letter they find
    other forms of the verb.
    """
    if word.startswith(_UNSURE):
        return {}
    return {
        language: f"{language}:{article}{fold(word)}"
        for language, article in _ARTICLES.items()
        if language in languages and _is_in_one_script(word[:1], article)
    }


def _is_in_one_script(letter: str, other: str) -> bool:
    return (
        bool(letter)
        and unicodedata.name(letter, "").split(" ")[0] == unicodedata.name(other[0]).split(" ")[0]
    )


def _has_marks(text: str) -> bool:
    """Or other letters that folding takes away: whoever typed them meant this word, and no other."""
    return lower(text, _ANY_LANGUAGE) != fold(text)


def _spelt_otherwise(
    session: Session, clauses: Mapping[Clause, _Words], shares: Mapping[str, float]
) -> dict[Clause, frozenset[str]]:
    """Languages with another spelling alone of what was typed, where there are texts that have it so."""
    keys = {key for of in clauses.values() for own in of.values() for key, _ in own if key in shares}
    there = list_spellings(session, keys) if keys else set()
    found = {}
    for clause, of in clauses.items():
        having = {language for language, own in of.items() if own and own <= there}
        found[clause] = frozenset(of.keys() - having if having else ())
    return found


def _weights(
    keys: Mapping[str, Set[str]], shares: Mapping[str, float], read: str, spelt_otherwise: Set[str]
) -> dict[str, float]:
    """By analysis language: the share of the form among all, where texts have it; 1 for the best of them."""

    def weight(language: str, own: Set[str]) -> float:
        if not own or not own <= shares.keys():
            return OF_READ if language == read else OF_OTHERS
        return OF_OTHERS if language in spelt_otherwise else max(min(shares[key] for key in own), OF_READ)

    weights = {language: weight(language, own) for language, own in keys.items()}
    best = max(weights.values())
    return {language: each / best for language, each in weights.items()}
