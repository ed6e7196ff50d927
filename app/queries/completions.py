"""What somebody may be about to type: headlines, and those whom articles name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, CompoundSelect, Select, exists, or_, select, true, union
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from app.database import fulltext
from app.database.vocabulary import list_words_beginning
from app.gazetteer.keys import ARTICLE, capitalised, fold, opening_of_run, opening_of_two
from app.gazetteer.proclitics import without_proclitics
from app.gazetteer.words import is_spaceless, list_words, plain
from app.language.tag import EVERYWHERE, UNDETERMINED
from app.models import Article, Mention, Person, Place, Revision, Term, Translation
from app.queries.naming import is_served, list_named
from app.queries.revisions import is_current
from app.search.expression import Expression, Phrase, language_keyword, phrase
from app.search.folding import fold_in
from app.search.languages import analysis_language
from app.search.row_number import first_number, second_of
from app.search.wanted import all_of, any_of, any_where_begun, begins_at

_MOST_ENDINGS = 100
_LOOKED_THROUGH = 200
"""Names, or headlines, that begin about so."""
_MOST_LANGUAGES = 3
"""Of the reader's, that headlines are looked for in."""
_AFTER_ALL = "\U0010ffff"
# Not by their index: half of a gazetteer's names are labels.
_KIND, _LANGUAGE = col(Term.kind).concat(""), col(Term.language).concat("")


@dataclass(frozen=True, slots=True)
class NameCompletion:
    """``name`` is what begins as was typed, ``language`` that of the name."""

    kind: Literal["person", "place"]
    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class HeadlineCompletion:
    article_id: str
    headline: str
    language: str


Completion = NameCompletion | HeadlineCompletion


def complete(
    session: Session, typed: str, languages: Sequence[str], now: datetime, limit: int
) -> list[Completion]:
    """``languages`` are the reader's, the best first: what is in that comes first, names before headlines.

    Then what is in the others, then names of any language.
    """
    found: list[Completion] = [
        *complete_names(session, typed, languages, now, limit),
        *complete_headlines(session, typed, languages, now, limit),
    ]
    return sorted(found, key=lambda each: _place(each.language, languages))[:limit]


def _place(language: str, languages: Sequence[str]) -> int:
    """Among the reader's. What is called so in every language, or in one unknown, is so in theirs."""
    keys = [analysis_language(each) for each in languages]
    key = analysis_language(language)
    if language in (EVERYWHERE, UNDETERMINED):
        return 0
    return keys.index(key) if key in keys else len(keys)


def complete_names(
    session: Session, typed: str, languages: Sequence[str], now: datetime, limit: int
) -> list[NameCompletion]:
    """Of people and places that articles name, each by the name that says most to the reader; of names in one
    language the shortest first.
    """
    starts = _openings(typed)
    if not starts:
        return []
    surname = " ".join(_words(typed, UNDETERMINED))
    forms: dict[tuple[str | None, str | None], list[_Form]] = {}
    for person_id, place_id, language, text, own_surname, kind in session.execute(
        _names_beginning(starts, surname, languages)
    ):
        begins = _begins(text, typed, language)
        if begins or (own_surname or "").startswith(surname):
            form = _Form(text, language, is_label=kind == "label", begins=begins)
            forms.setdefault((person_id, place_id), []).append(form)
    best = {ids: _best(own, languages) for ids, own in forms.items()}
    nearest = sorted(best.items(), key=lambda each: _order(each[1], languages))
    found = [
        NameCompletion(*_who(person_id, place_id), form.text, form.language)
        for (person_id, place_id), form in nearest
    ]
    people = list_named(session, Person, {each.id for each in found if each.kind == "person"}, now)
    places = list_named(session, Place, {each.id for each in found if each.kind == "place"}, now)
    named = (each for each in found if each.id in (people if each.kind == "person" else places))
    return list(islice(named, limit))


class _Form(NamedTuple):
    """Of a name. ``begins``: as it was typed, and not only its surname."""

    text: str
    language: str
    is_label: bool
    begins: bool


def _who(person_id: str | None, place_id: str | None) -> tuple[Literal["person", "place"], str]:
    return ("person", person_id) if person_id else ("place", place_id or "")


def _best(forms: Sequence[_Form], languages: Sequence[str]) -> _Form:
    """Of the reader's language before one in a language that nobody knows; else as most languages have it."""
    times = Counter(each.text for each in forms)

    def nearness(form: _Form) -> tuple[object, ...]:
        place, *others = _order(form, languages)
        is_of_none = form.language == UNDETERMINED
        return is_of_none, place, not form.begins, not form.is_label, -times[form.text], *others

    return min(forms, key=nearness)


