"""Every error as a problem document (RFC 9457), whoever raised it."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from app.errors import (
    BadRequest,
    ContentTooLarge,
    InternalError,
    InvalidInput,
    LanguageUnavailable,
    MethodNotAllowed,
    NotAcceptable,
    NotFound,
    Problem,
)
from app.language.choosing import Choice
from app.representations.document import Document
from app.representations.problem import (
    MEDIA_TYPE,
    ProblemType,
    ProblemTypeList,
    problem_document,
    problem_types,
)
from app.routes.documentation import NEGOTIATED_OK, refusals
from app.routes.media_types import require_json
from app.routes.methods import READ_ONLY, allowed_methods
from app.routes.negotiation import Reader, choose_text_language, problem_language, reader_of
from app.routes.parameters import LanguageParameters, ProblemCode, refuse_repeated
from app.routes.responses import path_of, respond, vary
from app.routes.sessions import SiteSettings
from app.routes.validation import problem_of_parameters
from app.texts.text import Text

_LOGGED = Text("The request could not be answered. It has been logged.")

router = APIRouter(tags=["Service"], dependencies=[Depends(require_json), Depends(refuse_repeated)])


@router.get(
    "/problems",
    summary="List the kinds of problems",
    operation_id="listProblemTypes",
    response_model=ProblemTypeList,
    responses={**NEGOTIATED_OK, **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput)},
)
async def list_problem_types(
    request: Request, parameters: Annotated[LanguageParameters, Query()], settings: SiteSettings
) -> Response:
    """Every kind of problem that an answer can be, by HTTP status."""
    reader = reader_of(request, parameters)
    choice = choose_text_language(request, reader, settings)
    document = ProblemTypeList(items=list(problem_types(choice.language).values()), next=None)
    return _respond(request, document, reader, choice)


@router.get(
    "/problems/{code}",
    summary="Read what a problem means",
    operation_id="readProblemType",
    response_model=ProblemType,
    responses={
        **NEGOTIATED_OK,
        **refusals(BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput),
    },
)
async def read_problem_type(
    request: Request,
    code: ProblemCode,
    parameters: Annotated[LanguageParameters, Query()],
    settings: SiteSettings,
) -> Response:
    """The kind of problem that a problem document's `type` names."""
    if code not in problem_types():
        raise NotFound(Text("There is no problem of the kind {code!r}.", {"code": code}))
    reader = reader_of(request, parameters)
    choice = choose_text_language(request, reader, settings)
    return _respond(request, problem_types(choice.language)[code], reader, choice)


def _respond(request: Request, document: Document, reader: Reader, choice: Choice) -> Response:
    location = reader.address_of(request)
    return respond(request, document, languages=[choice.language], location=location, choice=choice)


def install_problem_handlers(app: FastAPI) -> None:
    async def from_problem(request: Request, problem: Problem) -> Response:
        return problem_response(request, problem)

    async def from_validation(request: Request, error: RequestValidationError) -> Response:
        return problem_response(request, problem_of_parameters(error.errors()))

    async def from_http(request: Request, error: HTTPException) -> Response:
        return problem_response(request, _from_status(app, request, error))

    async def from_anything(request: Request, _error: Exception) -> Response:
        return problem_response(request, InternalError(_LOGGED))

    handlers: list[tuple[type[Exception], Any]] = [
        (Problem, from_problem),
        (RequestValidationError, from_validation),
        (HTTPException, from_http),
        (Exception, from_anything),
    ]
    for kind, handler in handlers:
        app.add_exception_handler(kind, handler)


def problem_response(request: Request, problem: Problem) -> Response:
    language = problem_language(request, request.app.state.settings)
    document = problem_document(problem, path_of(request), language)
    return Response(
        document.model_dump_json(exclude_unset=True),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers={
            "Vary": vary(request),
            "Content-Language": language,
            "Cache-Control": "no-store",
            **problem.headers,
        },
    )


def _from_status(app: FastAPI, request: Request, error: HTTPException) -> Problem:
    """What Starlette and FastAPI raise themselves. Their own words are English, and not for clients."""
    if error.status_code == HTTPStatus.NOT_FOUND:
        return NotFound(Text("No resource has this address. / lists those there are."))
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = ", ".join(allowed_methods(app, request.scope) or READ_ONLY)
        return MethodNotAllowed(
            Text("It answers {methods}.", {"methods": allowed}), headers={"Allow": allowed}
        )
    if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        limit = app.state.settings.max_request_body
        return ContentTooLarge(Text("This server takes up to {limit} bytes.", {"limit": limit}))
    if error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
        return BadRequest(Text("The server could not make sense of the request."))
    return InternalError(_LOGGED)
