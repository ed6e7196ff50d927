"""What the findings on translations and on files mean."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.errors import BadRequest, InvalidInput, LanguageUnavailable, NotAcceptable, NotFound
from app.representations.finding import FindingMeaning, FindingMeaningList, finding_meanings
from app.routes.documentation import NEGOTIATED_OK, refusals
from app.routes.media_types import require_json
from app.routes.negotiation import choose_text_language, reader_of
from app.routes.parameters import FindingCode, LanguageParameters, refuse_repeated
from app.routes.responses import respond
from app.routes.sessions import SiteSettings
from app.texts.text import Text

router = APIRouter(tags=["Service"], dependencies=[Depends(require_json), Depends(refuse_repeated)])


@router.get(
    "/findings",
    summary="List the kinds of findings",
    operation_id="listFindingMeanings",
    response_model=FindingMeaningList,
    responses={**NEGOTIATED_OK, **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput)},
)
async def list_finding_meanings(
    request: Request, parameters: Annotated[LanguageParameters, Query()], settings: SiteSettings
) -> Response:
    """Every kind of finding that `/diagnostics`, an import or `dragoman check` may have, by code."""
    reader = reader_of(request, parameters)
    choice = choose_text_language(request, reader, settings)
    document = FindingMeaningList(items=list(finding_meanings(choice.language).values()), next=None)
    location = reader.address_of(request)
    return respond(request, document, languages=[choice.language], location=location, choice=choice)


@router.get(
    "/findings/{code}",
    summary="Read what a finding means",
    operation_id="readFindingMeaning",
    response_model=FindingMeaning,
    responses={
        **NEGOTIATED_OK,
        **refusals(BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput),
    },
)
async def read_finding_meaning(
    request: Request,
    code: FindingCode,
    parameters: Annotated[LanguageParameters, Query()],
    settings: SiteSettings,
) -> Response:
    """The kind of finding that a finding's `meaning` names."""
    if code not in finding_meanings():
        raise NotFound(Text("There is no finding of the kind {code!r}.", {"code": code}))
    reader = reader_of(request, parameters)
    choice = choose_text_language(request, reader, settings)
    document = finding_meanings(choice.language)[code]
    location = reader.address_of(request)
    return respond(request, document, languages=[choice.language], location=location, choice=choice)
