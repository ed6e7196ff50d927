"""The application: its routers, its problem handlers, its lifespan."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi.concurrency import run_in_threadpool

from app.database.migrations import open_database
from app.routes import articles, health, languages, people, places, problems, service
from app.routes.docs import install_docs
from app.routes.methods import Methods
from app.routes.openapi import describe
from app.routes.requests import REFUSALS
from app.settings import Settings, load_settings


def create_app(settings: Settings | None = None) -> FastAPI:
    """Settings come from the environment where none are given; the database is opened at start-up."""
    given = settings or load_settings()
    app = FastAPI(
        title="Dragoman",
        version=version("dragoman"),
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
        dependencies=[Depends(each) for each in REFUSALS],
    )
    app.state.settings = given
    for module in (service, articles, people, places, languages, problems, health):
        app.include_router(module.router)
    install_docs(app)
    problems.install_problem_handlers(app)
    describe(app)
    app.add_middleware(Methods, fastapi=app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.database = await run_in_threadpool(open_database, app.state.settings)
    yield
    await run_in_threadpool(app.state.database.close)
