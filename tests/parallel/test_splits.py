import pytest

from app.parallel.alignment import align
from app.parallel.pairs import Pair
from app.parallel.segments import Segment, segments_of

ENGLISH = (
    """A cyclist was injured near the station on Monday, weeks after another one died in a hit-and-run in
    Leiden.""",
    "Around 120 firefighters worked until four in the morning.",
    "The owner, Pieter van Dalen, said that paper worth 2.5 million euros had been stored there.",
)
GERMAN = (
    """Am Montag wurde am Bahnhof ein Radfahrer verletzt, Wochen nach dem Tod eines anderen in Leiden. Der
    Fahrer war damals geflüchtet.""",
    "Rund 120 Feuerwehrleute arbeiteten bis vier Uhr morgens.",
    "Der Eigentümer, Pieter van Dalen, sagte, dort habe Papier im Wert von 2,5 Millionen Euro gelagert.",
)
FINNISH = (
    """Pyöräilijä loukkaantui maanantaina aseman lähellä, viikkoja sen jälkeen kun toinen oli kuollut
    Leidenissä. Kuljettaja oli paennut paikalta.""",
    "Noin 120 palomiestä työskenteli neljään asti aamulla.",
    "Omistaja Pieter van Dalen sanoi, että siellä oli säilytetty paperia 2,5 miljoonan euron arvosta.",
)


def sentences(language: str, texts: tuple[str, ...]) -> list[Segment]:
    return [
        segment
        for number, text in enumerate(texts)
        for segment in segments_of(f"b{number}", "paragraph", " ".join(text.split()), language)
    ]


def types(pairs: tuple[Pair, ...]) -> list[str]:
    return [pair.type for pair in pairs]


@pytest.mark.parametrize(("language", "texts"), [("de", GERMAN), ("fi", FINNISH)])
def test_the_second_half_of_a_sentence_made_two_belongs_to_the_first(
    language: str, texts: tuple[str, ...]
) -> None:
    pairs = align(sentences("en", ENGLISH), sentences(language, texts), "en", language)
    assert types(pairs) == ["1-n", "1-1", "1-1"]


def test_the_second_half_of_a_quotation_belongs_to_no_other_paragraph() -> None:
    english = ('"Do they really think that I would get a discount for that?" she asked.', *ENGLISH[1:])
    quoted = "„Glauben die denn wirklich, dass ich dafür einen Rabatt bekomme?“ Das fragte sie sich."
    pairs = align(sentences("en", english), sentences("de", (quoted, *GERMAN[1:])), "en", "de")
    assert types(pairs) == ["1-n", "1-1", "1-1"]


def test_a_sentence_that_makes_its_paragraph_too_long_stays_added() -> None:
    extra = " Schon 2016 hatte Bürgermeister Vermeer den Hafen vor 17 alten Leitungen gewarnt."
    german = (GERMAN[0], GERMAN[1] + extra, GERMAN[2])
    pairs = align(sentences("en", ENGLISH), sentences("de", german), "en", "de")
    assert "added" in types(pairs)


def test_what_stands_between_two_paragraphs_belongs_to_neither() -> None:
    german = (*GERMAN[:2], "Das Feuer war weithin zu sehen.", GERMAN[2])
    pairs = align(sentences("en", ENGLISH), sentences("de", german), "en", "de")
    assert types(pairs) == ["1-n", "1-1", "added", "1-1"]
