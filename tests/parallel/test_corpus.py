"""A third of 62 news documents, with paragraphs dropped, doubled, swapped and merged."""

import pytest

from app.parallel.encoder import covers, installed_encoder
from benchmarks.alignment import documents
from benchmarks.altered_text import Score, measure
from tests.conftest import SHARED

NTREX = SHARED / "corpus" / "ntrex"

pytestmark = pytest.mark.skipif(not NTREX.is_dir(), reason=f"the corpus is not at {NTREX}")


def scored(language: str, *, with_encoder: bool = False) -> Score:
    encoder = installed_encoder() if with_encoder else None
    if with_encoder and not covers(encoder, "en", language):
        pytest.skip("the extra `encoder` is not installed, or does not know the language")
    third = list(documents(NTREX, language))[::3]
    return measure(third, ("en", language), "2026", encoder)


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_related_languages_are_aligned_without_an_encoder(language: str) -> None:
    assert scored(language).f1 >= 0.95


@pytest.mark.parametrize("language", ["ru", "ar", "hi", "th"])
def test_other_scripts_are_aligned_without_an_encoder(language: str) -> None:
    assert scored(language).f1 >= 0.9


def test_with_the_encoder_hardly_a_pair_is_wrong_and_what_was_dropped_is_missed() -> None:
    scores = [scored(language, with_encoder=True) for language in ("nl", "ru", "ja", "zh-Hans")]
    assert min(score.f1 for score in scores) >= 0.97
    right = sum(score.dropped_right for score in scores)
    assert right >= 0.9 * sum(score.dropped_found for score in scores)
    assert right >= 0.9 * sum(score.dropped_wanted for score in scores)
