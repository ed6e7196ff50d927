import pytest

from app.search.suggestions import (
    Candidate,
    beginnings,
    closest,
    may_be_misspelt,
    with_another_beginning,
)


def known(*words: str) -> list[Candidate]:
    return [Candidate(word, f"en:{word}", is_read=True, documents=1) for word in words]


def anything(_candidate: Candidate) -> bool:
    return True


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vluchtelngen", "vluchtelingen"),
        ("vluchtteling", "vluchteling"),
        ("earthqauke", "earthquake"),
        ("Bagdhad", "Baghdad"),
        ("вакцына", "вакцина"),
        ("بغدداد", "بغداد"),
        ("refugie", "réfugié"),
    ],
)
def test_a_slip_is_seen_through(typed: str, meant: str) -> None:
    found = closest(typed, known(meant.lower(), "something"), 3, anything)
    assert found == ([meant] if typed != "refugie" else [])


@pytest.mark.parametrize("typed", ["Mattis", "mattis", "MATTIS"])
def test_what_is_typed_right_is_no_slip(typed: str) -> None:
    assert closest(typed, known("mattis"), 3, anything) == []


def test_a_short_word_may_have_one_slip_and_a_longer_one_two() -> None:
    assert closest("palo", known("palu", "pula"), 3, anything) == ["palu"]
    assert closest("otawwa", known("ottawa"), 3, anything) == ["ottawa"]
    assert closest("otaww", known("ottawa"), 3, anything) == []


def test_capitals_are_those_of_what_was_typed() -> None:
    assert closest("Otawa", known("ottawa"), 3, anything) == ["Ottawa"]
    assert closest("OTAWA", known("ottawa"), 3, anything) == ["OTTAWA"]
    assert closest("otawa", known("ottawa"), 3, anything) == ["ottawa"]


def test_fewer_slips_leave_out_more() -> None:
    assert closest("kavanagh", known("kavanaughs", "kavanaugh"), 3, anything) == ["kavanaugh"]
    assert closest("kavanagh", known("kavanaugh", "kavanaughs"), 3, anything) == ["kavanaugh"]


def test_the_reader_s_languages_come_before_common_words_of_others() -> None:
    words = [
        Candidate("syri", "en:syri", False, 90),
        Candidate("syrian", "en:syrian", False, 80),
        Candidate("syria", "en:syria", True, 1),
    ]
    assert closest("syra", words, 3, anything) == ["syria", "syri"]


def test_a_word_of_the_reader_s_languages_may_have_a_slip_more() -> None:
    words = [Candidate("fabrik", "de:fabrik", False, 90), Candidate("fabric", "en:fabric", True, 1)]
    assert closest("fabirk", words, 3, anything) == ["fabric", "fabrik"]


def test_what_differs_by_its_marks_alone_is_proposed_once() -> None:
    words = [
        Candidate("president", "en:president", True, 1),
        Candidate("président", "fr:president", False, 9),
    ]
    assert closest("presidnt", words, 3, anything) == ["president"]


def test_each_word_of_a_name_may_have_slips_of_its_own() -> None:
    assert closest("harjtt sajjenn", known("Harjit Sajjan"), 3, anything) == ["Harjit Sajjan"]
    assert closest("jaxxx mattis", known("James Mattis"), 3, anything) == []


def test_among_the_words_of_one_language_the_commonest_comes_first() -> None:
    words = [
        Candidate("hart", "en:hart", True, 3),
        Candidate("hard", "en:hard", True, 9),
        Candidate("harp", "en:harp", True, 5),
    ]
    assert closest("harx", words, 2, anything) == ["hard", "harp"]


def test_the_nearest_that_is_found_comes_first() -> None:
    words = known("kavanaugh", "kavanaughs", "kavanak")
    assert closest("kavanagh", words, 3, lambda each: each.text != "kavanaugh") == ["kavanak", "kavanaughs"]


@pytest.mark.parametrize("word", ["palu", "Überfall", "вода", "العراق", "πόλη"])
def test_words_of_letters_may_be_misspelt(word: str) -> None:
    assert may_be_misspelt(word)


@pytest.mark.parametrize("word", ["", "the", "難民", "ผู้ลี้ภัย", "비행기에서", "1,127", "HER2", "F-16"])
def test_short_words_numbers_and_words_of_characters_are_not_guessed_at(word: str) -> None:
    assert not may_be_misspelt(word)


def test_the_first_letters_may_be_exchanged_or_doubled() -> None:
    assert set(beginnings("tturmp")) >= {"tt", "tu"}
    assert "tr" in beginnings("rtump")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("oalition", "coalition"),
        ("cpalition", "coalition"),
        ("Ébat", "debat"),
        ("акцина", "вакцина"),
        ("ικανή", "δικανη"),
        ("גובה", "תגובה"),
    ],
)
def test_one_of_the_first_two_letters_may_be_lacking_or_another(typed: str, meant: str) -> None:
    assert meant in set(with_another_beginning(typed))
