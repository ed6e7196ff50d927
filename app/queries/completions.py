"""What somebody may be about to type: headlines, and those whom articles name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Literal

from sqlalchemy import and_, exists, or_, select
from sqlmodel import Session, col

from app.database import fulltext
from app.database.vocabulary import list_words_beginning
from app.gazetteer.keys import ARTICLE, MOST_CHARACTERS, capitalised, fold, opening_of_two
from app.gazetteer.proclitics import without_proclitics
from app.gazetteer.words import is_spaceless, list_words, plain
from app.models import Article, Mention, Person, Place, Revision, Term, Translation
from app.queries.naming import is_served, list_named
from app.queries.revisions import is_current
from app.search.expression import Expression, Phrase, language_keyword, phrase
from app.search.languages import analysis_language
from app.search.row_number import first_number, second_of
from app.search.wanted import all_of, any_of, any_where_begun, begins_at

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
    begins_surname = and_(col(Term.surname) >= surname, col(Term.surname) < surname + _AFTER_ALL)
    query = (
        select(col(Term.person_id), col(Term.place_id), col(Term.text), col(Term.surname))
        .where(
            or_(*begins, begins_surname),
            col(Term.kind).in_(("label", "alias", "misspelling")),
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
    if not _words(typed):
        return []
    found: dict[int, HeadlineCompletion] = {}
    for expression in _expressions(session, typed, analysis_language(language)):
        if len(found) < limit:
            found |= _headlines(session, expression, typed, language, now)
    return [found[number] for number in sorted(found, reverse=True)][:limit]


def _headlines(
    session: Session, expression: Expression, typed: str, language: str, now: datetime
) -> dict[int, HeadlineCompletion]:
    """By row number."""
    end = first_number(second_of(now) + 1)
    query = {analysis_language(language): expression}
    hits = fulltext.find(session, query, limit=_LOOKED_THROUGH, before=end)
    numbers = {hit.translation_id: hit.number for hit in hits if hit.language == language}
    rows = session.execute(
        select(col(Translation.id), col(Translation.article_id), col(Revision.headline))
        .join(Article, col(Article.id) == Translation.article_id)
        .join(Revision, is_current())
        .where(col(Translation.id).in_(numbers), is_served(now))
    )
    return {
        numbers[id_]: HeadlineCompletion(article_id, text)
        for id_, article_id, text in rows
        if _has(text, typed)
    }


def _openings(typed: str) -> Sequence[str]:
    """What the openings of such names begin with (``app.gazetteer.keys``)."""
    first, second, *_ = [*(word.text for word in list_words(plain(typed))), "", ""]
    folded = fold(first)
    if not folded:
        return []
    if is_spaceless(folded[0]):
        return [folded[:MOST_CHARACTERS]]
    words = [form for each in _forms(folded) for form in (each, capitalised(each))]
    return [opening_of_two(each, second) if second else each for each in words]


def _forms(folded: str) -> tuple[str, ...]:
    """As it is, and without an article."""
    rest = folded.removeprefix(ARTICLE)
    return (folded, rest) if rest and rest != folded else (folded,)


def _begins(name: str, typed: str) -> bool:
    words, beginning = " ".join(_words(name)), " ".join(_words(typed))
    return any(form.startswith(beginning) for form in _forms(words))


def _has(headline: str, typed: str) -> bool:
    *_, last = _words(typed)
    return any(_goes_on(word, last) for word in _words(headline))


def _goes_on(word: str, beginning: str) -> bool:
    """Or a word in a run does, or what Arabic and Hebrew write as one with short words before it."""
    if is_spaceless(word[0]):
        return beginning in word
    rests = (rest for _, rest in without_proclitics(word))
    return any(form.startswith(beginning) for each in (word, *rests) for form in _forms(each))


def _words(text: str) -> list[str]:
    return [folded for word in list_words(plain(text)) if (folded := fold(word.text))]


def _expressions(session: Session, typed: str, language: str) -> Iterator[Expression]:
    """And where more words begin so, or the last may be elided, one for the newest with all the others."""
    *whole, last = _pieces(typed) or [""]
    ends, are_all = _ends(session, last, language) if last else ([], True)
    parts: list[Expression] = [each for piece in whole if (each := phrase(piece, language, "headline"))]
    if ends:
        yield all_of([any_of(ends), *parts])
    if not are_all or not phrase(f"{last}'", language):
        yield all_of(parts or [Phrase((language_keyword(language),))])


def _pieces(typed: str) -> list[str]:
    """What stands between spaces, from word to word; of the last, a run by itself."""
    *whole, last = plain(typed.replace("\0", " ")).split() or [""]
    words = list_words(last)
    parted = words[-1].start if words and words[-1].is_run else 0
    return [piece for each in (*whole, last[:parted], last[parted:]) if (piece := _from_word_to_word(each))]


def _from_word_to_word(piece: str) -> str:
    words = list_words(piece)
    return piece[words[0].start : words[-1].end] if words else ""


def _ends(session: Session, last: str, language: str) -> tuple[list[Phrase], bool]:
    """What a headline may have where its words begin so, and whether that is all."""
    found = dict.fromkeys(any_where_begun(last, language, "headline"))
    are_all = True
    for start in begins_at(last):
        front = phrase(last[:start], language)
        words = list_words_beginning(session, f"{language}:{fold(last[start:])}", _MOST_ENDINGS)
        for each in words:
            found[Phrase((*(front.terms if front else ()), each.term), "headline")] = None
        are_all = are_all and len(words) < _MOST_ENDINGS
    return list(found), are_all
