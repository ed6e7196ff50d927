from dataclasses import replace

import pytest

from app.search.analysis import analyse
from app.search.expression import Phrase, phrase
from app.search.marking import Marker, find_marks
from tests.conftest import SHARED

CORPUS = SHARED / "corpus" / "ntrex"


def _marked(text: str, language: str, *asked: str) -> list[str]:
    wanted = [(what, found) for what, each in enumerate(asked) if (found := phrase(each, language))]
    return [text[mark.start : mark.end] for mark in find_marks(text, language, wanted)]


@pytest.mark.parametrize(
    ("text", "language", "asked", "marked"),
    [
        ("The ministers met a minister.", "en", "minister", ["ministers", "minister"]),
        ("De Syriërs uit Syrië", "nl", "syrie", ["Syrië"]),
        ("Four F-16s, one F16", "en", "F-16", ["F-16", "F16"]),
        ("军事顾问在巴格达工作", "zh-Hans", "巴格达", ["巴格达"]),
        ("總統在臺灣，台灣總統", "zh-Hant", "台湾", ["臺灣", "台灣"]),
        ("总统在台湾", "zh-Hans", "總統", ["总统"]),
        ("김정은 위원장, 김정은이", "ko", "김정은", ["김정은", "김정은"]),
        ("고문이 고문은", "ko", "고문은", ["고문", "고문은"]),
        ("왈리드 알-무알렘은", "ko", "알무알렘", ["알-무알렘"]),
        ("O'Connor and OConnor", "en", "OConnor", ["O'Connor", "OConnor"]),
        ("Nothing here", "en", "minister", []),
        ("", "en", "minister", []),
    ],
)
def test_what_was_asked_for_is_marked_in_any_form(
    text: str, language: str, asked: str, marked: list[str]
) -> None:
    assert _marked(text, language, asked) == marked


def test_a_phrase_is_marked_only_where_its_words_follow_each_other() -> None:
    text = "A global threat is no threat that is global."
    assert _marked(text, "en", "global threat") == ["global threat"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus is not at {CORPUS}")
@pytest.mark.parametrize(
    "language", ["en", "zh-Hans", "zh-Hant", "ja", "ko", "th", "ar", "he", "hi", "ru", "vi"]
)
def test_every_term_of_a_text_is_marked_in_it(language: str) -> None:
    for document in sorted(CORPUS.iterdir())[:4]:
        for line in (document / f"{language}.txt").read_text("utf-8").splitlines()[:12]:
            for token in analyse(line, language):
                assert find_marks(line, language, [(0, Phrase((token.term,)))]), token


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ("email", ["A letter", "No letter", "An e-mail", "E-mails", "No letter"]),
        ("1000", ["A letter", "In 1,000 letters", "In 1\u00a0000 letters", "1,000km", "1000"]),
        ("Canada", ["A letter", "Canada's letter", "In Canada"]),
    ],
)
def test_what_stands_in_one_text_is_found_behind_others_that_have_it_not(
    asked: str, texts: list[str]
) -> None:
    wanted = [(0, found)] if (found := phrase(asked, "en")) else []
    marker = Marker("en", wanted)
    marked = [marker.find(text) for text in texts]
    assert marked == [find_marks(text, "en", wanted) for text in texts]
    assert [bool(marks) for marks in marked] == [
        any(part in text.lower() for part in ("e-mail", "000", "canada")) for text in texts
    ]


def test_each_mark_says_for_what() -> None:
    wanted = [(3, found) for each in ["peace"] if (found := phrase(each, "en"))]
    assert [mark.what for mark in find_marks("War and peace", "en", wanted)] == [3]


def test_of_a_word_asked_for_in_some_forms_no_other_is_marked() -> None:
    text = "Başkan başka bir şey söyledi."
    asked = phrase("başkan", "tr")
    assert asked
    marks = find_marks(text, "tr", [(0, replace(asked, forms=frozenset({"başkan"})))])
    assert [text[mark.start : mark.end] for mark in marks] == ["Başkan"]
    assert len(find_marks(text, "tr", [(0, asked)])) == 2
