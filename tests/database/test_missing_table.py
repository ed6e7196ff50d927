"""What readers and the log are told where a table is gone that was there when the server began."""

import logging
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from app.database.engine import Database
from tests.conftest import OTTAWA

pytestmark = pytest.mark.usefixtures("ottawa")


@pytest.mark.parametrize(
    ("table", "path"),
    [
        ("caption", f"/articles/{OTTAWA}"),
        ("word", "/search?q=isis*"),
        ("indexed_text", "/search?q=isis"),
        ("mention", "/places"),
    ],
)
def test_a_table_that_is_gone_is_named_in_the_log_alone(
    client: httpx.Client, database: Database, caplog: pytest.LogCaptureFixture, table: str, path: str
) -> None:
    with database.write() as session:
        for gone in ("representation", table):
            cascade = "" if database.is_sqlite else " CASCADE"
            session.execute(text(f"DROP TABLE {gone}{cascade}"))
    with caplog.at_level(logging.ERROR, logger="dragoman"):
        answer = client.get(path, headers={"Accept-Language": "en"})
    problem: dict[str, Any] = answer.json()
    assert (answer.status_code, problem["code"]) == (503, "database-unavailable")
    assert problem["detail"] == "The database lacks a table."
    assert answer.headers["Retry-After"] == "5"
    assert "representation" in caplog.text or table in caplog.text
