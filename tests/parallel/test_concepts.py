import os
import subprocess
import sys
from importlib.resources import files
from zipfile import ZipFile

import pytest

from app.parallel.alignment import align
from app.parallel.concepts import concept_likeness, concepts_of
from app.parallel.text import Text
from tests.parallel.texts import lines


def alike(
    source: str, source_language: str, target: str, target_language: str
) -> dict[tuple[str, str], float]:
    """How far the words of two texts stand for the same, by the forms that tokens have."""
    one, other = Text(lines(source), source_language, {}), Text(lines(target), target_language, {})
    return {(one.types[i][1], other.types[j][1]): value for (i, j), value in concept_likeness(one, other)}


@pytest.mark.parametrize(
    ("language", "text", "soldier", "hospital"),
    [
        ("ru", "солдат в больнице", "солдат", "больни"),
        ("zh-Hans", "士兵在医院", "士兵", "医院"),
        ("zh-TW", "士兵在醫院", "士兵", "醫院"),
        ("ja", "兵士は病院にいる", "兵士", "病院"),
        ("nb", "soldaten er på sykehuset", "soldat", "sykehu"),
    ],
)
def test_names_of_one_thing_are_alike(language: str, text: str, soldier: str, hospital: str) -> None:
    found = alike("A soldier in hospital", "en", text, language)
    assert found["hospit", hospital] > 0.5
    assert found.get(("soldie", soldier), 0.0) > found.get(("soldie", hospital), 0.0)


def test_a_word_with_another_ending_is_known_but_less_sure() -> None:
    exact, inflected = (alike("hospital", "en", word, "ru") for word in ("больница", "больницами"))
    assert 0 < inflected["hospit", "больни"] < exact["hospit", "больни"]


def test_a_word_behind_an_article_or_a_preposition_is_known_but_less_sure() -> None:
    bare, prefixed = (alike("hospital", "en", word, "ar") for word in ("مستشفى", "والمستشفى"))
    assert 0 < prefixed["hospit", "والمست"] < bare["hospit", "مستشفى"]


@pytest.mark.parametrize(
    ("language", "text", "character"),
    [
        ("zh-Hans", "大火摧毁了仓库", "火"),
        ("zh-TW", "大火摧毀了倉庫", "火"),
        ("ja", "大火が倉庫を焼いた", "火"),
    ],
)
def test_a_character_is_known_by_what_it_means_alone(language: str, text: str, character: str) -> None:
    found = alike("A fire in a house", "en", text, language)
    assert found["fire", character] > 0.3
    assert ("house", character) not in found


@pytest.mark.parametrize("word", ["병원에서", "병원은", "병원"])
def test_a_korean_noun_is_known_with_any_particle(word: str) -> None:
    assert alike("hospital", "en", word, "ko")["hospit", "병원"] > 0.3


@pytest.mark.parametrize("word", ["집을", "집에서"])
def test_a_korean_noun_of_one_syllable_has_none_but_particles_behind_it(word: str) -> None:
    assert alike("house", "en", word, "ko")["house", word[:2]] > 0.3
    assert not alike("2 days, 1 house", "en", "이로울 일부는 집착", "ko")


def test_a_number_in_words_is_like_its_digits() -> None:
    assert alike("two", "en", "2", "de")["two", "2"] > 0.2
    assert alike("2", "nl", "двумя", "ru")["2", "двумя"] > 0.2


def test_a_unit_of_measure_is_known_in_all_its_cases() -> None:
    assert alike("kilometres", "en", "километров", "ru")["kilome", "киломе"] > 0.5


@pytest.mark.parametrize("language", ["tlh", "x-private", "not a language"])
def test_a_language_without_names_for_anything_is_alike_to_none(language: str) -> None:
    assert concepts_of(language) is None
    assert alike("hospital", "en", "hospital", language) == {}


def test_every_language_names_the_same_concepts_in_the_same_lines() -> None:
    with files("app.parallel").joinpath("concepts.zip").open("rb") as file, ZipFile(file) as archive:
        texts = {name: archive.read(name).decode().split("\n") for name in archive.namelist()}
    assert "UNICODE LICENSE V3" in texts.pop("LICENSE")
    (size,) = {len(lines) for lines in texts.values()}
    assert size > 2_000
    (hospital,) = [place for place, line in enumerate(texts["en.txt"]) if line.startswith("hospital|")]
    assert texts["nl.txt"][hospital].startswith("ziekenhuis")


def test_what_is_dropped_is_told_by_words_for_the_same_things() -> None:
    english = [
        "The soldiers were taken to the hospital.",
        "The judge spoke of money.",
        "A teacher bought bread and cheese.",
        "The train stopped at the bridge.",
        "Fire destroyed the school.",
    ]
    russian = [
        "Солдат отвезли в больницу утром.",
        "Судья говорил и о деньгах.",
        "Поезд остановился на самом мосту.",
        "Пожар уничтожил школу.",
    ]
    pairs = align(lines(*english), lines(*russian), "en", "ru")
    assert [pair.type for pair in pairs] == ["1-1", "1-1", "missing", "1-1", "1-1"]


_ALIKE = """
from app.parallel.concepts import concept_likeness
from app.parallel.segments import Segment
from app.parallel.text import Text

def text(words, language):
    return Text([Segment("1.1", "1", "paragraph", 0, len(words), words)], language, {})

print(list(concept_likeness(text("decrease decreased decreasing", "en"), text("daling dalingen", "nl"))))
"""


def test_words_are_alike_in_every_process() -> None:
    """Python orders sets of texts anew in each."""
    seen = {
        subprocess.run(
            [sys.executable, "-c", _ALIKE],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in "012"
    }
    assert len(seen) == 1
