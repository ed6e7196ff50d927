"""What a command changes is seen at once through the cache, although it keeps answers for a day."""

import time
from datetime import UTC, datetime, timedelta
from itertools import product
from urllib.parse import quote

import pytest

from tests.program import finish, start
from tests.varnish.conftest import Answer, Site
from tests.varnish.site import BEYOND_ASCII, LANGUAGES, SITE_LANGUAGES, write_article


def test_the_cache_forgets_only_by_its_own_door_and_what_it_knows(site: Site) -> None:
    assert site.ban("everything", door=site.cache.url) == 405
    assert site.ban("articles:x") == 400
    assert site.ban("article:x || obj.status == 200") == 400
    assert site.ban("article:x") == 200


def _import(site: Site) -> None:
    process = start(
        "import",
        site.inbox,
        database_url=site.settings.database_url,
        purge_urls=site.settings.purge_urls,
    )
    out, err = finish(process)
    assert process.returncode == 0, out + err


@pytest.mark.parametrize("article_id", ["all-four", BEYOND_ASCII])
def test_a_change_is_seen_at_once_in_all_variants_and_lists(site: Site, article_id: str) -> None:
    languages = LANGUAGES[article_id]
    address = f"/articles/{quote(article_id)}"
    addresses = [
        *(address, address.replace("%C3%A9", "%c3%a9"), f"{address}/translations", "/articles", "/languages"),
        *(f"{address}/{language}" for language in languages),
        *(f"{address}?lang={language}" for language in languages),
    ]
    unchanged = "/articles/german/de"

    def answers() -> dict[tuple[str, str, str], Answer]:
        return {
            (each, language, coding): site.cache(each, accept_language=language, accept_encoding=coding)
            for each, language, coding in product(addresses, SITE_LANGUAGES, ("br", "gzip"))
        }

    answers()
    site.cache(unchanged)
    write_article(site.inbox, article_id, languages, edition=2)
    _import(site)
    for (each, language, coding), answer in answers().items():
        own = site.origin(each, accept_language=language, accept_encoding=coding)
        assert answer.body == own.body
        assert answer.headers["etag"] == own.headers["etag"]
    assert f"{article_id}, 2" in site.cache(address, accept_language="fr").body.decode()
    before = site.counted.number
    site.cache(unchanged)
    assert site.counted.number == before


def test_a_new_language_of_the_site_is_offered_at_once(site: Site) -> None:
    assert site.cache("/articles/german", accept_language="it, de;q=0.5").language == "de"
    (site.inbox / "german" / "it.txt").write_text("Il porto apre\n\nIl porto.\n", "utf-8")
    _import(site)
    assert site.cache("/articles/german", accept_language="it, de;q=0.5").language == "it"


def test_what_is_published_by_the_clock_is_seen_when_its_time_has_come(site: Site) -> None:
    write_article(site.inbox, "tomorrow", ("en",), edition=1)
    moment = datetime.now(UTC) + timedelta(seconds=12)
    file = site.inbox / "tomorrow" / "article.toml"
    file.write_text(f'source_language = "en"\npublished_at = {moment.isoformat()}\n', encoding="utf-8")
    _import(site)
    assert datetime.now(UTC) < moment
    assert b"tomorrow" not in site.cache("/articles").body
    time.sleep((moment - datetime.now(UTC)).total_seconds() + 0.1)
    assert b"tomorrow" in site.cache("/articles").body


def test_a_new_name_is_seen_at_once_where_it_is_shown(site: Site) -> None:
    (site.inbox / "places.toml").write_text(
        '[old-port]\nkind = "city"\nlabels = { en = "The harbour" }\n', encoding="utf-8"
    )
    address = "/articles/english-and-german/en"
    assert b"old-port" not in site.cache(address).body
    _import(site)
    assert b"old-port" in site.cache(address).body
    assert b"old-port" in site.cache("/places").body
