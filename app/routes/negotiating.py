"""What a preference of languages comes to: a shared cache asks before it looks for an answer it has."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.errors import BadRequest, DatabaseUnavailable, InvalidInput, LanguageUnavailable, NotAcceptable
from app.language.canonical import canonical_ranges
from app.language.choosing import Choice, rank
from app.language.ranges import write_accept_language
from app.queries.languages import list_label_languages, list_languages
from app.representations.negotiation import NegotiationDocument, negotiation_document
from app.routes.documentation import PREFLIGHT_OK, refusals
from app.routes.media_types import require_json
from app.routes.negotiation import choose_site_language, reader_of, server_order
from app.routes.parameters import PreflightParameters, refuse_repeated
from app.routes.responses import language_match, respond
from app.routes.sessions import SiteSettings, Snapshot

SHORTLY = "max-age=60"
"""A new language of the site is not to be missed for long by a cache that is told of no change."""

router = APIRouter(tags=["Languages"], dependencies=[Depends(require_json), Depends(refuse_repeated)])


@router.get(
    "/negotiation",
    summary="Ask how your languages are understood",
    operation_id="readNegotiation",
    response_model=NegotiationDocument,
    responses={
        **PREFLIGHT_OK,
        **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def read_negotiation(
    request: Request,
    parameters: Annotated[PreflightParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """What your languages come to on this site, and the one `Accept-Language` that says the same.

    A shared cache puts that one in the place of the reader's, so that it keeps an answer for each
    different effect and not for each header. It holds for all addresses but those of a person or a place,
    which want `names=true`, and not for `fallback=none`.
    """
    reader = reader_of(request, parameters)
    languages = set(list_languages(session))
    if parameters.names == "true":
        languages.update(list_label_languages(session))
    choice = choose_site_language(request, reader, languages, settings)
    available = server_order({*languages, settings.default_language}, settings.default_language, source="")
    choices = rank(reader.ranges, available, strict=reader.strict)
    accept_language = write_accept_language(canonical_ranges(reader.ranges, available))
    response = respond(
        request,
        negotiation_document(accept_language, [each.language for each in choices]),
        languages=[choice.language],
        location=reader.address_of(request),
        choice=choice,
    )
    response.headers["Cache-Control"] = SHORTLY
    response.headers["Canonical-Accept-Language"] = accept_language
    response.headers["Language-Matches"] = _language_matches(choices)
    return response


def _language_matches(choices: Iterable[Choice]) -> str:
    """Each language's Language-Match between bars, for a cache that can do no more than search text."""
    return "|".join(["", *(f"{choice.language}={language_match(choice)}" for choice in choices), ""])
