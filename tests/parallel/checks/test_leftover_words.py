import pytest

from app.parallel.checks.finding import Span
from app.parallel.checks.leftover_words import leftover_word_findings
from app.parallel.checks.pairs import check_texts
from app.parallel.checks.untranslated import untranslated_findings
from app.parallel.folding import fold_word


def left(source: str, target: str, languages: str, **counts: int) -> list[str]:
    source_language, target_language = languages.split()
    folded = {fold_word(word): count for word, count in counts.items()}
    findings = leftover_word_findings(source, target, source_language, target_language, folded)
    return [target[span.start : span.end] for finding in findings for span in finding.target_spans]


@pytest.mark.parametrize(
    ("languages", "source", "target", "words"),
    [
        ("en nl", "The lawmakers met on Monday.", "De lawmakers kwamen maandag bijeen.", ["lawmakers"]),
        ("nl en", "De wederopbouw kost miljarden.", "The wederopbouw costs billions.", ["wederopbouw"]),
        ("es pt", "La aldea ardió.", "A aldeia ardió.", ["ardió"]),
        ("fr nl", "un bâtiment effondré hier", "een effondré gebouw gisteren", ["effondré"]),
        ("de en", "Die Feuerwehr kam.", "Then the Feuerwehr came.", ["Feuerwehr"]),
        ("de en", "Die freiwillige Feuerwehr kam.", "Then the Feuerwehr came.", ["Feuerwehr"]),
        ("ru uk", "Сегодня правительство ушло.", "Сьогодні правительство пішло.", ["правительство"]),
        ("sr hu", "Juče je vlada pala.", "Tegnap a vlada megbukott.", ["vlada"]),
        ("en nl", "a shrinking budget deficit", "een shrinking budget deficit", ["shrinking"]),
    ],
)
def test_words_that_only_the_sources_language_has_are_found(
    languages: str, source: str, target: str, words: list[str]
) -> None:
    assert left(source, target, languages) == words


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en nl", "The team plays.", "Het team speelt."),
        ("en it", "the team and the summit after the tsunami", "il team dopo lo tsunami"),
        ("en nl", "a book called “The lawmakers”", "een boek genaamd “The lawmakers”"),
        ("en nl", "the lawmakers (lawmakers)", "de wetgevers (lawmakers)"),
        ("en nl", "The wall fell.", "De wetgevers en lawmakers."),
        ("es pt", "gravemente herido", "gravemente ferido"),
        ("da nb", "fredagens kamp", "fredagens kamp"),
        ("de en", "Sebastian Feuerwehr kam.", "Then Sebastian Feuerwehr came."),
        ("de en", "Die Feuerwehr kam.", "Feuerwehr came."),
        ("de en", "Gestern sprach Schröder in Utrecht.", "Yesterday it was Schröder in Utrecht."),
        ("fr nl", "La Feuerwehr est là.", "Toen kwam de Feuerwehr."),
        ("en nl", "the lawmakers", "the Lawmakers"),
        ("en xx", "the lawmakers", "the lawmakers"),
        ("tlh en", "the wederopbouw", "the wederopbouw"),
        ("nl nl-BE", "de wederopbouw", "de wederopbouw"),
    ],
)
def test_words_of_both_names_and_quotations_are_none(languages: str, source: str, target: str) -> None:
    assert left(source, target, languages) == []


def test_a_word_that_stands_in_the_translation_for_the_third_time_is_there_on_purpose() -> None:
    pair = "The lawmakers met.", "De lawmakers kwamen bijeen.", "en nl"
    assert left(*pair, lawmakers=2) == ["lawmakers"]
    assert left(*pair, lawmakers=3) == []


def test_a_noun_that_stands_in_the_translation_twice_is_a_name() -> None:
    pair = "Die Feuerwehr kam.", "Then the Feuerwehr came.", "de en"
    assert left(*pair, feuerwehr=2) == []


def test_the_places_on_both_sides_are_told() -> None:
    (finding,) = leftover_word_findings("De dure wederopbouw.", "The costly wederopbouw.", "nl", "en")
    assert finding.code == "leftover-word"
    assert (finding.source_spans, finding.target_spans) == ((Span(8, 19),), (Span(11, 22),))


def test_what_is_certain_is_told_once_and_as_an_error() -> None:
    source, target = "It destroyed the lawmakers.", "Es destroyed die lawmakers."
    found = {each.code: each.evidence["target"] for each in check_texts(source, target, "en", "de")}
    assert found == {"leftover-language": "destroyed", "leftover-word": "lawmakers"}


@pytest.mark.parametrize(
    ("heading", "languages", "count"),
    [
        ("La visión de la calle", "es pt", 1),
        ("Qué pasa ahora", "es pt", 1),
        ("Real Madrid", "es pt", 0),
    ],
)
def test_a_heading_left_as_it_was_is_found_in_a_near_language(
    heading: str, languages: str, count: int
) -> None:
    source_language, target_language = languages.split()
    assert len(list(untranslated_findings(heading, heading, source_language, target_language))) == count
