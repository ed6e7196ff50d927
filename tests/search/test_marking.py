from dataclasses import replace

import pytest

from app.search.analysis import analyse
from app.search.expression import Phrase, phrase
from app.search.folding import lower
from app.search.languages import analysis_language
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
    ("asked", "texts", "marked"),
    [
        ("email", ["A letter", "An e-mail", "E-MAILS", "Emails"], [[], ["e-mail"], ["E-MAILS"], ["Emails"]]),
        (
            "1000",
            ["A letter", "1,000 letters", "1\u00a0000", "1000"],
            [[], ["1,000"], ["1\u00a0000"], ["1000"]],
        ),
        ("Canada", ["A letter", "Canada's letter", "In CANADA"], [[], ["Canada"], ["CANADA"]]),
        ("letter writer", ["Letter writers", "Writers", "Letters"], [["Letter writers"], [], []]),
    ],
)
def test_in_forms_that_texts_have_had_it_is_marked_as_in_any(
    asked: str, texts: list[str], marked: list[list[str]]
) -> None:
    found = phrase(asked, "en")
    assert found
    forms: dict[str, set[str]] = {}
    for text in texts:
        for token in analyse(text, "en"):
            forms.setdefault(token.term, set()).add(lower(text[token.start : token.end], "en"))
    marker = Marker("en", [(0, found)], forms)
    assert [[text[mark.start : mark.end] for mark in marker.find(text)] for text in texts] == marked
    assert [marker.find(text) for text in texts] == [find_marks(text, "en", [(0, found)]) for text in texts]


def test_in_forms_that_no_text_has_had_it_is_not_looked_for() -> None:
    found = phrase("letter", "en")
    assert found
    assert Marker("en", [(0, found)], {"en:letter": {"letters"}}).find("Letter") == []
    assert Marker("en", [(0, found)], {}).find("Letter") == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus is not at {CORPUS}")
def test_every_word_of_a_text_stands_in_it_in_small_letters_as_the_index_has_it() -> None:
    for path in sorted(sorted(CORPUS.iterdir())[4].glob("*.txt")):
        key = analysis_language(path.stem)
        for line in path.read_text("utf-8").splitlines()[:12]:
            for text in (line, line.upper()):
                small = lower(text, key)
                words = {lower(text[token.start : token.end], key) for token in analyse(text, path.stem)}
                assert [word for word in words if word not in small] == []


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
