"""The nearest passages are found among all in memory."""

import numpy as np
import pytest

from app.parallel.text import Floats
from app.search import meaning
from app.search.meaning import EncodedPassages
from app.search.passages import BYTES, bits_of

VECTORS: Floats = np.random.default_rng(1).standard_normal((9, BYTES * 8)).astype(np.float32)
VECTORS /= np.linalg.norm(VECTORS, axis=1)[:, np.newaxis]
TEXTS = {11: (0, 1, 2), 12: (3,), 15: (4, 5)}
"""The ids of three texts with six passages."""


def _bits(*numbers: int) -> bytes:
    return bits_of(VECTORS[list(numbers)]).tobytes()


def _nearest(passages: EncodedPassages, vector: Floats) -> list[tuple[int, int]]:
    return [each[:2] for each in passages.nearest(vector)[0]]


def _encoded() -> EncodedPassages:
    return EncodedPassages.none().with_more([(id_, _bits(*numbers)) for id_, numbers in TEXTS.items()])


@pytest.mark.parametrize(("asked", "id_", "passage"), [(0, 11, 0), (2, 11, 2), (3, 12, 0), (5, 15, 1)])
def test_a_passage_is_found_with_its_text_and_its_number(asked: int, id_: int, passage: int) -> None:
    assert _nearest(_encoded(), VECTORS[asked]) == [(id_, passage)]


def test_what_is_near_to_nothing_finds_nothing() -> None:
    assert _encoded().nearest(VECTORS[8]) == ([], False)


def test_of_a_text_the_nearest_passage_is_found_and_the_nearest_text_first() -> None:
    vector = VECTORS[1] + 0.6 * VECTORS[0] + 0.8 * VECTORS[4]
    found, _ = _encoded().nearest(vector / np.float32(np.linalg.norm(vector)))
    assert [each[:2] for each in found] == [(11, 1), (15, 0)]
    assert found[0].cosine > found[1].cosine


def test_what_comes_later_is_found_besides() -> None:
    more = _encoded().with_more([(16, _bits(6))])
    assert _nearest(more, VECTORS[6]) == [(16, 0)]
    assert _nearest(more, VECTORS[0]) == [(11, 0)]


def test_the_last_are_kept_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "MOST_VERSIONS", 2)
    kept = _encoded().with_more([(16, _bits(6))])
    assert kept.ids.tolist() == [15, 16]
    assert _nearest(kept, VECTORS[0]) == []
    assert _nearest(kept, VECTORS[5]) == [(15, 1)]


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert EncodedPassages.none().nearest(VECTORS[0]) == ([], False)


def test_where_too_many_are_near_the_nearest_are_found_and_there_may_be_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(meaning, "MOST_NEAR", 1)
    vector = VECTORS[1] + 0.8 * VECTORS[4]
    found, is_part = _encoded().nearest(vector / np.float32(np.linalg.norm(vector)))
    assert [each[:2] for each in found] == [(11, 1)]
    assert is_part
