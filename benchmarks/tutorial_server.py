"""The tutorial's tables filled with what Dragoman answers, as often as wanted, and its server."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Table, create_engine
from sqlmodel import Session, SQLModel

from benchmarks import tutorial
from benchmarks.dragoman import ARTICLE
from benchmarks.filling import TOLD, batches, plan_copying
from benchmarks.server import UVICORN, Server, free_port, running
from benchmarks.telling import Tell

TEXT = "/texts/%d"


@contextmanager
def tutorial_server(path: Path, folder: Path, core: int) -> Iterator[Server]:
    port = free_port()
    command = [*UVICORN, "--lifespan", "off", "--port", str(port), "benchmarks.tutorial:app"]
    environment = {tutorial.DATABASE_VARIABLE: f"sqlite:///{path}"}
    log = folder / "tutorial.log"
    with running(command, port=port, core=core, log=log, environment=environment) as server:
        yield server


def fill_tutorial(path: Path, documents: Mapping[str, dict[str, Any]], articles: int, tell: Tell) -> None:
    """The texts' ids are those from 1 on, without a gap."""
    engine = create_engine(f"sqlite:///{path}")
    try:
        SQLModel.metadata.create_all(engine)
        with Session(engine) as session:
            tutorial.fill(session, documents)
        items: Table = SQLModel.metadata.tables["newsitem"]
        with engine.begin() as connection:
            copying = plan_copying(connection, items, named=[items.c.name])
        for numbers in batches(articles):
            with engine.begin() as connection:
                copying.copy(connection, numbers)
            if numbers[-1] % TOLD == 0:
                tell(f"tutorial: {numbers[-1]:,} of {articles:,} articles")
    finally:
        engine.dispose()


def article_documents(dragoman: Server) -> dict[str, dict[str, Any]]:
    """The article as it is served, by language."""
    listed = dragoman.get(f"/articles/{ARTICLE}/translations", "*")
    translations: Sequence[dict[str, str]] = json.loads(listed)["items"]
    return {each["language"]: json.loads(dragoman.get(each["href"], "*")) for each in translations}