def _order(form: _Form, languages: Sequence[str]) -> tuple[int, int, str, str]:
    return _place(form.language, languages), len(form.text), form.text, form.language


def _names_beginning(
    starts: Sequence[str], surname: str, languages: Sequence[str]
) -> CompoundSelect[*tuple[Any, ...]]:
    """Some of the reader's first language, some of all theirs and some of any, as their index has them."""
    ranges = [*((col(Term.opening), start) for start in starts), (col(Term.surname), surname)]
    parts = [
        _some(column, start, is_in)
        for is_in in (_is_in(languages[:1]), _is_in(languages), true())
        for column, start in ranges
    ]
    return union(*(select(part.subquery()) for part in parts))


def _is_in(languages: Sequence[str]) -> ColumnElement[bool]:
    keys = [analysis_language(each) for each in languages]
    longer = (_LANGUAGE.startswith(f"{key}-", autoescape=True) for key in keys)
    return or_(_LANGUAGE.in_([*keys, EVERYWHERE, UNDETERMINED]), *longer)


def _some(column: Mapped[str | None], start: str, is_in: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(*map(col, (Term.person_id, Term.place_id, Term.language, Term.text, Term.surname, Term.kind)))
        .where(
            column >= start,
            column < start + _AFTER_ALL,
            is_in,
            _KIND.in_(("label", "alias", "misspelling")),
            or_(
                exists().where(col(Mention.person_id) == Term.person_id),
                exists().where(col(Mention.place_id) == Term.place_id),
            ),
        )
        .order_by(column, col(Term.id))
        .limit(_LOOKED_THROUGH)
    )


def complete_headlines(
    session: Session, typed: str, languages: Sequence[str], now: datetime, limit: int
) -> list[HeadlineCompletion]:
    """With all the words, the last of which may go on; each article once, of a language the newest first."""
    found: dict[str, HeadlineCompletion] = {}
    if _words(typed, UNDETERMINED):
        for language in languages[:_MOST_LANGUAGES]:
            if len(found) < limit:
                for each in _headlines_in(session, typed, language, now, limit):
                    found.setdefault(each.article_id, each)
    return list(found.values())[:limit]


def _headlines_in(
    session: Session, typed: str, language: str, now: datetime, limit: int
) -> list[HeadlineCompletion]:
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
        numbers[id_]: HeadlineCompletion(article_id, text, language)
        for id_, article_id, text in rows
        if _has(text, typed, language)
    }


def _openings(typed: str) -> Sequence[str]:
    """What the openings of such names begin with (``app.gazetteer.keys``)."""
    first, second, *_ = [*(word.text for word in list_words(plain(typed))), "", ""]
    folded = fold(first)
    if not folded:
        return []
    if is_spaceless(folded[0]):
        return [opening_of_run(folded)]
    words = [form for each in _forms(folded) for form in (each, capitalised(each))]
    return [opening_of_two(each, second) if second else each for each in words]


def _forms(folded: str) -> tuple[str, ...]:
    """As it is, and without an article."""
    rest = folded.removeprefix(ARTICLE)
    return (folded, rest) if rest and rest != folded else (folded,)


def _begins(name: str, typed: str, language: str) -> bool:
    words, beginning = (" ".join(_words(text, language)) for text in (name, typed))
    return any(form.startswith(beginning) for form in _forms(words))


def _has(headline: str, typed: str, language: str) -> bool:
    *_, last = _words(typed, language)
    return any(_goes_on(word, last) for word in _words(headline, language))


def _goes_on(word: str, beginning: str) -> bool:
    """Or a word in a run does, or what Arabic and Hebrew write as one with short words before it."""
    if is_spaceless(word[0]):
        return beginning in word
    rests = (rest for _, rest in without_proclitics(word))
    return any(form.startswith(beginning) for each in (word, *rests) for form in _forms(each))


def _words(text: str, language: str) -> list[str]:
    key = analysis_language(language)
    return [folded for word in list_words(plain(text)) if (folded := fold_in(word.text, key))]


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
        words = list_words_beginning(session, f"{language}:{fold_in(last[start:], language)}", _MOST_ENDINGS)
        for each in words:
            found[Phrase((*(front.terms if front else ()), each.term), "headline")] = None
        are_all = are_all and len(words) < _MOST_ENDINGS
    return list(found), are_all
