from sqlalchemy import text

from app.database.engine import Database
from app.database.migrations import head_revision, require_head
from app.settings import Settings
from tests.program import finish, start


def test_six_processes_may_migrate_one_empty_database_at_once(empty_database_url: str) -> None:
    processes = [start("migrate", database_url=empty_database_url) for _ in range(6)]
    ended = [(*finish(process), process.returncode) for process in processes]
    assert ended == [(f"The database is at revision {head_revision()}.\n", "", 0)] * 6
    database = Database(Settings(database_url=empty_database_url))
    require_head(database)
    with database.read() as session:
        versions = session.connection().execute(text("SELECT version_num FROM alembic_version"))
        assert versions.scalars().all() == [head_revision()]
    database.close()
