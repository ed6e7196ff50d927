"""Every error as a problem document (RFC 9457), whoever raised it."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from app.errors import (
    BadRequest,
    ContentTooLarge,
    Fault,
    InternalError,
    InvalidInput,
    MethodNotAllowed,
    NotAcceptable,
    NotFound,
    Problem,
    UnknownParameter,
)
from app.representations.problem import (
    MEDIA_TYPE,
    ProblemType,
    ProblemTypeList,
    problem_document,
    problem_types,
)
from app.routes.documentation import EXACT_OK, refusals
from app.routes.media_types import require_json
from app.routes.methods import READ_ONLY, allowed_methods
from app.routes.parameters import ExactParameters, ProblemCode, refuse_repeated
from app.routes.responses import exact_address, path_of, respond, vary

LANGUAGE = "en"
"""The language of the problems' own texts."""

router = APIRouter(
    tags=["Service"], dependencies=[Depends(exact_address), Depends(require_json), Depends(refuse_repeated)]
)


@router.get(
    "/problems",
    summary="List the kinds of problems",
    operation_id="listProblemTypes",
    response_model=ProblemTypeList,
    responses={**EXACT_OK, **refusals(BadRequest, NotAcceptable, InvalidInput)},
)
async def list_problem_types(request: Request, parameters: Annotated[ExactParameters, Query()]) -> Response:
    """Every kind of problem that an answer can be, by HTTP status."""
    document = ProblemTypeList(items=list(problem_types().values()), next=None)
    return respond(request, document, languages=[LANGUAGE])


@router.get(
    "/problems/{code}",
    summary="Read what a problem means",
    operation_id="readProblemType",
    response_model=ProblemType,
    responses={**EXACT_OK, **refusals(BadRequest, NotFound, NotAcceptable, InvalidInput)},
)
async def read_problem_type(
    request: Request, code: ProblemCode, parameters: Annotated[ExactParameters, Query()]
) -> Response:
    """The kind of problem that a problem document's `type` names."""
    document = problem_types().get(code)
    if document is None:
        raise NotFound(f"There is no problem of the kind {code!r}.")
    return respond(request, document, languages=[LANGUAGE])


def install_problem_handlers(app: FastAPI) -> None:
    async def from_problem(request: Request, problem: Problem) -> Response:
        return _response(request, problem)

    async def from_validation(request: Request, error: RequestValidationError) -> Response:
        return _response(request, _from_faults(error.errors()))

    async def from_http(request: Request, error: HTTPException) -> Response:
        return _response(request, _from_status(app, request, error))

    async def from_anything(request: Request, _error: Exception) -> Response:
        return _response(request, InternalError("The request could not be answered. It has been logged."))

    handlers: list[tuple[type[Exception], Any]] = [
        (Problem, from_problem),
        (RequestValidationError, from_validation),
        (HTTPException, from_http),
        (Exception, from_anything),
    ]
    for kind, handler in handlers:
        app.add_exception_handler(kind, handler)


def _response(request: Request, problem: Problem) -> Response:
    document = problem_document(problem, path_of(request))
    return Response(
        document.model_dump_json(exclude_unset=True),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers={
            "Vary": vary(request),
            "Content-Language": LANGUAGE,
            "Cache-Control": "no-store",
            **problem.headers,
        },
    )


def _from_faults(errors: Sequence[Any]) -> Problem:
    """What was sent is never repeated: it may be anything, and need not even be JSON."""
    if any(error["loc"][0] == "path" for error in errors):
        return NotFound("Nothing can have an id like that.")
    faults = [Fault(_message(error), parameter=str(error["loc"][-1])) for error in errors]
    names = ", ".join(_quoted(str(fault.parameter)) for fault in faults)
    if any(error["type"] == "extra_forbidden" for error in errors):
        return UnknownParameter(f"Look at the parameters {names}.", faults=faults)
    return InvalidInput(f"Look at the parameters {names}.", faults=faults)


def _message(error: Any) -> str:
    if error["type"] == "extra_forbidden":
        return "this address does not know it"
    return str(error["msg"]).removeprefix("Value error, ")


def _quoted(name: str) -> str:
    return repr(name[:64])


def _from_status(app: FastAPI, request: Request, error: HTTPException) -> Problem:
    if error.status_code == HTTPStatus.NOT_FOUND:
        return NotFound("No resource has this address. / lists those there are.")
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = ", ".join(allowed_methods(app, request.scope) or READ_ONLY)
        return MethodNotAllowed(f"It answers {allowed}.", headers={"Allow": allowed})
    if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return ContentTooLarge(str(error.detail))
    if error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
        return BadRequest(str(error.detail))
    return InternalError(str(error.detail))
