from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import OTTAWA, import_folder

ARTICLE = f"/articles/{OTTAWA}"

pytestmark = pytest.mark.usefixtures("ottawa")


@pytest.fixture
def publish(database: Database, tmp_path: Path) -> Callable[..., None]:
    """Stores an article of one paragraph in some languages."""

    def publish_it(name: str, *languages: str, published_at: str = "") -> None:
        folder = tmp_path / name
        folder.mkdir()
        for language in languages:
            (folder / f"{language}.txt").write_text(f"{name} in {language}\n\nIt is so.\n", "utf-8")
        (folder / "article.toml").write_text(
            f'source_language = "{languages[0]}"\n'
            + (f'published_at = "{published_at}"\n' if published_at else "")
        )
        import_folder(database, folder)

    return publish_it


Publish = Callable[..., None]


def _ids(response: httpx.Response) -> list[str]:
    assert response.status_code == 200, response.text
    return [item["id"] for item in response.json()["items"]]


@pytest.mark.parametrize(
    ("header", "language", "match"),
    [
        ("nl", "nl", 'exact;range="nl"'),
        ("en", "en", 'exact;range="en"'),
        ("en-GB", "en", 'parent;range="en-GB"'),
        ("fr", "en", "default"),
        ("fr, nl;q=0.1", "nl", 'exact;range="nl"'),
        ("*", "en", 'wildcard;range="*"'),
        ("en;q=0", "nl", "default"),
        ("", "en", "default"),
        ("%%%, ;;;", "en", "default"),
    ],
)
def test_each_reader_gets_the_language_that_suits_and_is_told_why(
    client: httpx.Client, header: str, language: str, match: str
) -> None:
    response = client.get(ARTICLE, headers={"Accept-Language": header})
    assert response.status_code == 200
    assert response.json()["language"] == response.headers["Content-Language"] == language
    assert response.headers["Language-Match"] == match
    assert response.headers["Vary"] == "Accept, Accept-Language, Accept-Encoding"
    assert response.headers["Content-Location"] == f"{ARTICLE}/{language}"


def test_several_field_lines_are_one_list(client: httpx.Client) -> None:
    response = client.get(ARTICLE, headers=[("Accept-Language", "fr"), ("Accept-Language", "nl;q=0.5")])
    assert response.headers["Content-Language"] == "nl"


def test_the_parameter_replaces_the_header(client: httpx.Client) -> None:
    response = client.get(f"{ARTICLE}?lang=nl", headers={"Accept-Language": "en"})
    assert response.headers["Content-Language"] == "nl"
    assert response.headers["Vary"] == "Accept, Accept-Encoding"


@pytest.mark.parametrize("lang", ["", "$$", "en_GB"])
def test_a_parameter_that_names_no_language_is_a_mistake(client: httpx.Client, lang: str) -> None:
    response = client.get(ARTICLE, params={"lang": lang})
    assert response.status_code == 422
    assert response.json()["errors"][0]["parameter"] == "lang"


def test_without_fallback_a_missing_language_is_not_found(client: httpx.Client) -> None:
    response = client.get(f"{ARTICLE}?lang=fr&fallback=none")
    assert response.status_code == 404
    assert response.json()["code"] == "language-unavailable"
    assert [each["language"] for each in response.json()["available"]] == ["en", "nl"]
    assert 'hreflang="nl"' in response.headers["Link"]
    assert client.get(f"{ARTICLE}?lang=nl&fallback=none").status_code == 200


def test_who_excludes_everything_gets_a_406_with_what_there_is(client: httpx.Client) -> None:
    response = client.get(ARTICLE, headers={"Accept-Language": "*;q=0"})
    assert response.status_code == 406
    assert [each["href"] for each in response.json()["available"]] == [f"{ARTICLE}/en", f"{ARTICLE}/nl"]
    assert response.headers["Vary"] == "Accept, Accept-Language, Accept-Encoding"


