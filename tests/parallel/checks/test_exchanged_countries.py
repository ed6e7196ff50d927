import pytest

from app.parallel.checks.exchanged_countries import exchanged_country_findings
from app.parallel.checks.links import Nameable
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side
from app.parallel.text import KnownName

PEOPLES = {
    "Canadese": "place/canada",
    "Canadian": "place/canada",
    "Amerikaanse": "place/united-states",
    "American": "place/united-states",
    "Irakees": "place/iraq",
    "Belgian": "place/belgium",
}


def _side(language: str, text: str) -> Side:
    """Demonyms are linked, names are not."""
    links, start = [], 0
    for word in text.split(" "):
        if entity := PEOPLES.get(word):
            links.append(KnownName(start, start + len(word), entity, True))
        start += len(word) + 1
    return Side(language, (Piece("b1", "paragraph", text),), {"b1": links})


def _found(languages: str, source: str, target: str, nameable: Nameable | None = None) -> list[str]:
    there, here = (_side(tag, text) for tag, text in zip(languages.split(), (source, target), strict=True))
    pairs = [Pair(tuple(there.segments()), tuple(here.segments()), "1-1", 1.0, {})]
    found = []
    for finding in exchanged_country_findings(there, here, pairs, nameable):
        (span,) = finding.target_spans
        found.append(f"{finding.evidence['source']} {here.texts['b1'][span.start : span.end]} {span.start}")
    return found


@pytest.mark.parametrize(
    ("languages", "source", "target", "found"),
    [
        ("nl en", "Een veilig Irak.", "A safe Turkey.", ["Irak Turkey 7"]),
        ("nl en", "Boven Syrië en Irak.", "Over Iraq and Iraq.", []),
        ("en fr", "In favour of Bolivia.", "En faveur du Chili.", ["Bolivia Chili 13"]),
        ("en ja", "He lives in Japan.", "彼は日本に住んでいる。", []),
        ("nl en", "De kust van Ierland, in Ierland.", "Off Ireland, in the United Kingdom.", []),
        ("de en", "Die Türkei und Saudi-Arabien.", "Turkey and Saudi Arabia.", []),
    ],
)
def test_another_country_is_told_without_its_being_linked(
    languages: str, source: str, target: str, found: list[str]
) -> None:
    assert _found(languages, source, target) == found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("The Canadian minister and his American colleague.", []),
        ("The American minister and his American colleague.", ["Canadese American 4"]),
        ("The Canadian minister and his Canadian colleague.", ["Amerikaanse Canadian 30"]),
        ("The Belgian minister and his American colleague.", ["Canadese Belgian 4"]),
        ("The minister and his American colleague.", []),
    ],
)
def test_another_people_is_told_also_where_it_is_named_besides(target: str, found: list[str]) -> None:
    assert _found("nl en", "De Canadese minister en zijn Amerikaanse collega.", target) == found


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en es", "Germany called on the US.", "Alemania pidió a los EE.UU. y a Alemania."),
        ("en hu", "Russia is in Syria.", "Oroszország szíriai jelenléte Oroszország ürügye."),
        ("en pl", "China, and researchers in the USA.", "Chiny i China o badaczach amerykańskich."),
        ("en tr", "The bells of St. Martin fall silent.", "St. Martin çanları Sessizliğe Büründü."),
        ("en vi", "Exported to the European Union.", "Xuất khẩu đến Liên minh Châu Âu."),
        ("en nl", "The World Cup of England.", "Het WK van Engeland in Nederland."),
    ],
)
def test_a_country_that_is_said_otherwise_is_not_exchanged(languages: str, source: str, target: str) -> None:
    nameable = {"place/united-states": {"EE. UU.", "Estados Unidos"}}
    assert _found(languages, source, target, nameable) == []
