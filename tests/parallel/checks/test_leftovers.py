import pytest

from app.parallel.checks.finding import Finding
from app.parallel.checks.leftovers import leftover_findings
from app.parallel.checks.untranslated import untranslated_findings


def left(source: str, target: str, languages: str) -> list[str]:
    source_language, target_language = languages.split()
    findings: list[Finding] = list(leftover_findings(source, target, source_language, target_language))
    return [target[span.start : span.end] for finding in findings for span in finding.target_spans]


@pytest.mark.parametrize(
    ("languages", "source", "target", "words"),
    [
        (
            "nl en",
            "Vlnr: Anna de Wit, Jan Smit en Piet Kok.",
            "Left to right: Anna de Wit, Jan Smit en Piet Kok.",
            ["en"],
        ),
        ("de en", "Anna Groß und Jan Klein lachten.", "Anna Groß und Jan Klein laughed.", ["und"]),
        ("en sr-Latn", "the win of 5-3 on Friday", "gledao pobedu of 5-3 u petak", ["of"]),
        (
            "en vi",
            "after watching the class of champions win",
            "sau khi xem the class of champions giành chiến thắng",
            ["the class of champions"],
        ),
        (
            "en ja",
            "A man was arrested at the house. The boy was hurt.",
            "A man was arrested at the house 少年は負傷し、病院に運ばれた。母親も一緒に向かったという。",
            ["A man was arrested at the house"],
        ),
        ("en es", "People live with HIV and Aids.", "Personas viven con VIH and sida.", ["and"]),
        ("nl en", "Vanuit Den Haag en de kust.", "From The Hague en from the coast.", ["en"]),
        ("nl en", "“Zijn benen waren bebloed en gebroken.”", "“His legs were bloody en broken.”", ["en"]),
        ("nl en", "De minister en de koning.", "The minister en the king.", ["en"]),
        ("en de", "He lives with his mother in it.", "Er wohnt with Mutter darin.", ["with"]),
        ("en nl", "A large fire broke out.", "Er brak een large brand uit.", ["large"]),
        ("en de", "It destroyed the hospital.", "Es destroyed das Krankenhaus.", ["destroyed"]),
        ("en fi", "Two people were hurt.", "Kaksi people loukkaantui.", ["people"]),
        ("en fr", "It broke three windows and injured two.", "Deux vitres et trois injured.", ["injured"]),
        (
            "nl en",
            "De brand verwoestte het ziekenhuis.",
            "The fire destroyed the ziekenhuis.",
            ["ziekenhuis"],
        ),
        ("en nl", "Nobody said nothing helped.", "Zij said nothing helped.", ["said nothing helped"]),
        ("en ru", "It has what it takes to win.", "У него есть what it takes для победы.", ["what it takes"]),
    ],
)
def test_words_of_the_source_are_found(languages: str, source: str, target: str, words: list[str]) -> None:
    assert left(source, target, languages) == words


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en nl", "The team plays live this weekend.", "Het team speelt dit weekend live."),
        ("en fr", "a large part of the police", "une large part de la police"),
        ("en nl", "a film called “great people”", "een film genaamd “great people”"),
        ("en nl", "a book called “War and peace”", "een boek getiteld “War and peace”"),
        ("en da", "a fire", "fire a"),
        ("de nl", "Er sagte das andere.", "Hij zei dat andere."),
        ("en de", "the Bank of America", "die Bank of America"),
        ("en de", "the Florida Fish and Wildlife Commission", "die Florida Fish and Wildlife Commission"),
        ("en nl", "an estate in Dumfries and Galloway", "een landgoed in Dumfries and Galloway"),
        ("nl en", "Ook ‘the day after’ moet worden gewonnen.", "They must win 'the day after' and on."),
        ("en nl", "He called it “the end of it all”.", "Hij noemde het “the end of it all”."),
        ("en fr", "It broke through but went wide.", "Il est resté devant le but adverse."),
        ("en fr", "The village is far away.", "Le village est loin."),
        ("nl fr", "Het is nu te zien.", "C'est visible à l'œil nu."),
        ("en da", "The two had to go.", "De to måtte gå to gange."),
        ("de fr", "mit dem Auto", "il mit le doigt"),
        ("en de", "It was in it.", "Es war in was auch immer."),
        ("en tlh", "What is of the past is past.", "nuq of the past."),
        (
            "en it",
            "The boom in buy-to-let is over, and landlords have to pay.",
            "È finita la moda dei buy to lets e i proprietari pagano.",
        ),
    ],
)
def test_names_quotations_and_words_of_both_are_none(languages: str, source: str, target: str) -> None:
    assert left(source, target, languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "count"),
    [
        ("en de", "Nobody knows why it was left so.", "Nobody knows why it was left so.", 1),
        ("ja zh-Hans", "誰にもなぜかわからない。", "誰にもなぜかわからない。", 0),
        (
            "en de",
            "James Mattis, Ank Bijleveld-Schouten, Harjit Sajjan",
            "James Mattis, Ank Bijleveld-Schouten, Harjit Sajjan",
            0,
        ),
        ("en en-GB", "Nobody knows why it was left so.", "Nobody knows why it was left so.", 0),
        (
            "en nl",
            "The High Breed: What is conscious hip hop?",
            "The High Breed: Wat is ‘conscious hiphop’?",
            0,
        ),
        ("en de", "2018: 12-14", "2018: 12-14", 0),
    ],
)
def test_a_text_left_as_it_was_is_found_but_for_names(
    languages: str, source: str, target: str, count: int
) -> None:
    source_language, target_language = languages.split()
    findings = list(untranslated_findings(source, target, source_language, target_language))
    assert [finding.code for finding in findings] == ["untranslated-block"] * count