def test_an_exact_address_never_falls_back(client: httpx.Client) -> None:
    assert client.get(f"{ARTICLE}/nl", headers={"Accept-Language": "en"}).json()["language"] == "nl"
    missing = client.get(f"{ARTICLE}/fr", headers={"Accept-Language": "en"})
    assert missing.status_code == 404
    assert missing.headers["Vary"] == "Accept, Accept-Encoding"


def test_another_spelling_of_a_language_is_sent_to_the_canonical_one(client: httpx.Client) -> None:
    response = client.get(f"{ARTICLE}/NL")
    assert (response.status_code, response.headers["Location"]) == (308, f"{ARTICLE}/nl")


def test_the_article_names_its_people_and_places_with_offsets(client: httpx.Client) -> None:
    article = client.get(f"{ARTICLE}/nl").json()
    assert {person["id"] for person in article["people"]} == {
        "ank-bijleveld-schouten",
        "harjit-sajjan",
        "james-mattis",
    }
    baghdad = next(place for place in article["places"] if place["id"] == "baghdad")
    assert (baghdad["name"], baghdad["language"]) == ("Bagdad", "nl")
    mention = baghdad["mentions"][0]
    block = next(block for block in article["body"] if block["id"] == mention["block"])
    assert block["text"][mention["start"] : mention["end"]] == mention["surface"] == "Bagdad"


def test_a_mention_says_what_it_was_recognised_by_and_how_sure_that_is(client: httpx.Client) -> None:
    people = client.get(f"{ARTICLE}/nl").json()["people"]
    bijleveld = next(person for person in people if person["id"] == "ank-bijleveld-schouten")
    scores = {each["evidence"]: each["score"] for each in bijleveld["mentions"]}
    assert scores.keys() == {"label", "surname"}
    assert 0.5 <= scores["surname"] < scores["label"] <= 1


def test_the_picture_has_caption_and_credit_and_a_licence_of_its_own(client: httpx.Client) -> None:
    dutch = client.get(f"{ARTICLE}/nl").json()
    english = client.get(f"{ARTICLE}/en").json()
    assert dutch["media"][0]["credit"] == "Defensie"
    assert english["media"][0]["credit"] is None
    assert dutch["media"][0]["id"] == english["media"][0]["id"]
    assert dutch["media"][0]["license"] != dutch["source"]["license"] == "CC0-1.0"


def test_a_list_gives_each_item_in_the_best_language_it_has(client: httpx.Client, publish: Publish) -> None:
    publish("fire", "fr", "de", published_at="2019-01-01")
    response = client.get("/articles", headers={"Accept-Language": "nl, de;q=0.5"})
    assert [(item["id"], item["language"]) for item in response.json()["items"]] == [
        ("fire", "de"),
        (OTTAWA, "nl"),
    ]
    assert response.headers["Content-Language"] == "de, nl"


def test_a_list_is_newest_first_and_its_pages_miss_and_repeat_nothing(
    client: httpx.Client, publish: Publish
) -> None:
    days = {f"day-{day:02}": f"2019-01-{day:02}" for day in range(1, 10)}
    same = {f"same-{number}": "2019-01-05" for number in range(4)}
    for name, day in {**days, **same}.items():
        publish(name, "en", published_at=day)
    expected = sorted([*days.items(), *same.items(), (OTTAWA, "2018-12-06")], key=lambda x: (x[1], x[0]))
    found, address = [], "/articles?limit=3"
    while address:
        page = client.get(address)
        found += _ids(page)
        address = page.json()["next"]
        if address:
            assert f'<{address}>; rel="next"' in page.headers["Link"]
    assert found == [name for name, _ in reversed(expected)]


