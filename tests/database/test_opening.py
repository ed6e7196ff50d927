from app.database.engine import Database
from app.database.migrations import open_database
from app.settings import Settings


def test_a_migrated_database_opens_while_a_writer_is_at_work(database: Database, database_url: str) -> None:
    with database.write():
        open_database(Settings(database_url=database_url, write_timeout=0.2)).close()
