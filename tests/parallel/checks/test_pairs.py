import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parallel.checks.finding import CODES, Span
from app.parallel.checks.pairs import LONGEST_CHECKED, Passage, check_pair, check_texts
from tests.parallel.checks.segments import Couple, piece

LANGUAGES = st.sampled_from(
    ["en", "nl", "de", "ar", "he", "hi", "ja", "th", "zh-Hans", "ru", "tlh", "x-ours"]
)


def test_spans_are_those_of_the_blocks() -> None:
    one, two = piece("Dat was in 2016.", "p1", start=40), piece("Toen kwamen er 12.", "p2")
    couple = Couple((one, two), (piece("That was in 2016, when 13 came.", "q1", start=7),), "n-1")
    (finding,) = check_pair(couple, "nl", "en")
    assert finding.source_spans == (Span(15, 17, "p2"),)
    assert finding.target_spans == (Span(30, 32, "q1"),)


def test_a_span_over_two_segments_becomes_two() -> None:
    passage = Passage([piece("One.", "p1", start=3), piece("Two.", "p2")])
    assert passage.located((Span(1, 8),)) == (Span(4, 7, "p1"), Span(0, 3, "p2"))


def test_an_untranslated_text_is_not_searched_for_more() -> None:
    text = "Nobody knows why the 12 of them left on Sunday."
    assert [finding.code for finding in check_texts(text, text, "en", "de")] == ["untranslated-block"]


def test_a_day_within_words_that_were_left_over_is_told_with_them() -> None:
    source = "The police came on Sunday with their dogs, she said."
    target = "Die Polizei kam on Sunday with their dogs, sagte sie."
    (finding,) = check_texts(source, target, "en", "de")
    assert finding.evidence == {"target": "on Sunday with their dogs"}


@pytest.mark.parametrize(
    ("source", "target"), [("", "12"), ("12", ""), ("", ""), ("7 " * LONGEST_CHECKED, "8")]
)
def test_nothing_and_far_too_much_are_not_checked(source: str, target: str) -> None:
    assert list(check_texts(source, target, "nl", "en")) == []


@given(st.text(), st.text(), LANGUAGES, LANGUAGES)
def test_any_text_is_checked_and_spans_stay_within(
    source: str, target: str, source_language: str, target_language: str
) -> None:
    for finding in check_texts(source, target, source_language, target_language):
        assert finding.code in CODES
        for spans, text in ((finding.source_spans, source), (finding.target_spans, target)):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(
    st.text(alphabet="0123456789.,:/'’ ½%-–mkb٣४一万億"),
    st.text(alphabet="0123456789.,:/ ½٣४十万"),
    LANGUAGES,
)
def test_any_digits_are_checked(source: str, target: str, language: str) -> None:
    for finding in check_texts(source, target, "en", language):
        assert all(0 <= span.start < span.end <= len(source) for span in finding.source_spans)
        assert all(0 <= span.start < span.end <= len(target) for span in finding.target_spans)
