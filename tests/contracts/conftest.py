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
from tests.server import running_server


@pytest.fixture(scope="session")
def description() -> Description:
    return Description(create_app(Settings()).openapi())


@pytest.fixture(scope="session")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    write_articles(folder)
    return folder


@pytest.fixture(scope="session")
def sqlite_api(
    inbox: Path, description: Description, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    yield from _api(f"sqlite:///{tmp_path_factory.mktemp('site') / 'site.db'}", inbox, description)


@pytest.fixture(scope="session")
def postgresql_api(inbox: Path, description: Description, postgresql: URL) -> Iterator[httpx.Client]:
    for database_url in postgresql_database(postgresql):
        yield from _api(database_url, inbox, description)


def _api(database_url: str, inbox: Path, description: Description) -> Iterator[httpx.Client]:
    settings = Settings(database_url=database_url)
    database = open_migrated(settings)
    import_folder(database, REPOSITORY / "data", inbox)
    database.close()
    hooks = {"response": [description.check]}
    with (
        running_server(settings) as server,
        httpx.Client(base_url=server.url, trust_env=False, event_hooks=hooks) as client,
    ):
        yield client


@pytest.fixture
def api(backend: str, request: pytest.FixtureRequest) -> httpx.Client:
    """A client of one server for all contract tests: the real article and a few small ones, read only.

    It holds every answer against the OpenAPI document.
    """
    client: httpx.Client = request.getfixturevalue(f"{backend}_api")
    return client
