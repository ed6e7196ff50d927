import pytest

from app.database.engine import Database
from app.database.migrations import open_database
from app.settings import Settings


def test_a_migrated_database_opens_while_a_writer_is_at_work(database: Database, database_url: str) -> None:
    with database.write():
        open_database(Settings(database_url=database_url, write_timeout=0.2)).close()


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_no_connection_of_postgresql_compiles_its_statements(database: Database) -> None:
    for opened in (database.read(), database.write()):
        with opened as session:
            assert session.connection().exec_driver_sql("SHOW jit").scalar() == "off"
