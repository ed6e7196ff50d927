"""Alembic's entry: migrations run on the connection that the program hands over, or on the settings' own."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from app.database import fulltext, position
from app.database.engine import Database
from app.database.migrations import migrating_connection, refuse_broken_references, take_turn
from app.models import metadata
from app.models.table import Flag, Instant
from app.settings import load_settings


def render_type(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """A migration names database types only: our own may change after it was written."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.Text().with_variant(sa.TIMESTAMP(timezone=True), 'postgresql')"
    if kind == "type" and isinstance(item, Flag):
        return "sa.Integer()"
    return False


def is_the_models(name: str | None, _kind: str, _parents: object) -> bool:
    """Indexes of positions and of texts differ by database: their migrations write them by hand."""
    return name not in position.OURS | fulltext.OURS


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        render_item=render_type,
        include_name=is_the_models,
        transactional_ddl=True,  # SQLite's is: else a migration commits before its references are checked
    )
    with context.begin_transaction():
        take_turn(connection)
        context.run_migrations()
        refuse_broken_references(connection)


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    migrate(handed_over)
else:
    database = Database(load_settings())
    with migrating_connection(database) as own:
        migrate(own)
    database.close()
