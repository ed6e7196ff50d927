import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Refusal
from app.language.filtering import covers, filter_tags, parse_filter
from tests.language.tags import any_text, language_tags

TAGS = ["de", "de-DE", "de-Latn-DE", "de-Deva", "de-Deva-DE", "de-DE-1996", "de-x-DE", "fr-CH", "de-CH"]


@pytest.mark.parametrize(
    ("language_range", "expected"),
    [
        ("*", TAGS),
        ("de-DE", ["de-DE", "de-Latn-DE", "de-Deva-DE", "de-DE-1996"]),
        ("de-*-DE", ["de-DE", "de-Latn-DE", "de-Deva-DE", "de-DE-1996"]),
        ("DE-deva", ["de-Deva", "de-Deva-DE"]),
        ("*-CH", ["fr-CH", "de-CH"]),
        ("*-*-CH", ["fr-CH", "de-CH"]),
        ("de-1996", ["de-DE-1996"]),
        ("de-x-DE", ["de-x-DE"]),
        ("de-Deva-1996", []),
        ("", []),
    ],
)
def test_a_range_covers_what_has_its_subtags_in_their_order(language_range: str, expected: list[str]) -> None:
    assert list(filter_tags([language_range], TAGS)) == expected


def test_nothing_is_looked_for_behind_a_singleton() -> None:
    assert not covers("de-DE", "de-x-DE")
    assert not covers("de-phonebk", "de-u-co-phonebk")


@pytest.mark.parametrize(
    ("language_range", "tag"),
    [("iw", "he-IL"), ("he", "iw"), ("iw-*-IL", "he-Hebr-IL"), ("sh", "sr-Latn-RS"), ("zh-yue", "yue-HK")],
)
def test_an_outdated_range_covers_what_is_written_today(language_range: str, tag: str) -> None:
    assert covers(language_range, tag)


def test_tags_come_in_the_order_of_the_ranges_and_only_once() -> None:
    assert filter_tags(["fr", "*-CH", "de-CH"], TAGS) == ("fr-CH", "de-CH")


@given(any_text(), any_text() | language_tags())
def test_any_text_can_be_asked(language_range: str, tag: str) -> None:
    assert covers(language_range, tag) in (True, False)


@given(language_tags(), st.sampled_from(["", "-*"]))
def test_a_tag_covers_itself(tag: str, wildcard: str) -> None:
    assert covers(tag + wildcard, tag)


@given(language_tags(), language_tags())
def test_what_basic_filtering_finds_extended_filtering_finds(one: str, other: str) -> None:
    if f"{other}-".lower().startswith(f"{one}-".lower()):
        assert covers(one, other)


@pytest.mark.parametrize("written", ["nl", "zh", "*", "de-*-DE", "*-CH", "zh-*", "*-Latn", "iw", "DE-*"])
def test_a_filter_is_a_range_that_some_tag_can_have(written: str) -> None:
    assert parse_filter(written)


@pytest.mark.parametrize(
    "written", ["", "xx", "en_GB", "*-", "-*", "*-QQ", "xx-*", "nl-*-*-nonsense1", "**", "*;q=1"]
)
def test_a_filter_that_no_tag_can_have_is_refused(written: str) -> None:
    with pytest.raises(Refusal):
        parse_filter(written)
