from datetime import UTC, datetime

import pytest
from hypothesis import example, given

from app.search.query import MOST_CLAUSES, Clause, parse_query
from tests.search.typed import TYPED

EXCLUDED = [
    ("-isis", Clause("word", "isis", is_excluded=True)),
    ("--isis", Clause("word", "isis", is_excluded=True)),
    ('-"a b"', Clause("phrase", "a b", is_excluded=True)),
    ("-person:ank", Clause("person", "ank", is_excluded=True)),
]


@given(TYPED)
@example('"' * 3)
@example('lang:-0 date:date:2018 after:"x y"')
@example("perſon:x -after:2018 date:2018-02-30")
@example("-x place: -x iraq")
@example("b und b -x")
@example('"x"-person:y -(z before: 2018 a" -b')
def test_anything_typed_is_understood_and_its_canonical_form_alike(typed: str) -> None:
    query = parse_query(typed)
    again = parse_query(str(query))
    assert (again.clauses, again.ignored) == (query.clauses, [])
    assert str(again) == str(query)
    assert query.published_after is None or query.published_after.tzinfo is UTC


def test_words_phrases_and_beginnings_are_told_apart() -> None:
    query = parse_query('wederopbouw "global threat" coali*')
    assert query.clauses == [
        Clause("word", "wederopbouw"),
        Clause("phrase", "global threat"),
        Clause("prefix", "coali"),
    ]


def test_one_letter_is_the_beginning_of_no_word_but_a_character_is() -> None:
    assert str(parse_query("a* ab* 難* 난* -b*")) == "a ab* 難* 난* -b"


@pytest.mark.parametrize(("typed", "clause"), EXCLUDED)
def test_a_hyphen_before_it_excludes(typed: str, clause: Clause) -> None:
    assert parse_query(typed).clauses == [clause]


@pytest.mark.parametrize(
    "typed",
    [
        "puolustus- ja ulkoministeri",
        "Vor- und Nachteile",
        "Haupteingang und -ausgang",
        "in- en uitvoer, -verbod",
        "zuid-korea",
        "a –b",
        "a -(b",
        '"a"-b',
        "a - b",
        "a -& b",
    ],
)
def test_a_hyphen_that_belongs_to_a_word_excludes_nothing(typed: str) -> None:
    excluded = [each.text for each in parse_query(typed).clauses if each.is_excluded]
    assert excluded == (["verbod"] if typed.endswith("verbod") else [])


def test_two_hyphens_exclude_behind_a_conjunction_too() -> None:
    assert parse_query("und --ausgang").clauses[1] == Clause("word", "ausgang", is_excluded=True)


@pytest.mark.parametrize("typed", ["", " ", "-", "*", '"', '""', "- * & --", "\x00", "🙂", "person:*", "_"])
def test_what_has_no_letter_asks_for_nothing(typed: str) -> None:
    assert parse_query(typed).clauses == []


@pytest.mark.parametrize("typed", ['"foo bar', 'foo" bar', "foo “bar", "foo - bar", "foo\x00bar"])
def test_marks_that_enclose_nothing_are_passed_over(typed: str) -> None:
    assert parse_query(typed).clauses == [Clause("word", "foo"), Clause("word", "bar")]


@pytest.mark.parametrize("typed", ['"a b"', "“a b”", "„a  b“", "»a b«", "”a\tb”", "「a b」", "＂a b＂"])
def test_a_phrase_is_quoted_as_any_language_quotes(typed: str) -> None:
    assert parse_query(typed).clauses == [Clause("phrase", "a b")]


def test_narrow_kana_are_asked_for_as_texts_have_them() -> None:
    assert parse_query("ﾎﾞﾘﾋﾞｱ ｼﾘｱ").clauses == [Clause("word", "ボリビア"), Clause("word", "シリア")]


def test_the_mark_within_a_hebrew_abbreviation_quotes_nothing() -> None:
    assert parse_query('צה"ל').clauses == [Clause("word", 'צה"ל')]
    assert parse_query('"צה"ל פעל"').clauses == [Clause("phrase", 'צה"ל פעל')]


def test_who_and_where_and_which_language_are_asked_for_by_name() -> None:
    query = parse_query('Person:mattis place:"New  York" lang:ZH-hant place：iraq')
    assert str(query) == 'person:mattis place:"New York" lang:zh-Hant place:iraq'


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("person: mattis", "person:mattis"),
        ("-place:  iraq", "-place:iraq"),
        ('place: "New York" isis', 'place:"New York" isis'),
        ("place： 东京", "place:东京"),
        ("after: 2018 lang: NL", "after:2018 lang:nl"),
        ("person: lang:nl", "person lang:nl"),
        ("place: -iraq", "place -iraq"),
        ("before: the flood", "before the flood"),
    ],
)
def test_a_space_behind_the_colon_is_forgiven(typed: str, understood: str) -> None:
    assert str(parse_query(typed)) == understood


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("isis date:2018-13", ["date:2018-13"]),
        ("isis -date:2018-02-30 place:", ["-date:2018-02-30", "place:"]),
        ("Before: the flood", ["Before: the"]),
        ('lang:"not one"', ['lang:"not one"']),
        ("-place: -x", ["-place:"]),
        ("isis date:2018 person:x foo:bar", []),
    ],
)
def test_a_filter_without_a_value_is_told(typed: str, told: list[str]) -> None:
    assert parse_query(typed).without_value == told


@pytest.mark.parametrize("typed", ["after:yesterday", "date:2018-02-30", "lang:xxq", "year:18", "AFTER:x"])
def test_what_is_no_value_of_a_filter_is_taken_literally(typed: str) -> None:
    assert parse_query(typed).clauses == [Clause("word", typed)]


@pytest.mark.parametrize("typed", ["foo:bar", "http://a.b/c", "F-16's", "a*b"])
def test_what_means_nothing_here_is_a_word(typed: str) -> None:
    assert parse_query(typed).clauses == [Clause("word", typed)]


@pytest.mark.parametrize(
    ("typed", "first", "end"),
    [
        ("date:2018-12-06", (2018, 12, 6), (2018, 12, 7)),
        ("date:2018-12", (2018, 12, 1), (2019, 1, 1)),
        ("year:2018", (2018, 1, 1), (2019, 1, 1)),
        ("after:2018-02 before:2018-03-05", (2018, 2, 1), (2018, 3, 5)),
        ("year:2018 after:2018-06 before:2020", (2018, 6, 1), (2019, 1, 1)),
    ],
)
def test_a_date_is_a_day_a_month_or_a_year(
    typed: str, first: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    query = parse_query(typed)
    assert (query.published_after, query.published_before) == (
        datetime(*first, tzinfo=UTC),
        datetime(*end, tzinfo=UTC),
    )


def test_nothing_comes_after_the_last_year() -> None:
    assert parse_query("date:9999").published_before is None


def test_what_is_beyond_the_bound_is_told() -> None:
    words = [f"w{number}" for number in range(MOST_CLAUSES + 2)]
    query = parse_query(" ".join([*words, "w0"]))
    assert [each.text for each in query.clauses] == words[:MOST_CLAUSES]
    assert [each.text for each in query.ignored] == words[MOST_CLAUSES:]
