from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.errors import BadRequest, DatabaseUnavailable, InvalidInput, LanguageUnavailable, NotAcceptable
from app.language.direction import direction
from app.queries.languages import list_languages
from app.representations.links import Link
from app.representations.service import ServiceDocument
from app.routes.documentation import NEGOTIATED_LINKED_OK, refusals
from app.routes.media_types import require_json
from app.routes.negotiation import choose_site_language, reader_of
from app.routes.parameters import LanguageParameters, refuse_repeated
from app.routes.responses import respond
from app.routes.sessions import SiteSettings, Snapshot

router = APIRouter(tags=["Service"], dependencies=[Depends(require_json), Depends(refuse_repeated)])

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
    parameters: Annotated[LanguageParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """Where everything is, and the site's language that suits the reader best."""
    reader = reader_of(request, parameters)
    choice = choose_site_language(request, reader, list_languages(session), settings)
    document = ServiceDocument(
        name="Dragoman",
        language=choice.language,
        direction=direction(choice.language),
        default_language=settings.default_language,
        articles="/articles",
        languages="/languages",
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
