"""What a query finds: one hit an article, whichever of its languages it is found in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, false, or_
from sqlmodel import Session, col

from app.database import fulltext
from app.database.vocabulary import list_words_beginning
from app.language.filtering import filter_tags
from app.models import Article, Person, Place
from app.queries.articles import ArticleFilter, list_articles_of
from app.queries.by_meaning import Meanings
from app.queries.common_words import with_common
from app.queries.counterparts import with_counterparts
from app.queries.entities import has_entity
from app.queries.forms import USUAL, with_forms
from app.queries.named_in_query import NamedInQuery, find_named
from app.queries.naming import find_current_id, names_person, names_place, naming
from app.search.expression import (
    Expression,
    Phrase,
    Without,
    is_keyword,
    language_keyword,
    person_keyword,
    phrases_in,
    place_keyword,
)
from app.search.folding import fold
from app.search.languages import analysis_language
from app.search.marking import find_marks
from app.search.query import TEXTS, Clause, Query
from app.search.row_number import first_number, first_number_of_article, next_article, second_of
from app.search.wanted import (
    Wanted,
    all_of,
    any_of,
    beginnings_in,
    has_words,
    typed,
    wanted_in,
    with_as_one,
    words_in,
)

UNREAD = 0.5
"""What counts a version in another language than the reader's beside one in that."""
_BELOW = 0.99
"""Of the lowest score of what has the words themselves: what has only others for them gets no more."""
FEW = 20
"""Articles that have the words: fewer, and as many that mean the same are shown besides."""
_ALIKE = 0.05
"""Cosines that differ by no more are as good as each other: of vectors only signs are stored."""
_OF_SOME = 0.5
"""What counts the most of what was asked for, beside a meaning that is all of it. Measured (decision 22)."""
MOST_EXCLUDED = 10_000
"""Language versions with what is not wanted that are looked at."""
MOST_ENDINGS = 100
"""Of a word of which the beginning is asked for, in each language: the commonest."""
_MOST_ENDINGS_OF_ALL = 200
"""Of all such words of a query together, in each language."""

