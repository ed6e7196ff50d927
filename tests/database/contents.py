"""What a database holds beside its rows' values: what a migration must not lose in silence."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

SEARCHED = '"en:stonequay" OR stonequay'
NOT_COUNTED = {"alembic_version", "representation"}
"""What the program makes anew from the rest."""

_TRIGGERS = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'trigger'",
    "postgresql": "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal",
}
_TREE_ITSELF = "SELECT name FROM sqlite_schema WHERE name = 'place_position'"
_SHADOWS = "SELECT name FROM pragma_table_list WHERE type = 'shadow'"
_MISPLACED = """
    SELECT count(*) FROM place FULL JOIN place_position ON place_id = place.id WHERE (
        place_id IS NULL AND latitude IS NOT NULL OR place.id IS NULL OR latitude IS NULL
        OR latitude NOT BETWEEN south AND north OR longitude NOT BETWEEN west AND east
    ) AND coalesce(place_id, latitude) IS NOT NULL
"""
_FULL_TEXT = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"


@dataclass(frozen=True)
class Contents:
    """``parts`` are tables, columns, indexes, constraints, triggers; ``hits`` is how much a search finds."""

    rows: dict[str, int]
    parts: frozenset[str]
    hits: dict[str, int]


def read_contents(connection: Connection) -> Contents:
    uncounted = NOT_COUNTED | _shadow_tables(connection)
    tables = [name for name in inspect(connection).get_table_names() if name not in uncounted]
    rows = {name: _number(connection, f'SELECT count(*) FROM "{name}"') for name in tables}
    hits = {
        name: _number(connection, f"SELECT count(*) FROM {name} WHERE {name} MATCH '{SEARCHED}'")
        for name in full_text_indexes(connection)
    }
    return Contents(rows, frozenset(_parts(connection, tables)), hits)


def losses(before: Contents, after: Contents, *, dropped: Collection[str] = ()) -> list[str]:
    """What is gone though it is not among the parts meant to be ``dropped``, whole or by name."""
    counts = [("rows", before.rows, after.rows), ("hits", before.hits, after.hits)]
    return sorted(part for part in before.parts - after.parts if not _is_among(part, dropped)) + [
        f"{name}: {number} {what} became {new.get(name)}"
        for what, old, new in counts
        for name, number in old.items()
        if f"table {name}" not in dropped and new.get(name) != number
    ]


def _is_among(part: str, dropped: Collection[str]) -> bool:
    return part in dropped or any(f"'name': '{name}'" in part for name in dropped)


def _shadow_tables(connection: Connection) -> set[str]:
    """What virtual tables keep their own in, however they like."""
    if connection.dialect.name != "sqlite":
        return set()
    return set(connection.execute(text(_SHADOWS)).scalars())


def full_text_indexes(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    return list(connection.execute(text(_FULL_TEXT)).scalars())


def drifted_indexes(connection: Connection) -> list[str]:
    """Indexes that say something else than the rows they index: of full text, only ``rank = 1`` looks."""
    drifted = ["place_position"] if _is_misplaced(connection) else []
    for name in full_text_indexes(connection):
        try:
            with connection.begin_nested():
                connection.execute(text(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"))
        except DBAPIError:
            drifted.append(name)
    return drifted


def _is_misplaced(connection: Connection) -> bool:
    has_tree = connection.dialect.name == "sqlite" and connection.execute(text(_TREE_ITSELF)).first()
    return bool(has_tree and _number(connection, _MISPLACED))


def _parts(connection: Connection, tables: list[str]) -> Iterator[str]:
    inspector = inspect(connection)
    for table in tables:
        yield f"table {table}"
        yield from (f"column {table}.{column['name']}" for column in inspector.get_columns(table))
        yield from (f"option {table} {option}" for option in inspector.get_table_options(table))
        for index in inspector.get_indexes(table):
            options = {name: str(option) for name, option in index.get("dialect_options", {}).items()}
            yield f"index {table} { ({**index, 'dialect_options': options}) }"
        yield from (f"unique {table} {unique}" for unique in inspector.get_unique_constraints(table))
        yield from (f"foreign key {table} {key}" for key in inspector.get_foreign_keys(table))
        yield from (f"check {table} {check}" for check in inspector.get_check_constraints(table))
        yield f"primary key {table} {inspector.get_pk_constraint(table)}"
    for table, name in connection.execute(text(_TRIGGERS[connection.dialect.name])):
        yield f"trigger {table}.{name}"


def _number(connection: Connection, query: str) -> int:
    return int(connection.execute(text(query)).scalar_one())
