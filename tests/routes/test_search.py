from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text

from app.database import searching
from app.database.engine import Database
from app.database.search_queue import SearchQueue
from app.database.session import ReadSession
from app.routes.cursors import write_cursor
from app.search.query import MOST_CHARACTERS
from app.settings import Settings
from tests.conftest import OTTAWA, import_folder
from tests.search.typed import TYPED
from tests.server import running_server

pytestmark = pytest.mark.usefixtures("ottawa")

FOUND = [
    *('"global threat"', "wederop*", "isis -xyzzy", "isis xyzzy -nl", "F-16", "f16", "lang:nl", "year:2018"),
    *("person:james-mattis", 'person:"James Mattis"', "isis place:Irak", "lang:nl wederopbouw"),
    *("isis after:2018-12", "isis before:2019", "date:2018-12-06", "-xyzzy"),
    *("isis -date:2017", "isis -after:2019", "isis -before:2018-12-06", "-date:2018-12-07"),
]
NOT_FOUND = [
    *('"threat global"', "xyz*", "isis -bagdad", "isis -coalition", "-isis", "", "-", "_"),
    *("person:nobody isis", "-person:james-mattis isis", "lang:en wederopbouw", "-lang:nl wederopbouw"),
    *("lang:fr", "isis after:2019", "isis before:2018-12-06", "date:2018-12-07"),
    *("isis -date:2018", "isis -year:2018-12", "isis -after:2018-12-06", "-before:2019"),
]
ODD = [
    *(
        '"',
        "'",
        "a AND",
        "NOT",
        "col:",
        "*",
        "(",
        "a NEAR b",
        "\x00",
        "{isis}",
        "isis; --",
        "\\",
        "%",
        "|&!<->",
    ),
    *("ﷺ", "🙂", "a" * 512, "a* b* c*", '-"', "¶", "@person/james-mattis", "=nl"),
]


