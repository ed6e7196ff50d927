"""What is measured: each server with its articles, and the addresses it is asked for."""

import random
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import datasette, varnish
from benchmarks.constant import constant_server
from benchmarks.dragoman import (
    ARTICLE,
    EXACT,
    LIST,
    NEGOTIATED,
    dragoman_on_postgresql,
    dragoman_server,
    routes_server,
    sqlite_url,
)
from benchmarks.filling import filled, finished
from benchmarks.load import Addresses, accept_languages
from benchmarks.nginx import nginx_server
from benchmarks.server import REPOSITORY, Server, ServerFailed
from benchmarks.telling import Tell
from benchmarks.tutorial_server import TEXT, article_documents, fill_tutorial, tutorial_server
from benchmarks.writer import writing

CONSTANT = "raw ASGI, constant bytes"
CONSTANT_LIST = "raw ASGI, the list's bytes"
NEGOTIATING = "Dragoman, by Accept-Language"
LISTING = "Dragoman, the list of 20"
TUTORIAL = "FastAPI and SQLModel tutorial"
DATASETTE = "Datasette, a stored row"
ON_POSTGRESQL = "Dragoman on PostgreSQL"
VARNISH_CONSTANT = "Varnish, constant bytes"
VARNISH_ARTICLE = "Varnish, Dragoman's answer as a constant"
BEHIND_VARNISH = "Dragoman behind Varnish"

OPTIONAL = ("tutorial", "datasette", "postgresql", "varnish")
LANGUAGES = 2
ARTICLES_IN_VARNISH = 1000
"""What is read most fits into a cache."""
HEADERS_TRIED = 20


@dataclass(frozen=True, slots=True)
class Target:
    """``bytes``: an answer's body, the longest of those tried. ``around`` is entered for each run."""

    name: str
    server: Server
    addresses: Addresses
    bytes: int
    around: Callable[[], AbstractContextManager[None]] = nullcontext


@dataclass(frozen=True, slots=True)
class Place:
    """``folder`` for what goes at the end, ``kept`` for what is filled and may stay; a core for each side."""

    folder: Path
    kept: Path
    server_core: int
    load_core: int


@contextmanager
def started_targets(
    place: Place, articles: int, *, without: Collection[str], tell: Tell
) -> Iterator[list[Target]]:
    """Everything is started, filled, and has answered 200 to some headers. Raises ServerFailed."""
    database = filled(place.kept, articles, inbox=[REPOSITORY / "data"], tell=tell)
    with ExitStack() as stack:
        groups = [_ours(place, database, articles, stack)]
        dragoman = groups[0][0].server
        groups.insert(0, _constants(place, dragoman, stack))
        if "tutorial" not in without:
            groups.append(_tutorial(place, dragoman, articles, stack, tell))
        if "datasette" not in without:
            groups.append(_datasette(place, database, articles, stack, tell))
        if "postgresql" not in without:
            groups.append(_postgresql(place, database, articles, stack, tell))
        if "varnish" not in without:
            groups.append(_varnish(place, database, groups[0][1].server, dragoman, articles, stack, tell))
        yield [target for group in groups for target in group]


