import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL

from app.database.migrations import open_database
from app.settings import Settings
from benchmarks.dragoman import ARTICLE, EXACT, LIST, NEGOTIATED, routes_server, sqlite_url
from benchmarks.filling import WronglyFilled, check_copies, copy_to_postgresql, filled, open_sqlite
from benchmarks.processor import cores
from benchmarks.server import REPOSITORY, Server
from tests.benchmarks.conftest import ARTICLES
from tests.conftest import text_of
from tests.postgresql import create_database, run_on_server


def test_a_copy_is_answered_as_the_routes_put_it_together(
    dragoman: Server, filled_file: Path, tmp_path: Path
) -> None:
    with routes_server(sqlite_url(filled_file), tmp_path, cores()[0]) as routes:
        for path in (NEGOTIATED % 1, EXACT % ARTICLES, LIST):
            assert dragoman.answer(path, "nl") == routes.answer(path, "nl")


def test_a_copy_says_the_same_of_itself_under_another_id(dragoman: Server) -> None:
    original = dragoman.get(f"/articles/{ARTICLE}/nl", "*").decode()
    copy = dragoman.get(EXACT % 7, "*").decode()
    assert copy.replace("-000007", "") == original
    assert copy.count("-000007") > 4


def test_every_copy_is_listed_once(dragoman: Server) -> None:
    path, listed = f"{LIST}?limit=20", []
    while path:
        page = json.loads(dragoman.get(path, "nl"))
        listed += [item["id"] for item in page["items"]]
        path = page["next"]
    assert sorted(listed) == [ARTICLE, *(f"{ARTICLE}-{number:06}" for number in range(1, ARTICLES + 1))]


def test_a_filled_file_has_no_dangling_reference(filled_file: Path) -> None:
    with closing(sqlite3.connect(filled_file)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM mention").fetchone()[0] == 44 * (ARTICLES + 1)


def test_a_filled_file_is_filled_once(filled_file: Path) -> None:
    before = filled_file.stat()
    again = filled(filled_file.parent, ARTICLES, inbox=[REPOSITORY / "data"], tell=pytest.fail)
    assert again == filled_file
    assert again.stat().st_ino == before.st_ino


def test_a_copy_that_the_program_would_render_otherwise_is_noticed(tmp_path: Path) -> None:
    path = filled(tmp_path, 2, inbox=[REPOSITORY / "data"], tell=lambda _: None)
    with closing(sqlite3.connect(path)) as connection, connection:
        is_second = "CAST(fields AS TEXT) LIKE '%-000002/%'"
        connection.execute(f"UPDATE representation SET body = CAST(body || ' ' AS BLOB) WHERE {is_second}")
    with closing(open_sqlite(path)) as database, pytest.raises(WronglyFilled, match="-000002"):
        check_copies(database, 2)


def test_postgresql_has_the_same_rows_and_takes_new_ones(filled_file: Path, postgresql: URL) -> None:
    create_database(postgresql, "filled")
    url = text_of(postgresql.set(database="filled"))
    try:
        copy_to_postgresql(filled_file, url, tell=lambda _: None)
        with closing(open_database(Settings(database_url=url))) as database:
            check_copies(database, ARTICLES)
    finally:
        run_on_server(postgresql, "DROP DATABASE filled WITH (FORCE)")