def _search(client: httpx.Client, q: str, language: str = "en", **parameters: str) -> Any:
    answer = client.get("/search", params={"q": q, **parameters}, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.json()


def _ids(found: Any) -> list[str]:
    return [hit["article"]["id"] for hit in found["items"]]


def _marked(hit: Any) -> list[str]:
    snippet = hit["snippet"]
    return [snippet["text"][mark["start"] : mark["end"]] for mark in snippet["marks"]]


def test_a_word_of_one_language_finds_the_article_in_the_readers(client: httpx.Client) -> None:
    [hit] = _search(client, "wederopbouw")["items"]
    assert hit["article"]["language"] == "en"
    assert hit["match"] == {"language": "nl", "field": "body", "kind": "text", "surface": "wederopbouw"}
    assert (hit["snippet"]["language"], hit["snippet"]["direction"]) == ("en", "ltr")
    assert "reconstruction and stabilization of Iraq" in hit["snippet"]["text"]
    assert hit["snippet"]["marks"]


def test_an_article_is_one_hit_however_many_languages_have_the_word(client: httpx.Client) -> None:
    for language, headline in {"nl": "Anti-ISIS-coalitie", "en": "Anti-ISIS coalition"}.items():
        [hit] = _search(client, "isis", language)["items"]
        assert hit["article"]["headline"].startswith(headline)
        assert (hit["match"]["language"], hit["match"]["field"]) == (language, "headline")
        assert _marked(hit) == ["ISIS", "ISIS"]


def test_a_place_is_found_by_its_name_in_another_language(client: httpx.Client) -> None:
    found = _search(client, "bagdad")
    assert [(each["kind"], each["id"], each["surface"]) for each in found["entities"]] == [
        ("place", "baghdad", "bagdad")
    ]
    [hit] = found["items"]
    assert (hit["match"]["language"], hit["match"]["kind"], hit["match"]["surface"]) == (
        "en",
        "place",
        "Baghdad",
    )
    assert "Baghdad" in _marked(hit)


def test_who_is_misspelt_in_the_text_is_found_by_the_right_name(client: httpx.Client) -> None:
    for typed in ("Harjit Sajjan", "sajjan"):
        [hit] = _search(client, typed)["items"]
        assert (hit["match"]["kind"], hit["match"]["surface"]) == ("alias", "Harjit Saijan")


def test_a_match_names_all_that_was_found_of_the_query(client: httpx.Client) -> None:
    match = _search(client, "threat coalition")["items"][0]["match"]
    assert (match["field"], match["surface"]) == ("headline", "coalition")
    assert match["surfaces"] == ["coalition", "threat"]
    match = _search(client, "reconstruction mattis ottawa")["items"][0]["match"]
    assert sorted(match["surfaces"]) == ["James Mattis", "Ottawa", "reconstruction"]
    assert "surfaces" not in _search(client, "isis")["items"][0]["match"]


@pytest.mark.parametrize("order", [("fr", "de", "es"), ("es", "fr", "de"), ("de", "es", "fr")])
def test_of_languages_that_say_it_alike_the_original_is_the_match_whenever_each_came(
    client: httpx.Client, database: Database, tmp_path: Path, order: tuple[str, ...]
) -> None:
    text = "Zwyrtek\n\nZwyrtek Zwyrtek.\n"
    for original in ("de", "fr", "pl"):
        folder = tmp_path / f"from-{original}"
        folder.mkdir()
        (folder / "article.toml").write_text(f'source_language = "{original}"\n', encoding="utf-8")
        (folder / "en.txt").write_text("Nothing\n\nNothing of it.\n", encoding="utf-8")
    for language in order:
        for folder in tmp_path.glob("from-*"):
            (folder / f"{language}.txt").write_text(text, encoding="utf-8")
        import_folder(database, tmp_path)
    for reader, matched in {
        "en": {"from-de": "de", "from-fr": "fr", "from-pl": "de"},
        "fr": {"from-de": "fr", "from-fr": "fr", "from-pl": "fr"},
    }.items():
        hits = _search(client, "Zwyrtek", reader)["items"]
        assert {hit["article"]["id"]: hit["match"]["language"] for hit in hits} == matched


def test_a_language_that_is_excluded_leaves_out_articles_that_have_it(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    for name, languages in {"both": ("nl", "en-GB"), "dutch": ("nl",), "american": ("nl", "en-US")}.items():
        (tmp_path / name).mkdir()
        for language in languages:
            text = "Zwyrtek\n\nZwyrtek.\n" if language == "nl" else "Nothing\n\nOf it.\n"
            (tmp_path / name / f"{language}.txt").write_text(text, encoding="utf-8")
    import_folder(database, tmp_path)
    for q, found in {
        "zwyrtek": {"both", "dutch", "american"},
        "zwyrtek -lang:en": {"dutch"},
        "zwyrtek -lang:en-GB": {"dutch", "american"},
        "-lang:en": {"dutch"},
        "zwyrtek lang:nl": {"both", "dutch", "american"},
        "zwyrtek lang:en": set(),
    }.items():
        assert set(_ids(_search(client, q))) == found, q


def test_a_country_is_found_by_what_is_named_in_it(client: httpx.Client) -> None:
    [hit] = _search(client, "lang:nl place:iraq")["items"]
    assert hit["match"]["kind"] in ("place", "alias")


def test_each_part_of_the_query_language_does_what_it_says(client: httpx.Client) -> None:
    assert {q for q in FOUND if not _search(client, q)["items"]} == set()
    assert {q for q in NOT_FOUND if _search(client, q)["items"]} == set()


def test_what_has_some_of_it_is_found_where_nothing_has_all(client: httpx.Client) -> None:
    assert _search(client, "isis ottawa")["loose"] is False
    found = _search(client, "isis xyzzy")
    assert (found["loose"], _ids(found)) == (True, [OTTAWA])


def test_only_filters_match_nothing_in_particular(client: httpx.Client) -> None:
    [hit] = _search(client, "date:2018-12-06")["items"]
    assert hit["match"] is None
    assert hit["snippet"]["marks"] == []
    assert hit["article"]["lead"].startswith(hit["snippet"]["text"][:40])


def test_the_parameters_of_the_list_of_articles_narrow_a_search(client: httpx.Client) -> None:
    for name, yes, no in [
        ("available_in", "nl", "fr"),
        ("source_language", "nl", "en"),
        ("published_after", "2018-12-06", "2018-12-07"),
        ("published_before", "2018-12-07", "2018-12-06"),
        ("bbox", "-80,40,-70,50", "0,0,1,1"),
    ]:
        assert [_ids(_search(client, "isis", **{name: value})) for value in (yes, no)] == [[OTTAWA], []], name


def test_a_search_may_be_narrowed_to_outdated_translations(client: httpx.Client) -> None:
    for q in ("isis", "date:2018"):
        assert _ids(_search(client, q, outdated="en")) == []


def test_a_filter_by_who_or_what_is_named_is_that_of_the_list_of_articles(client: httpx.Client) -> None:
    """In any language version: the Dutch text alone has the word, and another one the name."""
    for name, kind in (("person", "people"), ("place", "places")):
        for each in client.get(f"/{kind}", params={"limit": "100"}).json()["items"]:
            listed = client.get("/articles", params={name: each["id"]}).json()["items"]
            expected = [article["id"] for article in listed]
            for q in ("isis", "wederopbouw", "reconstruction"):
                assert _ids(_search(client, q, **{name: each["id"]})) == expected, (q, each["id"])
                assert _ids(_search(client, f"{q} {name}:{each['id']}")) == expected, (q, each["id"])
        answer = client.get("/search", params={"q": "isis", name: "nobody"})
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, name)


def test_a_search_is_counted_where_that_is_asked_for(client: httpx.Client) -> None:
    assert "total" not in _search(client, "isis")
    assert _search(client, "isis", count="true")["total"] == {"value": 1, "relation": "exact"}
    assert _search(client, "xyzzy", count="true")["total"] == {"value": 0, "relation": "exact"}


def test_the_answer_says_how_it_was_understood(client: httpx.Client) -> None:
    found = _search(client, " “global  threat”  ISIS year:2018 -xy* & ")
    assert (found["query"], found["ignored"]) == ('"global threat" ISIS date:2018 -xy*', [])
    words = " ".join(f"w{number}" for number in range(40))
    assert _search(client, words)["ignored"] == [f"w{number}" for number in range(32, 40)]


def test_nothing_typed_is_an_error(client: httpx.Client) -> None:
    for q in ODD:
        _search(client, q)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
def test_whatever_is_typed_is_answered(client: httpx.Client, typed: str) -> None:
    q = typed.encode(errors="ignore").decode()[:MOST_CHARACTERS]
    _search(client, q)
    _completed(client, q)


def test_too_long_a_query_is_refused(client: httpx.Client) -> None:
    answer = client.get("/search", params={"q": "a" * 513})
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "q")


