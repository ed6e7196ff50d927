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
from app.models import Person
from app.representations.person import PersonDocument, PersonList, person_document
from app.routes.documentation import NEGOTIATED_LINKED_OK, NEGOTIATED_OK, refusals
from app.routes.entities import respond_with_list, respond_with_one
from app.routes.media_types import require_json
from app.routes.parameters import LanguageParameters, ListParameters, PersonId, refuse_repeated
from app.routes.sessions import SiteSettings, Snapshot

router = APIRouter(tags=["People"], dependencies=[Depends(require_json), Depends(refuse_repeated)])


@router.get(
    "/people",
    summary="List people",
    operation_id="listPeople",
    response_model=PersonList,
    responses={
        **NEGOTIATED_LINKED_OK,
        **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def list_people(
    request: Request,
    parameters: Annotated[ListParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """All people that articles may name, by id, with their names in every language."""
    return respond_with_list(request, session, settings, parameters, Person, person_document, PersonList)


@router.get(
    "/people/{person_id}",
    summary="Read about a person",
    operation_id="readPerson",
    response_model=PersonDocument,
    responses={
        **NEGOTIATED_OK,
        **refusals(
            BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable
        ),
    },
)
def read_person(
    request: Request,
    person_id: PersonId,
    parameters: Annotated[LanguageParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """One person, with its names in every language and its ids in other registers."""
    return respond_with_one(request, session, settings, parameters, Person, person_id, person_document)
