import itertools
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import URL, Engine, update
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache
from sqlmodel import select

from app.commands.import_inbox import import_inbox
from app.database.engine import Database
from app.database.migrations import upgrade
from app.intake.article_folder import find_inbox
from app.models import Article, Place, Provenance, Term
from app.settings import Settings
from tests.postgresql import create_database, postgresql_server, run_on_server
from tests.server import Server, running_server

REPOSITORY = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", REPOSITORY.parent / "shared"))
OTTAWA = "2018-12-06-anti-isis-coalition"

settings.register_profile(
    "unhurried", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")  # what takes 200 ms on a busy machine is no fault

_numbers = itertools.count(1)


_SETTINGS = {"DRAGOMAN_ENCODER": "none", "DRAGOMAN_SEARCH_PROCESS": "false", "DRAGOMAN_SEARCH_TIMEOUT": "60"}
"""An encoder and a process are slow to start, and a machine that runs tests is busy."""


@pytest.fixture(scope="session", autouse=True)
def _settings_of_tests() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        for variable, value in _SETTINGS.items():
            environment.setenv(variable, value)
        yield


@pytest.fixture(scope="session", autouse=True)
def _statements_compiled_once() -> Iterator[None]:
    """An engine compiles for its own dialect alone, and nearly every test has engines of its own."""
    compiled: dict[str, LRUCache[Any, Any]] = {}

    def share(engine: Engine) -> LRUCache[Any, Any]:
        return compiled.setdefault(engine.dialect.name, LRUCache(5000))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Engine, "_compiled_cache", property(share, lambda *_: None), raising=False)
        patched.setattr(DefaultDialect, "__hash__", lambda dialect: hash(type(dialect)))
        patched.setattr(DefaultDialect, "__eq__", lambda one, other: type(one) is type(other))
        yield


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in list(os.environ):
        if variable in {f"DRAGOMAN_{name}".upper() for name in Settings.model_fields}:
            monkeypatch.delenv(variable)
    for variable, value in _SETTINGS.items():
        monkeypatch.setenv(variable, value)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[URL]:
    with postgresql_server() as server:
        yield server


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql: URL) -> URL:
    run_on_server(postgresql, "DROP DATABASE IF EXISTS migrated")
    create_database(postgresql, "migrated")
    _migrate(text_of(postgresql.set(database="migrated")))
    return postgresql


@pytest.fixture(scope="session")
def ottawa_sqlite(migrated_sqlite: Path) -> Path:
    path = migrated_sqlite.with_name("ottawa.db")
    shutil.copy(migrated_sqlite, path)
    _import_ottawa(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def ottawa_postgresql(migrated_postgresql: URL) -> URL:
    run_on_server(migrated_postgresql, "DROP DATABASE IF EXISTS ottawa")
    create_database(migrated_postgresql, "ottawa", "migrated")
    _import_ottawa(text_of(migrated_postgresql.set(database="ottawa")))
    return migrated_postgresql


def _import_ottawa(url: str) -> None:
    with closing(Database(Settings(database_url=url))) as database:
        import_folder(database, REPOSITORY / "data")


def _migrate(url: str) -> None:
    database = Database(Settings(database_url=url))
    upgrade(database)
    database.close()


def text_of(url: URL) -> str:
    return url.render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def empty_database_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        server: URL = request.getfixturevalue("postgresql")
        yield from postgresql_database(server)


@pytest.fixture
def database_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database, without any row but for a test that uses ``ottawa``."""
    template = "ottawa" if "ottawa" in request.fixturenames else "migrated"
    if backend == "sqlite":
        path = tmp_path / "dragoman.db"
        shutil.copy(request.getfixturevalue(f"{template}_sqlite"), path)
        yield f"sqlite:///{path}"
    else:
        server: URL = request.getfixturevalue(f"{template}_postgresql")
        yield from postgresql_database(server, template)


def postgresql_database(server: URL, template: str = "template1") -> Iterator[str]:
    name = f"test_{os.getpid()}_{next(_numbers)}"
    create_database(server, name, template)
    try:
        yield text_of(server.set(database=name))
    finally:
        run_on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def open_database(database_url: str) -> Iterator[Callable[..., Database]]:
    """Opens the test's database, as often as wanted, with any other settings."""
    opened = []

    def open_it(**settings: object) -> Database:
        database = Database(Settings(database_url=database_url, **settings))  # type: ignore[arg-type]  # checked by pydantic
        opened.append(database)
        return database

    yield open_it
    for database in opened:
        database.close()


@pytest.fixture
def database(open_database: Callable[..., Database]) -> Database:
    return open_database()


@pytest.fixture
def ottawa(database: Database) -> None:
    """Fills the test's database with what the project ships: the real article, its people and places."""
    with database.read() as session:
        is_filled = session.exec(select(Article.id)).first() is not None
    if not is_filled:  # in a database of the test's own
        import_folder(database, REPOSITORY / "data")


def import_folder(database: Database, *folders: Path) -> None:
    inbox = find_inbox(folders)
    reports = list(import_inbox(database, inbox, default_language="en"))
    findings = [*inbox.findings, *(each for report in reports for each in getattr(report, "findings", ()))]
    assert not [finding for finding in findings if finding.severity == "refused"]


def import_gazetteer(database: Database, folder: Path, places: str) -> None:
    """Places that no editor has written down; ``folder`` has them from now on."""
    folder.mkdir()
    (folder / "places.toml").write_text(places, "utf-8")
    import_folder(database, folder)
    with database.write() as session:
        [editor] = session.exec(select(Provenance)).all()
        session.add(Provenance(key="geonames", loaded_at=editor.loaded_at))
        session.flush()
        session.execute(update(Place).values(provenance_id=editor.id + 1))
        session.execute(update(Term).values(provenance_id=editor.id + 1))


def import_texts(database: Database, folder: Path, articles: Mapping[str, Mapping[str, str]]) -> None:
    """``articles``: their texts by language, by id; written to ``folder`` first."""
    for name, texts in articles.items():
        (folder / name).mkdir(parents=True)
        for language, text in texts.items():
            (folder / name / f"{language}.txt").write_text(text, "utf-8")
    import_folder(database, folder)


@pytest.fixture
def server(database_url: str) -> Iterator[Server]:
    """A real server on the test's database."""
    with running_server(Settings(database_url=database_url)) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """Follows no redirect, and takes nothing from the environment, such as a proxy."""
    # Certificates would take 28 ms to read.
    with httpx.Client(base_url=server.url, trust_env=False, verify=False) as client:  # noqa: S501  # plain HTTP
        yield client