def test_who_takes_no_language_of_the_article_is_shown_nothing(client: httpx.Client) -> None:
    answer = client.get("/search", params={"q": "isis", "lang": "fr", "fallback": "none"})
    assert (answer.status_code, answer.json()["code"]) == (404, "language-unavailable")


def test_a_cursor_of_something_else_is_refused(client: httpx.Client) -> None:
    for key in (
        ("articles", "2018-12-06T00:00:00+00:00", "a"),
        ("search", "date", "0.0", "1", "1"),
        ("search", "relevance", "nan", "1", "1"),
        ("search", "relevance", "0.0", "1", "9" * 19),
    ):
        answer = client.get("/search", params={"q": "isis", "cursor": write_cursor(*key)})
        assert (answer.status_code, answer.json()["code"]) == (400, "invalid-cursor"), key


def test_facets_count_what_the_articles_found_have(client: httpx.Client) -> None:
    assert "facets" not in _search(client, "isis")
    facets = _search(client, "isis", "nl", facets="year,language,place,person")["facets"]
    assert facets["language"] == [{"value": "en", "articles": 1}, {"value": "nl", "articles": 1}]
    assert facets["year"] == [{"value": 2018, "articles": 1}]
    assert {each["id"] for each in facets["person"]} == {
        "ank-bijleveld-schouten",
        "harjit-sajjan",
        "james-mattis",
    }
    assert {(each["id"], each["name"], each["articles"]) for each in facets["place"]} >= {
        ("iraq", "Irak", 1),
        ("baghdad", "Bagdad", 1),
    }
    assert _search(client, "xyzzy", facets="person,year")["facets"] == {"person": [], "year": []}


