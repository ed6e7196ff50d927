"""Writes app/routes/examples.json: what the server answers about the article in data/.

    python -m scripts.write_examples

The OpenAPI document shows these answers; a test says when they are stale.
"""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from app.commands.import_inbox import import_inbox
from app.database.migrations import open_database
from app.intake.article_folder import find_inbox
from app.main import create_app
from app.representations.addresses import with_query
from app.settings import Settings
from tests.server import running_server

REPOSITORY = Path(__file__).resolve().parent.parent
EXAMPLES = REPOSITORY / "app" / "routes" / "examples.json"

SETTLED = {"updated_at": "2026-01-01T12:00:00Z", "database": "SQLite 3.53.4"}
"""Members that depend on the moment of the import or on the installation, and what stands for them."""


def settled(document: Any) -> Any:
    if isinstance(document, list):
        return [settled(each) for each in document]
    if isinstance(document, dict):
        return {name: SETTLED.get(name) or settled(value) for name, value in document.items()}
    return document


def example_address(path: str, operation: Mapping[str, Any]) -> str:
    """The path filled with the documented examples of its parameters, and the query with those it needs."""
    needed = {}
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "query" and parameter.get("required"):
            needed[parameter["name"]] = parameter["schema"]["examples"][0]
        else:
            path = path.replace(f"{{{parameter['name']}}}", str(parameter["schema"]["examples"][0]))
    return with_query(path, **needed)


def answers(settings: Settings) -> dict[str, Any]:
    """By operation id."""
    paths = create_app(settings).openapi()["paths"]
    with running_server(settings) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        return {
            item["get"]["operationId"]: settled(client.get(example_address(path, item["get"])).json())
            for path, item in paths.items()
        }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database_url=f"sqlite:///{folder}/examples.db")
        database = open_database(settings)
        for _ in import_inbox(database, find_inbox([REPOSITORY / "data"]), default_language="en"):
            pass
        database.close()
        examples = answers(settings)
    EXAMPLES.write_text(json.dumps(examples, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
