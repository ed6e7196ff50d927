import pytest

from app.parallel.text import Text
from tests.parallel.texts import lines


def forms(kind: str, text: str, language: str) -> list[str]:
    return [form for each, form in Text(lines(text), language, {}).types if each == kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "£120 million"),
        ("en", "120,000,000 pounds"),
        ("de", "120 Millionen Pfund"),
        ("nl", "120.000.000 pond"),
        ("zh-Hans", "1.2亿英镑"),
        ("ja", "1億2000万ポンド"),
        ("ko", "1억2000만 파운드"),
        ("ar", "١٢٠ مليون"),
    ],
)
def test_a_number_is_known_by_what_it_is_worth(language: str, text: str) -> None:
    assert forms("number", text, language) == ["120000000"]


@pytest.mark.parametrize(("language", "text"), [("en", "2.50 euros"), ("de", "2,5 Euro"), ("ar", "٢٫٥")])
def test_a_decimal_is_the_same_with_any_mark(language: str, text: str) -> None:
    assert forms("number", text, language) == ["2.5"]


def test_what_is_no_number_as_a_whole_is_known_by_its_parts() -> None:
    assert forms("number", "on 6/12/2018", "en") == ["6", "12", "2018"]


@pytest.mark.parametrize("text", ["러시아", "러시아의", "러시아에서는"])
def test_a_korean_country_is_found_with_any_particle(text: str) -> None:
    assert "territory RU" in forms("name", text, "ko")
