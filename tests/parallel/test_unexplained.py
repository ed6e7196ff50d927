import numpy as np

from app.parallel.text import Text
from app.parallel.unexplained import AT_FIRST, NUMBER, PLAIN, first_fit
from tests.parallel.texts import lines


def test_a_number_without_a_counterpart_says_more_than_a_word_without_one() -> None:
    text = Text(lines("Sie kaufte 250 Pferde."), "de", {})
    shares = first_fit({}, text).of_types
    number, word = text.find(("number", "250")), text.find(("word", "pferde"))
    assert number is not None
    assert word is not None
    assert shares[number] < shares[word]


def test_a_word_that_looks_like_one_of_the_other_text_is_expected_to_stand_for_it() -> None:
    text = Text(lines("Polizei kommt."), "de", {})
    shares = first_fit({(0, 0): 0.8}, text).of_types
    assert shares[0] < shares[1]


def test_how_many_numbers_are_kept_is_learnt_apart_from_words() -> None:
    text = Text(lines("Sie kaufte 250 Pferde."), "de", {})
    before = first_fit({}, text)
    number = text.find(("number", "250"))
    after = before.learnt(np.array([number] * 50), np.zeros(50))
    assert after.shares[NUMBER] < before.shares[NUMBER]
    assert after.shares[PLAIN] == AT_FIRST[PLAIN]
