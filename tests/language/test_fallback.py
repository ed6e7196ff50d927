import pytest
from hypothesis import given

from app.language.fallback import fallbacks
from app.language.names import fallback_names
from app.language.registry import registry
from tests.language.tags import any_text


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en-GB", "en-001 en"),
        ("en-DE", "en-150 en-001 en"),
        ("es-MX", "es-419 es"),
        ("pt-AO", "pt-PT pt"),
        ("nb", "no"),
        ("nn-NO", "nn no"),
        ("zh-Hant-MO", "zh-Hant-HK zh-Hant"),
        ("zh-Hant", ""),
        ("zh-TW", "zh"),
        ("sr-Latn-ME", "sr-Latn"),
        ("sr-Latn", ""),
        ("hi-Latn", "en-IN en-001 en"),
        ("en-Deva", ""),
        ("de-Latn-CH-1996", "de-Latn-CH de-Latn de"),
        ("xx-Abcd-YY", "xx-Abcd xx"),
    ],
)
def test_what_a_tag_is_cut_down_to(tag: str, expected: str) -> None:
    assert list(fallbacks(tag)) == expected.split()


def test_a_range_is_cut_down_with_its_script_written_out_and_as_written() -> None:
    assert fallback_names("zh-MO") == ("zh-hant-hk", "zh-hant", "zh")
    assert fallback_names("cmn-CN") == ("zh-hans", "zh")


def test_every_chain_of_parents_ends() -> None:
    assert all(len(list(fallbacks(child))) < 10 for child in registry().parents)


@given(any_text())
def test_any_text_is_cut_down_to_something_else(text: str) -> None:
    assert text.lower() not in fallback_names(text)
