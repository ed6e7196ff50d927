"""The application: its routers, its problem handlers, its lifespan."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.types import ASGIApp

from app.database.engine import Database
from app.database.migrations import open_database
from app.language.choosing import choose
from app.parallel.encoder import installed_encoder, is_encoder_installed
from app.queries.by_meaning import Meanings
from app.queries.shelf import open_shelf
from app.routes import (
    alignment,
    articles,
    changes,
    completions,
    findings,
    health,
    languages,
    negotiating,
    people,
    places,
    problems,
    search,
    service,
)
from app.routes.cache_tags import CacheTags, ClockMarks
from app.routes.docs import install_docs
from app.routes.fast_lane import AT_ONCE, FastLane
from app.routes.methods import Methods
from app.routes.openapi import describe
from app.routes.requests import REFUSALS
from app.routes.search_process import SearchProcess, is_wanted
from app.settings import Settings, load_settings


def create_app(settings: Settings | None = None) -> FastAPI:
    """Settings come from the environment where none are given; the database is opened at start-up."""
    given = settings or load_settings()
    app = FastAPI(
        title="Dragoman",
        version=version("dragoman"),
        lifespan=_lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
        dependencies=[Depends(each) for each in REFUSALS],
    )
    app.state.settings = given
    for module in (
        service, alignment, changes, articles, search, completions, people, places, languages, negotiating,
        findings, problems, health,
    ):  # fmt: skip
        app.include_router(module.router)
    install_docs(app)
    problems.install_problem_handlers(app)
    describe(app)
    app.add_middleware(Methods, fastapi=app)
    if given.purge_urls:
        app.add_middleware(ClockMarks)
    app.state.search_process = SearchProcess(app)
    app.state.fast_lane = FastLane(app.state.search_process)
    return app


def create_server_app(settings: Settings | None = None) -> ASGIApp:
    """The application behind its fast lane, as it is served."""
    app = create_app(settings)
    fast_lane: FastLane = app.state.fast_lane
    return CacheTags(fast_lane) if app.state.settings.purge_urls else fast_lane


def _searches_by_meaning(settings: Settings) -> bool:
    """Where searches are answered, and no process beside answers them."""
    return settings.encoder == "installed" and is_encoder_installed() and not is_wanted(settings)


def spare_what_stays() -> None:
    """Of a process that ends with what it has by now: no collection of garbage goes over that again.

    An answer makes tens of thousands of objects and drops most of them: looked through after every 700 they
    cost a search a fifth of its time.
    """
    gc.freeze()
    gc.set_threshold(20_000, 10, 50)


@asynccontextmanager
async def open_app(app: FastAPI) -> AsyncIterator[Database]:
    """With its database, and without what a server has besides."""
    settings: Settings = app.state.settings
    database = app.state.database = await run_in_threadpool(open_database, settings)
    choose([], [settings.default_language])  # loads CLDR's tables now, not for the first reader
    app.state.meanings = meanings = Meanings(installed_encoder if _searches_by_meaning(settings) else None)
    await run_in_threadpool(meanings.warm, database)
    yield database
    await run_in_threadpool(database.close)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[dict[str, bool]]:
    settings: Settings = app.state.settings
    async with open_app(app) as database:
        beside = []
        if is_wanted(settings):
            beside.append(asyncio.create_task(app.state.search_process.run()))
        shelf = await open_shelf(database, settings)
        if shelf is not None:
            app.state.fast_lane.open(shelf, settings)
            beside.append(asyncio.create_task(shelf.keep_warm()))
        yield {AT_ONCE: database.is_sqlite}
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        if shelf is not None:
            await shelf.close()
