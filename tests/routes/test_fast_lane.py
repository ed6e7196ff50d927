"""The fast lane beside its twin: the same application on the same database, with and without it."""

import itertools
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import delete, func, select, text
from sqlmodel import col
from starlette.types import Scope, Send

from app.commands.render_article import render_article
from app.database.engine import Database
from app.main import create_app
from app.models import Representation, Translation
from app.representations import renderer as renderer_module
from app.routes.plain_request import PlainRequest
from app.routes.stored_articles import StoredArticles
from app.settings import Settings
from tests.articles import write_articles
from tests.conftest import OTTAWA, import_folder
from tests.server import running_server

ARTICLE = f"/articles/{OTTAWA}"
LANGUAGES = (
    "",
    "nl",
    "en",
    "nl-BE, en;q=0.5",
    "de, ar;q=0.3",
    "*",
    "en;q=0",
    "*;q=0",
    "$$",
    "en-GB;q=0.1,nl;q=0",
)
CODINGS = ("", "gzip", "br", "zstd, br;q=0.5", "identity;q=0, gzip", "*;q=0", "gzip;q=0, deflate", "x-gzip")
TYPES = ("", "application/json", "text/csv", "application/json;q=0", "text/html, */*;q=0.1")
HEADERS = [
    *(("*/*", language, "gzip") for language in LANGUAGES),
    *(("*/*", "nl", coding) for coding in CODINGS),
    *((media_type, "nl", "br") for media_type in TYPES),
]


@pytest.fixture
def twins(database_url: str) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    settings = Settings(database_url=database_url)
    with (
        running_server(settings) as fast,
        running_server(settings, create_app(settings)) as slow,
        httpx.Client(base_url=fast.url, trust_env=False) as fast_client,
        httpx.Client(base_url=slow.url, trust_env=False) as slow_client,
    ):
        yield fast_client, slow_client


Twins = tuple[httpx.Client, httpx.Client]


IDS = (OTTAWA, "été-2019", "b", "article-0002", "none")


@pytest.fixture
def site(database: Database, ottawa: None, tmp_path: Path) -> None:  # noqa: ARG001  # its articles belong to the site
    """The real article, made-up ones in up to three languages, an id beyond ASCII, a small one."""
    write_articles(tmp_path / "inbox", range(3))
    for name, printed in (("été-2019", "Été\n\nIl fait chaud.\n\nTrès.\n"), ("b", "B\n\nC.\n")):
        (tmp_path / "inbox" / name).mkdir()
        (tmp_path / "inbox" / name / "fr.txt").write_text(printed, "utf-8")
    import_folder(database, tmp_path / "inbox")


def _answer(client: httpx.Client, method: str, address: str, headers: dict[str, str]) -> tuple[object, ...]:
    request = client.build_request(method, address, headers={"Accept": "", "Accept-Encoding": "", **headers})
    for name in ("accept", "accept-encoding"):
        if not headers.get(name.title()):
            del request.headers[name]
    response = client.send(request, stream=True)
    body = b"".join(response.iter_raw())
    sent = sorted((name, value) for name, value in response.headers.items() if name not in ("date", "server"))
    return response.status_code, sent, body


def _headers(**given: str) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in given.items() if value}


@pytest.mark.usefixtures("site")
def test_both_give_the_same_bytes_and_headers(twins: Twins) -> None:
    fast, slow = twins
    for article_id, language, (accept, accept_language, coding) in itertools.product(
        IDS, ("", "/nl", "/fr", "/NL"), HEADERS
    ):
        address = f"/articles/{article_id}{language}"
        headers = _headers(Accept=accept, Accept_Language=accept_language, Accept_Encoding=coding)
        assert _answer(fast, "GET", address, headers) == _answer(slow, "GET", address, headers)
    for article_id, language in itertools.product(IDS, ("", "/nl")):
        address = f"/articles/{article_id}{language}"
        assert _answer(fast, "HEAD", address, {}) == _answer(slow, "HEAD", address, {})


@pytest.mark.usefixtures("site")
def test_both_answer_conditions_alike(twins: Twins) -> None:
    for address in ("/articles?limit=3", "/people", "/languages", "/", ARTICLE, "/problems"):
        _compare_conditions(twins, address)


