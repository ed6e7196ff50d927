"""Names of people and places that readers may have meant, of one word or several."""

from collections.abc import Collection, Iterator
from typing import Literal

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from app.gazetteer.keys import capitalised, fold, surname, without_article
from app.gazetteer.words import plain, split_words
from app.language.tag import EVERYWHERE
from app.models import Mention, Term
from app.search.expression import person_keyword, place_keyword
from app.search.languages import analysis_language
from app.search.suggestions import MOST_SLIPS, Candidate

_MOST = 300
"""That are compared with what was typed."""
_BEGINNING = 3
"""Letters of a name, or of a surname, that are as typed."""
_AFTER_ALL = "\U0010ffff"


EntityKind = Literal["person", "place"]


def names_like(
    session: Session, typed: str, read: Collection[str], kind: EntityKind | None = None
) -> Iterator[Candidate]:
    """About as long, and with the same beginning; of those that articles mention.

    ``read`` are the reader's languages as texts are analysed; ``kind``: of such alone.
    """
    last = surname(typed) or ""
    query = (
        select(col(Term.text), col(Term.language), col(Term.person_id), col(Term.place_id))
        .where(
            or_(_opens(typed), _begins(col(Term.surname), last[:_BEGINNING])) if last else _opens(typed),
            func.length(col(Term.text)).between(len(typed) - MOST_SLIPS, len(typed) + MOST_SLIPS),
            col(Term.kind).not_in(("misspelling", "demonym", "description")),
            or_(
                exists().where(col(Mention.person_id) == Term.person_id),
                exists().where(col(Mention.place_id) == Term.place_id),
            ),
        )
        .limit(_MOST)
    )
    for text, language, person_id, place_id in session.execute(query):
        if kind != ("place" if person_id else "person"):
            keyword = person_keyword(person_id) if person_id else place_keyword(place_id)
            is_read = language == EVERYWHERE or analysis_language(language) in read
            yield Candidate(text, keyword, is_read, documents=0)


def _opens(typed: str) -> ColumnElement[bool]:
    """Of a name of several words less of the first has to be as typed, for there is the next one's letter."""
    first, second, *_ = [*map(fold, split_words(plain(typed)).texts), "", ""]
    beginning = capitalised(without_article(first)[: _BEGINNING - 1 if second else _BEGINNING])
    opens = _begins(col(Term.opening), beginning)
    return and_(opens, col(Term.opening).contains(f" {second[0]}", autoescape=True)) if second else opens


def _begins(column: Mapped[str] | Mapped[str | None], start: str) -> ColumnElement[bool]:
    return and_(column >= start, column < start + _AFTER_ALL)
