import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from app.database.condition import read_condition
from app.errors import BadRequest, DatabaseUnavailable
from app.representations.service import HealthDocument, ReadinessDocument
from app.routes.documentation import HEALTH_OK, refusals
from app.routes.media_types import JSON
from app.routes.parameters import Parameters, refuse_repeated
from app.routes.responses import exact_address, vary
from app.texts.text import Text

DEADLINE_SECONDS = 2.0

router = APIRouter(
    prefix="/health", tags=["Health"], dependencies=[Depends(exact_address), Depends(refuse_repeated)]
)


@router.get(
    "/live",
    summary="Ask whether the process runs",
    operation_id="readLiveness",
    response_model=HealthDocument,
    responses={**HEALTH_OK, **refusals(BadRequest)},
)
async def read_liveness(request: Request, parameters: Annotated[Parameters, Query()]) -> Response:
    """Answers as long as the process can answer anything; asks no database."""
    return _respond(request, HealthDocument(status="ok"))


@router.get(
    "/ready",
    summary="Ask whether requests can be answered",
    operation_id="readReadiness",
    response_model=ReadinessDocument,
    responses={**HEALTH_OK, **refusals(BadRequest, DatabaseUnavailable)},
)
async def read_readiness(request: Request, parameters: Annotated[Parameters, Query()]) -> Response:
    """Answers once the database does, with the schema that this program needs; 503 after two seconds."""
    try:
        async with asyncio.timeout(DEADLINE_SECONDS):
            condition = await run_in_threadpool(read_condition, request.app.state.database)
    except TimeoutError as error:
        raise DatabaseUnavailable(Text("The database has not answered in time.")) from error
    return _respond(
        request,
        ReadinessDocument(
            status="ok", database=condition.database, schema_revision=condition.schema_revision
        ),
    )


def _respond(request: Request, document: BaseModel) -> Response:
    headers = {"Cache-Control": "no-store", "Vary": vary(request)}
    return Response(document.model_dump_json(), media_type=JSON, headers=headers)
