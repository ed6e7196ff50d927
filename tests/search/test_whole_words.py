"""What may go together with a word of another language is a word as a whole."""

import pytest

from app.search.whole_words import forms_in, whole_words


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


def test_a_form_is_known_by_its_stem_and_by_what_it_is_without_what_is_written_onto_it() -> None:
    assert ("ar:شرط", "بشرط") in forms_in("وافق بشرط", "ar")
    assert forms_in("Ministers met 12 ministers, Canada's", "en") == {
        ("en:minist", "ministers"),
        ("en:met", "met"),
        ("en:canada", "canada"),
    }
    assert forms_in("トランプ大統領", "ja") == forms_in("대통령은", "ko") == set()
