"""Varnish as we configure it in front of a real server: readers get what the origin would give them."""

import time
from itertools import product
from urllib.parse import quote

import httpx
import pytest

from app.language.choosing import Choice, choose
from app.language.ranges import parse_accept_language
from app.routes.negotiation import server_order
from app.routes.responses import language_match
from tests.varnish.conftest import Answer, Asked, Site
from tests.varnish.readers import ENCODINGS, Reading, accept_languages, readings
from tests.varnish.site import LANGUAGES, LISBON, SITE_LANGUAGES

DEFAULT = "en"
ARTICLES = {f"/articles/{quote(article_id)}": languages for article_id, languages in LANGUAGES.items()}
ARTICLE, *_ = ARTICLES
PLACE = "/places/lisbon"
ADDRESSES = (*ARTICLES, "/articles?limit=3", "/people", PLACE)
REQUESTS = 2500
VETO = "*;q=0"


def _ask(server: Asked, reading: Reading, **other: str) -> Answer:
    return server(reading.address, **{**dict(reading.headers), **other})


def _canonical(site: Site, address: str, accept_language: str) -> str:
    """Where every language is refused, the header itself."""
    preflight = "/negotiation?names=true" if address == PLACE else "/negotiation"
    headers = site.origin(preflight, accept_language=accept_language).headers
    return headers.get("canonical-accept-language", accept_language)


def _choice(address: str, accept_language: str) -> Choice | None:
    named_in = sorted({*SITE_LANGUAGES, *LISBON}) if address == PLACE else SITE_LANGUAGES
    languages = ARTICLES.get(address, named_in)
    available = server_order(languages, DEFAULT, languages[0] if address in ARTICLES else "")
    return choose(parse_accept_language(accept_language), available)


def test_hundreds_of_headers_are_a_handful_of_answers(site: Site) -> None:
    headers = accept_languages()
    assert len(headers) > 480
    assert site.ban("everything") == 200
    before = site.counted.number
    for header in headers:
        site.cache("/articles/all-four", accept_language=header)
    assert 0 < site.counted.number - before - len(headers) < 25


def test_the_origin_is_hardly_asked_and_nobody_gets_another_language(site: Site) -> None:
    for header, address in product(accept_languages(), (ARTICLE, PLACE)):
        site.cache(address, accept_language=header)
    canonical = {
        (address, header): _canonical(site, address, header)
        for address in ADDRESSES
        for header in accept_languages()
    }
    known = {(address, canonical[address, header]) for address, header in canonical}
    for (address, header), coding in product(known, ENCODINGS):
        given = {"accept_encoding": coding} if coding else {}
        site.cache(address, accept_language=header, **given)
    before = site.counted.number
    answers = {reading: _ask(site.cache, reading) for reading in readings(ADDRESSES, REQUESTS, seed=1)}
    assert site.counted.number - before <= REQUESTS / 100
    for reading, answer in answers.items():
        own = _ask(site.origin, reading)
        choice = _choice(reading.address, reading.languages)
        assert answer.headers.get("language-match") == own.headers.get("language-match")
        if choice and "language-match" in answer.headers:
            assert (answer.language, answer.headers["language-match"]) == (
                choice.language,
                language_match(choice),
            )
        # Of other addresses than an article's, Content-Location repeats the preference.
        if reading.address not in ARTICLES:
            own = _ask(
                site.origin, reading, **{"Accept-Language": canonical[reading.address, reading.languages]}
            )
        assert answer.but("language-match") == own.but("language-match", "cache-tag")


@pytest.mark.parametrize("accept_language", ["nl", "de-AT, fr;q=0.3", "es", VETO, "x" * 600])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
@pytest.mark.parametrize(
    "address",
    [
        *(ARTICLE, f"{ARTICLE}/nl", f"{ARTICLE}/ja", f"{ARTICLE}?lang=nl", f"{ARTICLE}?fallback=none"),
        *(f"{ARTICLE}?f%61llback=none", "/articles?cursor=x", "/articles/nowhere", "/nowhere", "/problems"),
        *("/health/live", "/negotiation", "/openapi.json"),
    ],
)
def test_every_kind_of_answer_comes_through_as_it_is(
    site: Site, address: str, method: str, accept_language: str
) -> None:
    for headers in ({}, {"accept": "text/csv"}, {"if_none_match": "*"}):
        own = site.origin(address, method, accept_language=accept_language, **headers)
        for _ in range(2):
            answer = site.cache(address, method, accept_language=accept_language, **headers)
            assert answer.but() == own.but("cache-tag")


BROWSERS = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,*/*;q=0.8",
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8,application/xml-dtd;q=0.7",
)


def test_browsers_share_one_page(site: Site) -> None:
    pages = [site.cache(ARTICLE, accept=accept, accept_language="nl") for accept in BROWSERS]
    for accept, page in zip(BROWSERS, pages, strict=True):
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert page.but() == site.origin(ARTICLE, accept=accept, accept_language="nl").but("cache-tag")
    assert site.ban("everything") == 200
    before = site.counted.number
    for accept in BROWSERS:
        site.cache("/", accept=accept)
    assert site.counted.number - before == 1


def test_several_lines_of_a_header_are_one_list(site: Site) -> None:
    lines = [("Accept-Language", "ja"), ("Accept-Language", "fr;q=0.5"), ("Accept-Language", "de;q=0.7")]
    answer = httpx.get(f"{site.cache.url}{ARTICLE}", headers=lines, trust_env=False)
    assert answer.headers["language-match"] == 'exact;range="de"'


def test_what_a_reader_has_is_not_sent_again_but_in_another_language_it_is(site: Site) -> None:
    etag = site.cache(ARTICLE, accept_language="nl-NL").headers["etag"]
    known = site.cache(ARTICLE, accept_language="nl, ja;q=0.1", if_none_match=f'"other", {etag}')
    assert (known.status, known.body, known.headers["etag"]) == (304, b"", etag)
    assert known.headers["language-match"] == 'exact;range="nl"'
    assert site.cache(ARTICLE, accept_language="fr", if_none_match=etag).status == 200


def test_caches_behind_it_hear_of_no_age(site: Site) -> None:
    first = site.cache(ARTICLE, accept_language="nl")
    time.sleep(1.1)
    again = site.cache(ARTICLE, accept_language="nl")
    assert "age" not in again.way
    assert first.way["date"] != again.way["date"]


def test_nobody_can_say_what_a_preflight_would(site: Site) -> None:
    answer = site.cache(
        ARTICLE,
        accept_language="nl",
        language_matches='|nl=exact;range="xx"|',
        canonical_accept_language="fr",
        preflight_for="/people",
        preflight_accept="text/csv",
    )
    assert (answer.language, answer.headers["language-match"]) == ("nl", 'exact;range="nl"')
