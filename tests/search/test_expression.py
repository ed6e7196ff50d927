import pytest

from app.search.expression import AnyOf, Phrase, asked


def words(asked_for: str, language: str, *, is_bare: bool = False) -> set[tuple[str, ...]]:
    """What is sought, each without its language."""
    found = asked(asked_for, language, is_bare=is_bare)
    assert found is not None
    phrases = found.parts if isinstance(found, AnyOf) else (found,)
    return {
        tuple(term.partition(":")[2] for term in each.terms) for each in phrases if isinstance(each, Phrase)
    }


@pytest.mark.parametrize(
    ("language", "word", "also"),
    [("ar", "والخنزير", "خنزير"), ("hu", "menekültek", "menekult"), ("nl", "re-integratie", "reintegratie")],
)
def test_a_word_is_sought_by_what_it_is_beside(language: str, word: str, also: str) -> None:
    assert (also,) in words(word, language)


@pytest.mark.parametrize(("language", "word"), [("sv", "för"), ("da", "bjørn"), ("vi", "gấu")])
def test_a_mark_that_makes_another_letter_is_meant(language: str, word: str) -> None:
    assert len(words(word, language)) == 1


def test_a_character_of_a_word_is_not_sought_for_itself() -> None:
    assert words("疫苗", "zh") == {("疫苗",)}


def test_nothing_is_asked_by_signs_alone() -> None:
    assert asked("?!", "en") is None


@pytest.mark.parametrize(
    ("language", "word", "rest"), [("he", "שאלה", "אלה"), ("he", "שירות", "ירות"), ("ar", "كبير", "بير")]
)
def test_a_word_that_begins_with_no_proclitic_is_not_sought_without_one(
    language: str, word: str, rest: str
) -> None:
    assert (rest,) in words(word, language)
    assert (rest,) not in words(word, language, is_bare=True)


def test_a_word_without_proclitics_is_still_sought_in_its_other_forms() -> None:
    assert ("שאלה",) in words("שאלות", "he", is_bare=True)
