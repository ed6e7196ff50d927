from pathlib import Path

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import OTTAWA, import_folder

pytestmark = pytest.mark.usefixtures("ottawa")


def _ask(client: httpx.Client, header: str, address: str = "/negotiation") -> httpx.Response:
    return client.get(address, headers={"Accept-Language": header})


def test_many_headers_are_answered_with_the_one_that_stands_for_them(client: httpx.Client) -> None:
    for header in ("nl", "nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7", "nl-BE;q=0.2", "tlh, fy, nl;q=0.5"):
        assert _ask(client, header).headers["canonical-accept-language"] == "nl"
    for header in ("en", "", "ja", "en-AU,en;q=0.5"):
        assert _ask(client, header).headers["canonical-accept-language"] == "*"


def test_the_document_says_what_the_headers_say(client: httpx.Client) -> None:
    answer = _ask(client, "nl-BE, fr, en;q=0.5")
    assert answer.headers["language-matches"] == '|nl=parent;range="nl-BE"|en=exact;range="en"|'
    assert answer.json() == {
        "language": "nl",
        "direction": "ltr",
        "accept_language": answer.headers["canonical-accept-language"],
        "languages": ["nl", "en"],
    }


def test_a_refused_language_is_not_among_them(client: httpx.Client) -> None:
    answer = _ask(client, "en, nl;q=0")
    assert answer.headers["language-matches"] == '|en=exact;range="en"|'
    assert answer.headers["canonical-accept-language"] == "en,*;q=0"


def test_languages_of_names_alone_count_only_where_they_are_asked_for(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    baghdad = """[baghdad]\nkind = "city"\nlabels = { ja = "巴" }\n"""
    (tmp_path / "places.toml").write_text(baghdad, "utf-8")
    import_folder(database, tmp_path)
    said = {
        address: _ask(client, "ja, nl;q=0.5", address)
        for address in ("/negotiation", "/negotiation?names=true")
    }
    assert said["/negotiation"].headers["canonical-accept-language"] == "nl"
    assert said["/negotiation?names=true"].headers["canonical-accept-language"] == "ja,nl;q=0.98"
    assert _ask(client, "ja", "/places/baghdad").headers["content-language"] == "ja"
    assert _ask(client, "ja", "/places").headers["content-language"] == "en"


def test_it_is_kept_for_a_short_time_only(client: httpx.Client) -> None:
    fresh = _ask(client, "nl")
    known = client.get(
        "/negotiation", headers={"Accept-Language": "nl", "If-None-Match": fresh.headers["etag"]}
    )
    assert (fresh.headers["cache-control"], known.status_code) == ("max-age=60", 304)
    assert known.headers["cache-control"] == "max-age=60"
    assert known.headers["language-matches"] == fresh.headers["language-matches"]


@pytest.mark.parametrize("address", [f"/articles/{OTTAWA}", "/people", "/places/baghdad", "/languages", "/"])
@pytest.mark.parametrize("header", ["nl-BE, ja;q=0.9", "fr, en-GB;q=0.1", "de", "af", "*;q=0.3, fy;q=0.8"])
def test_every_address_announces_its_language_as_it_is_said_here(
    address: str, header: str, client: httpx.Client
) -> None:
    preflight = "/negotiation?names=true" if "baghdad" in address else "/negotiation"
    answer, said = _ask(client, header, address), _ask(client, header, preflight)
    announced = f"|{answer.headers['content-language']}={answer.headers['language-match']}|"
    assert announced in said.headers["language-matches"]
    canonical = _ask(client, said.headers["canonical-accept-language"], address)
    assert canonical.content == answer.content
