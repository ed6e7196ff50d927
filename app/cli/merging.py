"""What ``dragoman people`` and ``dragoman places`` have in common."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer
from pydantic import TypeAdapter, ValidationError

from app.cli.reindex import reindex_with_progress
from app.commands.merge_entities import merge
from app.commands.split_entity import split
from app.database.migrations import open_database
from app.errors import Refusal
from app.intake.entity_file import EntityId
from app.queries.entities import Entity
from app.settings import load_settings

GoneId = Annotated[str, typer.Argument(metavar="FROM", help="The id that goes; it is redirected.")]
IntoId = Annotated[str, typer.Argument(metavar="INTO", help="The id that stays.")]
SplitId = Annotated[str, typer.Argument(metavar="ID", help="Who stood for two.")]
NewId = Annotated[str, typer.Argument(metavar="NEW", help="The id of the new one.")]
Terms = Annotated[
    list[str], typer.Option("--term", help="A label or alias that is the new one's; may be repeated.")
]


def merge_and_reindex(table: type[Entity], gone_id: str, into_id: str) -> None:
    database = open_database(load_settings())
    try:
        with database.write() as session:
            merge(session, table, gone_id, into_id, datetime.now(UTC))
        typer.echo(f"{gone_id} is {into_id} now")
        reindex_with_progress(database)
    finally:
        database.close()


def split_and_reindex(table: type[Entity], entity_id: str, new_id: str, terms: Sequence[str]) -> None:
    _require_id(new_id)
    database = open_database(load_settings())
    try:
        with database.write() as session:
            split(session, table, entity_id, new_id, terms, datetime.now(UTC))
        typer.echo(f"{new_id} is apart from {entity_id} now")
        reindex_with_progress(database)
    finally:
        database.close()


def _require_id(new_id: str) -> None:
    try:
        TypeAdapter(EntityId).validate_python(new_id)
    except ValidationError as error:
        raise Refusal("unusable-id", error.errors()[0]["msg"].removeprefix("Value error, ")) from error
