"""Capitals and the largest cities, found though nobody says in which language they are called so."""

import pytest

from app.gazetteer.abbreviations import abbreviations
from app.gazetteer.lookup import LookupIn
from app.gazetteer.names import Name, Referent
from app.gazetteer.recognise import recognise


def _links(text: str, language: str, *names: Name) -> list[tuple[str, str]]:
    found = recognise([("b1", text)], language, LookupIn(names))
    return [(each.surface, each.referent.id) for each in found]


def _capital(text: str, country: str = "XX", population: int = 1_000_000) -> Name:
    return Name(text, "und", "alias", Referent("city", "it", country, population, is_capital=True))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("zh-Hans", "部长周一抵达北京举行会谈。", "北京"),
        ("ja", "大臣は月曜日にオタワに到着した。", "オタワ"),
        ("ko", "장관은 월요일 베이징에 도착했다.", "베이징"),
        ("th", "รัฐมนตรีเดินทางถึงปักกิ่งเมื่อวันจันทร์", "ปักกิ่ง"),
        ("hi", "सोमवार को मंत्री अंकारा पहुँचे।", "अंकारा"),
        ("ar", "وصل الوزير يوم الاثنين إلى أنقرة لإجراء محادثات.", "أنقرة"),
        ("he", "השר נסע אל קנברה לשיחות.", "קנברה"),
    ],
)
def test_a_capital_is_found_alone_in_a_script_without_capitals(language: str, text: str, name: str) -> None:
    assert _links(text, language, _capital(name)) == [(name, "it")]


@pytest.mark.parametrize("population", [999_000, 1_400_000])
def test_a_very_large_city_is_found_as_a_capital_is(population: int) -> None:
    san_diego = Name("サンディエゴ", "und", "alias", Referent("city", "it", "US", population))
    found = _links("日曜日にサンディエゴで試合をした。", "ja", san_diego)
    assert bool(found) == (population > 1_000_000)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("he", "השימוע נמשך יום שלם.", _capital("שלם")),
        ("fa", "پلیس در آستانه برگزاری مراسم", _capital("آستانه")),
        ("ar", "في شبه الجزيرة الكورية", _capital("الجزيرة")),
        ("fa", "مردان آدام کیف بود", _capital("کیف")),
        ("ja", "ルイス ハミルトンが勝利した", _capital("ハミルトン", "BM", 54_000)),
        ("zh", "他获得维多利亚十字勋章", _capital("维多利亚", "SC", 23_000)),
    ],
)
def test_a_word_or_a_small_capital_needs_more_to_be_found(language: str, text: str, name: Name) -> None:
    assert _links(text, language, name) == []


@pytest.mark.parametrize(
    ("language", "country", "text"),
    [("zh", "UA", "基辅"), ("el", "TR", "Άγκυρα"), ("ko", "CH", "베른"), ("hi", "QA", "दोहा")],
)
def test_what_is_too_short_or_missing_elsewhere_is_listed(language: str, country: str, text: str) -> None:
    assert any(
        (each.language, each.country, each.text, each.of) == (language, country, text, "capital")
        for each in abbreviations()
    )


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("fi", "Hän asui New Yorkissa vuoden.", "New Yorkissa"),
        ("hu", "Tegnap New Yorkban beszélt.", "New Yorkban"),
    ],
)
def test_a_name_of_two_words_is_inflected_though_nobody_says_its_language(
    language: str, text: str, surface: str
) -> None:
    new_york = Name("New York", "und", "alias", Referent("city", "it", "US", 8_800_000))
    assert _links(text, language, new_york) == [(surface, "it")]
