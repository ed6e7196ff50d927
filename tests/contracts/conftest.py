from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import URL

from app.database.migrations import open_database as open_migrated
from app.main import create_app
from app.settings import Settings
from tests.conftest import REPOSITORY, import_folder, postgresql_database
from tests.contracts.articles import write_articles
from tests.contracts.description import Description
from tests.server import Server, running_server


@pytest.fixture(scope="session")
def description() -> Description:
    return Description(create_app(Settings()).openapi())


@pytest.fixture(scope="session")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    write_articles(folder)
    return folder


@pytest.fixture(scope="session")
def sqlite_site(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from _site(f"sqlite:///{tmp_path_factory.mktemp('site') / 'site.db'}", inbox)


@pytest.fixture(scope="session")
def postgresql_site(inbox: Path, postgresql: URL) -> Iterator[Server]:
    for database_url in postgresql_database(postgresql, ""):
        yield from _site(database_url, inbox)


def _site(database_url: str, inbox: Path) -> Iterator[Server]:
    settings = Settings(database_url=database_url)
    database = open_migrated(settings)
    import_folder(database, REPOSITORY / "data", inbox)
    database.close()
    with running_server(settings) as server:
        yield server


@pytest.fixture
def site(backend: str, request: pytest.FixtureRequest) -> Server:
    """One server for all contract tests: the real article and a few small ones. Nobody writes to it."""
    server: Server = request.getfixturevalue(f"{backend}_site")
    return server


@pytest.fixture
def api(site: Server, description: Description) -> Iterator[httpx.Client]:
    """A client of the site that holds every answer against the OpenAPI document."""
    with httpx.Client(
        base_url=site.url, trust_env=False, event_hooks={"response": [description.check]}
    ) as client:
        yield client
