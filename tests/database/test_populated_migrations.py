"""Migrations on a database with rows in every table, where a rebuild can lose what nobody looks at."""

from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent, indent

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import Script, ScriptDirectory
from sqlalchemy import text

from app.commands.import_inbox import import_inbox
from app.database import migrations
from app.database.engine import Database
from app.database.migrations import current_revision, downgrade, migrating_connection, upgrade
from app.errors import SchemaError
from app.intake.article_folder import find_inbox
from tests.articles import write_articles
from tests.conftest import REPOSITORY
from tests.database.contents import Contents, drifted_indexes, losses, read_contents

ADD_COLUMN = """
    with op.batch_alter_table("article") as batch:
        batch.add_column(sa.Column("desk", sa.Text(), server_default="news", nullable=False))
        batch.create_check_constraint(op.f("ck_article_desk"), "desk <> ''")
"""
DROP_COLUMN = """
    with op.batch_alter_table("article") as batch:
        batch.drop_constraint(op.f("ck_article_desk"), type_="check")
        batch.drop_column("desk")
"""
INDEX_TEXT = """
    op.execute("CREATE VIRTUAL TABLE block_text USING fts5(text, content='block', content_rowid='id')")
    op.execute("INSERT INTO block_text (block_text) VALUES ('rebuild')")
    op.execute(
        "CREATE TRIGGER block_indexed AFTER INSERT ON block BEGIN "
        "INSERT INTO block_text (rowid, text) VALUES (new.id, new.text); END"
    )
"""
REBUILD_INDEXED = """
    with op.batch_alter_table("block") as batch:
        batch.create_check_constraint(op.f("ck_block_position"), "position >= 0")
"""
REBUILD_PLACE = """
    with op.batch_alter_table("place") as batch:
        batch.create_check_constraint(op.f("ck_place_id"), "id <> ''")
"""
CREATE_TRIGGER_AGAIN = INDEX_TEXT[INDEX_TEXT.index("    op.execute(\n") :]
ORPHAN_CHILDREN = """
    op.execute("DELETE FROM article")
"""

MOSTLY_EMPTY = {
    "alignment", "counterpart", "dismissal", "former_external_id", "former_id", "learning", "meaning",
    "names_version", "purge", "staleness", "suppressed_name",
}  # fmt: skip
"""Tables of what an editor has merged, dismissed or does not want, of what the next import makes anew, of
what is still to be told or translated."""

Append = Callable[..., str]


@pytest.fixture
def append(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Append]:
    """Puts another migration behind those there are and gives its revision."""
    folder = tmp_path / "versions"
    folder.mkdir()
    locations = f"{REPOSITORY / 'migrations' / 'versions'}:{folder}"
    own = migrations.migration_config

    def with_more() -> Config:
        config = own()
        config.set_main_option("version_locations", locations)
        return config

    monkeypatch.setattr(migrations, "migration_config", with_more)

    def append_one(up: str, down: str = "    pass") -> str:
        before = migrations.head_revision()
        revision = f"{int(before) + 1:04}"
        header = f"""\
            import sqlalchemy as sa
            from alembic import op
            revision = {revision!r}
            down_revision = {before!r}
            """
        body = f"{dedent(header)}def upgrade():\n{_body(up)}\ndef downgrade():\n{_body(down)}\n"
        (folder / f"{revision}_test.py").write_text(body, encoding="utf-8")
        migrations.head_revision.cache_clear()
        return revision

    yield append_one
    migrations.head_revision.cache_clear()


def _body(code: str) -> str:
    return indent(dedent(code).strip("\n"), "    ")


@pytest.fixture
def populated(database: Database, tmp_path: Path) -> Database:
    """Rows in every table."""
    write_articles(tmp_path / "inbox", range(12))
    _import(database, REPOSITORY / "data", tmp_path / "inbox")
    assert _empty_tables(database) <= MOSTLY_EMPTY
    return database


def _import(database: Database, *paths: Path) -> None:
    for _ in import_inbox(database, find_inbox(paths), default_language="en"):
        pass


def _empty_tables(database: Database) -> set[str]:
    return {table for table, number in _contents(database).rows.items() if not number}


def _contents(database: Database) -> Contents:
    with database.read() as session:
        return read_contents(session.connection())


def _scripts() -> Iterator[Script]:
    directory = ScriptDirectory.from_config(migrations.migration_config())
    return reversed(list(directory.walk_revisions()))


def _run(database: Database, script: Script) -> list[str]:
    """What the migration loses; parts that it means to drop stand in its ``DROPS``."""
    before = _contents(database)
    upgrade(database, script.revision)
    return losses(before, _contents(database), dropped=getattr(script.module, "DROPS", ()))


