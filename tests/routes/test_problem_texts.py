"""Problems are in their reader's language, as everything else is (RFC 9110 section 12.1)."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.routes.validation import fault_text
from app.settings import Settings
from app.texts.catalogues import LANGUAGES, translate
from app.texts.text import Text
from tests.conftest import OTTAWA
from tests.contracts.description import Description
from tests.contracts.raw_http import ask
from tests.server import running_server

NOTHING = {
    "en": "There is nothing at this address",
    "ar": "لا يوجد شيء في هذا العنوان",
    "de": "Unter dieser Adresse gibt es nichts",
    "es": "No hay nada en esta dirección",
    "fr": "Il n’y a rien à cette adresse",
    "nl": "Op dit adres is niets",
}
WRONG = {
    "available_in": ["n", "nl-nl-nl", "en_GB", "xx", "und", "x-ours", "sl-rozaj-rozaj", "nl-Zxxx", "nl-QQ",
                     "zz-Qaax-ZZ", "nl-abcde", "zh-yue-hak", "a" * 65, "en-" + "-".join(["x-abcdefgh"] * 6)],
    "bbox": ["", "1,2,3", "0,50,1,40", "200,0,0,1", "a,b,c,d"],
    "count": ["yes", ""],
    "cursor": ["", "x", "x" * 1025],
    "facets": ["colour", "", "language,"],
    "fallback": ["nl"],
    "format": ["xml"],
    "lang": ["", "$$", "x" * 4097],
    "limit": ["0", "1.0", "101", "abc", "", "9" * 30],
    "names": ["yes", ""],
    "near": ["", "91,0", "0,181", "1", "x,y"],
    "outdated": ["", "n", "en_GB", "en,de"],
    "person": ["", "a" * 129, "%00"],
    "place": ["", "a" * 129, "%00"],
    "published_after": ["", "yesterday", "2018-02-30", "2018-12-06T10:00:00", "0001-01-01T00:00:00%2B01:00"],
    "published_before": ["2018"],
    "q": ["a" * 513],
    "radius": ["", "x", "0", "1e9"],
    "sort": ["newest", ""],
    "source_language": ["und"],
    "updated_since": ["2018-13-01"],
}  # fmt: skip
"""By parameter of /articles, of a search or of a preflight, of each way to be wrong at least one."""
OF_A_SEARCH = {"facets", "q", "sort"}
OF_A_PREFLIGHT = {"names"}
ELSEWHERE = "languages"
"""Of an alignment."""
WRONG_OF_FINDINGS = {
    "code": ["", "colour", "number-mismatch,colour"],
    "severity": ["", "grave", "error,grave"],
}


@pytest.fixture
def backend() -> str:
    """What is said does not depend on the database."""
    return "sqlite"


def _in(header: str) -> dict[str, str]:
    return {"Accept-Language": header}


@pytest.fixture
def dutch(database_url: str) -> Iterator[httpx.Client]:
    """A client of a site whose default language is that of Belgium's Dutch."""
    settings = Settings(database_url=database_url, default_language="nl-BE")
    with running_server(settings) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        yield client


@pytest.mark.parametrize(
    "languages",
    [
        {language: language for language in LANGUAGES},
        {"de-AT": "de", "fr-CA, fr;q=0.8": "fr", "tlh, es;q=0.1": "es", "ar-EG": "ar", "en;q=0, nl": "nl"},
        dict.fromkeys(("", "tlh", "*;q=0", "*", "%%%"), "en"),
    ],
)
def test_a_problem_is_in_its_readers_language(client: httpx.Client, languages: dict[str, str]) -> None:
    for header, language in languages.items():
        answer = client.get("/articles/nothing-here", headers=_in(header))
        assert answer.headers["Content-Language"] == language, header
        assert "Accept-Language" in answer.headers["Vary"]
        assert (answer.status_code, answer.json()["title"]) == (404, NOTHING[language])
        assert "'nothing-here'" in answer.json()["detail"]
        assert answer.json()["code"] == "not-found"


def test_the_parameter_wins_over_the_header(client: httpx.Client) -> None:
    for headers in ({}, _in("fr"), _in("*;q=0")):
        answer = client.get("/articles/nothing-here?lang=nl", headers=headers)
        assert (answer.headers["Content-Language"], answer.json()["title"]) == ("nl", NOTHING["nl"])
        assert "Accept-Language" not in answer.headers["Vary"]


def test_a_parameter_that_names_no_language_says_so_in_the_sites_language(dutch: httpx.Client) -> None:
    answer = dutch.get("/articles?lang=$$", headers=_in("fr"))
    assert (answer.status_code, answer.headers["Content-Language"]) == (422, "nl")


