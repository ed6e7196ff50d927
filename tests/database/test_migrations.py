from collections.abc import Iterator

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from app.database.engine import Database
from app.database.migrations import (
    current_revision,
    downgrade,
    head_revision,
    migrating_connection,
    migration_config,
    open_database,
    require_head,
    upgrade,
)
from app.errors import SchemaError
from app.settings import Settings

SCRIPTS = ScriptDirectory.from_config(migration_config())
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]


@pytest.fixture
def empty(empty_database_url: str) -> Iterator[Database]:
    database = Database(Settings(database_url=empty_database_url))
    yield database
    database.close()


def test_every_migration_runs_up_and_down_and_up_again(empty: Database) -> None:
    for revision in REVISIONS:
        upgrade(empty, revision)
        downgrade(empty, "-1")
        upgrade(empty, revision)
    with empty.read() as session:
        assert current_revision(session.connection()) == head_revision()


def test_the_last_downgrade_leaves_nothing_but_alembics_own_table(empty: Database) -> None:
    upgrade(empty)
    downgrade(empty, "base")
    with empty.read() as session:
        assert inspect(session.connection()).get_table_names() == ["alembic_version"]


def test_the_migrations_make_exactly_the_models_tables(database: Database) -> None:
    config = migration_config()
    with migrating_connection(database) as connection:
        config.attributes["connection"] = connection
        command.check(config)


def test_there_is_one_head() -> None:
    assert len(SCRIPTS.get_heads()) == 1


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_every_sqlite_table_is_strict(database: Database) -> None:
    with database.read() as session:
        query = text("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        rows = session.connection().execute(query)
        lax = {name for name, strict in rows if not strict}
    assert lax == {"alembic_version", "sqlite_schema", "sqlite_sequence"}


def test_a_database_of_a_newer_program_is_refused(database: Database, database_url: str) -> None:
    with database.write() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaError, match="9999"):
        open_database(Settings(database_url=database_url))


def test_where_migrating_on_start_is_off_an_old_database_is_refused(empty_database_url: str) -> None:
    with pytest.raises(SchemaError, match="dragoman migrate"):
        open_database(Settings(database_url=empty_database_url, migrate_on_start=False))


def test_a_migrated_database_is_accepted(database: Database) -> None:
    require_head(database)
