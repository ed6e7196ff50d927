import pytest

from app.intake.gazetteers.demonyms import read_demonyms
from app.intake.gazetteers.states import STATES

BY_COUNTRY = {entry.external_ids["iso3166-1"]: {*entry.terms} for entry in read_demonyms()}
LANGUAGES = {"de", "en", "es", "fr", "nl"}


def forms(country: str, language: str) -> set[str]:
    return {term.text for term in BY_COUNTRY[country] if term.language == language}


@pytest.mark.parametrize(
    ("country", "language", "expected"),
    [
        ("CA", "nl", {"Canadees", "Canadese", "Canadezen"}),
        ("NL", "nl", {"Nederlands", "Nederlandse", "Nederlander", "Nederlanders"}),
        ("US", "nl", {"Amerikaans", "Amerikaanse", "Amerikaan", "Amerikanen"}),
        ("US", "en", {"American", "Americans"}),
        (
            "NL",
            "en",
            {"Dutch", "Dutchman", "Dutchmen", "Dutchwoman", "Dutchwomen", "Netherlander", "Netherlanders"},
        ),
        ("SY", "fr", {"syrien", "syrienne", "syriens", "syriennes"}),
        ("FR", "fr", {"français", "française", "françaises"}),
        ("GR", "fr", {"grec", "grecque", "grecs", "grecques"}),
        ("ES", "es", {"español", "española", "españoles", "españolas"}),
        ("DE", "es", {"alemán", "alemana", "alemanes", "alemanas"}),
        ("IQ", "es", {"iraquí", "iraquíes", "iraquís", "irakí", "irakíes", "irakís"}),
    ],
)
def test_adjectives_and_nouns_are_inflected(country: str, language: str, expected: set[str]) -> None:
    assert forms(country, language) == expected


def test_german_has_the_endings_of_adjectives_and_both_genders() -> None:
    assert forms("CA", "de") >= {"kanadisch", "kanadische", "kanadischem", "Kanadier", "Kanadierinnen"}
    assert forms("CN", "de") >= {"chinesisch", "Chinese", "Chinesen", "Chinesin", "Chinesinnen"}


def test_every_state_has_demonyms_in_five_languages() -> None:
    without = {
        (country, language)
        for country in STATES
        for language in LANGUAGES
        if not any(term.language == language for term in BY_COUNTRY.get(country, ()))
    }
    assert without == {("VA", "en"), ("VA", "fr")}  # "Vatican" is the name itself


def test_languages_can_be_chosen() -> None:
    assert {term.language for entry in read_demonyms(["nl"]) for term in entry.terms} == {"nl"}
