"""Precision and recall, on made-up mentions."""

import pytest

from tests.gazetteer.measuring import (
    Agreement,
    agreement,
    agreement_by,
    compare,
    language,
    script,
    share,
    table,
)
from tests.gazetteer.mentions import Kind, Mention


def mention(
    start: int, surface: str, place: str, kind: Kind = "name", *, line: int = 1, in_: str = "en"
) -> Mention:
    return Mention("news", in_, line, start, start + len(surface), surface, place, kind)


CHINA = mention(0, "China", "CN")
SEOUL = mention(10, "Seoul", "Seoul, KR")
DUTCH = mention(20, "Dutch", "NL", "demonym")


def test_what_is_found_as_marked_is_exact() -> None:
    figures = agreement(compare([CHINA, SEOUL, DUTCH], [CHINA, SEOUL, DUTCH]))
    assert figures == Agreement(marked=3, found=3, overlapping=3, exact=3)
    assert (figures.precision, figures.recall) == (1, 1)
    assert (figures.exact_precision, figures.exact_recall) == (1, 1)


def test_a_shifted_place_overlaps_but_is_not_exact() -> None:
    figures = agreement(compare([CHINA], [mention(0, "China's", "CN")]))
    assert figures == Agreement(marked=1, found=1, overlapping=1, exact=0)
    assert (figures.recall, figures.exact_recall, figures.exact_precision) == (1, 0, 0)


def test_touching_is_no_overlap() -> None:
    town = mention(5, "town", "CN")
    for marked, found in [(CHINA, town), (town, CHINA)]:
        comparison = compare([marked], [found])
        assert (comparison.missed, comparison.invented) == ([marked], [found])


@pytest.mark.parametrize(
    "elsewhere",
    [
        CHINA._replace(id="TW"),
        CHINA._replace(line=2),
        CHINA._replace(language="nl"),
        CHINA._replace(document="other"),
    ],
    ids=["another id", "another line", "another language", "another document"],
)
def test_the_same_place_in_the_same_text_with_the_same_id_is_a_hit(elsewhere: Mention) -> None:
    assert agreement(compare([CHINA], [CHINA])).overlapping == 1
    assert agreement(compare([CHINA], [elsewhere])) == Agreement(1, 1, 0, 0)


def test_precision_falls_with_what_is_invented_and_recall_with_what_is_missed() -> None:
    reading = [mention(40, "Reading", "GB"), mention(50, "Nice", "FR")]
    figures = agreement(compare([CHINA, SEOUL], [CHINA, *reading]))
    assert figures.precision == pytest.approx(1 / 3)
    assert figures.recall == pytest.approx(1 / 2)


def test_one_find_over_two_mentions_is_one_hit() -> None:
    marked = [mention(0, "朝鲜", "KP", in_="zh-Hans"), mention(3, "朝鲜", "KP", in_="zh-Hans")]
    found = [mention(0, "朝鲜和朝鲜", "KP", in_="zh-Hans")]
    assert agreement(compare(marked, found)) == Agreement(marked=2, found=1, overlapping=1, exact=0)


def test_two_finds_in_one_mention_are_one_hit() -> None:
    marked = [mention(0, "United States", "US")]
    found = [mention(0, "United", "US"), mention(7, "States", "US")]
    assert agreement(compare(marked, found)) == Agreement(marked=1, found=2, overlapping=1, exact=0)


def test_a_demonym_taken_for_a_name_is_a_hit() -> None:
    assert agreement(compare([DUTCH], [DUTCH._replace(kind="name")])).exact == 1


def test_demonyms_left_out_are_neither_asked_for_nor_held_against_the_finder() -> None:
    names: tuple[Kind, ...] = ("name",)
    assert agreement(compare([CHINA, DUTCH], [CHINA], names)) == Agreement(1, 1, 1, 1)
    assert agreement(compare([CHINA, DUTCH], [CHINA, DUTCH._replace(kind="name")], names)) == Agreement(
        1, 1, 1, 1
    )
    assert agreement(compare([CHINA], [CHINA, DUTCH], names)) == Agreement(1, 1, 1, 1)
    assert agreement(compare([CHINA], [CHINA, DUTCH._replace(kind="name")], names)) == Agreement(1, 2, 1, 1)


def test_the_order_things_were_found_in_does_not_matter() -> None:
    marked = [mention(start, "China", "CN") for start in (0, 10, 20)]
    found = [mention(start, "China", "CN") for start in (20, 0, 11)]
    assert compare(marked, found) == compare(marked[::-1], found[::-1])
    assert agreement(compare(marked, found)) == Agreement(marked=3, found=3, overlapping=3, exact=2)


def test_figures_per_language_hold_what_was_missed_and_invented_there() -> None:
    dutch = mention(0, "Nice", "FR", in_="nl")
    greek = mention(0, "Κίνα", "CN", in_="el")
    assert agreement_by(language, compare([CHINA, SEOUL, greek], [CHINA, dutch])) == {
        "el": Agreement(marked=1, found=0, overlapping=0, exact=0),
        "en": Agreement(marked=2, found=1, overlapping=1, exact=1),
        "nl": Agreement(marked=0, found=1, overlapping=0, exact=0),
    }


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("U.S.", "Latin"), ("США", "Cyrillic"), ("ΗΠΑ", "Greek"), ("الصين", "Arabic"), ("ארה“ב", "Hebrew"),
        ("यू.के.", "Devanagari"), ("米", "Han"), ("ロシア", "Kana"), ("いぎりす", "Kana"), ("미", "Hangul"),
        ("จีน", "Thai"), ("เปียงยาง", "Thai"), ("’s-Gravenhage", "Latin"),
    ],
)  # fmt: skip
def test_the_script_is_that_of_the_surface(surface: str, name: str) -> None:
    assert script(mention(0, surface, "US", in_="th")) == name


def test_a_pair_of_two_scripts_belongs_where_it_was_marked() -> None:
    marked = mention(0, "米国", "US", in_="ja")
    found = mention(1, "アメリカ", "US", in_="ja")
    kana = mention(0, "アメリカ", "US", in_="ja", line=2)
    figures = agreement_by(script, compare([marked], [found, kana]))
    assert figures == {"Han": Agreement(1, 1, 1, 0), "Kana": Agreement(0, 1, 0, 0)}


def test_finding_nothing_where_nothing_is_marked_is_perfect() -> None:
    figures = agreement(compare([], []))
    assert (figures.precision, figures.recall) == (1, 1)
    assert share(0, 4) == 0


def test_the_table_shows_each_figure_once() -> None:
    figures = agreement_by(language, compare([CHINA, SEOUL], [mention(0, "China's", "CN")]))
    header, row = table(figures).splitlines()
    assert header.split() == ["marked", "found", "P", "R", "exact", "P", "exact", "R"]
    assert row.split() == ["en", "2", "1", "1.000", "0.500", "0.000", "0.000"]