Sort = Literal["relevance", "date"]
EntityKind = Literal["person", "place"]
_Referent = tuple[EntityKind, str]
"""With the id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with those whom it names. ``languages`` are the tags of the versions that may be found, of
    those ``known`` to the site.

    ``wanted`` is what each that is found has if there are any that have all of it. ``required`` are those
    whom its article names in some language, by ``naming_them``: conditions of ``Mention``.
    ``unknown`` are clauses with names of nobody whom articles name.
    ``beginnings``: terms of the words that begin as the query has it, by analysis language and beginning.
    ``read`` is the reader's language.
    """

    wanted: Sequence[Wanted]
    required: Sequence[Wanted]
    naming_them: Sequence[ColumnElement[bool]]
    unwanted: Sequence[Wanted]
    named: Sequence[NamedInQuery]
    languages: Sequence[str]
    known: Sequence[str]
    unknown: Sequence[Clause]
    beginnings: Mapping[tuple[str, str], Sequence[str]]
    words: str
    """To be found by their meaning; none where they would say too little."""
    are_exact: bool
    """Whether what means the same will not do as long as anything has them: there are phrases among them."""
    read: str | None

    def phrases(self, tag: str) -> list[tuple[int, Phrase]]:
        """What may stand in a text of that language, with the number of what it is wanted for."""
        return [
            (what, phrase)
            for what, each in enumerate((*self.wanted, *self.required))
            if (expression := self.expression_of(each, analysis_language(tag), is_wide=True, is_loose=True))
            for phrase in phrases_in(expression)
            if not is_keyword(phrase.terms[0])
        ]

    def translated_by(self, what: int, surface: str, tag: str) -> str | None:
        """The word, by its number, that only stands there in another language; None for itself."""
        asked, language = (*self.wanted, *self.required)[what], analysis_language(tag)
        if asked.text is None or not (language in asked.others or language in asked.for_parts):
            return None
        written = self.expression_of(asked, language)
        phrases = [(what, phrase) for phrase in phrases_in(written)] if written else []
        return None if find_marks(surface, tag, phrases) else asked.text.text

    def is_common(self, what: int, tag: str) -> bool:
        """Whether the word, by its number, says nothing in a text of that language."""
        return analysis_language(tag) in (*self.wanted, *self.required)[what].common

    def is_usual(self, tag: str) -> bool:
        """Whether any of what was asked for is usual in that language in the form it was typed in."""
        return not self.wanted or any(_is_usual(each, tag) for each in self.wanted)

    def is_form(self, what: int, surface: str, tag: str) -> bool:
        """Whether it is one of the word, by its number, or translates it, and has not only a stem like it."""
        asked = (*self.wanted, *self.required)[what]
        return (
            asked.text is None
            or _is_usual(asked, tag)
            or fold(surface) == fold(asked.text.text)
            or self.translated_by(what, surface, tag) is not None
        )

    def naming(self, keywords: Sequence[str]) -> list[int]:
        """The numbers of what is wanted that one with these keywords will do for."""
        everything = (*self.wanted, *self.required)
        return [what for what, each in enumerate(everything) if set(keywords).intersection(each.keywords)]

    def expression_of(
        self, each: Wanted, language: str, *, is_wide: bool = False, is_loose: bool = False
    ) -> Expression | None:
        """``is_wide``: or what stands for it in that language; ``is_loose``: or for a word of it."""

        def beginnings(key: str, beginning: str) -> Sequence[str]:
            return self.beginnings.get((key, beginning), ())

        return each.expression(language, beginnings, is_wide=is_wide, is_loose=is_loose)

    @property
    def may_be_loose(self) -> bool:
        """Whether a part of what is wanted is less than that."""
        return len(self.wanted) > 1 or any(each.for_parts for each in self.wanted)


def _is_usual(wanted: Wanted, tag: str) -> bool:
    """Names are so in all languages."""
    return bool(wanted.keywords) or wanted.weights.get(analysis_language(tag), 1.0) >= USUAL


