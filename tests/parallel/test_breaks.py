import numpy as np
import pytest

from app.parallel.alignment import align
from app.parallel.breaks import break_evidence
from app.parallel.text import MOST_SENTENCES, Doubles, Text
from tests.parallel.texts import lines

NONE = np.zeros(0)


def of(*values: float) -> Doubles:
    return np.array(values)


def test_two_paragraphs_fit_the_one_in_which_a_sentence_ends_where_the_first_of_them_does() -> None:
    source, target = of(150, 50, 100), of(200, 200, 200)
    table = break_evidence(source, target, [NONE] * 3, [of(0.75), of(0.3), NONE], (2, 1))
    assert table[0, 0] > 1
    assert table[0, 1] < -1
    assert table[0, 2] == 0


def test_turned_round_the_evidence_is_the_same() -> None:
    source, target, breaks = of(150, 50, 100), of(200, 310), [of(0.75), of(0.5, 0.8)]
    for forth, back in (((2, 1), (1, 2)), ((3, 1), (1, 3))):
        table = break_evidence(source, target, [NONE] * 3, breaks, forth)
        assert np.allclose(table.T, break_evidence(target, source, breaks, [NONE] * 3, back))


def test_of_one_and_one_it_says_nothing() -> None:
    assert not break_evidence(of(10, 20), of(10, 20), [of(0.5)] * 2, [of(0.1)] * 2, (1, 1)).any()


def test_a_text_knows_where_its_sentences_end() -> None:
    (breaks,) = Text(lines("It rained. We laughed a lot then."), "en", {}).breaks
    assert breaks.tolist() == [pytest.approx(9 / 27)]
    (many,) = Text(lines("It rained. " * (MOST_SENTENCES + 1)), "en", {}).breaks
    assert not len(many)


def test_a_short_paragraph_left_out_is_not_taken_for_part_of_the_next() -> None:
    english = [
        "They walked for a long time through the empty fields.",
        "Nobody had any plan.",
        "The house in which they found her stood far from the village, and no light was to be seen there.",
        "In the morning it rained. They made tea.",
    ]
    german = [
        "Lange gingen sie durch die leeren Felder, ohne ein Wort.",
        "Das Haus, in dem man sie fand, stand weit vom Dorf entfernt. Kein Licht war dort zu sehen.",
        "Am Morgen regnete es. Sie kochten Tee.",
    ]
    pairs = align(lines(*english), lines(*german), "en", "de")
    assert [pair.type for pair in pairs] == ["1-1", "missing", "1-1", "1-1"]
