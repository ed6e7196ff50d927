from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.errors import BadRequest, DatabaseUnavailable, InvalidInput, LanguageUnavailable, NotAcceptable
from app.queries.articles import next_publication
from app.queries.languages import count_articles_by_language
from app.representations.language import LanguageList, language_document
from app.representations.links import next_link
from app.routes.cursors import read_cursor, write_cursor
from app.routes.documentation import NEGOTIATED_LINKED_OK, refusals
from app.routes.media_types import require_json
from app.routes.negotiation import choose_site_language, reader_of
from app.routes.parameters import ListParameters, refuse_repeated
from app.routes.responses import respond
from app.routes.sessions import SiteSettings, Snapshot

router = APIRouter(tags=["Languages"], dependencies=[Depends(require_json), Depends(refuse_repeated)])


@router.get(
    "/languages",
    summary="List the languages",
    operation_id="listLanguages",
    response_model=LanguageList,
    responses={
        **NEGOTIATED_LINKED_OK,
        **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def list_languages(
    request: Request,
    parameters: Annotated[ListParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """Every language that some article has, by tag, with its own name and its name in yours."""
    now = datetime.now(UTC)
    articles = count_articles_by_language(session, now)
    reader = reader_of(request, parameters)
    choice = choose_site_language(request, reader, articles, settings)
    after = read_cursor("languages", parameters.cursor, 1)[0] if parameters.cursor else ""
    rest = [tag for tag in sorted(articles) if tag > after]
    page = rest[: parameters.limit]
    items = [
        language_document(
            tag, reader=choice.language, articles=articles[tag], default=settings.default_language
        )
        for tag in page
    ]
    following = None
    if len(rest) > len(page):
        following = reader.address_of(request, cursor=write_cursor("languages", page[-1]))
    total = parameters.total(lambda: len(articles))
    document = LanguageList(items=items, next=following, **total)
    return respond(
        request,
        document,
        languages=[choice.language],
        location=reader.address_of(request),
        links=next_link(following),
        choice=choice,
        changes_at=next_publication(session, now),
    )
