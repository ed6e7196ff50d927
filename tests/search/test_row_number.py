from datetime import UTC, datetime

from app.search.row_number import (
    first_number,
    first_number_of_article,
    next_article,
    second_of,
    second_of_number,
)

_LARGEST = 2**63 - 1
"""Of an integer in either database."""


def test_numbers_grow_with_the_moment() -> None:
    moments = [datetime(year, 12, 6, tzinfo=UTC) for year in (1, 1918, 2018, 2019)]
    numbers = [first_number(second_of(moment)) for moment in moments]
    assert numbers == sorted(set(numbers))
    assert [second_of_number(number) for number in numbers] == [second_of(moment) for moment in moments]


def test_the_end_of_time_has_numbers_and_so_has_what_follows_it() -> None:
    last = second_of(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
    assert last == second_of(datetime(2999, 1, 1, tzinfo=UTC))
    assert first_number(last + 1) <= _LARGEST
    assert first_number(last + 1000) <= _LARGEST


def test_versions_of_an_article_belong_together() -> None:
    first = first_number(second_of(datetime(2018, 12, 6, tzinfo=UTC)))
    assert first_number_of_article(first + 17) == first
    assert first_number_of_article(next_article(first + 17)) == next_article(first) != first
