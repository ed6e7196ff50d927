import pytest

from app.search.expression import AllOf, AnyOf, Expression, Phrase
from app.search.query import Clause, parse_query
from app.search.wanted import Wanted, beginnings_in, typed, wanted_in

PLACE = "@place/baghdad"


def _wanted(q: str, *surfaces: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """What a query wants in which those surfaces name a place."""
    clauses = parse_query(q).clauses
    text = typed(clauses)
    names = [(text.index(surface), text.index(surface) + len(surface), PLACE) for surface in surfaces]
    return [(str(each.text) if each.text else None, each.keywords) for each in wanted_in(clauses, names)]


def _beginnings(language: str, beginning: str) -> list[str]:
    return [f"{language}:{beginning}{ending}" for ending in ("a", "b")]


def _beginning(written: str, language: str) -> Expression | None:
    return Wanted(Clause("prefix", written)).expression(language, _beginnings)


def test_each_clause_is_wanted_by_itself() -> None:
    assert _wanted('peace "in our time" tim*') == [("peace", ()), ('"in our time"', ()), ("tim*", ())]


def test_who_names_a_place_wants_the_name_or_the_place() -> None:
    assert _wanted("minister Baghdad", "Baghdad") == [("minister", ()), ("Baghdad", (PLACE,))]


def test_a_name_of_several_words_is_one_thing() -> None:
    assert _wanted("mayor new york 2018", "new york") == [
        ("mayor", ()),
        ('"new york"', (PLACE,)),
        ("2018", ()),
    ]


def test_a_name_within_a_word_parts_it() -> None:
    assert _wanted("军事顾问在巴格达工作", "巴格达") == [
        ("军事顾问在", ()),
        ('"巴格达"', (PLACE,)),
        ("工作", ()),
    ]


@pytest.mark.parametrize("typed", ["Baghdad's", "Baghdad’s", "Baghdad'daki", "l'Baghdad", "d’Baghdad"])
def test_what_an_apostrophe_joins_with_a_name_is_no_word(typed: str) -> None:
    assert _wanted(typed, "Baghdad") == [('"Baghdad"', (PLACE,))]


def test_a_phrase_is_not_parted() -> None:
    assert _wanted('"mayor of Baghdad"', "Baghdad") == [('"mayor of Baghdad"', ())]
    assert _wanted('"Baghdad"', "Baghdad") == [('"Baghdad"', (PLACE,))]
    assert _wanted("Baghdad*", "Baghdad") == [("Baghdad*", ())]


def test_a_thing_is_a_text_or_a_keyword_in_each_language() -> None:
    wanted = Wanted(Clause("word", "ministers"), (PLACE,))
    assert wanted.expression("en", _beginnings) == AnyOf((Phrase(("en:minist",)), Phrase((PLACE,))))
    assert Wanted(None, (PLACE,)).expression("en", _beginnings) == Phrase((PLACE,))
    assert Wanted(None).expression("en", _beginnings) is None


def test_a_beginning_is_any_word_that_begins_so() -> None:
    ends = AnyOf((Phrase(("en:wora",)), Phrase(("en:worb",))))
    assert _beginning("Wor", "en") == AnyOf((ends, Phrase(("en:wor",))))
    assert _beginning("f-16-wor", "en") == AnyOf(
        (AllOf((Phrase(("en:f", "en:16")), ends)), Phrase(("en:f", "en:16", "en:wor")))
    )


def test_a_beginning_that_no_word_has_is_a_word_by_itself() -> None:
    for written, language in (("Xyz", "en"), ("自転車", "ja"), ("선거인", "ko"), ("โทษประ", "th")):
        star, word = Clause("prefix", written), Clause("word", written)
        nothing = Wanted(star).expression(language, lambda _language, _beginning: [])
        assert nothing == Wanted(word).expression(language, _beginnings)


def test_where_words_are_not_parted_the_last_in_a_beginning_is_not_whole() -> None:
    def of_a_dictionary(language: str, beginning: str) -> list[str]:
        return [f"{language}:{beginning}หาร"] if beginning == "ประ" else []

    clause = Clause("prefix", "โทษประ")
    assert beginnings_in(clause, "th") == ["โทษประ", "ประ"]
    assert Wanted(clause).expression("th", of_a_dictionary) == AnyOf(
        (Phrase(("th:โทษ", "th:ประหาร")), Phrase(("th:โทษ", "th:ประ")))
    )
