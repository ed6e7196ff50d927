import numpy as np

from app.parallel.side import Piece, Side
from app.search.passages import BYTES, MOST, bits_of, cosines, passages_of


def _side(*texts: str, language: str = "en") -> Side:
    return Side(language, [Piece(f"p{number}", "paragraph", text) for number, text in enumerate(texts)])


def test_passages_are_sentences_and_not_the_byline() -> None:
    byline = Piece("byline", "byline", "By somebody who writes")
    side = Side("en", [byline, *_side("The bridge fell. Nobody was on it.").pieces])
    assert [each.text for each in passages_of(side)] == ["The bridge fell.", "Nobody was on it."]


def test_what_hardly_says_anything_is_no_passage() -> None:
    assert passages_of(_side("36 (1982).", "Why?", "’.")) == []


def test_a_script_without_spaces_says_more_with_each_character() -> None:
    assert [each.text for each in passages_of(_side("橋が落ちた。", language="ja"))] == ["橋が落ちた。"]


def test_there_are_no_more_than_some() -> None:
    assert len(passages_of(_side(*["The bridge fell."] * (MOST + 5)))) == MOST


def test_bits_say_nearly_what_the_vectors_do() -> None:
    vectors = np.random.default_rng(1).standard_normal((20, BYTES * 8)).astype(np.float32)
    vectors[1] += 2 * vectors[0]
    vectors /= np.linalg.norm(vectors, axis=1)[:, np.newaxis]
    bits = bits_of(vectors)
    assert bits.shape == (20, BYTES)
    found = cosines(vectors[0], bits)
    assert 0.75 < found[0] < 0.85  # the square root of 2 / pi
    assert list(np.argsort(-found)[:2]) == [0, 1]
    assert abs(found[2:]).max() < 0.2
