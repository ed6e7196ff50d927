from app.search.expression import AllOf, AnyOf, Phrase
from app.search.relevance import COLUMNS, relevance

TEXT = {
    "headline": " en:baghdad en:talks ¶ ",
    "lead": " ",
    "captions": " ",
    "body": " en:advisers en:in en:baghdad ¶ ",
    "keywords": " =en @place/baghdad ",
}
RARITY = {"en:baghdad": 4.0, "en:advisers": 2.0, "en:absent": 9.0, "@place/baghdad": 3.0}

WORD = Phrase(("en:baghdad",))
OTHER = Phrase(("en:advisers",))
PLACE = Phrase(("@place/baghdad",))


def score(expression: AllOf | AnyOf | Phrase) -> float:
    return relevance(expression, RARITY)([TEXT[column] for column in COLUMNS]) or 0.0


def test_a_word_and_whom_it_names_count_together() -> None:
    assert score(AnyOf((WORD, PLACE))) == score(WORD) + score(PLACE)


def test_words_that_are_all_asked_for_add_up() -> None:
    assert score(AllOf((WORD, OTHER))) == score(WORD) + score(OTHER)


def test_what_a_text_does_not_have_counts_nothing() -> None:
    assert score(Phrase(("en:absent",))) == 0.0
    assert score(AnyOf((Phrase(("en:absent",)), OTHER))) == score(OTHER)
    assert score(AllOf((Phrase(("en:absent",)), OTHER))) == 0.0


def test_a_headline_counts_for_more_than_a_body() -> None:
    assert score(Phrase(("en:baghdad",), "headline")) > score(Phrase(("en:baghdad",), "body")) > 0.0


def test_any_of_many_counts_as_any_of_few_would() -> None:
    absent = tuple(Phrase((f"en:absent{number}",)) for number in range(100))
    rarity = {**RARITY, **{phrase.terms[0]: 1.0 for phrase in absent}}
    text = [TEXT[column] for column in COLUMNS]
    phrase = Phrase(("en:baghdad", "en:talks"))
    wanted = (WORD, Phrase(("en:baghdad", "en:walks")), phrase, PLACE, AllOf((OTHER, WORD)))
    rarity |= {"en:talks": 2.0, "en:walks": 2.0}
    few = relevance(AnyOf(wanted), rarity)(text)
    assert relevance(AnyOf((*absent[:50], *wanted, *absent[50:])), rarity)(text) == few
    assert relevance(AnyOf(absent), rarity)(text) is None
