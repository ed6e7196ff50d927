"""What somebody may be about to type: headlines, and those whom articles name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Literal

from sqlalchemy import and_, exists, or_, select
from sqlmodel import Session, col

from app.database import fulltext
from app.database.vocabulary import list_words_beginning
from app.gazetteer.keys import MOST_CHARACTERS, capitalised, fold, opening_of_two, without_article
from app.gazetteer.words import is_spaceless, list_words, plain
from app.models import Article, Mention, Person, Place, Revision, Term, Translation
from app.queries.naming import is_served, list_named
from app.queries.revisions import is_current
from app.search.expression import Expression, Phrase, phrase
from app.search.languages import analysis_language
from app.search.row_number import first_number, second_of
from app.search.wanted import all_of, any_of

_MOST_ENDINGS = 100
_LOOKED_THROUGH = 200
"""Names, or headlines, that begin about so."""
_AFTER_ALL = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class NameCompletion:
    kind: Literal["person", "place"]
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class HeadlineCompletion:
    article_id: str
    headline: str


def complete_names(session: Session, typed: str, now: datetime, limit: int) -> list[NameCompletion]:
    """Of people and places that articles name, the shortest first."""
    starts = _openings(typed)
    if not starts:
        return []
    begins = (and_(col(Term.opening) >= start, col(Term.opening) < start + _AFTER_ALL) for start in starts)
    surname = " ".join(_words(typed))
    by_surname = [and_(col(Term.surname) >= surname, col(Term.surname) < surname + _AFTER_ALL)]
    query = (
        select(col(Term.person_id), col(Term.place_id), col(Term.text), col(Term.surname))
        .where(
            or_(*begins, *by_surname),
            col(Term.kind).in_(("label", "alias")),
            or_(
                exists().where(col(Mention.person_id) == Term.person_id),
                exists().where(col(Mention.place_id) == Term.place_id),
            ),
        )
        .limit(_LOOKED_THROUGH)
    )
    found: dict[tuple[str | None, str | None], NameCompletion] = {}
    rows = sorted(session.execute(query), key=lambda row: (len(row[2]), row[2]))
    for person_id, place_id, text, own_surname in rows:
        if _begins(text, typed) or (own_surname or "").startswith(surname):
            kind: Literal["person", "place"] = "person" if person_id else "place"
            found.setdefault((person_id, place_id), NameCompletion(kind, person_id or place_id, text))
    people = list_named(session, Person, {each.id for each in found.values() if each.kind == "person"}, now)
    places = list_named(session, Place, {each.id for each in found.values() if each.kind == "place"}, now)
    named = (each for each in found.values() if each.id in (people if each.kind == "person" else places))
    return list(islice(named, limit))


def complete_headlines(
    session: Session, typed: str, language: str, now: datetime, limit: int
) -> list[HeadlineCompletion]:
    """The newest in that language with all the words; the last may go on."""
    expression = _expression(session, typed, analysis_language(language))
    if expression is None:
        return []
    end = first_number(second_of(now) + 1)
    query = {analysis_language(language): expression}
    hits = fulltext.find(session, query, limit=_LOOKED_THROUGH, before=end)
    numbers = {hit.translation_id: hit.number for hit in hits if hit.language == language}
    rows = session.execute(
        select(col(Translation.id), col(Translation.article_id), col(Revision.headline))
        .join(Article, col(Article.id) == Translation.article_id)
        .join(Revision, is_current())
        .where(col(Translation.id).in_(numbers), is_served(now))
    ).all()
    newest = sorted(rows, key=lambda row: -numbers[row[0]])
    found = [HeadlineCompletion(article_id, text) for _, article_id, text in newest if _has(text, typed)]
    return found[:limit]


def _openings(typed: str) -> Sequence[str]:
    """What the openings of such names begin with (``app.gazetteer.keys``)."""
    first, second, *_ = [*(word.text for word in list_words(plain(typed))), "", ""]
    folded = fold(first)
    if not folded:
        return []
    if is_spaceless(folded[0]):
        return [folded[:MOST_CHARACTERS]]
    word = without_article(folded)
    return [opening_of_two(each, second) if second else each for each in (word, capitalised(word))]


def _begins(name: str, typed: str) -> bool:
    return " ".join(_words(name)).startswith(" ".join(_words(typed)))


def _has(headline: str, typed: str) -> bool:
    *_, last = _words(typed)
    return any(word.startswith(last) for word in _words(headline))


def _words(text: str) -> list[str]:
    return [without_article(fold(word.text)) for word in list_words(plain(text))]


def _expression(session: Session, typed: str, language: str) -> Expression | None:
    words = [word.text for word in list_words(plain(typed))]
    if not words:
        return None
    *whole, last = words
    endings = list_words_beginning(session, f"{language}:{fold(last)}", _MOST_ENDINGS)
    parts: list[Expression] = (
        [any_of([Phrase((each.term,), "headline") for each in endings])] if endings else []
    )
    parts += [each for word in whole if (each := phrase(word, language, "headline"))]
    return all_of(parts) if endings else None
