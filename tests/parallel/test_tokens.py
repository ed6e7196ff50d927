import pytest

from app.parallel.text import Text
from app.parallel.tokens import CLOSING, OPENING
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'He said: "Come in."'),
        ("en", "He said: “Come in.”"),
        ("de", "Er sagte: „Komm herein.“"),
        ("da", "Han sagde: »Kom ind.«"),
        ("fr", "Il dit : « Entrez. »"),
        ("fi", "Hän sanoi: ”Tule sisään.”"),
        ("ru", "Он сказал: «Войдите»."),
        ("zh-Hans", "他说：“请进。”"),
        ("zh-Hans", '他说:"请进."'),
        ("ja", "彼は「入れ」と言った。"),
        ("ko", "그는 “들어오세요”라고 말했다."),
    ],
)
def test_a_quotation_mark_is_known_as_opening_or_closing_by_what_stands_around_it(
    language: str, text: str
) -> None:
    assert [form for form in forms("mark", text, language) if form in {OPENING, CLOSING}] == [
        OPENING,
        CLOSING,
    ]