def test_what_is_nowhere_may_be_misspelt(client: httpx.Client) -> None:
    assert _search(client, "Bagdhad")["suggestions"][0] == "Baghdad"
    assert _search(client, "isis reconstuction -x year:2018")["suggestions"] == [
        "isis reconstruction -x date:2018"
    ]
    assert _search(client, "reconstruction")["suggestions"] == []


def test_a_name_of_several_words_may_be_misspelt(client: httpx.Client) -> None:
    for typed, meant in {
        "jaems mattsi": "James Mattis",
        "isis Jmaes Mattiss": "isis James Mattis",
        "james Matits isis": "James Mattis isis",
    }.items():
        assert _search(client, typed)["suggestions"] == [meant]


def test_a_misspelt_surname_is_led_to_whoever_has_it(client: httpx.Client) -> None:
    """The texts have another misspelling of it."""
    for typed, meant in {"Sajjen": "Sajjan", "Sajjna": "Sajjan", "Mtatis": "Mattis"}.items():
        assert _search(client, typed)["suggestions"] == [meant]
        assert _ids(_search(client, meant)) == [OTTAWA]
    assert _search(client, "Harjitt Sajenn")["suggestions"] == ["Harjit Sajjan"]


def test_what_is_proposed_finds_something(client: httpx.Client) -> None:
    for typed in (
        "Bagdhad date:2017",
        "Bagdhad lang:fr",
        "coaltion -isis",
        "person:Jaems Mattis before:2018",
    ):
        assert _search(client, typed)["suggestions"] == [], typed
    assert _search(client, "Bagdhad", lang="en", available_in="fr")["suggestions"] == []


def test_words_are_proposed_in_the_language_of_the_others(client: httpx.Client) -> None:
    for reader in ("en", "nl"):
        assert _search(client, "wereldwijde Bagdhad", reader)["suggestions"][0] == "wereldwijde Bagdad"
        assert _search(client, "reconstruction Bagdhad", reader)["suggestions"][0] == "reconstruction Baghdad"
    assert _search(client, "isis Bagdhad", "nl")["suggestions"][0] == "isis Bagdad"


def test_words_are_proposed_together_only_where_a_text_has_them_all(client: httpx.Client) -> None:
    assert _search(client, "reconstuction wederopbuow")["suggestions"] == []
    assert _search(client, "reconstuction stabilizatoin")["suggestions"] == ["reconstruction stabilization"]
    assert _search(client, "reconstuction Bagdhad")["suggestions"][0] == "reconstruction Baghdad"


def test_a_name_goes_on_in_the_words_that_follow_it(client: httpx.Client) -> None:
    for typed, understood in {
        "person:James Mattis isis": 'person:"James Mattis" isis',
        "isis -person:ank bijleveld-schouten, nl": 'isis -person:"ank bijleveld-schouten" nl',
        "place:Irak isis": "place:Irak isis",
        "person:Mattis James": "person:Mattis James",
        'person:"James" Mattis': 'person:"James" Mattis',
        "person:James -Mattis": "person:James -Mattis",
    }.items():
        assert _search(client, typed)["query"] == understood
    assert _ids(_search(client, "person:james mattis isis")) == [OTTAWA]


def test_a_name_that_nobody_has_is_said_to_be_unknown(client: httpx.Client) -> None:
    found = _search(client, "isis place:Bagdhad")
    assert (found["items"], found["unknown"]) == ([], ["place:Bagdhad"])
    assert found["suggestions"][0] == "isis place:Baghdad"
    assert _search(client, "isis place:Bagdhad", "nl")["suggestions"][0] == "isis place:Bagdad"
    found = _search(client, "person:Jaems Mattis")
    assert (found["unknown"], found["suggestions"]) == (["person:Jaems"], ['person:"James Mattis"'])
    found = _search(client, "isis -place:Atlantis")
    assert (_ids(found), found["unknown"], found["suggestions"]) == ([OTTAWA], ["-place:Atlantis"], [])
    assert _search(client, "isis place:Irak person:james-mattis")["unknown"] == []


