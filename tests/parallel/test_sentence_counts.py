import numpy as np

from app.parallel import sentence_counts
from app.parallel.alignment import align
from app.parallel.sentence_counts import SentenceFit
from app.parallel.text import Text
from tests.parallel.texts import lines

FIT = SentenceFit(single=0.8, runs=0.5)


def counts(*numbers: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array(numbers, dtype=np.float64)


def test_two_paragraphs_are_as_many_sentences_as_the_one_they_became() -> None:
    table = FIT.evidence(counts(1, 1, 1), counts(1, 2, 1, 1), (2, 1))
    assert (table[:, 1] > 0).all()
    assert (table[:, [0, 2, 3]] < 0).all()


def test_a_number_of_sentences_says_more_the_rarer_it_is() -> None:
    table = FIT.evidence(counts(1, 3), counts(1, 1, 1, 3), (1, 1))
    assert table[1, 3] > table[0, 0] > 0


def test_where_sentences_are_merged_by_the_translator_numbers_say_nothing_in_the_end() -> None:
    beads = [((place, place + 1), (place // 2,)) for place in range(0, 80, 2)]
    fit = sentence_counts.learnt_fit(counts(*[1] * 80), counts(*[1] * 40), beads, FIT)
    assert abs(fit.evidence(counts(1, 1), counts(1), (2, 1))[0, 0]) < 0.1


def test_in_thai_they_are_not_counted() -> None:
    thai = Text(lines("หนึ่ง สอง สาม"), "th", {})
    english = Text(lines("One. Two. Three."), "en", {})
    fit = sentence_counts.first_fit(english, thai)
    assert fit == sentence_counts.learnt_fit(counts(2), counts(1), [((0,), (0,))], fit)
    assert fit.evidence(counts(2, 3), counts(1, 2), (1, 1)).tolist() == [[0, 0], [0, 0]]


def test_paragraphs_written_as_one_are_one_pair() -> None:
    english = [
        "He laughed a little.",
        "She left the house early.",
        "It rained all that day.",
        "We stayed in bed.",
    ]
    german = ["Er lachte ein wenig.", "Früh ging sie fort. Es regnete.", "Wir blieben im Bett."]
    pairs = align(lines(*english), lines(*german), "en", "de")
    assert [len(pair.source) for pair in pairs] == [1, 2, 1]


def test_where_a_segment_has_several_sentences_they_are_taken_for_paragraphs() -> None:
    single, several = lines("One sentence.", "Another one."), lines("One sentence. Another one.", "A third.")
    german = Text(lines("Ein Satz.", "Noch einer."), "de", {})
    sentences = sentence_counts.first_fit(Text(single, "en", {}), german)
    paragraphs = sentence_counts.first_fit(Text(several, "en", {}), german)
    assert paragraphs.runs > sentences.runs
    caption = lines("On the left: her. On the right: him.", kind="caption")
    assert sentence_counts.first_fit(Text([*single, *caption], "en", {}), german) == sentences
