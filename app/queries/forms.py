"""In which languages texts have a word as it was typed, and in which mostly or only other forms of it.

Stems make ``manner`` of English one with ``Mann`` of German, and ``rechter`` of Dutch one with ``Recht``.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from sqlmodel import Session

from app.database.vocabulary import share_forms
from app.search.document import word_keys
from app.search.languages import analysis_language
from app.search.wanted import Wanted

OF_READ = 0.05
"""What another form counts for in the reader's language, beside the one that was typed."""
OF_OTHERS = 0.005
"""In other languages: a common word of one is not to come before a rare one of another."""
USUAL = 0.5
"""Of what the form counts for in the language that it counts for most in: there it is no other word."""
MOST_WORDS = 32
"""Of a query."""


def with_forms(
    session: Session, wanted: Sequence[Wanted], languages: Sequence[str], read: str | None
) -> list[Wanted]:
    """``read`` is the reader's language. A beginning has all forms."""
    names = list(dict.fromkeys(map(analysis_language, languages)))
    clauses = [each.text for each in wanted if each.text and each.text.kind != "prefix"][:MOST_WORDS]
    keys = {clause: {name: word_keys(clause.text, name) for name in names} for clause in clauses}
    shares = share_forms(session, {key for own in keys.values() for some in own.values() for key in some})
    own = analysis_language(read) if read else ""
    weights = {clause: _weights(of_clause, shares, own) for clause, of_clause in keys.items()}
    return [replace(each, weights=weights.get(each.text, {})) if each.text else each for each in wanted]


def _weights(keys: Mapping[str, Set[str]], shares: Mapping[str, float], read: str) -> dict[str, float]:
    """By analysis language: the share of the form among all, where texts have it; 1 for the best of them."""
    weights = {
        language: max(min(shares[key] for key in own), OF_READ)
        if own and own <= shares.keys()
        else OF_READ
        if language == read
        else OF_OTHERS
        for language, own in keys.items()
    }
    best = max(weights.values())
    return {language: weight / best for language, weight in weights.items()}
