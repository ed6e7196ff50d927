"""Changes an article once a second, until it is ended: ``python -m benchmarks.writer DATABASE_URL``."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.commands.import_inbox import import_inbox
from app.database.engine import Database
from app.database.migrations import open_database
from app.intake.article_folder import find_inbox
from app.settings import Settings
from benchmarks.processor import pinned_to
from benchmarks.server import REPOSITORY, SECONDS_TO_END, SECONDS_TO_START, ServerFailed, clean_environment


@contextmanager
def writing(database_url: str, core: int) -> Iterator[None]:
    """It has written once before the block begins."""
    command = [sys.executable, "-m", "benchmarks.writer", database_url]
    with pinned_to(core):
        process = subprocess.Popen(
            command, cwd=REPOSITORY, env=clean_environment({}), stdout=subprocess.PIPE, start_new_session=True
        )
    with process:
        try:
            if not process.stdout or not process.stdout.readline():
                raise ServerFailed(f"the writer ended: {process.wait(SECONDS_TO_START)}")
            yield
        finally:
            process.terminate()
            process.wait(SECONDS_TO_END)


def main(database_url: str) -> None:
    with (
        closing(open_database(Settings(database_url=database_url))) as database,
        tempfile.TemporaryDirectory(prefix="dragoman-writer-") as folder,
    ):
        while True:
            started = time.monotonic()
            _write(database, Path(folder))
            print("written", flush=True)
            time.sleep(max(0, started + 1 - time.monotonic()))


def _write(database: Database, folder: Path) -> None:
    article = folder / "breaking-news"
    article.mkdir(exist_ok=True)
    text = f"Breaking news\n\nOne commit a second.\n\nThis is what is known at {time.time_ns()}.\n"
    (article / "en.txt").write_text(text, encoding="utf-8")
    for _ in import_inbox(database, find_inbox([folder]), default_language="en"):
        pass


if __name__ == "__main__":
    main(sys.argv[1])
