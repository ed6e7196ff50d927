from pathlib import Path

import httpx
import pytest

from app.database.engine import Database
from tests.articles import write_articles
from tests.conftest import import_folder

PAGE = {"Accept": "text/html"}


@pytest.fixture
def two_pages(database: Database, tmp_path: Path) -> None:
    write_articles(tmp_path, range(25))
    import_folder(database, tmp_path)


@pytest.mark.usefixtures("two_pages")
def test_the_same_page_is_at_its_content_location(client: httpx.Client) -> None:
    for language in ("nl", "ar", "tlh", "en-GB, nl;q=0.1"):
        page = client.get("/", headers={**PAGE, "Accept-Language": language})
        exact = client.get(page.headers["content-location"])
        assert (exact.content, exact.headers["etag"]) == (page.content, page.headers["etag"])


@pytest.mark.usefixtures("two_pages")
def test_the_next_page_is_a_page_whatever_a_client_accepts(client: httpx.Client) -> None:
    following = client.get("/", headers=PAGE).links["next"]["url"]
    older = client.get(following)
    assert older.headers["content-type"] == "text/html; charset=utf-8"
    assert "next" not in older.links


def test_the_service_document_has_no_next_page(client: httpx.Client) -> None:
    answer = client.get("/?cursor=WyJhcnRpY2xlcyJd")
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "cursor")


def test_the_documentation_is_coded_and_known_again(client: httpx.Client) -> None:
    for address in ("/openapi.json", "/docs", "/docs/start.js"):
        etags = set()
        for coding in ("identity", "br", "gzip"):
            answer = client.get(address, headers={"Accept-Encoding": coding})
            etags.add(answer.headers["etag"])
            assert answer.headers["vary"] == "Accept, Accept-Encoding"
            known = client.get(
                address, headers={"Accept-Encoding": coding, "If-None-Match": answer.headers["etag"]}
            )
            assert known.status_code == 304
        assert len(etags) == (3 if address == "/openapi.json" else 1), "what is small is not coded"