def _compare_conditions(twins: Twins, address: str) -> None:
    fast, slow = twins
    etag = str(dict(_answer(slow, "GET", address, _headers(Accept_Encoding="br"))[1])["etag"])  # type: ignore[call-overload]  # pairs
    for condition in (etag, f"W/{etag}", '"other"', "*", f'"a", {etag}', ""):
        for name in ("If-None-Match", "If-Match"):
            for coding in ("br", "gzip"):
                headers = _headers(Accept_Encoding=coding) | ({name: condition} if condition else {})
                for method in ("GET", "HEAD", "GET"):
                    assert _answer(fast, method, address, headers) == _answer(slow, method, address, headers)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the fast lane has answered itself."""
    seen: list[str] = []
    respond = StoredArticles.respond

    async def noting(self: StoredArticles, request: PlainRequest, scope: Scope, send: Send) -> bool:
        answered = await respond(self, request, scope, send)
        if answered:
            seen.append(scope["path"])
        return answered

    monkeypatch.setattr(StoredArticles, "respond", noting)
    return seen


@pytest.mark.usefixtures("ottawa")
def test_an_article_is_answered_from_what_is_stored(client: httpx.Client, taken: list[str]) -> None:
    for address in (ARTICLE, f"{ARTICLE}/nl", f"{ARTICLE}/nl?format=json", f"{ARTICLE}/fr"):
        client.get(address)
    assert taken == [ARTICLE, f"{ARTICLE}/nl"]


@pytest.mark.usefixtures("ottawa")
def test_an_article_that_is_not_rendered_is_put_together(
    client: httpx.Client, database: Database, taken: list[str]
) -> None:
    before = client.get(ARTICLE)
    with database.write() as session:
        session.execute(delete(Representation))
    assert client.get(ARTICLE).content == before.content
    assert taken == [ARTICLE]


@pytest.mark.usefixtures("ottawa")
def test_what_another_program_rendered_is_not_served(
    client: httpx.Client, database: Database, taken: list[str]
) -> None:
    with database.write() as session:
        session.execute(Representation.__table__.update().values(renderer="older", body=b"older"))  # type: ignore[attr-defined]  # SQLModel's table
    assert client.get(ARTICLE).json()["id"] == OTTAWA
    assert not taken


@pytest.mark.usefixtures("site")
def test_a_new_label_is_seen_at_once_in_every_article_that_shows_it(
    twins: Twins, database: Database, tmp_path: Path
) -> None:
    fast, slow = twins
    addresses = [ARTICLE, f"{ARTICLE}/nl", f"{ARTICLE}/en", "/articles", "/people/james-mattis", "/people"]
    for address in addresses:
        fast.get(address)
    (tmp_path / "people.toml").write_text(
        '[james-mattis]\nlabels = { mul = "James Norman Mattis" }\naliases = { mul = ["James Mattis"] }\n'
    )
    import_folder(database, tmp_path / "people.toml")
    assert "James Norman Mattis" in fast.get(f"{ARTICLE}/nl").text
    for address in addresses:
        assert _answer(fast, "GET", address, {}) == _answer(slow, "GET", address, {})


def _languages(client: httpx.Client) -> list[str]:
    return [each["language"] for each in client.get(f"{ARTICLE}/nl").json()["translations"]]


@pytest.mark.usefixtures("ottawa")
def test_a_new_sibling_is_seen_at_once_in_the_others(
    twins: Twins, database: Database, tmp_path: Path
) -> None:
    fast, slow = twins
    assert _languages(fast) == ["en", "nl"]
    folder = tmp_path / OTTAWA
    folder.mkdir()
    (folder / "de.txt").write_text("Koalition\n\nEin Anfang.\n\nMehr.\n", "utf-8")
    import_folder(database, folder)
    assert [each["language"] for each in fast.get(f"{ARTICLE}/nl").json()["translations"]] == [
        "de",
        "en",
        "nl",
    ]
    assert fast.get(ARTICLE, headers={"Accept-Language": "de"}).json()["language"] == "de"
    for address in (ARTICLE, f"{ARTICLE}/nl", f"{ARTICLE}/de", "/articles", "/languages"):
        assert _answer(fast, "GET", address, {}) == _answer(slow, "GET", address, {})


def test_a_moment_not_yet_come_is_kept_and_then_served(
    client: httpx.Client, database: Database, taken: list[str], tmp_path: Path
) -> None:
    moment = time.time() + 2
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment + 1))
    (tmp_path / "soon").mkdir()
    (tmp_path / "soon" / "en.txt").write_text("Soon\n\nA lead.\n\nMore.\n", "utf-8")
    (tmp_path / "soon" / "article.toml").write_text(f"published_at = {stamp}\n")
    import_folder(database, tmp_path)
    assert client.get("/articles").json()["items"] == []
    assert client.get("/articles/soon").status_code == 404
    time.sleep(max(0.0, moment + 1 - time.time()))
    assert client.get("/articles/soon").status_code == 200
    assert [item["id"] for item in client.get("/articles").json()["items"]] == ["soon"]
    assert taken == ["/articles/soon"]


def test_nothing_stale_is_seen_while_others_write(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    """Once an edition is acknowledged, no answer is older."""
    acknowledged = 0

    def publish() -> None:
        nonlocal acknowledged
        for edition in range(1, 31):
            folder = tmp_path / "running"
            folder.mkdir(exist_ok=True)
            (folder / "en.txt").write_text(f"Edition {edition}\n\nA lead.\n\nMore.\n", "utf-8")
            import_folder(database, folder)
            acknowledged = edition

    writer = threading.Thread(target=publish)
    writer.start()
    while writer.is_alive():
        for address in ("/articles/running", "/articles/running/en", "/articles"):
            known = acknowledged
            answer = client.get(address)
            if known:
                document = answer.json()["items"][0] if address == "/articles" else answer.json()
                assert int(document["headline"].split()[1]) >= known
    writer.join()
    assert acknowledged == 30


@pytest.mark.usefixtures("ottawa")
def test_every_version_is_rendered_in_the_transaction_that_stores_it(database: Database) -> None:
    with database.read() as session:
        language = col(Translation.language)
        is_of = col(Representation.translation_id) == Translation.id
        rendered = select(language, func.count()).join(Representation, is_of).group_by(language)
        assert dict(session.execute(rendered).all()) == {"en": 4, "nl": 4}


@pytest.mark.usefixtures("ottawa")
def test_a_shelf_in_trouble_leaves_the_answer_to_the_routes(client: httpx.Client, database: Database) -> None:
    before = client.get(ARTICLE)
    with database.write() as session:
        session.connection().execute(text("DROP TABLE representation"))
    assert client.get(ARTICLE).content == before.content
    assert client.get("/articles").status_code == 200


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_lost_connections_are_made_again(client: httpx.Client, database: Database, taken: list[str]) -> None:
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    for address in (ARTICLE, "/articles"):
        client.get(address)
        with database.write() as session:
            session.connection().execute(text(f"{others} AND pid <> pg_backend_pid()"))
        answers = [client.get(address) for _ in range(4)]
        # Whoever was just being answered is told to try again.
        assert {answer.status_code for answer in answers} <= {200, 503}
        assert answers[-1].status_code == 200
    assert taken.count(ARTICLE) >= 2


@pytest.mark.usefixtures("ottawa")
def test_rendering_anew_gives_the_same_bytes(database: Database) -> None:
    query = select(col(Representation.translation_id), col(Representation.coding), col(Representation.body))
    with database.write() as session:
        before = set(map(tuple, session.execute(query)))
        assert render_article(session, OTTAWA) == 2
        assert set(map(tuple, session.execute(query))) == before


def test_the_renderers_digest_is_of_this_program() -> None:
    assert renderer_module.renderer() == renderer_module.renderer.__wrapped__()
    assert len(renderer_module.renderer()) == 16


LONG = {
    "Accept": ("text/csv, " * 6000, "*/*, " * 12000, "," * 60000, 'a/b;x="' * 8000, '"\\' * 30000),
    "Accept-Language": ("nl;q=0.1, " * 6000, "," * 60000, "x-" * 30000, "en-US," * 9000 + "nl"),
    "Accept-Encoding": ("gzip;q=0, " * 6000, "," * 60000, "br, " * 15000),
    "If-None-Match": ('"other", ' * 7000, "," * 60000, '*, "x"' * 9000),
}


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("name", LONG)
def test_a_long_header_is_answered_alike_and_on_the_lane(twins: Twins, name: str, taken: list[str]) -> None:
    fast, slow = twins
    for value in LONG[name]:
        headers = {name: value.strip(" ")}
        for address in (ARTICLE, f"{ARTICLE}/nl", "/articles"):
            assert _answer(fast, "GET", address, headers) == _answer(slow, "GET", address, headers)
    assert taken


@pytest.mark.usefixtures("ottawa")
def test_several_lines_of_a_header_are_one_list(twins: Twins) -> None:
    fast, slow = twins
    lines = [
        ("Accept-Language", "fr"),
        ("Accept-Language", "nl;q=0.5"),
        ("Accept", "text/csv"),
        ("Accept", "*/*"),
    ]
    lines += [("If-None-Match", '"a"'), ("If-None-Match", "*")]
    answers = [client.get(ARTICLE, headers=lines) for client in (fast, slow)]
    for answer in answers:
        assert (answer.status_code, answer.headers["content-language"]) == (200, "nl")
    assert answers[0].headers["etag"] == answers[1].headers["etag"]
