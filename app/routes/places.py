from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.errors import (
    BadRequest,
    DatabaseUnavailable,
    InvalidInput,
    LanguageUnavailable,
    NotAcceptable,
    NotFound,
)
from app.models import Place
from app.representations.place import PlaceDocument, PlaceList, place_document
from app.routes.documentation import NEGOTIATED_LINKED_OK, NEGOTIATED_OK, refusals
from app.routes.entities import respond_with_list, respond_with_one
from app.routes.media_types import require_json
from app.routes.parameters import LanguageParameters, ListParameters, PlaceId, refuse_repeated
from app.routes.sessions import SiteSettings, Snapshot

router = APIRouter(tags=["Places"], dependencies=[Depends(require_json), Depends(refuse_repeated)])


@router.get(
    "/places",
    summary="List places",
    operation_id="listPlaces",
    response_model=PlaceList,
    responses={
        **NEGOTIATED_LINKED_OK,
        **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def list_places(
    request: Request,
    parameters: Annotated[ListParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """All places that articles may name, by id, with their names in every language."""
    return respond_with_list(request, session, settings, parameters, Place, place_document, PlaceList)


@router.get(
    "/places/{place_id}",
    summary="Read about a place",
    operation_id="readPlace",
    response_model=PlaceDocument,
    responses={
        **NEGOTIATED_OK,
        **refusals(
            BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable
        ),
    },
)
def read_place(
    request: Request,
    place_id: PlaceId,
    parameters: Annotated[LanguageParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """One place, with its names in every language and its ids in other registers."""
    return respond_with_one(request, session, settings, parameters, Place, place_id, place_document)
