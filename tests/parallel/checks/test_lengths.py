import pytest

from app.parallel.checks.lengths import expected_ratio, length_findings

LONG = "a sentence of some forty characters here"


def test_the_expected_ratio_is_the_medians() -> None:
    pairs = [(LONG, LONG * 2)] * 4 + [(LONG, LONG * 9), ("short", "s")]
    assert expected_ratio(pairs) == 2


def test_few_pairs_say_nothing_of_length() -> None:
    assert expected_ratio([(LONG, LONG)] * 4) is None
    assert list(length_findings(LONG, LONG * 9, None)) == []


@pytest.mark.parametrize(("times", "count"), [(0.3, 1), (0.6, 0), (1, 0), (2, 0), (2.5, 1)])
def test_a_text_much_longer_or_shorter_is_found(times: float, count: int) -> None:
    target = "x" * int(len(LONG) * 2 * times)
    assert len(list(length_findings(LONG, target, 2))) == count


def test_short_texts_may_have_any_length() -> None:
    assert list(length_findings("Yes.", "Aber natürlich, warum denn nicht?", 1)) == []