class Found(NamedTuple):
    """An article, and its versions that were found: languages by id, the best first.

    ``number`` is the first of its row numbers: the newest article has the highest. ``passages``: by the id of
    a version the number of what means what was asked for, where it is found by that alone.
    """

    article_id: str
    number: int
    score: float
    versions: Mapping[int, str]
    passages: Mapping[int, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Considered:
    """In the order they are shown in. ``end``: where older ones begin, that were not looked at; None without.

    ``is_loose``: nothing has all that was asked for, so these have some of it. ``is_part``: there may be more
    of them, though nothing older was left out.
    """

    articles: Sequence[Found]
    end: int | None
    is_loose: bool
    is_part: bool


def understand(
    session: Session, query: Query, languages: Sequence[str], now: datetime, read: str | None = None
) -> Asked:
    """``languages`` are the site's, by tag; ``read`` is the reader's."""
    texts = [clause for clause in query.of_kind(*TEXTS) if has_words(clause, languages)]
    named = find_named(session, typed(texts), languages, now, read)
    spans = [(each.start, each.end, keyword(each.kind, each.id)) for each in named]
    wanted = with_as_one(list(wanted_in(texts, spans)))
    meant = {one for each in wanted for one in each.keywords}
    meant_by = {
        clause: _referents(session, clause, languages, now)
        for is_excluded in (False, True)
        for clause in query.of_kind("person", "place", is_excluded=is_excluded)
    }
    required = [referents for clause, referents in meant_by.items() if not clause.is_excluded]
    excluded = [
        Wanted(clause, _keywords(_named_whole(session, clause, languages, now)))
        for clause in query.of_kind(*TEXTS, is_excluded=True)
    ]
    excluded += [
        Wanted(None, _keywords(referents)) for clause, referents in meant_by.items() if clause.is_excluded
    ]
    return Asked(
        with_counterparts(session, _weighed(session, wanted, languages, read), languages, read),
        [Wanted(None, _keywords(each)) for each in required],
        [_names_any(each) for each in required],
        excluded,
        [each for each in named if keyword(each.kind, each.id) in meant],
        searched_languages(query, languages) if query.clauses else [],
        languages,
        [clause for clause, referents in meant_by.items() if not referents],
        _beginnings(session, query, languages),
        _words(texts, wanted),
        any(each.kind != "word" for each in texts),
        read,
    )


def _weighed(
    session: Session, wanted: Sequence[Wanted], languages: Sequence[str], read: str | None
) -> list[Wanted]:
    return with_common(session, with_forms(session, wanted, languages, read), languages, read)


def _words(clauses: Sequence[Clause], wanted: Sequence[Wanted]) -> str:
    """One word says too little, and who or what is named is found by that."""
    words = [each for each in clauses if each.kind != "prefix"]
    says_something = any(not each.keywords for each in wanted)
    return typed(words) if says_something and sum(len(words_in(each.text)) for each in words) > 1 else ""


def searched_languages(query: Query, languages: Sequence[str]) -> list[str]:
    wanted = [clause.text for clause in query.of_kind("lang")]
    without = set(excluded_languages(query, languages))
    searched = filter_tags(wanted, languages) if wanted else languages
    return [tag for tag in searched if tag not in without]


def excluded_languages(query: Query, languages: Sequence[str]) -> list[str]:
    """Of ``languages`` those that an article must not have, whichever it is found in."""
    unwanted = [clause.text for clause in query.of_kind("lang", is_excluded=True)]
    return list(filter_tags(unwanted, languages))


def _referents(
    session: Session, clause: Clause, languages: Sequence[str], now: datetime
) -> Sequence[_Referent]:
    """By id, or by a name."""
    kind: EntityKind = "person" if clause.kind == "person" else "place"
    table: type[Person] | type[Place] = Person if kind == "person" else Place
    is_id = has_entity(session, table, clause.text)
    id_ = clause.text if is_id else find_current_id(session, table, clause.text)
    if id_:
        return [(kind, id_)]
    return [each for each in _named_whole(session, clause, languages, now) if each[0] == kind]


def _named_whole(
    session: Session, clause: Clause, languages: Sequence[str], now: datetime
) -> Sequence[_Referent]:
    """Those whose name the whole clause is."""
    named = find_named(session, clause.text, languages, now) if clause.kind != "prefix" else []
    return [(each.kind, each.id) for each in named if each.surface == clause.text]


def _keywords(referents: Sequence[_Referent]) -> tuple[str, ...]:
    return tuple(keyword(*each) for each in referents)


def _names_any(referents: Sequence[_Referent]) -> ColumnElement[bool]:
    """Of ``Mention``."""
    named = (names_person(id_) if kind == "person" else names_place(id_) for kind, id_ in referents)
    return or_(false(), *named)


def keyword(kind: EntityKind, id_: str) -> str:
    return person_keyword(id_) if kind == "person" else place_keyword(id_)


def consider(
    session: Session,
    asked: Asked,
    filter_: ArticleFilter,
    now: datetime,
    *,
    sort: Sort,
    read: str | None = None,
    before: int | None = None,
) -> Considered:
    """Of the newest versions that are found; ``before``: with lower numbers than that.

    ``read`` is the reader's language: versions in it are the more relevant.
    """
    within = bounds(filter_, now, before)

    def look(*, is_loose: bool = False, is_wide: bool = False, besides: Set[int] = frozenset()) -> _LookedAt:
        ask = partial(
            _look,
            session,
            bounds=within,
            read=read,
            is_loose=is_loose,
            is_ranked=sort == "relevance",
            besides=besides,
        )
        return _look_for(asked, ask, is_loose=is_loose, is_wide=is_wide)

    looked_at = look()
    if looked_at.end is None and any(each.others for each in asked.wanted):
        wider = look(is_wide=True, besides=looked_at.articles())
        looked_at = _with_wider(looked_at, wider, is_ranked=sort == "relevance")
    is_loose = not looked_at.scores and asked.may_be_loose
    if is_loose:
        looked_at = look(is_loose=True, is_wide=True)
    wanted = _without(session, asked, looked_at)
    articles = list(_by_article(session, asked, wanted.scores, filter_, now))
    return Considered(_sorted(articles), wanted.end, is_loose, wanted.is_part)


def with_meant(
    session: Session,
    asked: Asked,
    filter_: ArticleFilter,
    now: datetime,
    considered: Considered,
    meanings: Meanings,
    before: int | None = None,
) -> Considered:
    """And where few have what was asked for, others that mean it; not of the newest first."""
    is_few = not asked.are_exact and len(considered.articles) < FEW
    if not asked.words or not (is_few or considered.is_loose):
        return considered
    near, is_part = meanings.find(session, asked.words, asked.languages, bounds(filter_, now, before))
    if not near:
        return replace(considered, is_part=considered.is_part or is_part)
    scores = {hit: near[hit].cosine for hit in sorted(near, reverse=True)}
    left = _without(session, asked, _LookedAt(scores, None))
    passages = {hit.translation_id: each.passage for hit, each in near.items()}
    meant = [
        each._replace(passages={id_: passages[id_] for id_ in each.versions})
        for each in _by_article(session, asked, left.scores, filter_, now, alike=_ALIKE)
    ]
    return _with_meant(considered, meant, is_part=is_part)


def _sorted(articles: Iterable[Found]) -> list[Found]:
    return sorted(articles, key=lambda each: (each.score, each.number), reverse=True)


def _with_meant(considered: Considered, meant: Sequence[Found], *, is_part: bool) -> Considered:
    """Those that are found by their meaning alone, below all that have what was asked for.

    Among what has some of it only, who means it comes first, and is shown by that.
    """
    known = {each.article_id for each in considered.articles}
    best = _sorted(each for each in meant if each.article_id not in known)
    others = best[:FEW]
    is_part = considered.is_part or is_part or len(others) < len(best)
    if not meant:
        return replace(considered, is_part=is_part)
    if considered.is_loose:
        own = _with_likeness(considered.articles, {each.article_id: each for each in meant})
    else:
        own = list(considered.articles)
        share = _BELOW * min((each.score for each in own), default=1.0)
        others = [each._replace(score=share * each.score) for each in others]
    return replace(considered, articles=_sorted([*own, *others]), is_part=is_part)


def _with_likeness(articles: Sequence[Found], meant: Mapping[str, Found]) -> list[Found]:
    """``meant``: by article."""
    highest = max((each.score for each in articles), default=0.0) or 1.0
    own = (each._replace(score=_OF_SOME * each.score / highest) for each in articles)
    return [
        meant[each.article_id]._replace(score=each.score + meant[each.article_id].score)
        if each.article_id in meant
        else each
        for each in own
    ]


@dataclass(frozen=True, slots=True)
class _LookedAt:
    """Hits with their scores, the newest first. ``end`` and ``is_part`` as in ``Considered``."""

    scores: Mapping[fulltext.Hit, float]
    end: int | None
    is_part: bool = False

    def articles(self) -> frozenset[int]:
        """The first numbers of those that have hits."""
        return frozenset(first_number_of_article(hit.number) for hit in self.scores)


def _with_wider(narrow: _LookedAt, wide: _LookedAt, *, is_ranked: bool) -> _LookedAt:
    """All that have the words themselves, and below them other articles that were looked at.

    Where the newest come first, what is older than those is looked at for the next page.
    """
    since = 0 if is_ranked else wide.end or 0
    own = {hit: score for hit, score in narrow.scores.items() if hit.number >= since}
    articles = {first_number_of_article(hit.number) for hit in own}
    others = {
        hit: score
        for hit, score in wide.scores.items()
        if first_number_of_article(hit.number) not in articles
    }
    lowest, highest = min(own.values(), default=0.0), max(others.values(), default=0.0)
    share = min(1.0, _BELOW * lowest / highest) if lowest and highest else 1.0
    scores = {**own, **{hit: share * score for hit, score in others.items()}}
    return replace(wide, scores={hit: scores[hit] for hit in sorted(scores, reverse=True)})


def _look_for(
    asked: Asked, ask: Callable[[Mapping[str, Expression]], _LookedAt], *, is_loose: bool, is_wide: bool
) -> _LookedAt:
    """Among all that have the text, or where those are too many, the versions that name who is required."""
    if not all(each.keywords for each in asked.required):
        return _LookedAt({}, None)
    every = ask(_expressions(asked, (), is_loose=is_loose, is_wide=is_wide))
    if every.end is None or not asked.required:
        return every
    naming_them = ask(_expressions(asked, asked.required, is_loose=is_loose, is_wide=is_wide))
    return replace(naming_them, is_part=True) if naming_them.scores else every


def _look(
    session: Session,
    query: Mapping[str, Expression],
    *,
    bounds: Mapping[str, int],
    read: str | None,
    is_loose: bool,
    is_ranked: bool,
    besides: Set[int],
) -> _LookedAt:
    """``besides``: the first numbers of articles that were found before, which need not be told."""
    if not query:
        return _LookedAt({}, None)
    if is_ranked or _has_forms(query):
        ranked, oldest = fulltext.find_relevant(session, query, besides=besides, is_loose=is_loose, **bounds)
        found = {
            each.hit: each.relevance * (1 if each.hit.language == read else UNREAD) if is_ranked else 0.0
            for each in ranked
        }
    else:
        hits = fulltext.find(session, query, limit=fulltext.CANDIDATES + 1, **bounds)
        found = dict.fromkeys(hits[: fulltext.CANDIDATES], 0.0)
        oldest = hits[fulltext.CANDIDATES - 1].number if len(hits) > fulltext.CANDIDATES else None
    if not found and not besides:
        return _LookedAt({}, None, is_part=oldest is not None)
    scores = {hit: found[hit] for hit in sorted(found, reverse=True)}
    return _LookedAt(scores, None if oldest is None else first_number_of_article(oldest))


def _has_forms(query: Mapping[str, Expression]) -> bool:
    """Whether only texts tell what is found, and not the index."""
    return any(phrase.forms for expression in query.values() for phrase in phrases_in(expression))


def _without(session: Session, asked: Asked, looked_at: _LookedAt) -> _LookedAt:
    """Without the articles of which any version has what is not wanted, as far back as that is known."""
    query = {
        language: any_of(unwanted)
        for language in {analysis_language(tag) for tag in asked.known}
        if (unwanted := [each for one in asked.unwanted if (each := asked.expression_of(one, language))])
    }
    if not looked_at.scores or not query:
        return looked_at
    newest, *_, oldest = [*looked_at.scores, *looked_at.scores]
    since, before = first_number_of_article(oldest.number), next_article(newest.number)
    excluded = fulltext.find(session, query, limit=MOST_EXCLUDED, before=before, since=since)
    end = looked_at.end
    if len(excluded) == MOST_EXCLUDED:
        end = next_article(excluded[-1].number)
    articles = {first_number_of_article(hit.number) for hit in excluded}
    left = {
        hit: score
        for hit, score in looked_at.scores.items()
        if first_number_of_article(hit.number) not in articles and hit.number >= (end or 0)
    }
    return replace(looked_at, scores=left, end=end)


def _expressions(
    asked: Asked, required: Sequence[Wanted], *, is_loose: bool, is_wide: bool
) -> dict[str, Expression]:
    """By analysis language."""
    by_language = groupby(sorted(asked.languages, key=analysis_language), analysis_language)
    found = {}
    for language, tags in by_language:
        expression = _expression(asked, required, language, list(tags), is_loose=is_loose, is_wide=is_wide)
        if expression:
            found[language] = expression
    return found


def _expression(
    asked: Asked,
    named: Sequence[Wanted],
    language: str,
    tags: Sequence[str],
    *,
    is_loose: bool,
    is_wide: bool,
) -> Expression | None:
    """Of versions of these tags, which have one analysis language."""
    wanted = [
        asked.expression_of(each, language, is_wide=is_wide, is_loose=is_loose) for each in asked.wanted
    ]
    required = [asked.expression_of(each, language) for each in named]
    if is_loose:
        telling = [
            part
            for part, each in zip(wanted, asked.wanted, strict=True)
            if part and language not in each.common
        ]
        wanted = [any_of(telling)] if telling else [None]
    parts = [each for each in (*wanted, *required) if each]
    if len(parts) < len(wanted) + len(required):
        return None
    if not parts or set(tags) != {language}:
        parts.insert(0, any_of([Phrase((language_keyword(tag),)) for tag in tags]))
    unwanted = [each for one in asked.unwanted if (each := asked.expression_of(one, language))]
    return Without(all_of(parts), any_of(unwanted)) if unwanted else all_of(parts)


def _beginnings(
    session: Session, query: Query, languages: Sequence[str]
) -> dict[tuple[str, str], Sequence[str]]:
    prefixes = [*query.of_kind("prefix"), *query.of_kind("prefix", is_excluded=True)]
    most = min(MOST_ENDINGS, _MOST_ENDINGS_OF_ALL // max(len(prefixes), 1))
    return {
        (language, beginning): [
            each.term for each in list_words_beginning(session, f"{language}:{beginning}", most)
        ]
        for language in sorted({analysis_language(tag) for tag in languages})
        for beginning in sorted(
            {each for clause in prefixes for each in beginnings_in(clause, language)} - {""}
        )
    }


def bounds(filter_: ArticleFilter, now: datetime, before: int | None = None) -> dict[str, int]:
    """Of row numbers."""
    last = min(each for each in (now, filter_.published_before) if each)
    end = first_number(second_of(last) + 1)
    since = first_number(second_of(filter_.published_after)) if filter_.published_after else 0
    return {"since": since, "before": end if before is None else min(end, before)}


def _by_article(
    session: Session,
    asked: Asked,
    scores: Mapping[fulltext.Hit, float],
    filter_: ArticleFilter,
    now: datetime,
    *,
    alike: float = 0.0,
) -> Iterator[Found]:
    """Of those that are served, and have what the filter wants; newest first.

    Of versions whose scores differ from the best by no more than ``alike`` the reader's comes first, then
    the original, then the others by tag.
    """
    named = (col(Article.id).in_(naming(condition)) for condition in asked.naming_them)
    articles = list_articles_of(session, [hit.translation_id for hit in scores], filter_, now, *named)
    for number, own in groupby(scores, lambda hit: first_number_of_article(hit.number)):
        served = [hit for hit in own if hit.translation_id in articles]
        if served:
            article_id, original = articles[served[0].translation_id]
            best = max(scores[hit] for hit in served)
            if len(served) > 1:
                served.sort(key=_rank(scores, best - alike, asked.read, original))
            versions = {hit.translation_id: hit.language for hit in served}
            yield Found(article_id, number, best, versions)


def _rank(
    scores: Mapping[fulltext.Hit, float], least: float, read: str | None, original: str
) -> Callable[[fulltext.Hit], tuple[float | str, ...]]:
    """Those with scores from ``least`` on are alike."""

    def rank(hit: fulltext.Hit) -> tuple[float | str, ...]:
        score = scores[hit]
        return max(least - score, 0.0), hit.language != read, hit.language != original, -score, hit.language

    return rank