def test_a_list_is_of_what_a_reader_takes_and_a_problem_only_where_that_is_nothing(
    client: httpx.Client, publish: Publish
) -> None:
    publish("fire", "en", published_at="2019-01-01")
    page = client.get("/articles?limit=1", headers={"Accept-Language": "nl, *;q=0"})
    assert (_ids(page), page.json()["next"]) == ([OTTAWA], None)
    assert client.get("/articles", headers={"Accept-Language": "*;q=0"}).status_code == 406
    assert client.get("/articles?lang=fr&fallback=none").status_code == 404


def test_the_count_is_there_when_asked_for(client: httpx.Client) -> None:
    assert client.get("/articles?count=true").json()["total"] == 1
    assert "total" not in client.get("/articles").json()


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"available_in": "fr"}, ["fire"]),
        ({"available_in": "FR"}, ["fire"]),
        ({"available_in": "*"}, ["fire", OTTAWA]),
        ({"available_in": "fr-*"}, ["fire"]),
        ({"available_in": "*-NL"}, []),
        ({"available_in": "nl"}, [OTTAWA]),
        ({"source_language": "nl"}, [OTTAWA]),
        ({"person": "harjit-sajjan"}, [OTTAWA]),
        ({"place": "baghdad"}, [OTTAWA]),
        ({"published_after": "2018-12-07"}, ["fire"]),
        ({"published_after": "2018-12-06", "published_before": "2018-12-07"}, [OTTAWA]),
        ({"published_before": "2019-01-01T09:59:59+01:00"}, [OTTAWA]),
        ({"published_before": "2019-01-01T10:00:01+01:00"}, ["fire", OTTAWA]),
        ({"updated_since": "2018-01-01"}, ["fire", OTTAWA]),
        ({"updated_since": "2999-01-01"}, []),
    ],
)
def test_filters_leave_only_what_they_say(
    client: httpx.Client, publish: Publish, parameters: dict[str, str], found: list[str]
) -> None:
    publish("fire", "fr", published_at="2019-01-01T10:00:00+01:00")
    assert _ids(client.get("/articles", params=parameters)) == found


@pytest.mark.parametrize(
    "parameters",
    [
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "+1"},
        {"available_in": "no-such-language"},
        {"published_after": "yesterday"},
        {"published_after": "2018-12-06T10:00:00"},
        {"count": "yes"},
        {"fallback": "nl"},
    ],
)
def test_a_value_that_cannot_be_used_is_named(client: httpx.Client, parameters: dict[str, str]) -> None:
    response = client.get("/articles", params=parameters)
    assert response.status_code == 422
    assert [fault["parameter"] for fault in response.json()["errors"]] == list(parameters)


def test_the_time_of_the_last_change_is_the_one_that_is_filtered_by(client: httpx.Client) -> None:
    shown = client.get(ARTICLE).json()["updated_at"]
    assert _ids(client.get("/articles", params={"updated_since": shown})) == [OTTAWA]
    assert client.get("/articles").json()["items"][0]["updated_at"] == shown


def test_an_instant_keeps_its_offset_and_a_day_stays_a_day(client: httpx.Client, publish: Publish) -> None:
    publish("fire", "en", published_at="2019-01-01T10:00:00+01:00")
    assert client.get("/articles/fire").json()["published_at"] == "2019-01-01T10:00:00+01:00"
    assert client.get(ARTICLE).json()["published_at"] == "2018-12-06"


def test_translations_are_all_listed_whatever_the_reader_speaks(
    client: httpx.Client, publish: Publish
) -> None:
    publish("fire", "ar", "en", "zh-Hant")
    items: list[dict[str, Any]] = client.get("/articles/fire/translations").json()["items"]
    assert [(item["language"], item["role"], item["direction"]) for item in items] == [
        ("ar", "original", "rtl"),
        ("en", "translation", "ltr"),
        ("zh-Hant", "translation", "ltr"),
    ]
    page = client.get("/articles/fire/translations?limit=2").json()
    assert [item["language"] for item in client.get(page["next"]).json()["items"]] == ["zh-Hant"]
