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
from app.queries.entities import count_entities, list_entities
from app.representations.article import ArticleList
from app.representations.companion import CompanionList
from app.representations.person import PersonDocument, PersonList, person_document
from app.routes.cursors import read_cursor, write_cursor
from app.routes.documentation import MERGED_ELSEWHERE, MIXED_OK, NEGOTIATED_LINKED_OK, NEGOTIATED_OK, refusals
from app.routes.entities import (
    EntityPage,
    Face,
    respond_with_articles_naming,
    respond_with_companions,
    respond_with_one,
    respond_with_page,
)
from app.routes.media_types import require_json
from app.routes.parameters import (
    CompanionParameters,
    LanguageParameters,
    ListParameters,
    PersonId,
    PersonsArticlesParameters,
    refuse_repeated,
)
from app.routes.sessions import SiteSettings, Snapshot

router = APIRouter(tags=["People"], dependencies=[Depends(require_json), Depends(refuse_repeated)])

_OF_ONE = refusals(
    BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable
)
_FACE = Face(person_document, PersonList)


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
    after = read_cursor("Person", parameters.cursor, 1)[0] if parameters.cursor else None
    found = list_entities(session, Person, after=after, limit=parameters.limit + 1)
    shown = found[: parameters.limit]
    cursor = write_cursor("Person", shown[-1].entity.id) if len(found) > len(shown) else None
    page = EntityPage(Person, shown, cursor, lambda: count_entities(session, Person))
    return respond_with_page(request, session, settings, parameters, page, _FACE)


@router.get(
    "/people/{person_id}",
    summary="Read about a person",
    operation_id="readPerson",
    response_model=PersonDocument,
    responses={**NEGOTIATED_OK, **MERGED_ELSEWHERE, **_OF_ONE},
)
def read_person(
    request: Request,
    person_id: PersonId,
    parameters: Annotated[LanguageParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """One person, with its names in every language and its ids in other registers."""
    return respond_with_one(request, session, settings, parameters, Person, person_id, _FACE)


@router.get(
    "/people/{person_id}/articles",
    summary="List the articles that name a person",
    operation_id="listArticlesNamingPerson",
    response_model=ArticleList,
    responses={**MIXED_OK, **MERGED_ELSEWHERE, **_OF_ONE},
)
def list_articles_naming_person(
    request: Request,
    person_id: PersonId,
    parameters: Annotated[PersonsArticlesParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """The articles that name a person in some language: as `/articles?person=` has them."""
    return respond_with_articles_naming(request, session, settings, parameters, Person, person_id)


@router.get(
    "/people/{person_id}/mentioned-with",
    summary="List who and what is named with a person",
    operation_id="listMentionedWithPerson",
    response_model=CompanionList,
    responses={**NEGOTIATED_LINKED_OK, **MERGED_ELSEWHERE, **_OF_ONE},
)
def list_mentioned_with_person(
    request: Request,
    person_id: PersonId,
    parameters: Annotated[CompanionParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """The people and places that articles name together with a person, most often first.

    Of the articles that name the person, the newest thousand are looked through.
    """
    return respond_with_companions(request, session, settings, parameters, Person, person_id)