def test_every_migration_keeps_what_a_populated_database_holds(populated: Database, append: Append) -> None:
    append(ADD_COLUMN, DROP_COLUMN)
    upgrade(populated)
    _, *later = _scripts()
    assert later
    for script in reversed(later):  # each from where the last one ended, not from the newest
        assert isinstance(script.down_revision, str)
        downgrade(populated, script.down_revision)
        assert _empty_tables(populated) <= MOSTLY_EMPTY, script
        assert _run(populated, script) == []


def test_what_was_migrated_takes_in_articles_and_shows_no_drift(
    populated: Database, append: Append, tmp_path: Path
) -> None:
    append(ADD_COLUMN, DROP_COLUMN)
    upgrade(populated)
    write_articles(tmp_path / "more", range(12, 16))
    _import(populated, tmp_path / "more")
    with migrating_connection(populated) as connection:
        assert connection.execute(text("SELECT count(*) FROM article")).scalar_one() == 1 + 12 + 4
        assert drifted_indexes(connection) == []


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_rebuild_with_foreign_keys_enforced_would_delete_the_children(
    populated: Database, append: Append
) -> None:
    revision = append(ADD_COLUMN)
    before = _contents(populated)
    with populated.writer.connect() as connection:
        config = migrations.migration_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    lost = losses(before, _contents(populated))
    assert f"translation: {before.rows['translation']} rows became 0" in lost
    assert f"block: {before.rows['block']} rows became 0" in lost


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_rebuild_that_forgets_the_triggers_is_noticed(
    populated: Database, append: Append, tmp_path: Path
) -> None:
    upgrade(populated, append(INDEX_TEXT))
    append(REBUILD_INDEXED)
    *_, naive = _scripts()
    assert _run(populated, naive) == ["trigger block.block_indexed"]
    write_articles(tmp_path / "more", range(12, 16))
    _import(populated, tmp_path / "more")
    assert _drifted(populated) == ["block_text"]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_rebuild_that_makes_its_triggers_again_loses_nothing(
    populated: Database, append: Append, tmp_path: Path
) -> None:
    upgrade(populated, append(INDEX_TEXT))
    assert _contents(populated).hits["block_text"] > 0
    append(REBUILD_INDEXED + CREATE_TRIGGER_AGAIN)
    *_, careful = _scripts()
    assert _run(populated, careful) == []
    write_articles(tmp_path / "more", range(12, 16))
    _import(populated, tmp_path / "more")
    assert _drifted(populated) == []


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_rebuild_of_places_that_forgets_their_triggers_is_noticed(
    populated: Database, append: Append
) -> None:
    upgrade(populated)
    append(REBUILD_PLACE)
    *_, naive = _scripts()
    lost = {f"trigger place.place_{name}" for name in ("gone", "moved", "positioned")}
    assert set(_run(populated, naive)) == lost
    assert _drifted(populated) == []
    with populated.write() as session:
        session.connection().execute(text("UPDATE place SET latitude = -latitude WHERE id = 'ottawa'"))
    assert _drifted(populated) == ["place_position"]


def _drifted(database: Database) -> list[str]:
    with migrating_connection(database) as connection:
        return drifted_indexes(connection)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_migration_that_leaves_broken_references_changes_nothing(
    populated: Database, append: Append
) -> None:
    before, head = _contents(populated), migrations.head_revision()
    append(ADD_COLUMN)
    append(ORPHAN_CHILDREN)
    with pytest.raises(SchemaError, match="broken references"):
        upgrade(populated)
    assert _contents(populated) == before
    with populated.read() as session:
        assert current_revision(session.connection()) == head


def test_of_earlier_revisions_the_first_is_whose_the_version_is_and_no_later_one_a_machines(
    populated: Database, tmp_path: Path
) -> None:
    write_articles(tmp_path / "inbox", range(12), edition=2)
    _import(populated, tmp_path / "inbox")
    downgrade(populated, "0022")
    with populated.write() as session:
        session.connection().execute(text("UPDATE translation SET origin = 'machine' WHERE language = 'en'"))
    upgrade(populated)
    query = (
        "SELECT DISTINCT language, r.number, r.origin FROM revision r "
        "JOIN translation t ON t.id = r.translation_id WHERE language IN ('en', 'nl')"
    )
    with populated.read() as session:
        found = {tuple(row) for row in session.connection().execute(text(query))}
    assert {row for row in found if row[0] == "en"} == {("en", 1, "machine"), ("en", 2, "unknown")}
    assert "machine" not in {origin for language, _, origin in found if language == "nl"}


def test_foreign_keys_are_enforced_again_after_a_migration(populated: Database, append: Append) -> None:
    upgrade(populated, append(ADD_COLUMN))
    with populated.write() as session:
        session.connection().execute(text("DELETE FROM article"))
    rows = _contents(populated).rows
    assert rows["translation"] == rows["block"] == rows["mention"] == 0
