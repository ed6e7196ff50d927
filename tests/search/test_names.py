import pytest

from app.gazetteer.keys import opening
from app.gazetteer.names import Name, Referent
from app.search.names import find_asked, openings_asked

BAGHDAD = Referent("city", "baghdad", "IQ")
YORK, NEW_YORK = Referent("city", "york", "GB"), Referent("city", "new-york", "US")
UNITED_STATES, FRANCE = Referent("country", "united-states", "US"), Referent("country", "france", "FR")
NAMES = [
    Name("Baghdad", "en", "label", BAGHDAD),
    Name("Багдад", "ru", "label", BAGHDAD),
    Name("بغداد", "ar", "label", BAGHDAD),
    Name("巴格达", "zh", "label", BAGHDAD),
    Name("바그다드", "ko", "label", BAGHDAD),
    Name("미", "ko", "alias", UNITED_STATES),
    Name("法", "zh", "alias", FRANCE),
    Name("말리", "ko", "label", Referent("country", "mali", "ML")),
    Name("도널드 트럼프", "ko", "label", Referent("person", "donald")),
    Name("김정은", "ko", "label", Referent("person", "kim")),
    Name("김포시", "ko", "label", Referent("city", "gimpo", "KR")),
    Name("York", "en", "label", YORK),
    Name("New York", "en", "label", NEW_YORK),
    Name("WHO", "en", "alias", Referent("city", "who")),
    Name("Ank Bijleveld-Schouten", "mul", "label", Referent("person", "ank")),
    Name("アンク・バイレフェルト", "ja", "label", Referent("person", "ank")),
    Name("安克·拜勒费尔德", "zh", "label", Referent("person", "ank")),
    Name("อังก์ ไบเลอเฟลด์", "th", "label", Referent("person", "ank")),
]
LANGUAGES = ["ar", "en", "ko", "nl", "ru", "zh-Hans"]


def _named(typed: str) -> list[tuple[str, str]]:
    """Of the names that their openings find, as a database has them."""
    openings = openings_asked(typed, LANGUAGES)
    names = [name for name in NAMES if opening(name.text) in openings]
    return [
        (typed[each.start : each.end], name.referent.id)
        for each in find_asked(typed, names, LANGUAGES)
        for name in each.names
    ]


@pytest.mark.parametrize(
    "typed",
    ["Baghdad", "baghdad", "BAGHDAD", "Багдад", "багдаде", "بغداد", "وبغداد", "巴格达", "바그다드에서"],
)
def test_a_name_is_known_in_any_script_case_and_form(typed: str) -> None:
    assert _named(typed) == [(typed, "baghdad")]


@pytest.mark.parametrize(
    "typed",
    [
        "アンク・バイレフェルト", "アンク バイレフェルト", "アンクバイレフェルト", "安克·拜勒费尔德",
        "安克・拜勒費爾德", "อังก์ ไบเลอเฟลด์", "อังก์-ไบเลอเฟลด์",
    ],
)  # fmt: skip
def test_a_name_of_several_words_is_known_however_they_are_parted(typed: str) -> None:
    assert _named(typed) == [(typed, "ank")]


def test_a_name_is_found_among_other_words() -> None:
    assert _named("minister in baghdad 2018") == [("baghdad", "baghdad")]
    assert _named("军事顾问在巴格达工作") == [("巴格达", "baghdad")]


def test_the_longest_name_is_meant() -> None:
    assert _named("new york york") == [("new york", "new-york"), ("york", "york")]


def test_a_name_of_several_words_is_found_whole() -> None:
    assert _named("ank bijleveld-schouten") == [("ank bijleveld-schouten", "ank")]
    assert _named("ank bijleveld") == []


@pytest.mark.parametrize(
    "typed", ["미사일", "미얀마", "미술", "말리부", "말리다", "말리고", "法律", "英法律师"]
)
def test_the_beginning_of_another_word_is_no_name(typed: str) -> None:
    assert _named(typed) == []


def test_a_name_of_one_character_stands_alone_and_a_particle_is_written_on_to_a_longer_one() -> None:
    assert _named("미") == [("미", "united-states")]
    assert _named("法") == [("法", "france")]
    assert _named("말리에서") == [("말리에서", "mali")]


def test_a_word_in_small_letters_is_no_abbreviation() -> None:
    assert _named("who is it") == []
    assert _named("WHO report") == [("WHO", "who")]


def test_a_name_in_chinese_is_known_in_either_script_and_one_in_japanese_as_it_is_written() -> None:
    assert _named("在巴格達") == [("巴格達", "baghdad")]
    taipei, tokyo = Name("臺北", "zh-Hant", "label", YORK), Name("東京", "ja", "label", FRANCE)
    assert [bool(find_asked(typed, [taipei], LANGUAGES)) for typed in ("臺北", "台北")] == [True, True]
    assert [bool(find_asked(typed, [tokyo], LANGUAGES)) for typed in ("東京", "东京")] == [True, False]


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        *(
            (typed, "donald")
            for typed in ("도널드 트럼프", "도널드트럼프", "도널드트럼프는", "도널드트럼프의")
        ),
        *((typed, "kim") for typed in ("김정은", "김 정은", "김 정은이", "김정은의")),
    ],
)
def test_a_korean_name_is_known_with_and_without_its_space(typed: str, person: str) -> None:
    assert _named(f"뉴스 {typed}") == [(typed, person)]


@pytest.mark.parametrize("typed", ["김 포시", "도널드트럼프타워", "새도널드트럼프", "김정 은"])
def test_a_space_elsewhere_or_more_of_a_word_names_nobody(typed: str) -> None:
    assert _named(typed) == []


@pytest.mark.parametrize("typed", ["", " ", "!", "-", "\x00", "nothing known", "a" * 512])
def test_what_names_nobody_finds_nobody(typed: str) -> None:
    assert _named(typed) == []


@pytest.mark.parametrize(
    ("name", "typed", "is_known"),
    [
        (Name("Pal", "und", "alias", YORK), "Palin", False),
        (Name("Pal", "fi", "alias", YORK), "Palin", True),
        (Name("Pali", "und", "alias", YORK), "Palin", True),
        (Name("Řím", "cs", "label", YORK), "Říma", True),
        (Name("Суд", "und", "alias", YORK), "Суда", True),
        (Name("Pariz", "sl", "label", FRANCE), "Parizin", False),
        (Name("Pariz", "cs", "label", FRANCE), "Parizin", True),
        (Name("Pariz", "en", "label", FRANCE), "Parizin", True),
        (Name("Pariz", "sl", "label", FRANCE), "Pariz", True),
    ],
)
def test_an_ending_is_taken_off_what_texts_may_have_inflected(name: Name, typed: str, is_known: bool) -> None:
    assert bool(find_asked(typed, [name], ["cs", "fi", "ru"])) == is_known


def test_what_is_a_name_as_it_was_typed_is_told_from_one_with_an_ending() -> None:
    pali, palin = Name("Pali", "en", "label", YORK), Name("Palin", "en", "label", FRANCE)
    [asked] = find_asked("palin", [pali, palin], ["fi"])
    assert asked.names == (pali, palin)
    assert asked.exact == (palin,)