def test_who_takes_no_language_there_is_gets_the_sites(dutch: httpx.Client) -> None:
    for header, language in {"": "nl", "tlh": "nl", "*;q=0": "nl", "de": "de"}.items():
        answer = dutch.get("/articles/nothing-here", headers=_in(header))
        assert (answer.headers["Content-Language"], answer.json()["title"]) == (language, NOTHING[language])


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    ("address", "language"),
    [
        (f"/articles/{OTTAWA}/fr", "fr"),
        (f"/articles/{OTTAWA}/de-AT", "de"),
        (f"/articles/{OTTAWA}/tlh", "nl"),
        (f"/articles/{OTTAWA}/$$", "nl"),
        ("/articles/nothing-here/es", "es"),
        (f"/articles/{OTTAWA}/nl?unknown=1", "nl"),
        (f"/articles/{OTTAWA}/translations?limit=0", "nl"),
        ("/health/live?unknown=1", "nl"),
    ],
)
def test_an_exact_address_answers_in_its_own_language_or_the_sites(
    dutch: httpx.Client, address: str, language: str
) -> None:
    answers = [dutch.get(address, headers=headers) for headers in ({}, _in("de"), _in("*;q=0"))]
    assert all(answer.status_code >= 400 for answer in answers)
    assert {answer.headers["Content-Language"] for answer in answers} == {language}
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize(
    ("method", "address", "headers", "code"),
    [
        ("GET", "/no/such/address", {}, "not-found"),
        ("GET", "/articles%2Fx", {}, "not-found"),
        ("POST", "/articles", {}, "method-not-allowed"),
        ("DELETE", "/nothing", {}, "not-found"),
        ("GET", "/articles", {"Accept": "text/csv"}, "not-acceptable"),
        ("GET", "/articles?limit=1&limit=2", {}, "bad-request"),
    ],
)
def test_what_is_refused_before_any_route_runs_is_in_the_readers_language_too(
    client: httpx.Client, method: str, address: str, headers: dict[str, str], code: str
) -> None:
    answer = client.request(method, address, headers={**headers, **_in("nl")})
    english = client.request(method, address, headers=headers)
    assert answer.json()["code"] == english.json()["code"] == code
    assert (answer.headers["Content-Language"], english.headers["Content-Language"]) == ("nl", "en")
    for text in ("title", "detail"):
        assert answer.json()[text] != english.json()[text]


def test_a_request_too_large_is_refused_in_the_readers_language(client: httpx.Client) -> None:
    answer = ask(client, b"/articles", b"Content-Length: 1048577", b"Accept-Language: fr")
    assert (answer.status, answer.headers["content-language"]) == (413, "fr")
    assert answer.json()["detail"] == "Ce serveur accepte au plus 1048576 octets."


def test_a_fault_of_ours_is_admitted_in_the_readers_language() -> None:
    app = create_app(Settings())

    async def fail() -> None:
        raise RuntimeError("Some English")

    app.add_api_route("/failing", fail)

    async def ask_for_it() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get("/failing", headers=_in("es"))

    answer = asyncio.run(ask_for_it())
    assert (answer.status_code, answer.headers["Content-Language"]) == (500, "es")
    assert answer.json()["title"] == "El servidor ha fallado; el error es nuestro"


def test_every_parameter_there_is_has_been_given_wrong_values() -> None:
    operations = Description(create_app(Settings()).openapi()).operations().values()
    parameters = [parameter for operation in operations for parameter in operation["parameters"]]
    given = WRONG.keys() | WRONG_OF_FINDINGS.keys() | {ELSEWHERE}
    assert given == {parameter["name"] for parameter in parameters if parameter["in"] == "query"}


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("value", ["", "nl", "nl,nl", "nl,en,de", "nl,$$", "nl,tlh"])
def test_every_fault_of_the_two_languages_is_told(client: httpx.Client, value: str) -> None:
    answer = client.get(f"/articles/{OTTAWA}/alignment?{ELSEWHERE}={value}")
    assert (answer.status_code, _faults(answer)[0]["parameter"]) in ((400, ELSEWHERE), (422, ELSEWHERE))


@pytest.mark.parametrize("parameter", sorted(WRONG_OF_FINDINGS))
def test_every_fault_of_a_choice_of_findings_is_told(client: httpx.Client, parameter: str) -> None:
    for value in WRONG_OF_FINDINGS[parameter]:
        answer = client.get(f"/articles/{OTTAWA}/diagnostics?{parameter}={value}")
        assert _faults(answer)[0]["parameter"] == parameter
        assert _told(answer).startswith("not one of the values it may have: ")


