"""What may go together with a word of another language is a word as a whole."""

import pytest

from app.search.whole_words import whole_words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("トランプ大統領", "ja", {"ja:トラ ja:ラン ja:ンプ", "ja:大統 ja:統領"}),
        ("米国の首都", "ja", {"ja:米国", "ja:首都"}),
        ("트럼프 대통령은", "ko", {"ko:트럼 ko:럼프", "ko:대통 ko:통령"}),
        ("ศาลพิพากษา", "th", {"th:ศาล", "th:พิพากษา"}),
        ("Ministers met 12 ministers", "en", {"en:minist", "en:met"}),
        ("Canada's F-16", "en", {"en:canada"}),
        ("l'avion", "fr", {"fr:avion"}),
    ],
)
def test_no_piece_of_a_word_is_one(text: str, language: str, words: set[str]) -> None:
    assert whole_words(text, language) == words
