"""What the lists of articles have in common: all articles, a person's, a place's."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime

from fastapi import Request, Response

from app.database.session import ReadSession
from app.errors import Fault, InvalidInput
from app.language.filtering import filter_tags
from app.models import Person, Place
from app.queries.articles import ArticleFilter, Page, count_articles, list_articles, next_publication
from app.queries.languages import list_languages
from app.queries.naming import is_known
from app.representations.article import ArticleList, article_item
from app.representations.links import next_link
from app.routes.cursors import read_position, write_position
from app.routes.negotiation import Reader, choose_site_language, reader_of
from app.routes.parameters import NamingArticlesParameters
from app.routes.responses import respond
from app.settings import Settings
from app.texts.text import Text

THERE_IS_NONE: Mapping[type[Person] | type[Place], Text] = {
    Person: Text("There is no person {id!r}."),
    Place: Text("There is no place {id!r}."),
}

_FILTERS = {each.name for each in fields(ArticleFilter)}


def respond_with_articles(
    request: Request,
    parameters: NamingArticlesParameters,
    session: ReadSession,
    settings: Settings,
    **named: str,
) -> Response:
    """``named``: filters that come of the path."""
    require_known(session, parameters)
    reader = reader_of(request, parameters)
    languages = list_languages(session)
    choose_site_language(request, reader, languages, settings)
    given = parameters.model_dump(include=_FILTERS)
    filter_ = ArticleFilter(
        **{**given, **filtered_languages(parameters, languages), **named, "areas": parameters.areas()},
        shown_in=reader.takes(languages),
    )
    now = datetime.now(UTC)
    page = list_articles(
        session,
        filter_,
        now,
        grades=reader.grade(languages),
        default_language=settings.default_language,
        after=read_position(parameters.cursor) if parameters.cursor else None,
        limit=parameters.limit,
    )
    articles = article_list(request, reader, page)
    total = parameters.total(lambda: count_articles(session, filter_, now))
    document = ArticleList(items=articles.items, next=articles.next, **total)
    return respond(
        request,
        document,
        languages=sorted({item.language for item in articles.items}) or [settings.default_language],
        location=reader.address_of(request),
        links=next_link(articles.next),
        changes_at=next_publication(session, now),
    )


def require_known(session: ReadSession, parameters: NamingArticlesParameters) -> None:
    """A misspelt id is told from somebody whom no article names. Raises InvalidInput."""
    given = parameters.model_dump(include={"person", "place"}, exclude_none=True)
    faults = [
        Fault(replace(THERE_IS_NONE[table], parameters={"id": given[name]}), parameter=name)
        for name, table in (("person", Person), ("place", Place))
        if name in given and not is_known(session, table, given[name])
    ]
    if faults:
        raise InvalidInput(
            Text("A filter names somebody or somewhere that is not known here."), faults=faults
        )


def article_list(request: Request, reader: Reader, page: Page, **address: str) -> ArticleList:
    """The next page is at the request's own address, with these parameters added to it."""
    following = None
    if page.next:
        following = reader.address_of(request, cursor=write_position(page.next), **address)
    return ArticleList(items=[article_item(listed) for listed in page.articles], next=following)


def filtered_languages(
    parameters: NamingArticlesParameters, languages: Sequence[str]
) -> dict[str, Sequence[str]]:
    """The languages that the list's language filters have, of the site's and of what a range itself says."""
    ranges = parameters.model_dump(include={"available_in", "source_language", "outdated"})
    return {
        name: filter_tags([one], [*languages, *({one} - set(languages))])
        for name, one in ranges.items()
        if one is not None
    }
