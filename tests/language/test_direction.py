import pytest

from app.language.direction import direction


@pytest.mark.parametrize(
    "tag", ["ar", "he", "fa", "ur", "ps", "sd", "ckb", "yi", "dv", "ug", "ks", "pnb", "syr", "nqo", "rhg"]
)
def test_a_language_of_a_right_to_left_script_is_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize(
    "tag", ["en", "nl", "zh", "ja", "sr", "ku", "az", "uz", "pa", "hi", "am", "mn", "xx"]
)
def test_other_languages_are_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


@pytest.mark.parametrize(("tag", "expected"), [("az-Arab", "rtl"), ("pa-Arab", "rtl"), ("yi-Latn", "ltr")])
def test_the_script_a_tag_names_decides(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.parametrize(
    ("tag", "expected"), [("pa-PK", "rtl"), ("uz-AF", "rtl"), ("ku-IQ", "rtl"), ("sd-IN", "ltr")]
)
def test_without_a_script_the_region_decides(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.parametrize("tag", ["iw", "prs", "AR-eg", "ar-u-nu-latn"])
def test_every_way_to_write_a_tag_has_its_direction(tag: str) -> None:
    assert direction(tag) == "rtl"


def test_what_is_no_tag_is_left_to_right() -> None:
    assert direction("not a tag") == "ltr"
