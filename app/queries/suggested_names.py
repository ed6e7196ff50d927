"""Names of people and places that readers may have meant, of one word or several."""

from collections.abc import Collection, Iterator, Sequence, Set
from typing import Literal

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from app.gazetteer.keys import capitalised, fold, without_article
from app.gazetteer.languages import own_languages_of
from app.gazetteer.words import plain, split_words
from app.language.tag import EVERYWHERE
from app.models import Mention, Term
from app.search.expression import person_keyword, place_keyword
from app.search.languages import analysis_language
from app.search.signs import first_signs, is_a_slip_away
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
    """About as long, and with the same beginning; of those that articles mention. For one word also surnames.

    ``read`` are the reader's languages as texts are analysed; ``kind``: of such alone: they are fewer, so
    less of the beginning will do.
    """
    words = [*map(fold, split_words(plain(typed)).texts)]
    if not words:
        return
    most = _BEGINNING - 1 if kind else _BEGINNING
    starts = _beginnings(words[-1], most)
    is_like = or_(
        and_(_opens(words, most), _is_about_as_long(col(Term.text), len(typed), len(words))),
        and_(
            _begins_with(col(Term.surname), starts), _is_about_as_long(col(Term.surname), len(words[-1]), 1)
        ),
    )
    query = (
        select(col(Term.text), col(Term.surname), col(Term.language), col(Term.person_id), col(Term.place_id))
        .where(
            is_like,
            col(Term.kind).not_in(("misspelling", "demonym", "description")),
            _is_of(kind),
            or_(
                exists().where(col(Mention.person_id) == Term.person_id),
                exists().where(col(Mention.place_id) == Term.place_id),
            ),
        )
        .order_by(col(Term.id) + 0)  # not by its index, which would be gone through
        .limit(_MOST)
    )
    for text, own_surname, language, person_id, place_id in session.execute(query):
        keyword = person_keyword(person_id) if person_id else place_keyword(place_id)
        is_read = language == EVERYWHERE or analysis_language(language) in read
        is_surname = len(words) == 1 and own_surname
        name = split_words(plain(text)).texts[-1] if is_surname else text
        yield Candidate(name, keyword, is_read, documents=0)


def names_a_slip_away(session: Session, typed: str, read: str) -> Iterator[Candidate]:
    """Of those that articles mention, in a script whose signs are compared (``app.search.signs``).

    ``read`` is the reader's language.
    """
    own = own_languages_of(read)
    start, end = first_signs(typed)
    query = (
        select(col(Term.text), col(Term.language), col(Term.person_id), col(Term.place_id))
        .where(
            col(Term.opening) >= start,
            col(Term.opening) < end,
            func.length(col(Term.text)).between(len(typed) - 1, len(typed) + 1),
            col(Term.kind).not_in(("misspelling", "demonym", "description")),
            or_(
                exists().where(col(Mention.person_id) == Term.person_id),
                exists().where(col(Mention.place_id) == Term.place_id),
            ),
        )
        .order_by(col(Term.id) + 0)
        .limit(_MOST)
    )
    for text, language, person_id, place_id in session.execute(query):
        if is_a_slip_away(typed, text):
            keyword = person_keyword(person_id) if person_id else place_keyword(place_id)
            yield Candidate(text, keyword, is_read=language in own, documents=0)


def _is_of(kind: EntityKind | None) -> ColumnElement[bool]:
    if kind is None:
        return true()
    return col(Term.person_id if kind == "person" else Term.place_id).is_not(None)


def _opens(words: Sequence[str], most: int) -> ColumnElement[bool]:
    """Of a name of several words less of the first has to be as typed, for there is the next one's letter."""
    first, second, *_ = [*words, ""]
    letters = _BEGINNING - 1 if second else most
    starts = set(map(capitalised, _beginnings(without_article(first), letters)))
    opens = _begins_with(col(Term.opening), starts)
    return and_(opens, col(Term.opening).contains(f" {second[0]}", autoescape=True)) if second else opens


def _begins_with(column: Mapped[str] | Mapped[str | None], starts: Set[str]) -> ColumnElement[bool]:
    return or_(*(and_(column >= start, column < start + _AFTER_ALL) for start in sorted(starts)))


def _beginnings(word: str, letters: int) -> set[str]:
    """The first letters as typed, with two of them exchanged, or without the last of them."""
    start = word[:_BEGINNING]
    ways = (
        start,
        start[1::-1] + start[2:],
        start[:1] + start[:0:-1],
        word[: _BEGINNING - 1] + word[_BEGINNING:],
    )
    return {way[:letters] for way in ways}


def _is_about_as_long(
    column: Mapped[str] | Mapped[str | None], length: int, words: int
) -> ColumnElement[bool]:
    return func.length(column).between(length - words * MOST_SLIPS, length + words * MOST_SLIPS)