def test_a_filter_whose_value_is_none_is_said_to_be_unknown_and_taken_for_words(client: httpx.Client) -> None:
    for typed in ("date:2018-13", "date:2018-02-30", "-after:soon", "lang:xxq", "place:"):
        found = _search(client, f"isis {typed}")
        assert (_ids(found), found["unknown"]) == ([OTTAWA], [typed]), typed
    assert _search(client, "isis -date:2017 date: 2018 place: Irak person: James Mattis")["unknown"] == []


def test_a_space_behind_the_colon_of_a_filter_is_forgiven(client: httpx.Client) -> None:
    found = _search(client, "person: james mattis date: 2018-12")
    assert (found["query"], _ids(found)) == ('person:"james mattis" date:2018-12', [OTTAWA])
    assert _ids(_search(client, "isis date: 2017")) == []


def test_what_a_name_explains_is_not_misspelt(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    names = '{ en = "Baghdad", nl = "Bagdad", pt = "Bagdade", ru = "Багдад" }'
    (tmp_path / "places.toml").write_text(
        f'[baghdad]\nkind = "city"\ncountry = "IQ"\nlabels = {names}\n', encoding="utf-8"
    )
    import_folder(database, tmp_path)
    for typed in ("Harjit Saijan", "Bagdade", "Багдад"):
        found = _search(client, typed)
        assert (found["entities"] != [], found["suggestions"]) == (True, []), typed


def _completed(
    client: httpx.Client, q: str, language: str = "en", **parameters: str
) -> list[tuple[str, str]]:
    answer = client.get(
        "/search/suggest", params={"q": q, **parameters}, headers={"Accept-Language": language}
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Language"] == language
    return [(each["kind"], each["text"]) for each in answer.json()["items"]]


def test_a_name_is_completed_in_the_readers_language(client: httpx.Client) -> None:
    for typed in ("bagd", "Baghd", "BAG"):
        assert _completed(client, typed, "nl") == [("place", "Bagdad")]
        assert _completed(client, typed) == [("place", "Baghdad")]
    assert _completed(client, "james ma") == [("person", "James Mattis")]
    assert _completed(client, "matt") == [("person", "James Mattis")]
    assert _completed(client, "james x") == []


def test_a_completion_says_what_begins_so_where_that_is_not_shown(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    labels = '{ en = "Baghdad", nl = "Bagdad", ru = "Багдад" }'
    (tmp_path / "places.toml").write_text(
        f'[baghdad]\nkind = "city"\ncountry = "IQ"\nlabels = {labels}\n', encoding="utf-8"
    )
    import_folder(database, tmp_path)

    def completed(typed: str, language: str) -> Any:
        [item] = client.get("/search/suggest", params={"q": typed, "lang": language}).json()["items"]
        return item

    assert "match" not in completed("baghd", "en")
    for typed, surface, language in (("багд", "Багдад", "ru"), ("bagda", "Bagdad", "nl")):
        item = completed(typed, "en")
        assert item["text"] == "Baghdad"
        assert item["match"] == {"surface": surface, "language": language}


def test_a_headline_is_completed_in_each_language_that_the_reader_takes(client: httpx.Client) -> None:
    def completed(typed: str, **parameters: str) -> list[tuple[str, str]]:
        items = client.get("/search/suggest", params={"q": typed, **parameters}).json()["items"]
        return [(each["language"], each["href"]) for each in items]

    assert completed("wereldwijde dr", lang="en, nl;q=0.5") == [("nl", f"/articles/{OTTAWA}/nl")]
    assert completed("isis co", lang="en, nl;q=0.5") == [("en", f"/articles/{OTTAWA}/en")]
    assert completed("wereldwijde dr", lang="en") == []
    assert completed("wereldwijde dr", lang="en, *;q=0.5") == []


def test_who_is_misspelt_in_the_text_is_completed_by_either_name(client: httpx.Client) -> None:
    for typed in ("saij", "Saijan", "harjit sai", "sajj", "harjit saj"):
        assert ("person", "Harjit Sajjan") in _completed(client, typed), typed


def test_a_name_is_completed_from_its_first_character_in_scripts_that_do_not_part_words(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    names = '{ en = "Baghdad", nl = "Bagdad", ja = "巴格達市", ko = "바그다드", th = "แบกแดด" }'
    (tmp_path / "places.toml").write_text(
        f'[baghdad]\nkind = "city"\ncountry = "IQ"\nlabels = {names}\n', encoding="utf-8"
    )
    (tmp_path / "people.toml").write_text(
        '[james-mattis]\nlabels = { mul = "James Mattis", ko = "제임스 매티스", zh = "詹姆斯·马蒂斯" }\n',
        encoding="utf-8",
    )
    import_folder(database, tmp_path)
    for typed in ("巴", "巴格", "바", "바그", "แ", "แบก"):
        assert _completed(client, typed) == [("place", "Baghdad")], typed
    for typed in ("제", "제임스 매", "매", "詹", "马"):
        assert _completed(client, typed) == [("person", "James Mattis")], typed


def test_a_headline_is_completed_by_words_in_the_readers_language(client: httpx.Client) -> None:
    english = ("headline", "Anti-ISIS coalition discusses global threat ISIS")
    assert _completed(client, "global thr") == [english]
    assert _completed(client, "isis coal") == [english]
    assert _completed(client, "wereldwijde dr") == []
    assert _completed(client, "wereldwijde dr", "nl")[0][1].startswith("Anti-ISIS-coalitie")
    assert _completed(client, "advisors") == []


def test_no_beginning_is_an_error(client: httpx.Client) -> None:
    for q in ODD:
        assert len(_completed(client, q, limit="1")) <= 1


def test_a_search_that_does_not_get_its_turn_is_refused(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_queue", SearchQueue(at_once=0, most_waiting=0))
    for address in ("/search?q=isis", "/search/suggest?q=isis"):
        answer = client.get(address, headers={"Accept-Language": "nl"})
        assert (answer.status_code, answer.json()["code"]) == (503, "search-too-long")
        assert answer.json()["detail"] == "De server heeft het druk; probeer het opnieuw."
        assert (answer.headers["Retry-After"], answer.headers["Content-Language"]) == ("5", "nl")
    assert client.get("/articles").status_code == 200


def test_suggestions_that_take_too_long_are_left_out_of_an_answer_that_is_not_kept(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def search_for_ever(session: ReadSession, *_asked: object) -> list[str]:
        while True:
            session.execute(text("SELECT 1"))

    monkeypatch.setattr("app.routes.search.suggest_queries", search_for_ever)
    settings = Settings(database_url=database_url, search_timeout=2.0)
    with running_server(settings) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        found = _search(client, "isis", count="true", facets="year")
        monkeypatch.setattr("app.routes.search.suggest_queries", lambda *_: ["iris"])
        later = _search(client, "isis", count="true", facets="year")
    assert (_ids(found), found["suggestions"], found["total"]["value"]) == ([OTTAWA], [], 1)
    assert later["suggestions"] == ["iris"]


UNPARTED = [
    ("ja", "自転車の新しい道\n\n自転車で行く人が増えた。\n", ["自", "自転", "自転車", "自転車で行", "転車"]),
    ("zh", "联邦检察官\n\n联邦检察官起诉了他。\n", ["联", "联邦", "联邦检", "联邦检察官", "官"]),
    ("ko", "선거인단\n\n선거인단이 투표했다.\n", ["선", "선거", "선거인", "선거인단", "투표했"]),
    ("th", "โทษประหาร\n\nศาลตัดสินโทษประหารชีวิต\n", ["โท", "โทษ", "โทษประ", "โทษประหา", "โทษประหาร"]),
]


@pytest.mark.parametrize(("language", "written", "beginnings"), UNPARTED)
def test_a_beginning_is_found_in_scripts_that_do_not_part_words(
    client: httpx.Client,
    database: Database,
    tmp_path: Path,
    language: str,
    written: str,
    beginnings: list[str],
) -> None:
    (tmp_path / "unparted").mkdir()
    (tmp_path / "unparted" / f"{language}.txt").write_text(written, encoding="utf-8")
    import_folder(database, tmp_path)
    for beginning in beginnings:
        assert _ids(_search(client, f"{beginning}*")) == ["unparted"], beginning
    assert _ids(_search(client, f"{beginnings[-1]}月*")) == []
