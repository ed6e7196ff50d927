import pytest

from app.gazetteer.discovery.near_names import NEAR, nearness


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Harjit Saijan", "Harjit Sajjan"),
        ("Jim Mattis", "Jim Matis"),
        ("François Hollande", "Francois Holande"),
        ("Achterberg Idris", "Idris Achterbergh"),
    ],
)
def test_a_misspelling_is_near(name: str, known: str) -> None:
    assert nearness(name, known) >= NEAR


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Harjit Saijan", "Ank Bijleveld"),
        ("James Mattis", "James Madison"),
        ("Bashar al-Assad", "Hafez al-Assad"),
        ("Saijan", "Sajjan"),
        ("Idris Achterberg", "Iris Achterbergh Jansen"),
    ],
)
def test_another_person_is_not(name: str, known: str) -> None:
    assert nearness(name, known) < NEAR


def test_nobody_is_near_without_a_word_in_common() -> None:
    assert nearness("Jon Smyth", "John Smith") == 0