@pytest.mark.parametrize("parameter", sorted(WRONG.keys() - {"lang"}))
def test_every_fault_of_a_parameter_is_told_in_every_language(client: httpx.Client, parameter: str) -> None:
    for value in WRONG[parameter]:
        path = "/articles"
        if parameter in OF_A_SEARCH:
            path = "/search"
        elif parameter in OF_A_PREFLIGHT:
            path = "/negotiation"
        address = f"{path}?{parameter}={value}"
        told = {language: _told(client.get(address, headers=_in(language))) for language in LANGUAGES}
        assert told["en"] != "a value that cannot be used", value
        assert len(set(told.values())) == len(LANGUAGES), value


def test_every_fault_of_the_parameter_that_names_languages_is_told(client: httpx.Client) -> None:
    told = {_told(client.get(f"/articles?lang={value}")) for value in WRONG["lang"]}
    assert told == {
        "not a language range, as in: nl, or fr-CA, fr;q=0.8",
        "too long; the most characters it may have: 4096",
    }


def _told(answer: httpx.Response) -> str:
    fault: dict[str, str] = _faults(answer)[0]
    return fault["detail"]


def _faults(answer: httpx.Response) -> Any:
    assert answer.status_code in (400, 422), answer.text
    return answer.json()["errors"]


@pytest.mark.parametrize("digits", [4, 9, 10, 300])
def test_a_number_that_is_far_too_large_is_said_to_be_so_and_not_repeated(
    client: httpx.Client, digits: int
) -> None:
    number = "9" * digits
    for address, most in {
        f"/articles?limit={number}": 100,
        f"/places?near=1,1&radius=2{number}.5": 20016,
    }.items():
        answer = client.get(address)
        assert _told(answer) == f"too large; the most it may be: {most}"
        assert number not in answer.text


def test_of_a_long_name_only_the_beginning_is_repeated(client: httpx.Client) -> None:
    for address in (f"/articles?{'x' * 300}=1", f"/articles?{'x' * 300}=1&{'x' * 300}=2"):
        assert _faults(client.get(address))[0]["parameter"] == "x" * 64 + "…"


def test_the_values_that_a_parameter_may_have_are_named(client: httpx.Client) -> None:
    fault = _faults(client.get("/articles?count=yes", headers=_in("nl")))[0]
    assert fault["detail"] == "geen van de toegestane waarden: 'true', 'false'"
    for facets in WRONG["facets"]:
        fault = _faults(client.get(f"/search?q=isis&facets={facets}", headers=_in("nl")))[0]
        assert fault["detail"] == "geen van de toegestane waarden: 'language', 'person', 'place', 'year'"
    fault = _faults(client.get("/search?q=isis&sort=newest", headers=_in("nl")))[0]
    assert fault["detail"] == "geen van de toegestane waarden: 'relevance', 'date'"


def test_a_suggestion_is_made_in_the_readers_language(client: httpx.Client) -> None:
    fault = _faults(client.get("/articles?available_in=en_UK", headers=_in("de")))[0]
    assert fault["detail"] == "'en_UK' ist kein Sprach-Tag (BCP 47); meinen Sie en-GB?"


@pytest.mark.parametrize(
    "error",
    [
        {"type": "of_tomorrow", "msg": "Some English", "ctx": {"name": "value"}},
        {"type": "value_error", "msg": "Some English", "ctx": {"error": ValueError("Some English")}},
        {"type": "value_error", "msg": "Some English", "ctx": {"error": ValueError()}},
    ],
)
def test_a_fault_that_nobody_foresaw_is_told_in_general_words(error: dict[str, Any]) -> None:
    assert fault_text(error) == Text("a value that cannot be used", fault_text(error).parameters)
    assert translate(fault_text(error), "fr") == "une valeur inutilisable"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kinds_of_problems_are_explained_in_the_readers_language(
    client: httpx.Client, language: str
) -> None:
    listed = client.get("/problems", headers=_in(language))
    assert (listed.status_code, listed.headers["Content-Language"]) == (200, language)
    assert listed.headers["Language-Match"] == f'exact;range="{language}"'
    assert listed.headers["Content-Location"] == f"/problems?lang={language}"
    one = client.get("/problems/not-found", headers=_in(language))
    assert one.json()["title"] == NOTHING[language]
    assert one.json() in listed.json()["items"]


def test_the_kinds_of_problems_are_had_in_no_language_that_is_vetoed(client: httpx.Client) -> None:
    answer = client.get("/problems", headers=_in("*;q=0"))
    assert (answer.status_code, answer.headers["Content-Language"]) == (406, "en")
    assert {version["language"] for version in answer.json()["available"]} == set(LANGUAGES)
    assert client.get("/problems/not-found?lang=tlh&fallback=none").status_code == 404
