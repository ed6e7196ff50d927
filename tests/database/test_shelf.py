import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import app.queries.shelf
from app.database.engine import Database
from app.database.migrations import open_database
from app.database.sqlite import PAGE_BYTES
from app.queries.shelf import SQLiteShelf
from app.settings import Settings
from benchmarks.filling import filled
from tests.conftest import REPOSITORY

ROOMY = 64 * 1024 * 1024
TIGHT = 1024 * 1024
IO = Path("/proc/self/io")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    return filled(folder, 600, inbox=[REPOSITORY / "data"], tell=lambda _: None)


def _statements_of_warming(database: Database, page_cache_bytes: int) -> list[str]:
    async def warm() -> list[str]:
        statements: list[str] = []
        shelf = SQLiteShelf(database, page_cache_bytes)
        shelf._connection.set_trace_callback(statements.append)  # what it reads is all it does
        await shelf.warm()
        await shelf.close()
        return [each for each in statements if "representation" in each]

    return asyncio.run(warm())


def test_a_shelf_reads_the_newest_articles_first_and_then_the_others(file: Path) -> None:
    with closing(open_database(Settings(database_url=f"sqlite:///{file}"))) as database:
        everything = _statements_of_warming(database, ROOMY)
        newest = _statements_of_warming(database, TIGHT)
    assert 0 < len(newest) < len(everything)
    assert everything[: len(newest)] == newest
    assert "id <= 1202" in newest[0]


async def _statements_of_keeping_warm(database: Database, commit: Callable[[], None]) -> list[str]:
    """As many as twice the reading at the start."""
    statements: list[str] = []
    shelf = SQLiteShelf(database, TIGHT)
    shelf._connection.set_trace_callback(lambda each: statements.append(each) if "total(" in each else None)
    await shelf.warm()
    once = len(statements)
    statements.clear()
    keeping = asyncio.create_task(shelf.keep_warm())
    async with asyncio.timeout(20):
        while len(statements) < once:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        assert len(statements) == once
        commit()
        while len(statements) < 2 * once:
            await asyncio.sleep(0.01)
    keeping.cancel()
    await shelf.close()
    return statements


def test_a_shelf_reads_the_newest_articles_again_after_another_process_wrote(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.queries.shelf, "_LOOK_AGAIN", 0.01)
    monkeypatch.setattr(app.queries.shelf, "_REST", 0)
    with closing(open_database(Settings(database_url=f"sqlite:///{file}"))) as database:

        def commit() -> None:
            with closing(sqlite3.connect(file)) as writer, writer:
                writer.execute(
                    "UPDATE article SET updated_at = updated_at WHERE id = (SELECT max(id) FROM article)"
                )

        statements = asyncio.run(_statements_of_keeping_warm(database, commit))
    half = len(statements) // 2
    assert statements[:half] == statements[half:]


def test_an_empty_shelf_has_nothing_to_read_beforehand(tmp_path: Path) -> None:
    with closing(open_database(Settings(database_url=f"sqlite:///{tmp_path / 'empty.db'}"))) as database:
        assert _statements_of_warming(database, ROOMY) == []


@pytest.mark.skipif(not IO.exists(), reason="only Linux counts what a process reads")
def test_a_long_article_is_read_beforehand_as_a_whole(file: Path, tmp_path: Path) -> None:
    path, body = tmp_path / "long.db", bytes(100_000)
    shutil.copyfile(file, path)
    with closing(sqlite3.connect(path)) as writer, writer:
        writer.execute(
            "UPDATE representation SET body = ? WHERE id = (SELECT max(id) FROM translation)", (body,)
        )
    assert _bytes_read_to_warm(path) - _bytes_read_to_warm(file) > len(body) - PAGE_BYTES


def _bytes_read_to_warm(path: Path) -> int:
    with closing(open_database(Settings(database_url=f"sqlite:///{path}"))) as database:
        before = _bytes_read()
        _statements_of_warming(database, ROOMY)
        return _bytes_read() - before


def _bytes_read() -> int:
    """https://docs.kernel.org/filesystems/proc.html, 3.3: by calls to read, from the disk or not."""
    return int(IO.read_text().partition("rchar: ")[2].split()[0])
