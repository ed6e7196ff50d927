"""Brings a database's schema to this program's, and says where it stands."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import migrations
from app.database.engine import Database, take_postgresql_turn
from app.database.failures import as_problems
from app.errors import SchemaError
from app.settings import Settings

_MIGRATION_TIMEOUT = 600.0


def migration_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__path__[0])))
    config.set_main_option("path_separator", "os")
    return config


@cache
def head_revision() -> str:
    """Read once: to find it, all migrations are compiled."""
    revision = ScriptDirectory.from_config(migration_config()).get_current_head()
    if revision is None:
        raise SchemaError("this installation has no migrations")
    return revision


def current_revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def upgrade(database: Database, revision: str = "head") -> None:
    """Raises SchemaError when a newer program has migrated the database, or a SQLite file has no folder."""
    _require_folder(database)
    with migrating_connection(database) as connection:
        _refuse_unknown(current_revision(connection))
        connection.rollback()
        command.upgrade(_config_for(connection), revision)


def downgrade(database: Database, revision: str) -> None:
    with migrating_connection(database) as connection:
        command.downgrade(_config_for(connection), revision)


def open_database(settings: Settings) -> Database:
    """The database ready for work: migrated, or where that is switched off, refused unless it is."""
    database = Database(settings)
    try:
        _refuse_other_encodings(database)
        if not settings.migrate_on_start:
            require_head(database)
        elif _found_revision(database) != head_revision():
            upgrade(database)
    except BaseException:
        database.close()
        raise
    return database


def _refuse_other_encodings(database: Database) -> None:
    """News is in every script; PostgreSQL can be told to store only some."""
    if database.is_sqlite:
        return
    with database.read() as session:
        encoding = session.connection().execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise SchemaError(f"the database's encoding is {encoding}, not UTF8: create it with ENCODING 'UTF8'")


def require_head(database: Database) -> None:
    if not database.is_there():
        raise SchemaError(f"{database.path} does not exist; run: dragoman migrate")
    found = _found_revision(database)
    _refuse_unknown(found)
    if found != head_revision():
        raise SchemaError(
            f"the database is at revision {found or 'none'}, this program needs {head_revision()}; "
            "run: dragoman migrate"
        )


def _found_revision(database: Database) -> str | None:
    """Asks without taking a writer's turn."""
    if not database.is_there():
        return None
    with database.read() as session:
        return current_revision(session.connection())


@contextmanager
def migrating_connection(database: Database) -> Iterator[Connection]:
    """A writer's connection in its turn, with SQLite's foreign keys not enforced.

    A batch migration drops and rebuilds a table; with enforcement on, that would delete the rows
    that refer to it. The switch only works outside a transaction.
    """
    with as_problems(), database.writer_turn(), database.writer.connect() as connection:
        driver_connection: Any = connection.connection.driver_connection
        if database.is_sqlite:
            driver_connection.execute("PRAGMA foreign_keys = OFF")
        try:
            yield connection
        finally:
            connection.rollback()
            if database.is_sqlite:
                driver_connection.execute("PRAGMA foreign_keys = ON")


def take_turn(connection: Connection) -> None:
    """To be called first in the migration's own transaction."""
    if connection.dialect.name == "postgresql":
        take_postgresql_turn(connection, _MIGRATION_TIMEOUT)


def refuse_broken_references(connection: Connection) -> None:
    """To be called last in the migration's own transaction."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise SchemaError(f"the migration would leave {len(broken)} broken references: {broken[:3]}")


def _config_for(connection: Connection) -> Config:
    config = migration_config()
    config.attributes["connection"] = connection
    return config


def _refuse_unknown(found: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(migration_config()).walk_revisions()}
    if found is not None and found not in known:
        raise SchemaError(
            f"the database is at revision {found}, which this program does not know: use a newer one"
        )


def _require_folder(database: Database) -> None:
    folder = database.path.parent
    if database.is_sqlite and not os.path.isdir(folder):  # noqa: PTH112  # Path.is_dir raises where it may not look
        raise SchemaError(f"the folder {folder} for the database does not exist, or may not be read")