def _target(
    name: str,
    server: Server,
    addresses: Addresses,
    around: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Target:
    answers = [server.get(addresses.at(1), header) for header in accept_languages()[:HEADERS_TRIED]]
    return Target(name, server, addresses, max(map(len, answers)), around)


def _constants(place: Place, dragoman: Server, stack: ExitStack) -> list[Target]:
    article = dragoman.get(EXACT % 1, "*")
    listed = dragoman.get(LIST, "*")
    folder, core = place.folder, place.server_core
    nginx = stack.enter_context(nginx_server(f"{ARTICLE}.json", article, folder, core))
    raw = stack.enter_context(constant_server(article, folder, core))
    raw_list = stack.enter_context(constant_server(listed, folder, core))
    return [
        _target("nginx, the same bytes as a file", nginx, Addresses(f"/{ARTICLE}.json")),
        _target(CONSTANT, raw, Addresses(EXACT % 1)),
        _target(CONSTANT_LIST, raw_list, Addresses(LIST)),
    ]


def _ours(place: Place, database: Path, articles: int, stack: ExitStack) -> list[Target]:
    url, folder, core = sqlite_url(database), place.folder, place.server_core
    dragoman = stack.enter_context(dragoman_server(url, folder, core))
    written = sqlite_url(Path(shutil.copyfile(database, folder / "written.db")))
    beside_writer = stack.enter_context(dragoman_server(written, folder, core))
    routes = stack.enter_context(routes_server(url, folder, core))
    negotiated = Addresses(NEGOTIATED, articles)
    _compare(dragoman, routes, negotiated)
    commits = partial(writing, written, place.load_core)
    for server in (dragoman, beside_writer):
        server.wait_until_idle()
    return [
        _target(NEGOTIATING, dragoman, negotiated),
        _target("Dragoman, the exact address", dragoman, Addresses(EXACT, articles)),
        _target("Dragoman, by Accept-Language, one commit a second", beside_writer, negotiated, commits),
        _target(LISTING, dragoman, Addresses(LIST), partial(every_reader_served, dragoman, LIST)),
        _target("Dragoman, the list, one commit a second", beside_writer, Addresses(LIST), commits),
        _target("its routes without the fast lane", routes, negotiated),
        _target("its routes without the fast lane, the list", routes, Addresses(LIST)),
    ]


def _compare(dragoman: Server, routes: Server, addresses: Addresses) -> None:
    chance = random.Random(addresses.largest)  # noqa: S311  # nothing here is secret
    for header in accept_languages()[:HEADERS_TRIED]:
        path = addresses.at(chance.randint(1, addresses.largest))
        if dragoman.answer(path, header) != routes.answer(path, header):
            raise ServerFailed(f"{path} for {header!r}: the fast lane answers otherwise than the routes")


def _tutorial(place: Place, dragoman: Server, articles: int, stack: ExitStack, tell: Tell) -> list[Target]:
    path = place.kept / f"tutorial-{articles}.db"
    if not path.exists():
        with finished(path) as unfinished:
            fill_tutorial(unfinished, article_documents(dragoman), articles, tell)
    server = stack.enter_context(tutorial_server(path, place.folder, place.server_core))
    return [_target(TUTORIAL, server, Addresses(TEXT, articles * LANGUAGES))]


def _datasette(place: Place, database: Path, articles: int, stack: ExitStack, tell: Tell) -> list[Target]:
    if not datasette.is_installed():
        tell("datasette is not installed (pip install datasette, in an environment of its own): left out")
        return []
    server = stack.enter_context(datasette.datasette_server(database, place.folder, place.server_core))
    return [_target(DATASETTE, server, Addresses(datasette.row_path(database), articles * LANGUAGES))]


def _postgresql(place: Place, database: Path, articles: int, stack: ExitStack, tell: Tell) -> list[Target]:
    server = stack.enter_context(dragoman_on_postgresql(database, place.folder, place.server_core, tell))
    remembered = partial(every_reader_served, server, LIST)
    return [
        _target(f"{ON_POSTGRESQL}, by Accept-Language", server, Addresses(NEGOTIATED, articles)),
        _target(f"{ON_POSTGRESQL}, the list of 20", server, Addresses(LIST), remembered),
    ]


def _varnish(
    place: Place, database: Path, raw: Server, dragoman: Server, articles: int, stack: ExitStack, tell: Tell
) -> list[Target]:
    if varnish.program() is None:
        tell("varnishd is not installed (apt-get install varnish): left out")
        return []
    folder, core = place.folder, place.server_core
    constant = stack.enter_context(varnish.varnish_constant(raw, folder, core))
    article = stack.enter_context(varnish.varnish_constant(dragoman, folder, core))
    behind = stack.enter_context(varnish.dragoman_behind_varnish(sqlite_url(database), folder, core))
    read_most = Addresses(NEGOTIATED, min(articles, ARTICLES_IN_VARNISH))
    _warm_up(behind, dragoman, read_most)
    return [
        _target(VARNISH_CONSTANT, constant, Addresses(EXACT % 1)),
        _target(VARNISH_ARTICLE, article, read_most),
        _target(BEHIND_VARNISH, behind, read_most),
    ]


@contextmanager
def every_reader_served(server: Server, path: str) -> Iterator[None]:
    """With each of the headers once, so that what the server remembers is there."""
    for header in dict.fromkeys(accept_languages()):
        server.get(path, header)
    yield


def _warm_up(cache: Server, origin: Server, addresses: Addresses) -> None:
    """Each header is met, and each article with each of what the origin takes the headers for."""
    with every_reader_served(cache, addresses.at(1)):
        pass
    headers = {_canonical(origin, header): header for header in accept_languages()}.values()
    for number in range(1, addresses.largest + 1):
        for header in headers:
            cache.get(addresses.at(number), header)


def _canonical(origin: Server, header: str) -> str:
    return origin.answer("/negotiation", header)[0]["canonical-accept-language"]
