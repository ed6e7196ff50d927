"""Searching articles in every language at once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, NamedTuple

from fastapi import APIRouter, Depends, Query, Request, Response

from app.database.fulltext import LATEST
from app.database.searching import giving_up
from app.database.session import ReadSession
from app.errors import (
    BadRequest,
    DatabaseUnavailable,
    InvalidInput,
    LanguageUnavailable,
    NotAcceptable,
    SearchTooLong,
)
from app.models import Person, Place
from app.parallel.encoder import is_encoder_installed
from app.queries.articles import ArticleFilter, get_listed_articles, next_publication
from app.queries.by_meaning import Meanings
from app.queries.entities import get_entities, get_named
from app.queries.evidence import load_evidence
from app.queries.facets import count_languages, count_people, count_places, count_years
from app.queries.languages import list_languages
from app.queries.named_in_query import NamedInQuery, end_of_name
from app.queries.parted_words import with_parts
from app.queries.search import (
    Asked,
    Considered,
    Found,
    Sort,
    consider,
    excluded_languages,
    understand,
    with_meant,
)
from app.queries.suggestions import suggest_queries
from app.representations.links import next_link
from app.representations.search import (
    FacetsDocument,
    HitDocument,
    LanguageFacet,
    NamedFacet,
    NamedInQueryDocument,
    NumberDocument,
    SearchResults,
    YearFacet,
    hit_document,
    named_facet,
    named_in_query_document,
)
from app.routes.article_list import filtered_languages, require_known
from app.routes.cursors import invalid_cursor, read_cursor, write_cursor
from app.routes.documentation import MIXED_OK, refusals
from app.routes.media_types import require_json
from app.routes.negotiation import choose_site_language, reader_of
from app.routes.parameters import SearchParameters, refuse_repeated
from app.routes.responses import respond
from app.routes.search_process import is_wanted
from app.routes.sessions import SearchSnapshot, SiteSettings
from app.search.query import Clause, Kind, parse_query
from app.search.query import Query as ParsedQuery
from app.search.row_number import next_article
from app.settings import Settings

_CURSOR = "search"
_OF_WHAT_IS_LEFT = 0.5
"""Of its time a search gives that to suggestions; others go on with the rest."""
_SCORE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,20})?(?:e-[0-9]{1,3})?", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,18}", re.ASCII)

router = APIRouter(tags=["Search"], dependencies=[Depends(require_json), Depends(refuse_repeated)])


@router.get(
    "/search",
    summary="Search in every language at once",
    operation_id="search",
    response_model=SearchResults,
    responses={
        **MIXED_OK,
        **refusals(
            BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, SearchTooLong, DatabaseUnavailable
        ),
    },
)
def search(
    request: Request,
    parameters: Annotated[SearchParameters, Query()],
    session: SearchSnapshot,
    settings: SiteSettings,
) -> Response:
    """One hit an article, whichever of its languages has what is asked for, in the reader's best language.

    `q` takes words, `"phrases"`, `begin*`, and `-` before what is not wanted; `person:` and `place:` with
    an id or a name, which may be of several words, `lang:` with a language, `date:`, `after:` and
    `before:` with a year, a month or a day. `lang:nl` finds articles by their Dutch text, and shows them in
    the reader's language all the same; `-lang:nl` finds articles that have no Dutch text. Anything else is
    taken literally; `unknown` says which names nobody has, and which dates and languages are none. Who or
    what is named in `q`, in any language or script, is found under all its names.

    A word that signs part, as `HIV-negative`, stands for its parts where no text has it so; `query` has
    them.
    """
    require_known(session, parameters)
    reader = reader_of(request, parameters)
    languages = list_languages(session)
    choice = choose_site_language(request, reader, languages, settings)
    filter_ = replace(_filter(parameters, languages), shown_in=reader.takes(languages))
    understood = _understand(
        session, parameters, filter_, languages, choice.language, request.app.state.meanings
    )
    page = _look(
        understood, after=_read_cursor(parameters.cursor, understood.sort) if parameters.cursor else None
    )
    hits = _hits(understood, page, grades=reader.grade(languages), default_language=settings.default_language)
    suggestions = [] if page.after else _suggestions(understood)
    address = reader.address_of(request, cursor=page.next) if page.next else None
    return respond(
        request,
        _document(understood, page, hits, suggestions or [], address),
        languages=sorted({hit.article.language for hit in hits}) or [settings.default_language],
        location=reader.address_of(request),
        links=next_link(address),
        changes_at=understood.now if suggestions is None else _changes_at(understood, settings),
    )


@dataclass(frozen=True, slots=True)
class _Understood:
    """A search. ``read`` is the reader's language, of the site's ``languages``."""

    session: ReadSession
    parameters: SearchParameters
    languages: Sequence[str]
    read: str
    now: datetime
    query: ParsedQuery
    asked: Asked
    filter: ArticleFilter
    sort: Sort
    meanings: Meanings


def _changes_at(understood: _Understood, settings: Settings) -> datetime | None:
    """At once, where a process that also knows what texts mean is about to take over."""
    is_taken_over = is_wanted(settings) and settings.encoder == "installed" and is_encoder_installed()
    return understood.now if is_taken_over else next_publication(understood.session, understood.now)


def _understand(
    session: ReadSession,
    parameters: SearchParameters,
    filter_: ArticleFilter,
    languages: Sequence[str],
    read: str,
    meanings: Meanings,
) -> _Understood:
    now = datetime.now(UTC)

    def end_of_name_in(kind: Kind, text: str) -> int:
        return end_of_name(session, "person" if kind == "person" else "place", text, languages)

    typed = with_parts(session, parse_query(parameters.q, end_of_name_in), languages, now)
    query = _with_names(typed, parameters)
    asked = understand(session, query, languages, now, read)
    filter_ = _narrowed(filter_, query, languages)
    sort: Sort = parameters.sort if asked.wanted else "date"  # filters are as relevant to all that have them
    return _Understood(session, parameters, languages, read, now, query, asked, filter_, sort, meanings)


def _filter(parameters: SearchParameters, languages: Sequence[str]) -> ArticleFilter:
    required = filtered_languages(parameters, languages)
    return ArticleFilter(
        available_in=required.get("available_in"),
        source_language=required.get("source_language"),
        outdated=required.get("outdated"),
        areas=parameters.areas(),
        published_after=parameters.published_after,
        published_before=parameters.published_before,
        updated_since=parameters.updated_since,
    )


def _narrowed(filter_: ArticleFilter, query: ParsedQuery, languages: Sequence[str]) -> ArticleFilter:
    """What is asked for in ``q`` holds beside the parameters."""
    starts = [each for each in (filter_.published_after, query.published_after) if each]
    ends = [each for each in (filter_.published_before, query.published_before) if each]
    return replace(
        filter_,
        not_available_in=excluded_languages(query, languages),
        published_after=max(starts, default=None),
        published_before=min(ends, default=None),
        not_published=query.not_published,
    )


def _with_names(query: ParsedQuery, parameters: SearchParameters) -> ParsedQuery:
    """As if the parameters stood in ``q``."""
    named: list[Clause] = []
    if parameters.person is not None:
        named.append(Clause("person", parameters.person))
    if parameters.place is not None:
        named.append(Clause("place", parameters.place))
    return replace(query, clauses=[*query.clauses, *named])


class _After(NamedTuple):
    """Where a page begins: behind the ``key``, of what has lower row numbers than ``before``."""

    key: tuple[float, int]
    before: int


def _key(found: Found) -> tuple[float, int]:
    return found.score, found.number


@dataclass(frozen=True, slots=True)
class _Page:
    """``next`` is the cursor of the one behind it; ``after``: where it begins, None for the first."""

    considered: Considered
    articles: Sequence[Found]
    after: _After | None
    next: str | None


def _look(understood: _Understood, after: _After | None) -> _Page:
    session, asked, filter_, now = understood.session, understood.asked, understood.filter, understood.now
    before = after and after.before
    considered = consider(
        session, asked, filter_, now, sort=understood.sort, read=understood.read, before=before
    )
    if understood.sort == "relevance":
        considered = with_meant(session, asked, filter_, now, considered, understood.meanings, before)
    rest = [each for each in considered.articles if after is None or _key(each) < after.key]
    articles = rest[: understood.parameters.limit]
    following = _next(understood.sort, considered, articles, is_last=len(articles) == len(rest))
    return _Page(considered, articles, after, following)


def _next(sort: Sort, considered: Considered, page: Sequence[Found], *, is_last: bool) -> str | None:
    """Of the newest first there are more than were looked at, of the most relevant there are not."""
    if is_last:
        if sort == "relevance" or considered.end is None:
            return None
        return write_cursor(_CURSOR, sort, "0.0", str(considered.end), str(considered.end))
    score, number = _key(page[-1])
    end = number if sort == "date" else next_article(max(each.number for each in considered.articles))
    return write_cursor(_CURSOR, sort, repr(score), str(number), str(end))


def _read_cursor(cursor: str, sort: Sort) -> _After:
    own_sort, score, number, before = read_cursor(_CURSOR, cursor, 4)
    are_numbers = _SCORE.fullmatch(score) and _NUMBER.fullmatch(number) and _NUMBER.fullmatch(before)
    if own_sort != sort or not are_numbers or int(before) > LATEST:
        raise invalid_cursor()
    return _After((float(score), int(number)), int(before))


def _hits(
    understood: _Understood, page: _Page, *, grades: Mapping[str, int], default_language: str
) -> list[HitDocument]:
    """Those that have a language for the reader."""
    ids = [each.article_id for each in page.articles]
    listed = get_listed_articles(understood.session, ids, grades=grades, default_language=default_language)
    shown = [(each, listed[each.article_id]) for each in page.articles if each.article_id in listed]
    evidence = load_evidence(understood.session, understood.asked, shown)
    return [hit_document(article, evidence[each.article_id]) for each, article in shown]


def _document(
    understood: _Understood,
    page: _Page,
    hits: list[HitDocument],
    suggestions: list[str],
    next_address: str | None,
) -> SearchResults:
    return SearchResults(
        query=str(understood.query),
        ignored=list(map(str, understood.query.ignored)),
        unknown=[*map(str, understood.asked.unknown), *understood.query.without_value],
        entities=_entities(understood.session, understood.asked.named, understood.read),
        loose=page.considered.is_loose and bool(page.considered.articles),
        considered=_number(page.considered),
        suggestions=suggestions,
        items=hits,
        next=next_address,
        **_counted(understood, page),
    )


def _suggestions(understood: _Understood) -> list[str] | None:
    """None where they take too long, being searches themselves: an answer without them is kept by nobody."""
    with giving_up(understood.session, _OF_WHAT_IS_LEFT):
        return suggest_queries(
            understood.session,
            understood.query,
            understood.asked,
            understood.filter,
            understood.now,
            understood.read,
        )
    return None


def _counted(understood: _Understood, page: _Page) -> dict[str, Any]:
    """The members that are there only where they are asked for."""
    parameters = understood.parameters
    names = set(parameters.facets.split(",")) if parameters.facets else set()
    if not names and parameters.count != "true":
        return {}
    every = _every(understood, page)
    counted: dict[str, Any] = {"total": _number(every)} if parameters.count == "true" else {}
    if names:
        ids = [each.article_id for each in every.articles]
        facets = {name: _FACETS[name](understood.session, ids, understood.read) for name in sorted(names)}
        counted["facets"] = FacetsDocument.model_validate(facets)
    return counted


def _every(understood: _Understood, page: _Page) -> Considered:
    """From the first page on: the newest first are considered page by page."""
    if page.after is None or understood.sort != "date":
        return page.considered
    return consider(understood.session, understood.asked, understood.filter, understood.now, sort="date")


def _languages(session: ReadSession, article_ids: Sequence[str], _language: str) -> list[LanguageFacet]:
    return [
        LanguageFacet(value=tag, articles=number) for tag, number in count_languages(session, article_ids)
    ]


def _people(session: ReadSession, article_ids: Sequence[str], language: str) -> list[NamedFacet]:
    numbers = count_people(session, article_ids)
    people = get_entities(session, Person, [id_ for id_, _ in numbers])
    return [named_facet(people[id_], language, number) for id_, number in numbers]


def _places(session: ReadSession, article_ids: Sequence[str], language: str) -> list[NamedFacet]:
    numbers = count_places(session, article_ids)
    places = get_entities(session, Place, [id_ for id_, _ in numbers])
    return [named_facet(places[id_], language, number) for id_, number in numbers]


def _years(session: ReadSession, article_ids: Sequence[str], _language: str) -> list[YearFacet]:
    return [YearFacet(value=year, articles=number) for year, number in count_years(session, article_ids)]


_FACETS = {"language": _languages, "person": _people, "place": _places, "year": _years}


def _number(considered: Considered) -> NumberDocument:
    relation: Literal["exact", "at-least"] = (
        "exact" if considered.end is None and not considered.is_part else "at-least"
    )
    return NumberDocument(value=len(considered.articles), relation=relation)


def _entities(
    session: ReadSession, named: Sequence[NamedInQuery], language: str
) -> list[NamedInQueryDocument]:
    described = get_named(session, ((each.kind, each.id) for each in named))
    return [named_in_query_document(described[each.kind, each.id], language, each.surface) for each in named]
