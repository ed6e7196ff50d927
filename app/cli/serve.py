import os
from typing import Annotated

import typer
from starlette.types import ASGIApp

from app.database import sqlite
from app.database.engine import Database, parse_database_url
from app.database.migrations import open_database
from app.queries.representations import list_unrendered_articles
from app.representations.renderer import renderer
from app.settings import Settings, load_settings


def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The TCP port to listen on.")] = None,
    workers: Annotated[int | None, typer.Option(help="Server processes.")] = None,
) -> None:
    """Serve the API. Options win over the environment's settings."""
    import uvicorn  # noqa: PLC0415  # slow to import, and no other command serves

    from app.door import guarded_http  # noqa: PLC0415  # imports uvicorn

    given = {"host": host, "port": port, "workers": workers}
    settings = load_settings(**{name: value for name, value in given.items() if value is not None})
    database = open_database(settings)
    _mention_what_is_slow(database)
    database.close()
    for name in given:
        os.environ[f"DRAGOMAN_{name.upper()}"] = str(getattr(settings, name))
    uvicorn.run(
        f"{__name__}:{create_app_that_stays.__name__}",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=allowed_workers(settings),
        http=guarded_http(settings),
        ws="none",
        server_header=False,
        access_log=settings.access_log,
        proxy_headers=settings.access_log,  # no answer depends on whom a proxy names: the log alone does
        timeout_graceful_shutdown=settings.shutdown_timeout,
    )


def create_app_that_stays() -> ASGIApp:
    """For a process that ends with it."""
    from app.main import create_server_app, spare_what_stays  # noqa: PLC0415  # slow to import, as above

    app = create_server_app()
    spare_what_stays()
    return app


def _mention_what_is_slow(database: Database) -> None:
    """After an upgrade, say. Everything is served right meanwhile."""
    with database.read() as session:
        if list_unrendered_articles(session, renderer(), after="", limit=1):
            typer.echo(
                "dragoman: some articles are not rendered and take longer; run: dragoman reindex", err=True
            )


def allowed_workers(settings: Settings) -> int:
    is_sqlite = parse_database_url(settings.database_url).get_backend_name() == "sqlite"
    if not is_sqlite or sqlite.is_wal_reset_safe():
        return settings.workers
    typer.echo(
        f"dragoman: warning: SQLite {sqlite.driver.sqlite_version} has the WAL-reset fault (fixed in 3.51.3)"
        + ("; running one worker" if settings.workers > 1 else ""),
        err=True,
    )
    return 1
