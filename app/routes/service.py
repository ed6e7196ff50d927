from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.database.session import ReadSession
from app.errors import (
    BadRequest,
    DatabaseUnavailable,
    Fault,
    InvalidInput,
    LanguageUnavailable,
    NotAcceptable,
)
from app.language.choosing import Choice
from app.language.direction import direction
from app.queries.articles import ArticleFilter, list_articles, next_publication
from app.queries.languages import list_languages
from app.representations.front_page_html import front_page_html
from app.representations.links import Link, next_link
from app.representations.media_types import MEDIA_TYPES, PAGE_FORMATS
from app.representations.page import CONTENT_SECURITY_POLICY
from app.representations.service import ServiceDocument
from app.routes.article_list import article_list
from app.routes.cursors import read_position
from app.routes.documentation import NEGOTIATED_LINKED_OK, refusals
from app.routes.formats import negotiate_format
from app.routes.negotiation import Reader, choose_site_language, reader_of
from app.routes.parameters import DEFAULT_LIMIT, FrontPageParameters, refuse_repeated
from app.routes.responses import respond, respond_with
from app.routes.sessions import SiteSettings, Snapshot
from app.settings import Settings
from app.texts.text import Text

router = APIRouter(tags=["Service"], dependencies=[Depends(refuse_repeated)])

_LINKS: list[Link] = [
    ("/openapi.json", {"rel": "service-desc", "type": "application/json"}),
    ("/docs", {"rel": "service-doc", "type": "text/html"}),
]


@router.get(
    "/",
    summary="Find your way",
    operation_id="readService",
    response_model=ServiceDocument,
    responses={
        **NEGOTIATED_LINKED_OK,
        **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def read_service(
    request: Request,
    parameters: Annotated[FrontPageParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """Where everything is, or for people the newest articles, in the language that suits the reader best."""
    format_ = negotiate_format(request, parameters.format, PAGE_FORMATS)
    reader = reader_of(request, parameters)
    languages = list_languages(session)
    choice = choose_site_language(request, reader, languages, settings)
    if format_ == "html":
        return _front_page(request, parameters, session, settings, reader, choice, languages)
    if parameters.cursor is not None:
        raise InvalidInput(
            Text("Only the page for readers goes on."),
            faults=[Fault(Text("only format=html has a next page"), parameter="cursor")],
        )
    document = ServiceDocument(
        name="Dragoman",
        language=choice.language,
        direction=direction(choice.language),
        default_language=settings.default_language,
        articles="/articles",
        languages="/languages",
        search="/search",
        people="/people",
        places="/places",
        problems="/problems",
        documentation="/docs",
        openapi="/openapi.json",
    )
    return respond(
        request,
        document,
        languages=[choice.language],
        location=reader.address_of(request),
        links=_LINKS,
        choice=choice,
    )


def _front_page(
    request: Request,
    parameters: FrontPageParameters,
    session: ReadSession,
    settings: Settings,
    reader: Reader,
    choice: Choice,
    languages: list[str],
) -> Response:
    now = datetime.now(UTC)
    page = list_articles(
        session,
        ArticleFilter(shown_in=reader.takes(languages)),
        now,
        grades=reader.grade(languages),
        default_language=settings.default_language,
        after=read_position(parameters.cursor) if parameters.cursor else None,
        limit=DEFAULT_LIMIT,
    )
    articles = article_list(request, reader, page, format="html")
    html = front_page_html(articles, language=choice.language, languages=languages)
    return respond_with(
        request,
        html.encode(),
        MEDIA_TYPES["html"],
        languages=[choice.language],
        location=reader.address_of(request, format="html"),
        links=[*_LINKS, *next_link(articles.next)],
        choice=choice,
        changes_at=next_publication(session, now),
        policy=CONTENT_SECURITY_POLICY,
    )
