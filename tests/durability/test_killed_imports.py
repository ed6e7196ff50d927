"""``dragoman import`` killed at any moment: what it has reported is stored, and nothing is stored by half."""

import json
import random
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from app.database.engine import Database
from tests.durability.conftest import Newsroom
from tests.durability.stored import Stored, faults, read_stored
from tests.program import finish, start, whole_lines

KILLS = {"sqlite": 6, "postgresql": 2}
"""For each of two seeds."""
NEW_BEFORE_A_KILL = 3


@dataclass
class Reported:
    """What the whole lines of standard output said."""

    stored: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    relinked: int = 0

    def read(self, line: str) -> None:
        document: dict[str, Any] = json.loads(line)
        if document.get("status") in ("created", "updated"):
            self.stored.append((document["article"], document["languages"]))
        self.relinked += document.get("relinked", 0)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_import_keeps_what_it_reported_and_ends_as_if_never_killed(
    seed: int, backend: str, database: Database, database_url: str, newsroom: Newsroom
) -> None:
    random_ = random.Random(seed)
    newsroom.bring_out()
    killed = reported_stored = 0
    while killed < KILLS[backend]:
        with start("import", "--json", newsroom.inbox, database_url=database_url) as process:
            reported = _kill_sometime(process, random_)
        stored = read_stored(database)
        reported_stored += len(reported.stored)
        assert faults(database) == []
        assert list(_half_there(stored, newsroom.states[-2:])) == []
        assert list(_lost(reported, stored, newsroom.states[-1])) == []
        if process.returncode == 0:
            assert stored == newsroom.states[-1]
            newsroom.bring_out()
        else:
            assert process.returncode == -signal.SIGKILL
            killed += 1
    assert reported_stored >= killed
    finish(start("import", "--json", newsroom.inbox, database_url=database_url))
    assert read_stored(database) == newsroom.states[-1]


def _kill_sometime(process: subprocess.Popen[str], random_: random.Random) -> Reported:
    """One time in five within a second of the start, else within an article after some were stored.

    An import with little left to do may come to its end before that.
    """
    assert process.stdout is not None
    reported = Reported()
    lines = whole_lines(process.stdout)
    if random_.random() < 0.2:
        time.sleep(random_.uniform(0, 1))
    else:
        wanted = random_.randint(1, NEW_BEFORE_A_KILL)
        for line in lines:
            reported.read(line)
            if len(reported.stored) == wanted:
                time.sleep(random_.uniform(0, 0.02))
                break
        else:
            process.wait()
    process.kill()
    for line in lines:
        reported.read(line)
    return reported


def _half_there(stored: Stored, states: Sequence[Stored]) -> Iterator[str]:
    """Articles whose texts are of no edition, versions whose mentions were found in another text."""
    for article in stored.articles:
        if all(stored.texts(article) != state.texts(article) for state in states):
            yield article
    for version, links in stored.links.items():
        if all(
            (stored.versions[version], links) != (state.versions.get(version), state.links.get(version))
            for state in states
        ):
            yield " ".join(version)


def _lost(reported: Reported, stored: Stored, state: Stored) -> Iterator[str]:
    for article, languages in reported.stored:
        if stored.texts(article) != state.texts(article):
            yield article
        for language, status in languages.items():
            version = (article, language)
            if status != "unchanged" and stored.links.get(version) != state.links[version]:
                yield f"{article} {language}"
