from babel import Locale

from app.intake.gazetteers.abbreviations import read_abbreviations
from app.intake.gazetteers.countries import read_countries
from app.intake.gazetteers.gazetteer import GazetteerEntry

COUNTRIES = {entry.country: entry for entry in read_countries()}


def names(entry: GazetteerEntry, language: str, kind: str) -> set[str]:
    return {term.text for term in entry.terms if (term.language, term.kind) == (language, kind)}


def test_countries_have_a_label_in_each_language_that_cldr_names_them_in() -> None:
    iraq = COUNTRIES["IQ"]
    assert [
        names(iraq, language, "label") for language in ("nl", "en", "ru", "ar", "ja", "zh", "el", "th")
    ] == [{"Irak"}, {"Iraq"}, {"Ирак"}, {"العراق"}, {"イラク"}, {"伊拉克"}, {"Ιράκ"}, {"อิรัก"}]


def test_a_variety_of_a_language_has_only_what_differs() -> None:
    languages = {term.language for term in COUNTRIES["IQ"].terms}
    assert "zh-Hant" in languages
    assert not {"nl-BE", "en-GB", "de-AT"} & languages


def test_short_and_former_names_are_aliases() -> None:
    assert names(COUNTRIES["GB"], "en", "alias") == {"UK"}
    assert names(COUNTRIES["US"], "nl", "alias") == {"VS"}
    assert names(COUNTRIES["US"], "ru", "alias") == {"США"}
    assert names(COUNTRIES["TR"], "en", "alias") == {"Turkey"}


def test_both_names_around_brackets_are_aliases_unless_one_is_the_capital() -> None:
    assert names(COUNTRIES["MM"], "fr", "alias") == {"Myanmar", "Birmanie"}
    assert "金" not in names(COUNTRIES["CD"], "zh", "alias")


def test_an_ampersand_is_also_written_as_a_word() -> None:
    assert names(COUNTRIES["TT"], "en", "alias") == {"Trinidad and Tobago"}


def test_states_are_told_from_territories() -> None:
    assert {code: COUNTRIES[code].kind for code in ("NL", "PS", "GL", "HK", "AQ")} == {
        "NL": "country", "PS": "country", "GL": "territory", "HK": "territory", "AQ": "territory",
    }  # fmt: skip
    assert not {"EU", "UN", "ZZ", "IC"} & COUNTRIES.keys()


def test_chosen_languages_come_with_their_varieties() -> None:
    languages = {term.language for entry in read_countries(["nl", "pt"]) for term in entry.terms}
    assert {language.partition("-")[0] for language in languages} == {"nl", "pt"}
    assert "pt-PT" in languages


def test_babel_still_knows_all_of_a_locale_that_was_read() -> None:
    assert Locale.parse("en_GB").character_order == "left-to-right"
    assert Locale.parse("nl_BE").territories["IQ"] == "Irak"


def test_what_cldr_lacks_is_the_projects_own_and_no_part_of_cldr() -> None:
    own = {entry.external_ids["iso3166-1"]: entry for entry in read_abbreviations(["nl"])}
    assert "V.S." in names(own["US"], "nl", "alias")
    assert "U.S." in names(own["US"], "mul", "alias"), "names of every language are always wanted"
    assert "V.S." not in names(COUNTRIES["US"], "nl", "alias")
    assert not {term.language for entry in own.values() for term in entry.terms} - {"nl", "mul"}
