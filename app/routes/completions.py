"""What may be meant by the beginning that somebody has typed so far."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.errors import (
    BadRequest,
    DatabaseUnavailable,
    InvalidInput,
    LanguageUnavailable,
    NotAcceptable,
    SearchTooLong,
)
from app.queries.articles import next_publication
from app.queries.completions import HeadlineCompletion, NameCompletion, complete
from app.queries.entities import get_named
from app.queries.languages import list_languages
from app.representations.completion import CompletionList, headline_completion, name_completion
from app.routes.documentation import NEGOTIATED_OK, refusals
from app.routes.media_types import require_json
from app.routes.negotiation import choose_site_language, reader_of
from app.routes.parameters import CompletionParameters, refuse_repeated
from app.routes.responses import respond
from app.routes.sessions import SearchSnapshot, SiteSettings

router = APIRouter(tags=["Search"], dependencies=[Depends(require_json), Depends(refuse_repeated)])


@router.get(
    "/search/suggest",
    summary="Complete what is being typed",
    operation_id="suggest",
    response_model=CompletionList,
    responses={
        **NEGOTIATED_OK,
        **refusals(
            BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, SearchTooLong, DatabaseUnavailable
        ),
    },
)
def suggest(
    request: Request,
    parameters: Annotated[CompletionParameters, Query()],
    session: SearchSnapshot,
    settings: SiteSettings,
) -> Response:
    """People and places whose name begins so in any language, and headlines of the reader's with the words.

    What is in the reader's language comes first, then what is in others that they take. Only those are there
    that some article has. Marks and capitals do not matter.
    """
    now = datetime.now(UTC)
    reader = reader_of(request, parameters)
    languages = list_languages(session)
    choice = choose_site_language(request, reader, languages, settings)
    readers = list(dict.fromkeys((choice.language, *reader.named(languages))))
    found = complete(session, parameters.q, readers, now, parameters.limit)
    named = get_named(session, ((each.kind, each.id) for each in found if isinstance(each, NameCompletion)))
    items = [
        headline_completion(each)
        if isinstance(each, HeadlineCompletion)
        else name_completion(each, named[each.kind, each.id], choice.language)
        for each in found
    ]
    return respond(
        request,
        CompletionList(items=items, next=None),
        languages=[choice.language],
        location=reader.address_of(request),
        choice=choice,
        changes_at=next_publication(session, now),
    )
