import pytest

from app.parallel.cognates import likeness
from app.parallel.text import Text
from app.parallel.transliteration import skeleton
from tests.parallel.texts import lines


def alike(source: str, target: str, language: str) -> float:
    """How probable it is, at first sight, that two words translate each other."""
    one, other = Text(lines(source), "en", {}), Text(lines(target), language, {})
    return max(likeness(one, other).values(), default=0.0)


@pytest.mark.parametrize("word", ["워싱턴은", "워싱턴에서는", "워싱턴으로부터", "워싱턴이라고"])
def test_a_korean_name_sounds_the_same_with_any_particle(word: str) -> None:
    assert alike("Washington", word, "ko") == alike("Washington", "워싱턴", "ko") > 0


def test_what_ends_like_a_particle_is_not_shortened_to_one_syllable() -> None:
    assert alike("Samsung", "삼성", "ko") > 0 == alike("Sam", "사만", "ko")


@pytest.mark.parametrize(("word", "name"), [("robot", "로봇"), ("Atkinson", "앳킨슨"), ("pocket", "포켓")])
def test_a_syllable_of_hangul_that_ends_in_s_is_heard_as_t(word: str, name: str) -> None:
    assert skeleton(name) == skeleton(word)
