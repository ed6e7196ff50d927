import pytest
from hypothesis import given

from app.language.distance import Nearness, distance_in_writing, is_paradigm
from app.language.likely import FullTag, full_tag
from tests.language.tags import any_text, language_tags


def in_full(tag: str) -> FullTag:
    full = full_tag(tag)
    assert full is not None
    return full


@pytest.mark.parametrize(
    ("tag", "full"),
    [
        ("en", "en Latn US"),
        ("en-GB", "en Latn GB"),
        ("zh-TW", "zh Hant TW"),
        ("zh-Hant", "zh Hant TW"),
        ("zh-Hant-HK", "zh Hant HK"),
        ("sr-ME", "sr Latn ME"),
        ("kk-CN", "kk Arab CN"),
        ("iw", "he Hebr IL"),
        ("und-TW", "zh Hant TW"),
        ("und-Cyrl", "ru Cyrl RU"),
        ("und-Latn-ET", "en Latn ET"),
        ("de-CH-1996-u-co-phonebk", "de Latn CH"),
    ],
)
def test_a_tag_in_full(tag: str, full: str) -> None:
    assert in_full(tag) == tuple(full.split())


def test_no_language_stays_no_language() -> None:
    assert full_tag("und") == FullTag("und", "", "")


@pytest.mark.parametrize("text", ["x-house", "en_GB", "", "*"])
def test_what_is_no_tag_has_no_full_form(text: str) -> None:
    assert full_tag(text) is None


@pytest.mark.parametrize(
    ("desired", "supported", "distance"),
    [
        ("en-US", "en-CA", 4),
        ("en-US", "en-GB", 5),
        ("en-AU", "en-GB", 3),
        ("en-AU", "en-NZ", 4),
        ("es-MX", "es-419", 4),
        ("es-MX", "es-ES", 5),
        ("pt-AO", "pt-PT", 4),
        ("pt-AO", "pt-BR", 5),
        ("ar-MA", "ar-DZ", 4),
        ("ar-MA", "ar-EG", 5),
        ("zh-MO", "zh-HK", 4),
        ("zh-MO", "zh-TW", 5),
        ("de", "de-AT", 4),
        ("sr-Latn", "sr-Cyrl", 5),
        ("zh-Hant", "zh-Hans", 51 + 3),
        ("ja-Latn", "ja", 5),
        ("ja", "ja-Latn", 50),
    ],
)
def test_how_far_regions_and_scripts_are_from_each_other(desired: str, supported: str, distance: int) -> None:
    assert distance_in_writing(in_full(desired), in_full(supported)) == distance


@pytest.mark.parametrize(
    ("desired", "supported", "distance"),
    [
        ("nb", "no", 1),
        ("no", "nb", 1),
        ("nn", "nb", 20),
        ("nb", "nn", 20),
        ("be", "ru", 20),
        ("yue", "zh", 10),
    ],
)
def test_how_far_languages_are_from_each_other(desired: str, supported: str, distance: int) -> None:
    assert Nearness().distances(desired)[supported] == distance


@pytest.mark.parametrize(("desired", "supported"), [("uk", "ru"), ("ru", "be"), ("zh", "yue"), ("hr", "sr")])
def test_languages_that_cldr_does_not_pair_that_way_round_are_not_near(desired: str, supported: str) -> None:
    assert supported not in Nearness().distances(desired)


def test_a_forbidden_pair_is_too_far_even_where_every_language_is_near() -> None:
    nearness = Nearness(favors_script=True, forbidden=frozenset({("uk", "ru")}))
    assert nearness.distances("uk")["ru"] == nearness.cut_off
    assert nearness.distance_of_others < nearness.cut_off


def test_the_models_of_other_regions_are_known_under_each_of_their_names() -> None:
    assert all(map(is_paradigm, map(full_tag, ["en", "en-US", "en-GB", "es-419", "pt", "pt-PT"])))
    assert not any(map(is_paradigm, map(full_tag, ["en-AU", "es-MX", "fr"])))


@given(language_tags(), language_tags())
def test_a_distance_is_none_from_itself_and_above_none_from_others(one: str, other: str) -> None:
    first, second = full_tag(one), full_tag(other)
    if first and second:
        assert distance_in_writing(first, first) == 0
        assert distance_in_writing(first, second) >= 0


@given(any_text())
def test_any_text_has_a_full_form_or_none(text: str) -> None:
    full = full_tag(text)
    assert full is None or full.language
