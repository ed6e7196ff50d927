import pytest

from app.parallel.checks.kept_names import kept_name_findings
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side

SOURCE = ("Holt's side came from Wasilla.", "Lithgow headed wide.", "Then Lithgow, of Wasilla, left.")


def _found(language: str, *sentences: str, source: tuple[str, ...] = SOURCE) -> list[tuple[str, str]]:
    there, here = (
        Side(tag, tuple(Piece(f"b{place}", "paragraph", text) for place, text in enumerate(texts)))
        for tag, texts in (("en", source), (language, sentences))
    )
    pairs = [
        Pair((one,), (other,), "1-1", 1.0, {})
        for one, other in zip(there.segments(), here.segments(), strict=True)
    ]
    found = []
    for finding in kept_name_findings(there, here, pairs):
        (span,) = finding.target_spans
        word = here.texts[span.block or ""][span.start : span.end]
        assert word == finding.evidence["target"]
        found.append((finding.evidence["source"], word))
    return found


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        (
            "nl",
            ("Holt kwam uit Wasilla.", "Lithgrow kopte naast.", "Lithgow uit Wasilla vertrok."),
            "Lithgrow",
        ),
        (
            "tr",
            ("Holt Wasilla'dan geldi.", "Lithgow gol attı.", "Lithgow, Wasigla'dan gitti."),
            "Wasigla'dan",
        ),
        ("zh-Hans", ("Holt 来自 Wasilla。", "Litgow 顶偏。", "Lithgow 离开 Wasilla。"), "Litgow"),
    ],
)
def test_a_name_that_all_other_sentences_keep_is_misspelt_where_one_has_another(
    language: str, sentences: tuple[str, ...], expected: str
) -> None:
    assert [word for _, word in _found(language, *sentences)] == [expected]


@pytest.mark.parametrize(
    "sentences",
    [
        ("Holt kwam uit Wasilla.", "Lithgow kopte naast.", "Lithgow uit Wasilla vertrok."),
        ("Holt kwam uit Wasilla.", "Lithgrow kopte naast.", "Lithgrow uit Wasilla vertrok."),
        ("Holt kwam uit Wasilla.", "Lithgrow kopte naast.", "Hij vertrok uit Wasilla."),
        ("Holt kwam uit Wasilla.", "Lithgow kopte naast, Lithgrow keek.", "Lithgow uit Wasilla vertrok."),
        ("Holt kwam uit Wasilla.", "Lithgows kopbal ging naast.", "Lithgow uit Wasilla vertrok."),
        ("Holt kwam uit Wasilla.", "De lithgrow ging naast.", "Lithgow uit Wasilla vertrok."),
    ],
)
def test_a_name_kept_nowhere_else_or_written_otherwise_twice_is_not_told(sentences: tuple[str, ...]) -> None:
    assert _found("nl", *sentences) == []


def test_names_written_as_they_are_spoken_are_not_told() -> None:
    assert _found("sr-Latn", "Iz Wasilla.", "Litgow je promašio.", "Lithgow iz Wasilla.") == []


def test_an_ordinary_word_is_no_name() -> None:
    source = ("They met in the Hospital.", "The Hospital closed.")
    assert _found("es", "Se reunieron en el Hospital.", "El Hospitsl cerró.", source=source) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gepakt in Wasigla, zei de politie van Wasilla.", ["Wasigla"]),
        ("Gepakt in Wasilla, zei de politie daar.", []),
        ("Gepakt door Wasigla, zei de politie.", []),
    ],
)
def test_a_name_kept_once_in_its_sentence_is_misspelt_where_it_stands_again(
    sentence: str, expected: list[str]
) -> None:
    source = ("Held in Wasilla, police in Wasilla said.",)
    assert [word for _, word in _found("nl", sentence, source=source)] == expected


def test_latin_letters_in_a_cyrillic_text_keep_the_spelling_of_the_source() -> None:
    sentences = ("Дошао је из Wasilla.", "Litgow је промашио.", "Lithgow је из Wasilla.")
    assert [word for _, word in _found("sr-Cyrl", *sentences)] == ["Litgow"]


def test_a_name_within_a_title_that_was_left_as_it_is_says_nothing_of_its_spelling() -> None:
    source = ("They work for NHS Scotland now.", "Here Scotland is home.", "All of NHS Scotland knows.")
    target = ("Zij werken bij NHS Scotland.", "Hier is Schotland thuis.", "Heel NHS Scotland weet het.")
    assert _found("nl", *target, source=source) == []
