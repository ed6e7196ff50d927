"""How seldom the checks speak up on faithful translations, and that they find what is planted there."""

import random

import pytest

from benchmarks.findings import CORPUS, FAULTS, findings_of, plant, segment_pairs
from tests.conftest import SHARED

pytestmark = pytest.mark.skipif(
    not (SHARED / "corpus" / "ntrex").is_dir(), reason=f"the corpus is not at {CORPUS}"
)

MOST_FINDINGS = 0.015
MOST_LEFT_WORDS = 0.03
"""Dutch takes over what sports and business are called in English."""
FEWEST_FOUND = {"digit": 0.9, "number": 0.88, "word": 0.8, "weekday": 0.95, "left": 0.55}
WITHOUT_SPACES = {"zh-Hans"}


@pytest.mark.parametrize("language", ["nl", "ru", "zh-Hans"])
def test_few_findings_and_most_planted_faults_are_found(language: str) -> None:
    pairs = list(segment_pairs(language))
    findings = [finding for pair in pairs for finding in findings_of(pair)]
    for code in (
        "number-mismatch",
        "date-missing",
        "weekday-missing",
        "leftover-language",
        "name-spelling",
    ):
        assert sum(finding.code == code for finding in findings) < MOST_FINDINGS * len(pairs)
    assert sum(finding.code == "leftover-word" for finding in findings) < MOST_LEFT_WORDS * len(pairs)
    planted = plant(pairs, random.Random(7))
    for fault in FAULTS.keys() - ({"left"} if language in WITHOUT_SPACES else set()):
        assert planted.put[fault] > 15
        assert planted.found[fault] >= FEWEST_FOUND[fault] * planted.put[fault]
