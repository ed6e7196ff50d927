import pytest

from app.parallel.letters import length


@pytest.mark.parametrize(
    ("text", "letters"),
    [("Fire in port", 10), ("大火", 6.0), ("화재", 4.4), ("ホテル", 4.8), ("ไฟไหม้", 6), ("", 1)],
)
def test_a_character_that_stands_for_more_counts_for_more(text: str, letters: float) -> None:
    assert length(text) == pytest.approx(letters)
